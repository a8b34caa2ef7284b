"""Which tokens end what a model writes: those that its folder names, wherever it does."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

GENERATION, SETTINGS, SPECIAL = "generation_config.json", "tokenizer_config.json", "special_tokens_map.json"


def ends_of(config: Mapping[str, Any], beside: Mapping[str, str]) -> tuple[int | str, ...]:
    """The numbers or names of end tokens by config.json and the files `beside` it, JSON objects by their names."""
    said = [*_each(config.get("eos_token_id")), *_each(_read(beside, GENERATION).get("eos_token_id"))]
    numbers = [number for number in said if isinstance(number, int) and not isinstance(number, bool)]
    named = (_read(beside, file).get("eos_token") for file in (SETTINGS, SPECIAL))
    names = (each.get("content") if isinstance(each, dict) else each for each in named)
    return (*numbers, *(name for name in names if isinstance(name, str)))


def _each(said: Any) -> Iterator[Any]:
    yield from said if isinstance(said, list) else [said]


def _read(beside: Mapping[str, str], file: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(beside.get(file, "{}"))
    return content
