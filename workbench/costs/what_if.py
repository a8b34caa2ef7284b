"""What a run would take if one setting were another."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from enum import StrEnum
from typing import Any

from workbench.messages.errors import KnownError
from workbench.models.card import FitEstimate
from workbench.values.fine_tuning import KNOBS, FineTuning, is_whole
from workbench.values.knob import choices
from workbench.values.methods import Method


@dataclasses.dataclass(frozen=True)
class WhatIf:
    value: Any
    estimate: FitEstimate

    def differs(self, other: WhatIf) -> bool:
        """By more than what nobody would notice, in time or in memory."""
        pairs = (
            (self.estimate.seconds, other.estimate.seconds), (self.estimate.memory_bytes, other.estimate.memory_bytes)
        )  # fmt: skip
        return any(abs(one - two) > 0.02 * max(abs(one), abs(two)) for one, two in pairs)


def what_if(
    name: str, settings: FineTuning, tasks: Collection[str], fit: Callable[[FineTuning], FitEstimate]
) -> tuple[WhatIf, ...]:
    """What `settings` take in a run of these tasks, and then the same with other values of one of them, as far as these
    can be.

    Numbers are doubled and halved; of choices each is tried.
    """
    now = WhatIf(getattr(settings, name), fit(settings))
    found = [now]
    for value in _others(name, settings):
        if isinstance(value, Method) and not value.suits(tasks):
            continue
        with suppress(KnownError):  # a value, or a method that this model does not have
            found.append(WhatIf(value, fit(settings.with_settings({name: value}))))
    return tuple(found)


def _others(name: str, settings: FineTuning) -> Iterator[Any]:
    spec, value = KNOBS[name], getattr(settings, name)
    if isinstance(spec.default, bool):
        yield not value
    elif isinstance(spec.default, StrEnum):
        yield from (choice for choice in choices(spec) if choice != value)
    elif value:
        low, high = spec.metadata["minimum"], spec.metadata["maximum"]
        for other in (value / 2, value * 2):
            if is_whole(spec):
                other = int(other)
            if low <= other <= high and other != value and other:
                yield other
