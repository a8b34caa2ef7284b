"""Cross-entropy over a large vocabulary, a block of it at a time, so that the logits of a batch are never held.

Wijmans et al., Cut Your Losses in Large-Vocabulary Language Models, 2024. Each block of logits is made twice: for the
sum over the vocabulary, and again on the way back. What is held instead are two numbers for each token.
"""

from __future__ import annotations

import math
from typing import Any

from workbench.costs import step_cost
from workbench.models.tensorflow_internals import as_it_stands
from workbench.tasks.logits import UnmadeLogits
from workbench.training.dot import dot


class LogitsInBlocks(UnmadeLogits):
    """states · matrixᵀ, in products whose factors are of `kind`; sums, and all that is told, are float32."""

    def __init__(self, states: Any, matrix: Any, whole: Any, kind: str) -> None:
        """`states` [rows, length, width], `matrix` [vocabulary, width]; `whole` is made where it is used alone."""
        self._states, self._matrix, self._whole, self._kind = states, matrix, whole, kind

    def made(self) -> Any:
        return self._whole

    def surprises(self, targets: Any) -> Any:
        total, own = self._told(targets)
        return total - own

    def guesses(self) -> Any:
        import tensorflow as tf

        total, _ = self._told(tf.zeros(self._states.shape[:-1], tf.int32))
        return total - tf.linalg.matvec(self._states, tf.reduce_mean(self._matrix, 0))

    def _told(self, targets: Any) -> tuple[Any, Any]:
        """Of each place the logarithm of the sum of exp(logit), and the target's logit."""
        import tensorflow as tf

        *places, width = self._states.shape
        rows, wanted = tf.reshape(self._states, [-1, width]), tf.reshape(targets, [-1])
        total, own = _in_blocks(rows, self._matrix, wanted, self._kind)
        return tf.reshape(total, places), tf.reshape(own, places)


def _in_blocks(states: Any, matrix: Any, targets: Any, kind: str) -> tuple[Any, Any]:
    """`_told` of states [tokens, width] and targets [tokens]."""
    import keras
    import tensorflow as tf

    answers = matrix.shape[0]
    size = -(-answers // -(-answers // step_cost.LOGITS_BLOCK))
    blocks = [slice(start, min(start + size, answers)) for start in range(0, answers, size)]

    def is_own(block: slice) -> Any:
        return tf.range(block.start, block.stop)[None] == targets[:, None]

    @tf.custom_gradient
    def told(states: Any, matrix: Any) -> Any:
        left = tf.cast(states, kind)
        total, nothing = tf.zeros(targets.shape), tf.fill(targets.shape, -math.inf)
        highest = own = nothing
        for block in blocks:
            logits = dot(left, tf.cast(matrix[block], kind), transposed=True)
            new = tf.maximum(highest, tf.reduce_max(logits, -1))
            total = total * tf.exp(highest - new) + tf.reduce_sum(tf.exp(logits - new[:, None]), -1)
            own = tf.maximum(own, tf.reduce_max(tf.where(is_own(block), logits, -math.inf), -1))
            highest = new
        total = highest + tf.math.log(total)

        def gradient(above_total: Any, above_own: Any) -> tuple[Any, Any]:
            to_states, to_matrix = tf.zeros(states.shape), tf.zeros(matrix.shape)
            for block in blocks:
                part = tf.cast(matrix[block], kind)
                chances = tf.exp(dot(left, part, transposed=True) - total[:, None])
                slopes = chances * above_total[:, None] + tf.where(is_own(block), above_own[:, None], 0.0)
                slopes = tf.cast(slopes, kind)
                to_states += dot(slopes, part)
                # A plain transpose would be taken into the product, which XLA does not have in bfloat16.
                rows = dot(as_it_stands(tf.transpose(slopes)), left)
                to_matrix = keras.ops.slice_update(to_matrix, [block.start, 0], rows)
            return to_states, to_matrix

        return (total, own), gradient

    found: tuple[Any, Any] = told(states, matrix)
    return found
