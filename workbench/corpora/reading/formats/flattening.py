"""Nested records (JSON, Parquet) as rows: “message.content” for what lies inside, one column for what is alike.

Chats are such records: what was said lies in lists of parts, or in maps whose keys are the ids of messages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from workbench.corpora.reading.decoding import decode
from workbench.corpora.reading.kinds import is_text
from workbench.corpora.reading.notes import Notes
from workbench.messages.message import message

Row = Mapping[str, str]

_DEEPEST = 20
_DEEPEST_LIST = 3
_LOOKED_AT = 4096  # bytes of a cell of bytes, to tell whether they are text
_NOT_SPACE = re.compile(r"[^ \t\r\n]")
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{14,}|[0-9a-f]{12,}|\d+|client-created-root", re.IGNORECASE)


def flattened(record: Any, notes: Notes | None = None) -> dict[str, str]:
    """A value as columns; the texts of a list are joined by lines. Pictures and other bytes are noted as left out."""
    found: dict[str, list[str]] = {}
    pending = [("", record, 0)]
    while pending:
        name, value, depth = pending.pop()
        if isinstance(value, Mapping) and depth < _DEEPEST and not is_map_of_records(value):
            pending.extend(
                (f"{name}.{key}".lstrip("."), inner, depth + 1) for key, inner in reversed(list(value.items()))
            )
        elif isinstance(value, list | Mapping) and depth < _DEEPEST:
            parts, rest = _parts(list(_in_order(value)) if isinstance(value, Mapping) else value)
            pending.extend((name, inner, depth + 1) for inner in reversed(rest))
            if parts:
                found.setdefault(name or "text", []).append(parts)
        elif (text := _text(value, name, notes)) is not None:
            found.setdefault(name or "text", []).append(text)
    return {name: "\n".join(values) for name, values in found.items()}


def documents_in(text: str) -> list[Any] | None:
    """The documents of JSON that are written one after the other; None where anything else is."""
    decoder, place, found = json.JSONDecoder(strict=False), 0, []
    while begin := _NOT_SPACE.search(text, place):
        try:
            document, place = decoder.raw_decode(text, begin.start())
        except (ValueError, RecursionError):
            return None
        found.append(document)
    return found


def records_in(document: Any, notes: Notes) -> list[Any] | None:
    """The longest list of records in a document, not deeper than three levels; None where there is none.

    Other lists of records are noted as left out, and so is what is written beside them.
    """
    lists = sorted(_lists(document, "", 0), key=lambda named: -len(named[1]))
    for name, others, _ in lists[1:]:
        notes.pass_over(message("passed.other_records"), name, len(others))
    if not lists:
        return None
    if beside := sum(map(len, strings_in(document, {id(place) for _, _, place in lists}))):
        notes.leave_out(message("passed.beside_records"), count=beside)
    return lists[0][1]


def _lists(document: Any, name: str, depth: int) -> Iterator[tuple[str, list[Any], Any]]:
    """(where it is, records, what they stand in) of each list of records."""
    if isinstance(document, list):
        allowed = dict | str if depth == 0 else dict
        if document and all(isinstance(each, allowed) for each in document):
            yield name, document, document
    elif isinstance(document, dict) and len(document) > 1 and is_map_of_records(document):
        yield name, list(_in_order(document)), document
    elif isinstance(document, dict) and depth < _DEEPEST_LIST:
        for key, value in document.items():
            yield from _lists(value, f"{name}.{key}".lstrip("."), depth + 1)


def strings_in(value: Any, without: Collection[int] = ()) -> Iterator[str]:
    """All texts of a document, in its order, but for those in the parts whose ids are given."""
    pending = [value]
    while pending:
        item = pending.pop()
        if id(item) in without:
            continue
        if isinstance(item, str):
            yield item
        elif isinstance(item, list):
            pending.extend(reversed(item))
        elif isinstance(item, dict):
            pending.extend(reversed(item.values()))


def is_map_of_records(value: Mapping[Any, Any]) -> bool:
    """Whether the keys are ids, as of a chat's messages, and not names of columns."""
    return (
        bool(value)
        and all(isinstance(each, Mapping) for each in value.values())
        and all(_ID.fullmatch(str(key)) for key in value)
    )


def _in_order(records: Mapping[Any, Any]) -> Iterator[Any]:
    """Messages that name the ones they answer come after these; others as they stand."""
    children: dict[Any, list[Any]] = {}
    for key, each in records.items():
        parent = each.get("parent")
        children.setdefault(parent if parent in records and parent != key else None, []).append(key)
    pending = list(reversed(children.get(None, [])))
    seen = set()
    while pending:
        key = pending.pop()
        if key not in seen:
            seen.add(key)
            yield records[key]
            pending.extend(reversed(children.get(key, [])))
    yield from (each for key, each in records.items() if key not in seen)  # a loop of answers


def _parts(values: list[Any]) -> tuple[str, list[Any]]:
    """(text of a list that is one text in parts, the values that are none of it).

    A chat program writes a sentence with a bold word as [“so ”, {“type”: “bold”, “text”: “dear”}, “ friend”], and a
    question with a picture as [{“type”: “text”, “text”: “…”}, {“type”: “image_url”, …}].
    """
    if not any(_is_part(value) for value in values):
        return "", values
    has_plain = any(isinstance(value, str) for value in values)
    spoken = [
        value if isinstance(value, str) else value["text"]
        for value in values
        if isinstance(value, str) or _is_part(value)
    ]
    return ("" if has_plain else "\n").join(spoken), [
        value for value in values if not isinstance(value, str) and not _is_part(value)
    ]


def _is_part(value: Any) -> bool:
    return (
        isinstance(value, Mapping)
        and isinstance(value.get("text"), str)
        and (len(value) == 1 or isinstance(value.get("type"), str))
    )


def _text(value: Any, name: str, notes: Notes | None) -> str | None:
    if value is None:
        return None
    if not isinstance(value, bytes):
        return str(value)
    if is_text(value[:_LOOKED_AT]):
        return decode(value)[0]
    if notes is not None and value:
        notes.pass_over(message("passed.bytes"), name)
    return None
