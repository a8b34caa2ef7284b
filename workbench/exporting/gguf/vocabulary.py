"""A tokenizer as the settings of a GGUF file, and how llama.cpp will cut texts with it.

llama.cpp knows some ways to tell words apart by their names. A tokenizer that does it in another way gets the nearest,
and texts that are cut otherwise are counted.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.messages.errors import KnownError
from workbench.models.gguf.vocabulary import (
    BY_BYTES,
    BY_SCORES,
    BYTE,
    CONTROL,
    GIVEN,
    GPT2,
    LLAMA3,
    NORMAL,
    QWEN2,
    SMOLLM,
    TEKKEN,
    UNKNOWN,
    UNUSED,
    tokenizer_of,
    words_of,
)
from workbench.models.tokenizers.plain_text import BYTE as BYTE_NAME
from workbench.models.tokenizers.tokenizer import Tokenizer

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel

_NAMES = (GPT2, SMOLLM, LLAMA3, QWEN2, TEKKEN)
_NO_PIECE = -1e9  # the score of what nothing is joined to
_UNKNOWN = "<unk>"


@dataclass(frozen=True)
class CutOtherwise:
    """Of the passages of a text, how many llama.cpp cuts into other tokens."""

    count: int
    of: int


def settings_of(model: LanguageModel, end: int | None) -> dict[str, Any]:
    """By their keys. Raises KnownError("export.gguf_tokenizer") for a kind that GGUF has no place for."""
    tokenizer = model.tokenizer
    definition = json.loads(tokenizer.definition)
    added = {token["id"]: token for token in definition.get("added_tokens", ())}
    pieces = definition["model"].get("vocab")
    by_bytes = tokenizer.is_byte_level
    if definition["model"].get("type") != "BPE" or not (by_bytes or definition["model"].get("byte_fallback")):
        raise KnownError("export.gguf_tokenizer", kind=str(definition["model"].get("type")))
    named = {number: token for token, number in pieces.items()} | {
        number: token["content"] for number, token in added.items()
    }
    numbers = range(tokenizer.vocabulary)
    found: dict[str, Any] = {
        "model": BY_BYTES if by_bytes else BY_SCORES,
        "tokens": [named.get(number, f"[PAD{number}]") for number in numbers],
        "token_type": [_kind(named.get(number), added.get(number), by_bytes=by_bytes) for number in numbers],
        "add_bos_token": tokenizer.begin is not None,
    }
    merges = [tuple(pair.split(" ", 1)) if isinstance(pair, str) else tuple(pair) for pair in _merges(definition)]
    if by_bytes:
        found |= {"pre": name_of_words(definition), "merges": [" ".join(pair) for pair in merges]}
    else:
        ranks = {left + right: rank for rank, (left, right) in reversed([*enumerate(merges)])}
        scores = [-float(ranks[token]) if token in ranks else _score(token) for token in found["tokens"]]
        found |= {"scores": scores, "add_space_prefix": tokenizer.begins_with_space}
    begin = tokenizer.begin if tokenizer.begin is not None else _number(model.config.get("bos_token_id"))
    marks = {"bos_token_id": begin, "eos_token_id": end}
    ends = sorted(tokenizer.ends - {end})
    if ends:  # where a turn of a conversation ends
        marks["eot_token_id"] = ends[0]
    found |= {name: number for name, number in marks.items() if number is not None and number < tokenizer.vocabulary}
    return {f"tokenizer.ggml.{key}": value for key, value in found.items()}


def name_of_words(definition: dict[str, Any]) -> str:
    """The way to tell words apart that is the tokenizer's, or the nearest one."""
    said = definition.get("pre_tokenizer")
    return next((name for name in _NAMES if _is_like(said, words_of(name))), GPT2)


def cut_otherwise(tokenizer: Tokenizer, settings: dict[str, Any], passages: Iterable[str]) -> CutOtherwise:
    """Counted with a tokenizer that tells words apart as the settings say, and changes no character before."""
    vocabulary = len(settings["tokenizer.ggml.tokens"])
    theirs = tokenizer_of(settings, "", vocabulary, ())
    if settings["tokenizer.ggml.model"] == BY_BYTES:
        definition = {**json.loads(theirs.definition), "normalizer": None}
        theirs = Tokenizer(json.dumps(definition), vocabulary)
    told = [_same(tokenizer, theirs, passage) for passage in passages]
    return CutOtherwise(told.count(False), len(told))


def _same(ours: Tokenizer, theirs: Tokenizer, passage: str) -> bool:
    return np.array_equal(ours.encode(passage), theirs.encode(passage))


def _merges(definition: dict[str, Any]) -> Sequence[Any]:
    found: Sequence[Any] = definition["model"].get("merges", ())
    return found


def _kind(name: str | None, added: dict[str, Any] | None, *, by_bytes: bool) -> int:
    if name is None:
        return UNUSED
    if not by_bytes and name == _UNKNOWN:
        return UNKNOWN
    if not by_bytes and BYTE_NAME.fullmatch(name):
        return BYTE
    if added is None:
        return NORMAL
    return CONTROL if added["special"] else GIVEN


def _score(token: str) -> float:
    return 0.0 if len(token) == 1 or BYTE_NAME.fullmatch(token) else _NO_PIECE


def _number(said: Any) -> int | None:
    first = said[0] if isinstance(said, list) and said else said
    return first if isinstance(first, int) else None


def _is_like(said: Any, known: Any) -> bool:
    """Whether two are the same, whatever else their descriptions say."""
    return said is not None and bool(_plain(said) == _plain(json.loads(known.__getstate__())))


def _plain(said: Any) -> Any:
    """What decides where words end: a prefix that is no setting of ours, offsets and defaults do not."""
    if said.get("type") == "Sequence":
        inside = [_plain(each) for each in said["pretokenizers"]]
        return inside[0] if len(inside) == 1 else inside
    kept = {key: value for key, value in said.items() if key not in ("trim_offsets",)}
    return {"use_regex": True, **kept} if kept["type"] == "ByteLevel" else kept
