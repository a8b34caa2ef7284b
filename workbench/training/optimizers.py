"""The optimizers that settings name, with the variables that they move."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.models.keras_internals import named_anew
from workbench.training.counting import counting
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Optimizer

if TYPE_CHECKING:
    import keras

SGD_MOMENTUM = 0.9


def make_optimizer(fine_tuning: FineTuning, variables: Sequence[keras.Variable]) -> keras.optimizers.Optimizer:
    """The optimizer for `variables`, its slots built; weight decay is decoupled and leaves biases and norms alone."""
    with named_anew():  # else what is compiled with it would be another program each time
        optimizer = _optimizer(fine_tuning)
    optimizer.exclude_from_weight_decay(
        [v for v in variables if v.path.rsplit("/", 1)[-1] in ("bias", "gamma", "beta", "scale")]
    )
    optimizer.build(list(variables))
    return optimizer


def _optimizer(fine_tuning: FineTuning) -> keras.optimizers.Optimizer:
    import keras

    rate, decay = fine_tuning.learning_rate, {"weight_decay": fine_tuning.weight_decay}
    kinds = keras.optimizers
    match fine_tuning.optimizer:
        case Optimizer.ADAMW:
            from workbench.training.adam import AdamW

            return counting(AdamW)(rate, **decay)
        case Optimizer.ADAM:
            from workbench.training.adam import Adam

            return counting(Adam)(rate)  # as it was published: without decay
        case Optimizer.SGD:
            return counting(kinds.SGD)(rate, **decay)
        case Optimizer.SGD_MOMENTUM:
            return counting(kinds.SGD)(rate, SGD_MOMENTUM, nesterov=True, **decay)
        case Optimizer.ADAFACTOR:
            # A move is the rate times the size of the weights (section 8); the rate is the schedule's own, but never
            # more than 1 / √step, which Keras takes from the paper: rates that suit are far below for 10,000 steps.
            return counting(kinds.Adafactor)(rate, relative_step=False, **decay)
        case Optimizer.LION:
            return counting(kinds.Lion)(rate, **decay)
        case Optimizer.MUON:
            from workbench.training.muon import Muon

            return counting(Muon)(rate, fine_tuning.weight_decay, fine_tuning.precision)
