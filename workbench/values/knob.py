"""A setting that explains itself: what a form, a help text and a check need to know stands where it is declared."""

from __future__ import annotations

import dataclasses
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_type_hints

from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.methods import OUTDATED


def knob(
    default: Any,
    label: str,
    explanation: str,
    minimum: float | None = None,
    maximum: float | None = None,
    zero: str = "",
) -> Any:
    """A dataclass field with what a form and a help text need to know about it; `zero` is what 0 means, if special."""
    metadata = {"label": label, "explanation": explanation, "minimum": minimum, "maximum": maximum, "zero": zero}
    return dataclasses.field(default=default, metadata=metadata)


@cache
def kinds_of(settings: type) -> dict[str, tuple[Any, ...]]:
    """The types that each setting of a dataclass can have. A field's own `type` is only their source text."""
    return {name: get_args(hint) or (hint,) for name, hint in get_type_hints(settings).items()}


def choices(spec: dataclasses.Field[Any]) -> list[StrEnum]:
    """What a setting that is a choice can be in a new run."""
    assert isinstance(spec.default, StrEnum)
    return [choice for choice in type(spec.default) if choice not in OUTDATED]


def checked(spec: dataclasses.Field[Any], kinds: tuple[Any, ...], value: Any) -> Any:
    """`value` as one of the `kinds` of the field and within its range. Raises KnownError("setting.invalid")."""

    def refuse(reason: str, **fields: object) -> KnownError:
        return KnownError("setting.invalid", name=spec.name, value=value, reason=message(reason, **fields))

    if value is None:
        if type(None) in kinds:
            return None
        raise refuse("value.needed")
    if isinstance(spec.default, bool):
        flags = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
        if (flag := flags.get(str(value).lower())) is None:
            raise refuse("value.true_or_false")
        return flag
    if isinstance(spec.default, StrEnum):
        try:
            return type(spec.default)(value)
        except ValueError:
            raise refuse("value.one_of", known=tuple(map(str, choices(spec)))) from None
    whole = int in kinds
    try:
        number = float(value)
    except (TypeError, ValueError):
        raise refuse("value.number") from None
    if whole and number != int(number if number == number and abs(number) != float("inf") else 0):
        raise refuse("value.whole_number")
    low, high = spec.metadata["minimum"], spec.metadata["maximum"]
    if not low <= number <= high:
        raise refuse("value.between", low=float(low), high=float(high))
    return int(number) if whole else number
