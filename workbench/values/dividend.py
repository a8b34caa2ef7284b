"""A transfer dividend as it was planned, and the runs that were made for it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import ModelRef
from workbench.values.run import NEXT_WORD

SHARES = (0.1, 0.3, 1.0)
FEWEST_LABELS = 30  # with which a comparison of labels begins
_ROUNDED = 1e-6  # of an example: what is computed of a share may be a little more than it is
_FURTHER = 1.5  # times as many labels as before are at least worth another pair of runs


@dataclass(frozen=True)
class Plan:
    """What is compared: `model` with random weights of its shape, both on each of `shares` of the training text."""

    corpus: str
    model: ModelRef
    fine_tuning: FineTuning
    shares: tuple[float, ...] = SHARES
    task: str = NEXT_WORD


def shares_of_labels(examples: int) -> tuple[float, ...]:
    """Those that mean 30, 100, 300, 1,000 … and all of so many labelled examples."""
    counts = takewhile(lambda count: count * _FURTHER <= examples, _rising())
    return tuple(share_of_labels(count, examples) for count in (*counts, examples))


def share_of_labels(count: int, examples: int) -> float:
    """The share of `examples` that is `count` of them."""
    return 1.0 if count >= examples else (count - 0.5) / examples  # a share is rounded up to whole examples


def labels_in(share: float, examples: int) -> int:
    """How many of `examples` a share is."""
    return math.ceil(share * examples - _ROUNDED)


@dataclass(frozen=True)
class DividendRecord:
    name: str
    plan: Plan
    runs: Mapping[tuple[bool, float], int]  # ids, by whether the run began from pretrained weights, and its share


def _rising() -> Iterator[int]:
    """30, 100, 300, 1,000 …"""
    least = FEWEST_LABELS
    while True:
        yield least
        yield least * 10 // 3
        least *= 10
