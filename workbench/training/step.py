"""One step of learning, compiled by XLA into a single program: loss, gradients, clip, move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.models.compiled import compiled
from workbench.tasks.mixture import part_of
from workbench.tasks.task import Batch, Task
from workbench.training.accumulation import means
from workbench.training.dropout import Dropout
from workbench.training.layers import Learning
from workbench.training.products import products_in
from workbench.training.update import Update
from workbench.values.fine_tuning import FineTuning

if TYPE_CHECKING:
    import keras


@dataclass(frozen=True, eq=False)
class Gradients:
    """Calling it gives the loss of a micro-batch, and the gradients of what learns."""

    network: keras.Model
    learning: Learning
    task: Task
    fine_tuning: FineTuning

    def __call__(self, batch: Batch) -> list[Any]:
        """None for what the loss of this batch does not depend on, such as the head of another task."""
        import tensorflow as tf

        with tf.GradientTape() as tape:
            with products_in(self.fine_tuning.precision) as products:
                outputs = products.unmade(self.network(self.task.feed(batch.inputs), training=True))
            objective, loss = self.task.objective(outputs, batch.targets, self.fine_tuning)
        # An embedding's gradient may come as rows; all that follows wants it whole.
        found = [
            None if gradient is None else tf.convert_to_tensor(gradient)
            for gradient in tape.gradient(objective, self.learning.felt)
        ]
        return [loss, *(self.learning.beside.gradients(found) if self.learning.beside else found)]


class TrainingStep:
    """Calling it learns from one batch.

    Random numbers (dropout) are a function of the seed, the step and the micro-batch, so that nothing but the step's
    number is needed to go on. Neither the text nor the seed is part of the compiled program, so that it serves another
    run of the same shape.
    """

    def __init__(
        self,
        network: keras.Model,
        learning: Learning,
        optimizer: keras.optimizers.Optimizer,
        fine_tuning: FineTuning,
        task: Task,
        *,
        varies: bool = False,
        counts: bool = False,
    ) -> None:
        """Where the share of the rate `varies` between what is `learning`, a call says it for each variable; where
        each `counts` its own steps, that as well."""
        import tensorflow as tf

        variables, beside, parts = learning.variables, learning.beside, fine_tuning.accumulate
        dropout = Dropout(network, fine_tuning.dropout)
        gradients_of = Gradients(network, learning, task, fine_tuning)
        update = Update(optimizer, variables, fine_tuning.clip_norm, fine_tuning.pull, varies, counts)

        resting: dict[str, list[bool]] = {}  # of each part whose step was traced, for each variable

        def zeros() -> list[Any]:
            return [tf.zeros([]), *(tf.zeros(variable.shape) for variable in variables)]

        @compiled(network)
        def step(batch: Batch, rate: Any, seed: Any, number: Any, multipliers: Any, own_steps: Any) -> Any:
            def measured(micro: Batch, index: Any) -> list[Any]:
                dropout.begin(seed, number if parts == 1 else number * parts + tf.cast(index, number.dtype))
                loss, *gradients = gradients_of(micro)
                resting[part] = [gradient is None for gradient in gradients]
                return [
                    loss,
                    *(tf.zeros(v.shape) if g is None else g for v, g in zip(variables, gradients, strict=True)),
                ]

            part = part_of(batch)
            optimizer.learning_rate.assign(rate)
            loss, *gradients = means(measured, batch, parts, zeros)
            moving = [None if rests else found for rests, found in zip(resting[part], gradients, strict=True)]
            norm = update(moving, rate, multipliers, own_steps)
            if beside:
                beside.merge()
            return loss, norm

        self._step = step
        self._resting = resting
        self._update = update
        self._all = np.ones(len(variables), np.float32)

    def anchor_to(self, values: Sequence[np.ndarray]) -> None:
        """Say where the variables began, if they are to be pulled back there."""
        self._update.anchor_to(values)

    @property
    def compiled(self) -> int:
        """How many programs there are so far: one for each shape of a batch, and part."""
        return self._step.programs

    def resting(self, part: str) -> Sequence[bool]:
        """Of each variable, whether it rests in the steps of a part, one of which was made or tried."""
        return self._resting[part]

    def __call__(
        self,
        batch: Batch,
        learning_rate: float,
        seed: int,
        number: int,
        multipliers: np.ndarray | None = None,
        own_steps: np.ndarray | None = None,
    ) -> tuple[float, float]:
        """Learn from `batch`; returns the loss (nats) and the gradient's norm.

        `number` counts the steps from 1, and `own_steps` those of each variable.
        """
        import tensorflow as tf

        loss, norm = self._step(
            tf.nest.map_structure(tf.constant, batch),
            tf.constant(learning_rate, tf.float32),
            tf.constant(seed, tf.int64),
            tf.constant(number, tf.int64),
            tf.constant(self._all if multipliers is None else multipliers, tf.float32),
            tf.constant(self._all if own_steps is None else own_steps, tf.int32),
        )
        return float(loss), float(norm)
