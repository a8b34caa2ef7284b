"""Adam and AdamW as Keras has them, by fewer operations: what is the same for all variables is computed once.

Keras computes it for each one, and asks of each number what type it is. XLA throws away again what is there twice, so
that the bits are the same; but a step is traced and lowered operation by operation, and a network of thirty layers has
270 variables: 40 % of the time that a step took to trace were Adam's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import keras
import tensorflow as tf


class _Adam:
    """To stand before one of Keras's two among the bases of a class.

    Its variables are moved one after the other, without what Keras puts around each for the case that they are spread
    over several devices: several workers have summed their gradients by then (`workers.py`).
    """

    own_steps: Any = None  # as `counted` says them
    _of_all: Any = None  # what `_move` gives, where each variable has made all steps
    _numbers: Sequence[Any] = ()  # what a step tells the two moments, 1 - β₁ and 1 - β₂, and ε

    def _backend_update_step(
        self: Any, grads: Sequence[Any], trainable_variables: Sequence[Any], learning_rate: Any
    ) -> None:
        self._of_all = self._move(learning_rate) if self.own_steps is None else None
        numbers = (1 - self.beta_1, 1 - self.beta_2, self.epsilon)
        self._numbers = [tf.constant(number, tf.float32) for number in numbers]
        for gradient, variable in zip(grads, trainable_variables, strict=True):
            self.update_step(gradient, variable.value, learning_rate)

    def _apply_weight_decay(self: Any, variables: Sequence[Any]) -> None:
        if self.weight_decay is None:
            return
        decay, rate = tf.constant(self.weight_decay, tf.float32), tf.convert_to_tensor(self.learning_rate)
        for variable in variables:
            if self._use_weight_decay(variable):
                variable.value.assign_sub(variable.value * decay * rate)

    def _move(self: Any, learning_rate: Any) -> Any:
        """α √(1 - β₂ᵗ) / (1 - β₁ᵗ) (Kingma & Ba, 2015, end of section 2)."""
        step = tf.cast(self.iterations + 1, tf.float32)
        return learning_rate * tf.sqrt(1 - tf.pow(self.beta_2, step)) / (1 - tf.pow(self.beta_1, step))

    def update_step(self: Any, gradient: Any, variable: Any, learning_rate: Any) -> None:
        move = self._move(learning_rate) if self._of_all is None else self._of_all
        index, (in_first, in_second, epsilon) = self._get_variable_index(variable), self._numbers
        first, second = self._momentums[index].value, self._velocities[index].value
        first.assign_add((gradient - first) * in_first)
        second.assign_add((tf.square(gradient) - second) * in_second)
        variable.assign_sub(first * move / (tf.sqrt(second) + epsilon))


class Adam(_Adam, keras.optimizers.Adam):
    pass


class AdamW(_Adam, keras.optimizers.AdamW):
    pass
