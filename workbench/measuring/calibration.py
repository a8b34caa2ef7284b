"""Whether a model is right as often as it is sure (reliability diagram; Guo et al., On Calibration, 2017)."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from workbench.values.measurement import CalibrationBin

BINS = 10


class Calibration:
    """Sums over predictions, in bins of equal width by how probable the likeliest token was held to be."""

    def __init__(self) -> None:
        self._counts = np.zeros(BINS, np.int64)
        self._confidence = np.zeros(BINS)
        self._right = np.zeros(BINS, np.int64)

    def add(self, confidence: np.ndarray, right: np.ndarray) -> None:
        """`confidence` in 0 … 1, and whether the likeliest token was the one that came."""
        numbers = np.minimum((confidence * BINS).astype(np.int64), BINS - 1)
        self._counts += np.bincount(numbers, minlength=BINS)
        self._confidence += np.bincount(numbers, weights=confidence, minlength=BINS)
        self._right += np.bincount(numbers, weights=right, minlength=BINS).astype(np.int64)

    @property
    def bins(self) -> tuple[CalibrationBin, ...]:
        """Those that anything fell into, from the least to the most sure."""
        return tuple(
            CalibrationBin(int(count), float(confidence / count), float(right / count))
            for count, confidence, right in zip(self._counts, self._confidence, self._right, strict=True)
            if count
        )

    @property
    def error(self) -> float:
        """The expected calibration error: how far sureness and success are apart, on the average over predictions."""
        total = max(1, int(self._counts.sum()))
        return sum(each.tokens * abs(each.accuracy - each.confidence) for each in self.bins) / total


def error_by_chance(bins: Sequence[CalibrationBin]) -> float:
    """The calibration error that a model would have that is exactly as often right as it is sure.

    With few tokens that is more than nothing: the mean distance of a binomial share from its expectation.
    """
    spreads = (
        each.tokens * math.sqrt(max(0.0, each.confidence * (1 - each.confidence)) / each.tokens) for each in bins
    )
    return math.sqrt(2 / math.pi) * sum(spreads) / max(1, sum(each.tokens for each in bins))
