"""Frozen dataclasses as what JSON can hold, and back.

What is read was written by another version of the program or sent by a stranger: a name that no field has, a value of
another type and a field that is missing without a default are refused, and nothing is converted into something else.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

from workbench.messages.message import Message, from_json, message, to_json

if TYPE_CHECKING:
    from cattrs import BaseConverter, Converter

T = TypeVar("T")


def written(record: Any) -> Any:
    """A dataclass as a dictionary; tuples of them as tuples of dictionaries."""
    return converter().unstructure(record)


def read(kind: type[T], stored: Any, way: Converter | None = None) -> T:
    """The inverse of `written`, in another `way` where one is given. Raises ValueError, or what a record raises."""
    from cattrs.errors import ForbiddenExtraKeysError

    try:
        return (way or converter()).structure(stored, kind)
    except (KeyError, TypeError, AttributeError, OverflowError, ForbiddenExtraKeysError) as error:
        raise ValueError(f"no {kind.__name__}: {error}") from error


@cache
def converter() -> Converter:
    """To read a kind of record in a way of its own, copy it first. Loading cattrs takes about 0.1 s."""
    from cattrs import Converter

    made = Converter(detailed_validation=False, forbid_extra_keys=True)
    for kind in (bool, int, str):
        made.register_structure_hook(kind, _expected)
    made.register_structure_hook(float, lambda value, _: float(_expected(value, (int, float))))
    made.register_structure_hook(StrEnum, lambda value, kind: kind(value))  # although it is a str
    made.register_structure_hook(Path, lambda value, _: Path(_expected(value, str)))
    made.register_unstructure_hook(Path, str)
    made.register_structure_hook_factory(_is_of_a_tuple, _from_list)
    # Older versions kept the English sentence of a message.
    made.register_structure_hook(
        Message, lambda value, _: message("run.told", text=value) if isinstance(value, str) else from_json(value)
    )
    made.register_unstructure_hook(Message, to_json)
    return made


def _is_of_a_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _from_list(kind: Any, made: BaseConverter) -> Callable[[Any, Any], tuple[Any, ...]]:
    """A text is no list of letters."""
    parts = get_args(kind)
    if parts[1:] == (...,):
        each = made.get_structure_hook(parts[0])
        return lambda value, _: tuple(each(item, parts[0]) for item in _expected(value, (list, tuple)))
    hooks = [made.get_structure_hook(part) for part in parts]
    return lambda value, _: tuple(
        hook(item, part) for hook, part, item in zip(hooks, parts, _expected(value, (list, tuple)), strict=True)
    )


def _expected(value: Any, kind: Any) -> Any:
    if not isinstance(value, kind) or isinstance(value, bool) is not (kind is bool):
        raise TypeError(f"{value!r} is no {kind}")
    return value
