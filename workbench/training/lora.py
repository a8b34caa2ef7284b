"""LoRA: the matrices of a network rest, and beside each of those chosen a pair of thin ones learns in its place.

A matrix W, [inputs, outputs], becomes W + alpha / r · A · B with A, [inputs, r], and B, [r, outputs]. A begins with
random numbers and B with zeros, so that at first nothing is changed (Hu et al., LoRA: Low-Rank Adaptation of Large
Language Models, 2021, section 4.1; there inputs stand on the right).

The network's own kernels always hold that sum: whoever asks the network, measures, saves or exports it need not know
of LoRA. The gradients of A and B follow from the kernel's by the chain rule.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.values.fine_tuning import FineTuning

if TYPE_CHECKING:
    import keras

    from workbench.models.families.family import Family


class Lora:
    """The pairs beside a network's matrices, and what learns as it is: biases beside these, if wanted, and a head."""

    def __init__(
        self, network: keras.Model, family: Family, fine_tuning: FineTuning, head: Sequence[keras.Variable] = ()
    ) -> None:
        def chosen(ending: str) -> list[keras.Variable]:
            found, wanted = network.trainable_variables, fine_tuning.lora_targets.matrices
            return [v for v in found if v.path.endswith(ending) and family.matrix_of(v.path) in wanted]

        self.pairs = [Pair(kernel, family, fine_tuning) for kernel in chosen("/kernel")]
        self.whole = [*(chosen("/bias") if fine_tuning.lora_biases else []), *head]
        self.begin(fine_tuning.seed)

    def begin(self, seed: int) -> None:
        """Take the kernels as they are for W, and draw A from `seed`."""
        for number, pair in enumerate(self.pairs):
            pair.begin(np.random.default_rng([seed, number]))

    @property
    def variables(self) -> list[keras.Variable]:
        """What learns."""
        return [*(variable for pair in self.pairs for variable in (pair.a, pair.b)), *self.whole]

    @property
    def places(self) -> list[str]:
        """The path of the network's variable that each of `variables` stands beside."""
        return [*(pair.kernel.path for pair in self.pairs for _ in "ab"), *(variable.path for variable in self.whole)]

    @property
    def felt(self) -> list[keras.Variable]:
        """What the network's gradient is taken of, for `gradients`."""
        return [*(pair.kernel for pair in self.pairs), *self.whole]

    @property
    def state(self) -> list[keras.Variable]:
        """What a run must keep beside the network, whose sums cannot be taken apart again."""
        return [variable for pair in self.pairs for variable in (pair.a, pair.b, pair.start)]

    def gradients(self, found: Sequence[Any]) -> list[Any]:
        """Of `variables`, from those of `felt`."""
        kernels, whole = found[: len(self.pairs)], found[len(self.pairs) :]
        pairs = zip(self.pairs, kernels, strict=True)
        return [*(gradient for pair, slope in pairs for gradient in pair.gradients(slope)), *whole]

    def merge(self) -> None:
        """Let the kernels be what the pairs have become."""
        for pair in self.pairs:
            pair.merge()


class Pair:
    """A and B beside one kernel, which holds `start` + alpha / r · A · B."""

    def __init__(self, kernel: keras.Variable, family: Family, fine_tuning: FineTuning) -> None:
        import keras

        axes, matrix = len(kernel.shape), family.matrix_of(kernel.path)
        # Kernels are [inputs, heads, size], and of what leaves the heads [heads, size, outputs]; queries, keys and
        # values may be [heads, inputs, size].
        heads_first = family.heads_first and matrix in ("query", "key", "value")
        self._order = [1, 0, 2] if heads_first else list(range(axes))
        self._shape = [kernel.shape[axis] for axis in self._order]
        leading = axes - 1 if matrix == "output" else 1
        self.inputs, self.outputs = math.prod(self._shape[:leading]), math.prod(self._shape[leading:])

        def zeros(shape: Sequence[int], name: str, *, learns: bool = True) -> keras.Variable:
            place = kernel.path.replace("/", ".")
            return keras.Variable(np.zeros(shape, np.float32), trainable=learns, name=f"{place}.lora_{name}")

        self.kernel = kernel
        self.a = zeros((self.inputs, fine_tuning.lora_rank), "a")
        self.b = zeros((fine_tuning.lora_rank, self.outputs), "b")
        self.start = zeros(kernel.shape, "start", learns=False)
        self._scale = fine_tuning.lora_alpha / fine_tuning.lora_rank

    def begin(self, draw: np.random.Generator) -> None:
        self.start.assign(self.kernel)
        # Of this size, a product with A is as large as what is multiplied, whatever the width.
        self.a.assign(draw.normal(0, 1 / math.sqrt(self.inputs), self.a.shape))
        self.b.assign(np.zeros(self.b.shape, np.float32))

    def gradients(self, slope: Any) -> tuple[Any, Any]:
        """Of A and B, where `slope` is that of the kernel."""
        import tensorflow as tf

        slope = self._scale * tf.reshape(tf.transpose(slope, self._order), [self.inputs, self.outputs])
        return tf.matmul(slope, self.b.value, transpose_b=True), tf.matmul(self.a.value, slope, transpose_a=True)

    def merge(self) -> None:
        import tensorflow as tf

        change = tf.reshape(self._scale * tf.matmul(self.a.value, self.b.value), self._shape)
        self.kernel.assign(self.start.value + tf.transpose(change, self._order))  # the order is its own inverse
