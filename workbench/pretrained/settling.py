"""What a fine-tuning leaves to the model, filled in before the run, so that the run stores what it really did."""

from __future__ import annotations

import math
from dataclasses import replace

from workbench.fine_tuning import FineTuning, Optimizer
from workbench.pretrained.card import PretrainedModel
from workbench.records import Family

# Read off tests/benchmarks/learning_rates.py, which tries several after each other on one text.
ADAMW_PRETRAINED = 5e-4  # for PRETRAINED_PARAMETERS weights
PRETRAINED_PARAMETERS = 8_400_000
ADAMW_FROM_SCRATCH = {Family.TRANSFORMER: 2e-3, Family.LSTM: 1e-2}
SGD_TIMES_ADAMW = 200  # a step of AdamW moves each weight by about the rate, whatever the gradient's size


def settle(fine_tuning: FineTuning, model: PretrainedModel, *, continued: bool = False) -> FineTuning:
    """`fine_tuning` with a learning rate and a context length that `model` can do with.

    `continued` says that the model has already learnt in an earlier run, so that its weights are not random.
    """
    return replace(
        fine_tuning,
        learning_rate=fine_tuning.learning_rate or suited_learning_rate(model, fine_tuning.optimizer, continued),
        context_length=min(fine_tuning.context_length, model.context_length),
    )


def suited_learning_rate(model: PretrainedModel, optimizer: Optimizer, continued: bool = False) -> float:
    """Random weights have far to go; pretrained ones are moved less far, and less the more of them there are."""
    if model.from_scratch and not continued:
        rate = ADAMW_FROM_SCRATCH[model.family]
    else:
        rate = ADAMW_PRETRAINED * min(1.0, math.sqrt(PRETRAINED_PARAMETERS / model.parameters))
    if optimizer is Optimizer.SGD:
        rate = min(1.0, rate * SGD_TIMES_ADAMW)
    return float(f"{rate:.1g}")  # one digit is all the precision that there is
