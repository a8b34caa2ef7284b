"""Runs beside each other: the settings in which they differ, their results, and their curves over a common axis."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
import numpy.typing as npt

from workbench.fine_tuning import FineTuning
from workbench.records import Curve, Run

Floats = npt.NDArray[np.float64]

MODEL, CORPUS = "model", "corpus"  # differ like settings do
RESULTS = ("best_validation_loss", "final_validation_loss", "kept_step", "steps", "seconds", "tokens_per_second")
LOSSES = ("best_validation_loss", "final_validation_loss")  # the lower, the better


class Over(StrEnum):
    """What curves are drawn over."""

    STEPS = "steps"
    TOKENS = "tokens"
    SECONDS = "seconds"


@dataclass(frozen=True)
class Difference:
    """A setting, or MODEL or CORPUS, in which runs differ. A value is None where the setting means nothing."""

    name: str
    values: tuple[Any, ...]  # one for each run


def differences(runs: Sequence[Run]) -> tuple[Difference, ...]:
    """Only what differs between at least two of the runs."""
    names = (MODEL, CORPUS, *(spec.name for spec in dataclasses.fields(FineTuning)))
    every = (Difference(name, tuple(value_of(run, name) for run in runs)) for name in names)
    return tuple(difference for difference in every if len(set(difference.values)) > 1)


def value_of(run: Run, name: str) -> Any:
    """A setting of a run, or its model or corpus."""
    if name in (MODEL, CORPUS):
        return getattr(run, name)
    return getattr(run.fine_tuning, name) if run.fine_tuning.applies(name) else None


def result_of(run: Run, name: str) -> float | None:
    """One of the RESULTS of a run, as far as it has got."""
    found: float | None = getattr(run, name)
    return found


def positions(run: Run, curve: Curve, over: Over) -> Floats:
    """Where the points of a run's curve lie on the axis."""
    match over:
        case Over.STEPS:
            return curve.steps
        case Over.TOKENS:
            return curve.steps * float(run.fine_tuning.tokens_per_step)
        case Over.SECONDS:
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
