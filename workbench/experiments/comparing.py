"""Runs beside each other: the settings in which they differ, their results, and their curves over a common axis."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

import numpy as np
import numpy.typing as npt

from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.tasks.registry import headline_of, labels_kept, shown_of
from workbench.tasks.task import Headline
from workbench.values.fine_tuning import KNOBS
from workbench.values.measurement import Curve
from workbench.values.run import Run

Floats = npt.NDArray[np.float64]

MODEL, CORPUS, LEARNT, TEACHER, WHERE = "model", "corpus", "learnt", "teacher", "where"
NO_SETTINGS = (MODEL, CORPUS, LEARNT, TEACHER, WHERE)  # differ like settings do
RESULTS = (
    "best_validation_loss", "best_bits_per_byte", "final_validation_loss", "final_bits_per_byte", "kept_step", "steps",
    "seconds", "tokens_per_second",
)  # fmt: skip


class Measure(StrEnum):
    """By what runs are ranked."""

    LOSS = "loss"  # nats: per token, or as the task has it
    BITS = "bits_per_byte"


@dataclass(frozen=True)
class Comparable:
    """Whether several runs may be ranked, by which measure, and a sentence on why not, or why not by the loss."""

    measure: Measure | None
    why: str = ""  # in English; a view translates it
    unit: Measure = Measure.LOSS  # in which their losses stand beside each other, whether or not they are ranked
    headline: Headline = Headline.PERPLEXITY  # of them all: whether their losses are of tokens

    @property
    def result(self) -> str:
        """The name of the result that the best run has the lowest of, as far as there is a best one."""
        return "best_bits_per_byte" if self.unit is Measure.BITS else "best_validation_loss"

    def value(self, run: Run) -> float:
        """What a run is ranked by, the lower the better; infinite where nothing was measured or nothing is ranked."""
        found = None if self.measure is None else result_of(run, self.result)
        return float("inf") if found is None else found

    def best_first(self, runs: Sequence[Run]) -> list[Run]:
        """In the order in which they came where they are not ranked."""
        return sorted(runs, key=self.value)


OTHER_TEXTS = QT_TRANSLATE_NOOP("Comparing", "These runs were measured on different texts, so none is the best.")
OTHER_PASSAGES = QT_TRANSLATE_NOOP(
    "Comparing",
    "These runs were validated in passages of different lengths (their context length), which alone changes a loss, so"
    " none is the best. Evaluate them with one context to compare them.",
)
OTHER_TOKENS = QT_TRANSLATE_NOOP(
    "Comparing",
    "These runs cut their text into different tokens: bits per byte can be compared, losses and perplexities per token"
    " cannot.",
)
OTHER_LABELS = QT_TRANSLATE_NOOP("Comparing", "These runs tell different labels apart, so none is the best.")
OTHER_TASKS = QT_TRANSLATE_NOOP("Comparing", "These runs learnt different things, so none is the best.")
NONE_BETTER = QT_TRANSLATE_NOOP(
    "Comparing", "None of these runs did better than what it began from, so each keeps that and none is the best."
)
UNKNOWN_BYTES = QT_TRANSLATE_NOOP(
    "Comparing",
    "These runs cut their text into different tokens, and the bits per byte of some are not known, so none is the"
    " best.",
)


def comparable(runs: Sequence[Run]) -> Comparable:
    """What may be ranked of these runs: only what was measured on one text, in one way, and in one unit.

    What has not been measured yet has no say in it.
    """
    found = replace(_ranking(runs), headline=headline_of(runs))
    has_none_better = len(runs) > 1 and all(run.got_better is False for run in runs)
    return replace(found, why=NONE_BETTER) if found.measure and not found.why and has_none_better else found


def _ranking(runs: Sequence[Run]) -> Comparable:
    runs = [run for run in runs if run.base_validation_loss is not None or run.best_validation_loss is not None]
    of_tokens = headline_of(runs) is Headline.PERPLEXITY
    alike = not of_tokens or _have_one_tokenizer(runs)  # whatever a text's tokens are, its labels are the same
    counted = all(run.bytes_per_token for run in runs)
    unit = Measure.BITS if counted and not alike else Measure.LOSS
    if len({run.task for run in runs}) > 1:
        return Comparable(None, OTHER_TASKS, unit)
    if len({run.corpus_sha256 for run in runs}) > 1:
        return Comparable(None, OTHER_TEXTS, unit)
    if len({labels_kept(run) for run in runs}) > 1:
        return Comparable(None, OTHER_LABELS, unit)
    if of_tokens and len({run.fine_tuning.context_length for run in runs}) > 1:
        return Comparable(None, OTHER_PASSAGES, unit)
    if alike:
        return Comparable(Measure.LOSS)
    return Comparable(Measure.BITS, OTHER_TOKENS, unit) if counted else Comparable(None, UNKNOWN_BYTES)


def measured_alike(run: Run, measure: Measure) -> str:
    """Equal for runs whose figures in this measure may be put in an order: one text, passages of one length, and of
    losses per token one tokenizer. Losses of labels are of one text alone, whatever its tokens are."""
    if shown_of(run).headline is not Headline.PERPLEXITY:
        return f"{run.task} {run.corpora_in_words.casefold()} {run.corpus_sha256}"
    tokenizer = "" if measure is Measure.BITS else run.tokenizer_sha256 or run.model_sha256
    return (
        f"{run.task} {run.corpora_in_words.casefold()} {run.corpus_sha256} {run.fine_tuning.context_length} {tokenizer}"
    )


def in_bits(run: Run, losses: Floats) -> Floats | None:
    """A curve of losses in bits per byte; None where the run's bytes were not counted."""
    nothing, one = run.bits_per_byte(0.0), run.bits_per_byte(1.0)
    return None if nothing is None or one is None else nothing + (one - nothing) * losses


def _have_one_tokenizer(runs: Sequence[Run]) -> bool:
    """Where it was not noted, what began from the very same files has the same."""
    known = {run.tokenizer_sha256 for run in runs if run.tokenizer_sha256}
    is_noted = all(run.tokenizer_sha256 for run in runs)
    return len(known) <= 1 and (is_noted or len({run.model_sha256 for run in runs}) <= 1)


class XAxis(StrEnum):
    """What curves are drawn over."""

    STEPS = "steps"
    TOKENS = "tokens"
    SECONDS = "seconds"


@dataclass(frozen=True)
class Difference:
    """A setting, or one of NO_SETTINGS, in which runs differ. A value is None where the setting means nothing."""

    name: str
    values: tuple[Any, ...]  # one for each run


def differences(runs: Sequence[Run]) -> tuple[Difference, ...]:
    """Only what differs between at least two of the runs."""
    names = (*NO_SETTINGS, *KNOBS)
    every = (Difference(name, tuple(value_of(run, name) for run in runs)) for name in names)
    return tuple(difference for difference in every if len(set(difference.values)) > 1)


def value_of(run: Run, name: str) -> Any:
    """A setting of a run, or one of NO_SETTINGS."""
    if name in _OF_RUN:
        return _OF_RUN[name](run)
    return getattr(run.fine_tuning, name) if run.fine_tuning.applies(name, run.tasks) else None


def _learnt(run: Run) -> str:
    """What it learnt; of several things each with its weight."""
    if len(run.inputs) < 2:
        return run.task
    return ", ".join(f"{key}:{each.weight:g}" for key, each in zip(run.keys, run.inputs, strict=True))


_OF_RUN: dict[str, Callable[[Run], str | None]] = {
    MODEL: lambda run: run.model,
    CORPUS: lambda run: run.corpora_in_words,
    LEARNT: _learnt,
    TEACHER: lambda run: None if run.teacher is None else run.teacher.name,
    WHERE: lambda run: str(run.where),
}


def result_of(run: Run, name: str) -> float | None:
    """One of the RESULTS of a run, or a figure of its task's, TASK/FIGURE, as far as it has got."""
    found: float | None = run.best_figures.get(name) if "/" in name else getattr(run, name)
    return found


def results_of(runs: Sequence[Run]) -> tuple[str, ...]:
    """Those that say something of some of the runs: their tasks' figures, and bits per byte where they are known."""
    figures = dict.fromkeys(name for run in runs for name in run.best_figures)
    known = (name for name in RESULTS if "bits" not in name or any(result_of(run, name) for run in runs))
    return (*figures, *known)


def positions(run: Run, curve: Curve, over: XAxis) -> Floats:
    """Where the points of a run's curve lie on the axis."""
    match over:
        case XAxis.STEPS:
            return curve.steps
        case XAxis.TOKENS:
            return curve.steps * float(run.fine_tuning.tokens_per_step)
        case XAxis.SECONDS:
            return curve.seconds


def smoothed(values: Floats, memory: float) -> Floats:
    """The exponential moving average without its bias towards zero (Kingma & Ba, Adam, 2015, section 3).

    All at once, as a convolution by Fourier transform: a loop over the points is too slow to follow a slider.
    """
    count = len(values)
    if not count or memory <= 0:
        return values
    weights = memory ** np.arange(count)
    size = 2 * count
    centre = values.mean()  # the transform's error is relative to the largest value
    summed = np.fft.irfft(np.fft.rfft(values - centre, size) * np.fft.rfft(weights, size), size)[:count]
    averages: Floats = centre + summed / np.cumsum(weights)
    return averages
