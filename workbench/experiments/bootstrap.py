"""How far chance may have moved a difference: the passages of a text drawn again and again, with replacement.

B. Efron, “Bootstrap methods: another look at the jackknife”, 1979; percentile intervals.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

RESAMPLES = 2000
CONFIDENCE = 0.95
MOST_BLOCKS = 1000  # passages of a longer text are put together with their neighbours


@dataclass(frozen=True)
class Interval:
    """A figure, and between which bounds it lies with a confidence of 95 %."""

    value: float
    low: float
    high: float

    @property
    def is_clear(self) -> bool:
        """Whether it is not zero, as far as the text can tell."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, eq=False)
class Rate:
    """A figure that is a quotient of two sums over the passages of a text, such as loss per token."""

    amounts: np.ndarray
    sizes: np.ndarray

    @property
    def value(self) -> float:
        return float(self.amounts.sum() / self.sizes.sum())

    def in_blocks(self) -> Rate:
        count = len(self.amounts)
        if count <= MOST_BLOCKS:
            return self
        starts = np.linspace(0, count, MOST_BLOCKS, endpoint=False).astype(int)
        return Rate(np.add.reduceat(self.amounts, starts), np.add.reduceat(self.sizes, starts))


def difference(before: Rate, after: Rate, *, paired: bool, seed: int = 0) -> Interval:
    """`after` - `before`. Where they are `paired`, both have the same passages, which are drawn together; what makes
    a passage hard for both does not widen the interval then."""
    value = after.value - before.value
    before, after = before.in_blocks(), after.in_blocks()
    random = np.random.default_rng(seed)
    drawn = _draw(random, len(before.amounts))
    drawn_after = drawn if paired else _draw(random, len(after.amounts))
    found = _resampled(after, drawn_after) - _resampled(before, drawn)
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(found, (tail, 1 - tail))
    return Interval(value, float(low), float(high))


def _draw(random: np.random.Generator, count: int) -> np.ndarray:
    return random.integers(0, count, (RESAMPLES, count), dtype=np.int32)


def _resampled(rate: Rate, drawn: np.ndarray) -> np.ndarray:
    sums: np.ndarray = rate.amounts[drawn].sum(axis=1) / np.maximum(rate.sizes[drawn].sum(axis=1), 1e-9)
    return sums
