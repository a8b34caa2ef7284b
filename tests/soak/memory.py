"""Whether the memory of a process that lives long is flat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

WARM_UP = 0.2  # of the samples: libraries load, and what is compiled is kept
LEAST_WARM_UP = 8  # samples
FEWEST = 12  # that tell something
GROWTH_SHARE, GROWTH_BYTES = 0.15, 60e6


@dataclass(frozen=True)
class Memory:
    """Medians of the first and the last third after warming up, in bytes."""

    samples: int
    first: float
    last: float

    @property
    def is_flat(self) -> bool:
        growth = self.last - self.first
        return growth <= GROWTH_SHARE * self.first or growth <= GROWTH_BYTES

    def __str__(self) -> str:
        change = self.last / self.first - 1
        return f"{self.first / 1e6:.0f} MB, then {self.last / 1e6:.0f} MB ({change:+.1%}, {self.samples} samples)"


def judged(samples: Sequence[int]) -> Memory | None:
    """None where there are too few of them."""
    warm = samples[max(LEAST_WARM_UP, round(WARM_UP * len(samples))) :]
    if len(warm) < FEWEST:
        return None
    third = len(warm) // 3
    return Memory(len(samples), median(warm[:third]), median(warm[-third:]))
