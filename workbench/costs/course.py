"""What is known of a run that is over, and how its curves went."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from workbench.messages.message import Message, message
from workbench.values.measurement import Curve
from workbench.values.perplexity import decimals, is_endless, perplexity
from workbench.values.run import Run

NOISE = 0.02  # nats that a look at the validation text may differ by without meaning it
UNCHANGED = 0.01  # nats by which the best look may lie below the beginning, and hardly anything is learnt
LEVEL = 0.01  # nats won over the last third of a run that is over its best time, or this share of all that it won
FEWEST_LOOKS = 4  # beside the first, to tell that a run is level


@dataclass(frozen=True)
class Classes:
    """Of a text, each of whose examples has one class: that with the fewest examples to learn from, and how often the
    most frequent one is right."""

    rarest: str
    examples: int
    number: int  # of classes
    frequent_share: float  # of the validation part


@dataclass(frozen=True)
class Course:
    """What is known of a run that is over. Curves in nats, those of next words per token."""

    run: Run
    training: Curve | None
    validation: Curve | None  # with the look before the first step
    tokens: int = 0  # that it had to learn from; 0 where that is not known or says nothing
    suited_rate: float | None = None  # None where what it began from is gone
    is_of_tokens: bool = True  # whether its losses are told as perplexities
    figures: Mapping[str, Curve] = field(default_factory=dict)  # what else was measured at each look, as PART/FIGURE
    classes: Mapping[str, Classes] = field(default_factory=dict)  # of each part that tells one class of a text
    conversations: int = 0  # that it had to learn from; 0 where it learns none
    teacher: str = ""  # who handed on nothing, as was measured; empty where that is not known

    @cached_property
    def looks(self) -> tuple[tuple[int, float], ...]:
        """Steps and losses of the looks at the validation text after the first step."""
        return () if self.validation is None else points(self.validation)

    @property
    def base(self) -> float:
        assert self.run.base_validation_loss is not None
        return self.run.base_validation_loss

    @property
    def best(self) -> float:
        """Of all looks, the one before the first step among them."""
        return min(self.base, *(loss for _, loss in self.looks))

    @property
    def best_step(self) -> int:
        return min(((0, self.base), *self.looks), key=lambda look: look[1])[0]

    @property
    def won(self) -> float:
        return self.base - self.best

    @property
    def rise(self) -> float:
        """How far the last look lies above the best."""
        return self.looks[-1][1] - self.best

    @property
    def excursion(self) -> float:
        """How far the worst look lies above the beginning."""
        return max(loss for _, loss in self.looks) - self.base

    @property
    def steps_at_rest(self) -> int:
        """For how many steps, at its end, it hardly got better any more; 0 where it did, or that cannot be told."""
        looks = self.looks
        before = [look for look in looks if look[0] <= looks[-1][0] * 2 / 3]
        if len(looks) <= FEWEST_LOOKS or self.won <= UNCHANGED or self.rise > NOISE:
            return 0
        won_last = min(loss for _, loss in before) - self.best
        return 0 if won_last >= max(LEVEL, LEVEL * self.won) else looks[-1][0] - before[-1][0]

    def training_fell(self, since: int) -> float:
        """By how much the training loss is lower in the last tenth of the run than in a tenth of it from `since` on."""
        curve = self.training
        if curve is None:
            return 0.0
        sound = np.isfinite(curve.values)
        steps, losses = curve.steps[sound], curve.values[sound]
        after = steps > since
        if np.count_nonzero(after) < 2:
            return 0.0
        some = min(max(1, len(losses) // 10), int(np.count_nonzero(after)) // 2)
        return float(losses[after][:some].mean() - losses[-some:].mean())

    @property
    def training_end(self) -> float:
        """The training loss in the last tenth of the run; infinite where none was measured."""
        curve = self.training
        if curve is None or not len(curve.values):
            return math.inf
        return float(curve.values[-max(1, len(curve.values) // 10) :].mean())

    def change(self, before: float, after: float) -> Message:
        """From one loss to another, in the figure that the run is told in."""
        return change(before, after, is_of_tokens=self.is_of_tokens)


def points(curve: Curve) -> tuple[tuple[int, float], ...]:
    """Steps and finite values after the first step."""
    pairs = zip(curve.steps.tolist(), curve.values.tolist(), strict=True)
    return tuple((int(step), value) for step, value in pairs if step > 0 and np.isfinite(value))


def change(before: float, after: float, *, is_of_tokens: bool) -> Message:
    """From one loss to another, or one perplexity to another."""
    if not is_of_tokens:
        return message("what_now.loss", before=round(before, 3), after=round(after, 3))
    return message("what_now.perplexity", before=_perplexity(before), after=_perplexity(after))


def _perplexity(loss: float) -> float | str:
    if is_endless(loss):
        return "∞"
    value = perplexity(loss)
    return round(value, decimals(value))
