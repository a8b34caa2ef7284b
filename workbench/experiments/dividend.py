"""The transfer dividend: what pretraining was worth, read from runs with and without it on some and all of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.experiments.text_worth import Worth, text_worth
from workbench.values.dividend import Plan


@dataclass(frozen=True)
class Trial:
    """One of the runs: what it started from, how much it read, and its validation losses (nats per token) by step."""

    is_pretrained: bool
    share: float
    run: str = ""  # its name; empty before it began
    steps: tuple[int, ...] = ()
    losses: tuple[float, ...] = ()
    is_finished: bool = False

    @property
    def best(self) -> float:
        return min(self.losses)


@dataclass(frozen=True)
class Saving:
    """What pretraining was worth with one share of the text; losses in nats per token."""

    share: float
    pretrained_loss: float  # the best of the run
    scratch_loss: float
    reached_at: int | None  # the first step at which the pretrained one was as good as the other's best; None: never
    steps_saved: int | None  # the step of the other's best, less that one
    worth: Worth  # how many times the text the other would have to read for the pretrained one's best


@dataclass(frozen=True)
class Dividend:
    """As far as it has been measured; `savings` are of the shares whose two runs have finished."""

    group: str
    plan: Plan
    trials: tuple[Trial, ...]

    @property
    def is_finished(self) -> bool:
        return all(trial.is_finished for trial in self.trials)

    @property
    def savings(self) -> tuple[Saving, ...]:
        done = {(trial.is_pretrained, trial.share): trial for trial in self.trials if trial.is_finished}
        scratch = [(share, trial.best) for (pretrained, share), trial in done.items() if not pretrained]
        return tuple(
            _saving(done[True, share], done[False, share], scratch)
            for share in self.plan.shares
            if (True, share) in done and (False, share) in done
        )

    @property
    def headline(self) -> Saving | None:
        """The saving that says most: the one whose text is worth most, of those the one with the least text."""
        return max(self.savings, key=lambda saving: (saving.worth.factor, -saving.share), default=None)


def _saving(pretrained: Trial, scratch: Trial, all_scratch: Sequence[tuple[float, float]]) -> Saving:
    there = scratch.steps[scratch.losses.index(scratch.best)]
    reached = (
        step for step, loss in zip(pretrained.steps, pretrained.losses, strict=True) if loss <= scratch.best
    )  # fmt: skip
    at = next(reached, None)
    return Saving(
        pretrained.share, pretrained.best, scratch.best, at, None if at is None else there - at,
        text_worth(pretrained.best, pretrained.share, all_scratch),
    )  # fmt: skip
