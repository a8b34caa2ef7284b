"""Cross-entropy over a large vocabulary, a block of it at a time, so that the logits of a batch are never held.

After Wijmans et al., Cut Your Losses in Large-Vocabulary Language Models, 2024, but that no block is made again on the
way back: what that needs is summed up on the way there. Where the matrix learns as well, the probabilities are kept for
it, in the numbers that products read; where it rests, nothing is.
"""

from __future__ import annotations

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
        self._total: Any = None  # once it was told

    def made(self) -> Any:
        return self._whole

    def surprises(self, targets: Any) -> Any:
        self._total, own = self._told(targets)
        return self._total - own

    def guesses(self) -> Any:
        import tensorflow as tf

        if self._total is None:
            self._total, _ = self._told(tf.zeros(self._states.shape[:-1], tf.int32))
        return self._total - tf.linalg.matvec(self._states, tf.reduce_mean(self._matrix, 0))

    def _told(self, targets: Any) -> tuple[Any, Any]:
        """Of each place the logarithm of the sum of exp(logit), and the target's logit."""
        import tensorflow as tf

        *places, width = self._states.shape
        rows, wanted = tf.reshape(self._states, [-1, width]), tf.reshape(targets, [-1])
        total, own = _in_blocks(rows, self._matrix, wanted, self._kind)
        return tf.reshape(total, places), tf.reshape(own, places)


def _in_blocks(states: Any, matrix: Any, targets: Any, kind: str) -> tuple[Any, Any]:
    """`_told` of states [tokens, width] and targets [tokens].

    The way back needs of each place the mean of the matrix's rows by their probabilities, which is summed up as the
    blocks pass, scaled anew where a higher logit is met (Dao et al., FlashAttention, 2022, algorithm 1). The target
    stays out of it: what its probability lacks of one, which may be next to nothing, is told exactly.
    """
    import keras
    import tensorflow as tf

    answers = matrix.shape[0]
    size = -(-answers // -(-answers // step_cost.LOGITS_BLOCK))
    blocks = [slice(start, min(start + size, answers)) for start in range(0, answers, size)]

    def exact(tensor: Any) -> Any:
        return tf.cast(tensor, kind)

    def is_own(block: slice) -> Any:
        return tf.range(block.start, block.stop)[None] == targets[:, None]

    @tf.custom_gradient
    def told(states: Any, matrix: Any) -> Any:
        left, rows = exact(states), tf.gather(matrix, targets)
        own = tf.reduce_sum(tf.cast(left, tf.float32) * tf.cast(exact(rows), tf.float32), -1)
        highest, total, others, kept = own, tf.ones_like(own), tf.zeros(states.shape), []
        for block in blocks:
            part = exact(matrix[block])
            logits = dot(left, part, transposed=True)
            new = tf.maximum(highest, tf.reduce_max(logits, -1))
            chances = tf.where(is_own(block), 0.0, tf.exp(logits - new[:, None]))
            smaller = tf.exp(highest - new)
            total = smaller * total + tf.reduce_sum(chances, -1)
            kept.append((exact(chances), new))
            others = smaller[:, None] * others + dot(kept[-1][0], part)
            highest = new
        others, total = others / total[:, None], highest + tf.math.log(total)

        def gradient(above_total: Any, above_own: Any) -> tuple[Any, Any]:
            above_own += above_total * tf.exp(own - total)
            to_states = above_total[:, None] * others + above_own[:, None] * rows
            to_matrix = tf.zeros(matrix.shape)
            for block, (chances, top) in zip(blocks, kept, strict=True):
                above_others = above_total * tf.exp(top - total)
                slopes = tf.cast(chances, tf.float32) * above_others[:, None]
                slopes = exact(tf.where(is_own(block), above_own[:, None], slopes))
                # A plain transpose would be taken into the product, which XLA does not have in bfloat16.
                found = dot(as_it_stands(tf.transpose(slopes)), left)
                to_matrix = keras.ops.slice_update(to_matrix, [block.start, 0], found)
            return to_states, to_matrix

        return (total, own), gradient

    found: tuple[Any, Any] = told(states, matrix)
    return found
