"""Which weights of a network learn, and how far each is moved: layer by layer, from the embeddings up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workbench.training.head_alone import HeadAlone
from workbench.training.lora import Lora
from workbench.training.schedule import CALIBRATION_STEPS
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Method

if TYPE_CHECKING:
    import keras

    from workbench.models.families.family import Family

EMBEDDINGS = 0  # the lowest layer


@dataclass(frozen=True)
class Learning:
    """What learns of a network."""

    variables: list[keras.Variable]
    layers: list[int]  # of each
    beside: Lora | HeadAlone | None = None  # what learns in place of weights of the network's own

    @property
    def felt(self) -> list[keras.Variable]:
        """What the network's gradient is taken of."""
        return self.beside.felt if self.beside else self.variables


def prepare(
    network: keras.Model, family: Family, fine_tuning: FineTuning, head: Sequence[keras.Variable] = ()
) -> Learning:
    """What the method lets learn of `network`.

    The variables of a task's `head`, which know nothing yet, always learn: they are a layer above the topmost.
    """
    own = {variable.path for variable in head}
    numbers = family.layer_numbers(v.path for v in network.trainable_variables if v.path not in own)
    top = max(numbers.values())
    numbers |= dict.fromkeys(own, top + 1)
    if fine_tuning.method is Method.LORA:
        lora = Lora(network, family, fine_tuning, head)
        return Learning(lora.variables, [numbers[path] for path in lora.places], lora)
    lowest = EMBEDDINGS
    if fine_tuning.method is Method.LAST_LAYERS:
        lowest = top + 1 - fine_tuning.layers
    if fine_tuning.freeze_embeddings:
        lowest = max(lowest, EMBEDDINGS + 1)
    learning = [variable for variable in network.trainable_variables if numbers[variable.path] >= lowest]
    return Learning(learning, [numbers[variable.path] for variable in learning])


def layer_numbers(network: keras.Model, family: Family) -> dict[str, int]:
    """The layer of each variable by its path, as the family counts them: 0 for the embeddings."""
    return family.layer_numbers(variable.path for variable in network.trainable_variables)


def rate_multipliers(numbers: list[int], fine_tuning: FineTuning, step: int, total_steps: int) -> np.ndarray:
    """What part of the learning rate each variable moves by at `step`, counted from 1: float32, 0 where it is frozen.

    `numbers` are the variables' layers. Layer l of L moves by decay^(l - L) (ULMFiT, 2018, section 3.2).
    """
    layers = np.array(numbers)
    share = (fine_tuning.layer_decay or 1.0) ** (layers - layers.max()).astype(np.float64)
    share[step <= _rests(layers, fine_tuning, total_steps)] = 0.0
    result: np.ndarray = share.astype(np.float32)
    return result


def own_steps(numbers: list[int], fine_tuning: FineTuning, step: int, total_steps: int) -> np.ndarray:
    """The how many-th step of its own `step` is for each variable: int32, counted from 1 when its layer joins."""
    result: np.ndarray = np.maximum(1, step - _rests(np.array(numbers), fine_tuning, total_steps)).astype(np.int32)
    return result


def _rests(layers: np.ndarray, fine_tuning: FineTuning, total_steps: int) -> np.ndarray:
    """How many steps each variable waits.

    Unfreezing gradually, the topmost layer begins and the others join from the top down, the lowest when
    `unfreeze_over` of the run is over.
    """
    top, lowest = layers.max(), layers.min()
    if fine_tuning.method is not Method.GRADUAL_UNFREEZING or top == lowest:
        return np.zeros(len(layers), int)
    joins = fine_tuning.unfreeze_over * total_steps * (top - layers) / (top - lowest)
    if fine_tuning.minutes is not None:  # before the number of steps is known, no layer has joined
        joins = np.where(joins > 0, np.maximum(joins, CALIBRATION_STEPS), 0)
    result: np.ndarray = np.floor(joins).astype(int)
    return result


def counts(fine_tuning: FineTuning) -> bool:
    """Whether layers join late, so that each counts its own steps."""
    return fine_tuning.method is Method.GRADUAL_UNFREEZING


def varies(fine_tuning: FineTuning) -> bool:
    """Whether any share is ever other than 1."""
    return fine_tuning.layer_decay not in (0, 1) or fine_tuning.method is Method.GRADUAL_UNFREEZING
