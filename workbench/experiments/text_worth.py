"""What a loss is worth in text: how much of it random weights would have to read to get there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Bound(StrEnum):
    """Whether a factor was found between two measurements, or lies beyond the last one."""

    EXACT = "exact"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"


@dataclass(frozen=True)
class Worth:
    """`factor` times the text; beyond what was measured nothing is guessed, and the bound says so."""

    factor: float
    bound: Bound


def text_worth(loss: float, share: float, from_scratch: Sequence[tuple[float, float]]) -> Worth:
    """How many times as much text as `share` training from scratch needs for `loss`.

    `from_scratch` are (share of the text, best loss); the loss is taken to fall in a straight line over the logarithm
    of the text between two of them. Reading more never counts as doing worse.
    """
    shares: list[float] = []
    reached: list[float] = []
    for read, best in sorted(from_scratch):
        shares.append(read)
        reached.append(min(best, reached[-1]) if reached else best)
    if loss < reached[-1]:
        return Worth(shares[-1] / share, Bound.MORE_THAN)
    if loss > reached[0]:
        return Worth(shares[0] / share, Bound.LESS_THAN)
    number = next(number for number, best in enumerate(reached) if best <= loss)
    if number == 0:
        return Worth(shares[0] / share, Bound.EXACT)
    above, below = reached[number - 1], reached[number]
    way = (above - loss) / (above - below)
    text = math.exp((1 - way) * math.log(shares[number - 1]) + way * math.log(shares[number]))
    return Worth(text / share, Bound.EXACT)
