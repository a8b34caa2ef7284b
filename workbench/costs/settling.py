"""What a fine-tuning leaves to the model, filled in before the run, so that the run stores what it really did."""

from __future__ import annotations

import math
from dataclasses import replace

from workbench.messages.errors import KnownError
from workbench.models.card import PretrainedModel
from workbench.models.catalogue import read_config
from workbench.models.families.registry import family_of
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import OUTDATED, Method, Optimizer, Pooling
from workbench.values.network_kind import NetworkKind

# Read off tests/benchmarks/learning_rates.py, which tries several after each other on one text.
ADAMW_PRETRAINED = 5e-4  # for PRETRAINED_PARAMETERS weights
PRETRAINED_PARAMETERS = 8_400_000
ADAMW_FROM_SCRATCH = {NetworkKind.TRANSFORMER: 2e-3, NetworkKind.LSTM: 1e-2}
# Of a head that learns alone, on standardised features and from zeros, whatever the model: of 0.0001 to 0.01, with a
# hundred labels and with nine hundred, on two texts and two models, this was within a percent of the best each time.
ADAMW_HEAD = 1e-3
# AdamW moves each weight by about the rate, whatever the gradient's size; the others do not.
TIMES_ADAMW = {Optimizer.SGD: 2000, Optimizer.SGD_MOMENTUM: 200, Optimizer.ADAFACTOR: 20, Optimizer.LION: 0.2}
# Its pairs begin with nothing. Of 0.002 to 0.032, 60 steps of Starter English on WikiText-2 ended lowest with 0.032
# beside queries and values (5.07 nats per token; 0.008: 5.18, 0.002: 5.50), and with 0.008 beside all matrices (4.67;
# 0.002: 4.85), where 0.032 did harm (7.07).
TIMES_LORA = 10
LAYER_DECAY = {Method.GRADUAL_UNFREEZING: 2.6}  # ULMFiT, section 3.2; else 1


def settle(fine_tuning: FineTuning, model: PretrainedModel, *, continued: bool = False) -> FineTuning:
    """`fine_tuning` with a learning rate, a context length and a dropout that `model` can do with.

    `continued` says that the model has already learnt in an earlier run, so that its weights are not random.
    Raises KnownError: method.unsupported, method.outdated.
    """
    if fine_tuning.method in OUTDATED:
        raise KnownError("method.outdated")
    if fine_tuning.method is Method.LORA and model.kind is not NetworkKind.TRANSFORMER:
        raise KnownError("method.unsupported", method="LoRA", name=model.name)
    return replace(
        fine_tuning.within(model.context_length),
        learning_rate=fine_tuning.learning_rate or suited_learning_rate(model, fine_tuning, continued),
        layer_decay=fine_tuning.layer_decay or LAYER_DECAY.get(fine_tuning.method, 1.0),
        dropout=fine_tuning.dropout if _can_drop(model) else 0.0,
        pooling=fine_tuning.pooling.for_method(fine_tuning.method),
        language_model=0.0 if fine_tuning.method is Method.HEAD else fine_tuning.language_model,
    )


def _can_drop(model: PretrainedModel) -> bool:
    """Whether the network has connections that can be switched off."""
    return model.folder is None or family_of(read_config(model.folder)).has_dropout


def unsettle(fine_tuning: FineTuning, model: PretrainedModel, *, continued: bool = False) -> FineTuning:
    """The inverse of `settle`, as far as can be told: what was the model's own is left to the next model again."""
    left = {
        "learning_rate": 0.0, "layer_decay": 0.0, "context_length": FineTuning().context_length,
        "pooling": Pooling.SUITED,
    }  # fmt: skip
    suited = settle(fine_tuning.with_settings(left), model, continued=continued)
    own = {name: getattr(fine_tuning, name) for name in left}
    return fine_tuning.with_settings(
        {name: left[name] if own[name] == getattr(suited, name) else own[name] for name in left}
    )


def suited_learning_rate(model: PretrainedModel, fine_tuning: FineTuning, continued: bool = False) -> float:
    """Random weights have far to go; pretrained ones are moved less far, and less the more of them there are."""
    if fine_tuning.method is Method.HEAD:
        rate = ADAMW_HEAD
    elif model.from_scratch and not continued:
        rate = ADAMW_FROM_SCRATCH[model.kind]
    else:
        rate = ADAMW_PRETRAINED * min(1.0, math.sqrt(PRETRAINED_PARAMETERS / model.parameters))
    rate *= TIMES_ADAMW.get(fine_tuning.optimizer, 1)
    if fine_tuning.method is Method.LORA:
        rate *= TIMES_LORA
    return float(f"{rate:.1g}")  # one digit is all the precision that there is
