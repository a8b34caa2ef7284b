"""What the program has to say, before it is words: a code and fields. A language makes a sentence of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Message:
    """`code` is one of the catalogue's, whose sentence has a placeholder for each of `fields` that is shown.

    A field is a name (a string, a path, or what a library said), a number, a Count, a Size, a Memory, a Duration, a
    Span, a LanguageCode, another Message, or a tuple of these.
    """

    code: str
    fields: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Count:
    """A number of things, whose thousands are told apart."""

    number: int


@dataclass(frozen=True)
class Size:
    """Of files."""

    bytes: float


@dataclass(frozen=True)
class Memory:
    """Of what is held in memory."""

    bytes: float


@dataclass(frozen=True)
class Duration:
    seconds: float


@dataclass(frozen=True)
class Span:
    """Between which numbers of seconds something is likely to take."""

    low: float
    high: float


@dataclass(frozen=True)
class LanguageCode:
    """A language that a text is in, by its ISO 639-1 code."""

    code: str


KINDS: dict[str, type[Any]] = {"count": Count, "size": Size, "memory": Memory, "duration": Duration}


def message(code: str, **fields: object) -> Message:
    return Message(code, fields)


def in_turn(messages: Iterable[Message]) -> Message:
    """One after the other, as one; there is at least one."""
    return _joined("sentences.two", tuple(messages))


def as_list(messages: Iterable[Message]) -> Message:
    """The same with semicolons between them."""
    return _joined("measured.two", tuple(messages))


def names_or_none(names: Iterable[str]) -> tuple[str, ...] | Message:
    """What there is to choose from, as a field: the word for none where that is nothing."""
    return tuple(names) or message("known.none")


def first_names(names: Sequence[str], most: int) -> tuple[str, ...] | Message:
    """All of them, or the first `most` and how many more there are."""
    if len(names) <= most:
        return tuple(names)
    return message("remark.and_more", names=tuple(names[:most]), count=Count(len(names) - most))


def _joined(code: str, messages: tuple[Message, ...]) -> Message:
    first, *rest = messages
    return message(code, first=first, rest=_joined(code, tuple(rest))) if rest else first


def to_json(said: Message) -> dict[str, Any]:
    return {"code": said.code, "fields": fields_to_json(said.fields)}


def fields_to_json(fields: Mapping[str, object]) -> dict[str, Any]:
    return {name: _field_to_json(value) for name, value in fields.items()}


def from_json(stored: Any) -> Message:
    """Raises ValueError for what is no message: it may come from a stranger's project."""
    match stored:
        case {"code": str(code), "fields": dict(fields)}:
            return Message(code, fields_from_json(fields))
        case _:
            raise ValueError("a code and fields were expected")


def fields_from_json(stored: Mapping[str, Any]) -> dict[str, object]:
    """Raises as `from_json`."""
    return {str(name): _field_from_json(value) for name, value in stored.items()}


def _field_to_json(value: object) -> Any:
    match value:
        case Message():
            return to_json(value)
        case bool() | str():
            return str(value)
        case int() | float():
            return value
        case tuple():
            return [_field_to_json(each) for each in value]
        case Span(low, high):
            return {"span": [low, high]}
        case LanguageCode(code):
            return {"language": code}
        case Count() | Size() | Memory() | Duration():
            (name,) = (name for name, kind in KINDS.items() if isinstance(value, kind))
            return {name: next(iter(vars(value).values()))}
        case _:
            return str(value)


def _field_from_json(stored: Any) -> object:
    match stored:
        case str() | int() | float():
            return stored
        case list():
            return tuple(map(_field_from_json, stored))
        case {"code": _}:
            return from_json(stored)
        case {"span": [int() | float() as low, int() | float() as high]}:
            return Span(low, high)
        case {"language": str(code)}:
            return LanguageCode(code)
        case dict() if len(stored) == 1:
            ((name, amount),) = stored.items()
            if name in KINDS and isinstance(amount, (int, float)):
                return KINDS[name](amount)
    raise ValueError("a field of a message was expected")
