"""A transfer dividend as it was planned, and the runs that were made for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import ModelRef

SHARES = (0.1, 0.3, 1.0)


@dataclass(frozen=True)
class Plan:
    """What is compared: `model` with random weights of its shape, both on each of `shares` of the training text."""

    corpus: str
    model: ModelRef
    fine_tuning: FineTuning
    shares: tuple[float, ...] = SHARES


@dataclass(frozen=True)
class DividendRecord:
    name: str
    plan: Plan
    runs: Mapping[tuple[bool, float], int]  # ids, by whether the run began from pretrained weights, and its share
