"""The transfer dividend: what pretraining was worth, read from runs with and without it on some and all of a text.

Of next words it is told by losses. Of labels it is told by the macro F1 (of tags, the F1 of spans) of the weights that
each run keeps, which says more than a loss of how well they are told, also where most texts are of one class.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.experiments.text_worth import Worth, text_worth
from workbench.values.dividend import Plan, labels_in


@dataclass(frozen=True)
class Trial:
    """One of the runs: what it started from, how much it read, and its validation losses (nats per token) by step."""

    is_pretrained: bool
    share: float
    run: str = ""  # its name; empty before it began
    steps: tuple[int, ...] = ()
    losses: tuple[float, ...] = ()
    is_finished: bool = False
    figures: tuple[float, ...] = ()  # of labels, the F1 at each of the steps

    @property
    def best(self) -> float:
        return min(self.losses)

    @property
    def figure(self) -> float | None:
        """Of the weights that are kept, which are those of the best loss."""
        return self.figures[self.losses.index(self.best)] if self.figures else None

    @property
    def short(self) -> tuple[float, ...]:
        """How far it is from what could be, at each step, in what the trials are compared by."""
        return tuple(1 - figure for figure in self.figures) if self.figures else self.losses

    @property
    def falls_short(self) -> float:
        """The same of the weights that are kept."""
        return self.short[self.losses.index(self.best)]


@dataclass(frozen=True)
class Saving:
    """What pretraining was worth with one share of the text; losses in nats per token."""

    share: float
    pretrained_loss: float  # the best of the run
    scratch_loss: float
    reached_at: int | None  # the first step at which the pretrained one was as good as the other's best; None: never
    steps_saved: int | None  # the step of the other's best, less that one
    worth: Worth  # how many times the text the other would have to read for the pretrained one's best
    pretrained_figure: float | None = None  # of labels, the F1 of what each run keeps
    scratch_figure: float | None = None
    labels: int | None = None  # that both learnt from
    labels_worth: int | None = None  # that the other would need


@dataclass(frozen=True)
class Dividend:
    """As far as it has been measured; `savings` are of the shares whose two runs have finished."""

    group: str
    plan: Plan
    trials: tuple[Trial, ...]
    examples: int | None = None  # labelled ones that all of the text has to learn from; None for next words

    @property
    def is_finished(self) -> bool:
        return all(trial.is_finished for trial in self.trials)

    @property
    def savings(self) -> tuple[Saving, ...]:
        done = {(trial.is_pretrained, trial.share): trial for trial in self.trials if trial.is_finished}
        scratch = [(share, trial.falls_short) for (pretrained, share), trial in done.items() if not pretrained]
        return tuple(
            _saving(done[True, share], done[False, share], scratch, self.examples)
            for share in self.plan.shares
            if (True, share) in done and (False, share) in done
        )

    @property
    def headline(self) -> Saving | None:
        """The saving that says most: the one whose text is worth most, of those the one with the least text."""
        return max(self.savings, key=lambda saving: (saving.worth.factor, -saving.share), default=None)


def _saving(
    pretrained: Trial, scratch: Trial, all_scratch: Sequence[tuple[float, float]], examples: int | None
) -> Saving:
    there = scratch.steps[scratch.losses.index(scratch.best)]
    reached = (
        step for step, short in zip(pretrained.steps, pretrained.short, strict=True) if short <= scratch.falls_short
    )  # fmt: skip
    at = next(reached, None)
    share, worth = pretrained.share, text_worth(pretrained.falls_short, pretrained.share, all_scratch)
    labels, of_other = ((labels_in(each, examples) if examples else None) for each in (share, share * worth.factor))
    return Saving(
        share, pretrained.best, scratch.best, at, None if at is None else there - at, worth,
        pretrained.figure, scratch.figure, labels, of_other,
    )  # fmt: skip
