"""One step of learning, compiled by XLA into a single program: loss, gradients, clip, move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.models.compiled import Compiled, compiled
from workbench.tasks.mixture import part_of
from workbench.tasks.task import Batch, Task
from workbench.training.accumulation import means
from workbench.training.dropout import Dropout
from workbench.training.layers import Learning
from workbench.training.products import products_in
from workbench.training.update import Update
from workbench.training.workers import Workers
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

    Of several workers each finds the gradients of its own micro-batches, and all move by the mean of what they found:
    two programs in place of one, with the sum over the network in between.
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
        workers: Workers | None = None,
    ) -> None:
        """Where the share of the rate `varies` between what is `learning`, a call says it for each variable; where
        each `counts` its own steps, that as well. Each of the `workers` makes as many micro-batches, of rows
        of its own."""
        self._network, self._learning, self._workers, self._parts = network, learning, workers, fine_tuning.accumulate
        self._dropout = Dropout(network, fine_tuning.dropout)
        self._gradients = Gradients(network, learning, task, fine_tuning)
        self._update = Update(optimizer, learning.variables, fine_tuning.clip_norm, fine_tuning.pull, varies, counts)
        self._resting: dict[str, list[bool]] = {}  # of each part whose step was traced, for each variable
        self._all = np.ones(len(learning.variables), np.float32)
        self._program = compiled(network)(self._whole if workers is None else self._found)
        self._moves: dict[str, Compiled] = {}  # of several workers, by the part that was learnt

    def anchor_to(self, values: Sequence[np.ndarray]) -> None:
        """Say where the variables began, if they are to be pulled back there."""
        self._update.anchor_to(values)

    @property
    def anchors(self) -> Sequence[Any]:
        """Where the variables began, if they are pulled back there; TensorFlow's variables."""
        return self._update.anchors

    @property
    def compiled(self) -> int:
        """How many programs there are so far: one for each shape of a batch, and part."""
        return self._program.programs

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

        place = (tf.constant(seed, tf.int64), tf.constant(number, tf.int64))
        moves = (
            tf.constant(learning_rate, tf.float32),
            tf.constant(self._all if multipliers is None else multipliers, tf.float32),
            tf.constant(self._all if own_steps is None else own_steps, tf.int32),
        )
        if self._workers is None:
            loss, norm = self._program(tf.nest.map_structure(tf.constant, batch), *place, *moves)
        else:
            loss, norm = self._together(self._workers, batch, place, moves)
        return float(loss), float(norm)

    def _together(self, workers: Workers, batch: Batch, place: Sequence[Any], moves: Sequence[Any]) -> Any:
        """Learn from the rows of this worker, and move by what all of them found."""
        import tensorflow as tf

        part = part_of(batch)
        sums = workers.total(self._program(tf.nest.map_structure(tf.constant, batch), *place))
        if part not in self._moves:

            def move(sums: Sequence[Any], *moves: Any) -> Any:
                return self._moved(part, [each / workers.size for each in sums], *moves)

            self._moves[part] = compiled(self._network)(move)
        return self._moves[part](sums, *moves)

    def _whole(self, batch: Batch, seed: Any, number: Any, rate: Any, multipliers: Any, own_steps: Any) -> Any:
        return self._moved(part_of(batch), self._found(batch, seed, number), rate, multipliers, own_steps)

    def _found(self, batch: Batch, seed: Any, number: Any) -> list[Any]:
        """The means over the micro-batches that are made here: of the loss, and of the gradients."""
        import tensorflow as tf

        variables, part, parts = self._learning.variables, part_of(batch), self._parts
        here = parts if self._workers is None else parts // self._workers.size
        first = 0 if self._workers is None else here * self._workers.rank

        def zeros() -> list[Any]:
            return [tf.zeros([]), *(tf.zeros(variable.shape) for variable in variables)]

        def measured(micro: Batch, index: Any) -> list[Any]:
            self._dropout.begin(seed, number if parts == 1 else number * parts + tf.cast(first + index, number.dtype))
            loss, *gradients = self._gradients(micro)
            self._resting[part] = [gradient is None for gradient in gradients]
            return [
                loss,
                *(tf.zeros(v.shape) if g is None else g for v, g in zip(variables, gradients, strict=True)),
            ]

        return means(measured, batch, here, zeros)

    def _moved(self, part: str, found: Sequence[Any], rate: Any, multipliers: Any, own_steps: Any) -> Any:
        """The loss, and the norm of the gradients that the variables were moved by."""
        self._update.optimizer.learning_rate.assign(rate)
        loss, *gradients = found
        resting = self._resting[part]
        moving = [None if rests else gradient for rests, gradient in zip(resting, gradients, strict=True)]
        norm = self._update(moving, rate, multipliers, own_steps)
        if self._learning.beside:
            self._learning.beside.merge()
        return loss, norm
