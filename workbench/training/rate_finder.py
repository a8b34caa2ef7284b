"""A learning rate by trying: a short ramp from far too small to far too large, on weights that are thrown away.

Smith, Cyclical Learning Rates for Training Neural Networks, 2017, section 3.3.
"""

from __future__ import annotations

import math
from collections.abc import Generator
from dataclasses import dataclass, replace

from workbench.models.language_model import LanguageModel
from workbench.tasks.task import Task, Text
from workbench.training.learner import Learner
from workbench.values.fine_tuning import FineTuning

STEPS = 60
BELOW, ABOVE = 1e-3, 1e2  # where the ramp begins and ends, as parts of the rate that suits the model
SMOOTHING = 0.9
TOO_HIGH = 1.0  # nats above the lowest smoothed loss: from here on it only gets worse
MARGIN = 10  # the rate where the loss is lowest is already about to be too large


@dataclass(frozen=True)
class TriedRate:
    learning_rate: float
    loss: float  # nats per token, smoothed


def try_rates(
    model: LanguageModel, corpus: Text, fine_tuning: FineTuning, task: Task
) -> Generator[TriedRate, None, float]:
    """Train `model` with rates around `fine_tuning`'s own and return the suggested one; the weights are spoilt.

    Raises KnownError("corpus.too_short").
    """
    # Gradual unfreezing would still be at its first layer, and nothing can be pulled back so early.
    settings = replace(fine_tuning, pull=0.0, unfreeze_over=0.0)
    learner = Learner(model, settings, task)
    dataset = learner.dataset(corpus)
    for _ in learner.reading(dataset):
        pass
    average, lowest = 0.0, TriedRate(settings.learning_rate, math.inf)
    for step in range(1, STEPS + 1):
        rate = settings.learning_rate * BELOW * (ABOVE / BELOW) ** ((step - 1) / (STEPS - 1))
        loss = learner.try_rate(dataset, step, rate)
        average = SMOOTHING * average + (1 - SMOOTHING) * loss
        smoothed = average / (1 - SMOOTHING**step)
        if not math.isfinite(smoothed) or smoothed > lowest.loss + TOO_HIGH:
            break
        tried = TriedRate(rate, smoothed)
        lowest = min(lowest, tried, key=lambda found: found.loss)
        yield tried
    return float(f"{lowest.learning_rate / MARGIN:.1g}")
