"""Why a run failed, as its column has it: a message as JSON, or the English sentence that older versions wrote."""

from __future__ import annotations

import json
from collections.abc import Callable

from workbench.messages.message import Message, from_json, message, to_json


def text_of(failure: Message | None) -> str:
    return "" if failure is None else json.dumps(to_json(failure), ensure_ascii=False)


def failure_of(text: str) -> Message | None:
    if not text:
        return None
    try:
        return from_json(json.loads(text))
    except (ValueError, RecursionError):
        return message("run.told", text=text)


def rewritten(text: str, change: Callable[[str], str], in_fields: Callable[[object], object]) -> str:
    """The column where the paths in it are others: `change` for a sentence, `in_fields` for what a message holds."""
    try:
        stored = json.loads(text)
        from_json(stored)
    except (ValueError, RecursionError):
        return change(text)
    return json.dumps({**stored, "fields": in_fields(stored["fields"])}, ensure_ascii=False)
