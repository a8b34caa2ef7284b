"""A head that learns alone: the network rests, and what it says of each example is found out once.

Alain & Bengio, Understanding Intermediate Layers Using Linear Classifier Probes, 2016. What is learnt stands on
features with the mean 0 and the deviation 1 and begins with zeros; the network's own head always holds the same
function of the features as they are, so that whoever asks the network, measures, saves or exports it need not know.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.costs.memory import available_bytes, reserve_bytes
from workbench.messages.errors import KnownError
from workbench.messages.message import Memory
from workbench.tasks.features import FeatureRows
from workbench.tasks.heads import fed
from workbench.values.progress import Progress

if TYPE_CHECKING:
    import keras


class HeadAlone:
    """Stands in the learner where LoRA's pairs do."""

    def __init__(self, network: keras.Model, head: str) -> None:
        """`network` is one with a head, whose layer is called so."""
        import keras
        import tensorflow as tf

        self._layer = network.get_layer(head)
        features = network.get_layer(f"{head}_dropout").input
        reader = keras.Model(network.input, features)
        self.size = int(features.shape[-1])
        inputs = keras.Input((self.size,))
        dropped = keras.layers.Dropout(0.1, seed=0, name="dropout")(inputs)
        own = keras.layers.Dense(
            self._layer.units, use_bias=self._layer.use_bias, kernel_initializer="zeros", name="alone"
        )
        self.network = keras.Model(inputs, own(dropped))  # features [rows, size] → logits [rows, labels]
        self._own = own
        self._mean = keras.Variable(np.zeros(self.size, np.float32), trainable=False, name="mean")
        self._deviation = keras.Variable(np.ones(self.size, np.float32), trainable=False, name="deviation")

        # What is read once is not worth compiling, which takes as long for a large network as to read all examples.
        @tf.function(autograph=False)
        def read(rows: Any) -> Any:
            return reader(fed(rows), training=False)

        self._read = read

    def begin(self, seed: int) -> None:
        """From zeros: what no example speaks of is then never moved, as weights that were drawn would stay."""
        for variable in self.variables:
            variable.assign(np.zeros(variable.shape, np.float32))
        self.merge()

    def reading(self, rows: FeatureRows) -> Iterator[Progress]:
        """Find out what the network says of each example. Raises KnownError("run.features_too_large")."""
        import tensorflow as tf

        free = max(0, available_bytes() - reserve_bytes())
        if rows.features.nbytes > free:
            raise KnownError("run.features_too_large", needed=Memory(rows.features.nbytes), free=Memory(free))
        yield from rows.read(lambda tokens: np.asarray(self._read(tf.constant(tokens))))
        mean, deviation = rows.standardise(centred=self._own.use_bias)  # which alone can make good for a mean
        self._mean.assign(mean)
        self._deviation.assign(deviation)
        self.merge()

    @property
    def variables(self) -> list[keras.Variable]:
        """What learns."""
        found: list[keras.Variable] = self._own.trainable_variables
        return found

    @property
    def felt(self) -> list[keras.Variable]:
        return self.variables

    @property
    def state(self) -> list[keras.Variable]:
        """What a run must keep beside the network, from whose head it cannot be told to the last bit."""
        return self.variables

    def gradients(self, found: Sequence[Any]) -> list[Any]:
        return list(found)

    def merge(self) -> None:
        """Let the network's head hold what was learnt: W · (x - mean) / deviation + b as a function of x."""
        kernel = self._own.kernel.value / self._deviation.value[:, None]
        self._layer.kernel.assign(kernel)
        if self._own.use_bias:
            import tensorflow as tf

            self._layer.bias.assign(self._own.bias.value - tf.linalg.matvec(kernel, self._mean.value, transpose_a=True))
