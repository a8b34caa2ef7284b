"""A head that learns alone: the network rests, and what it says of each example, or of each word, is found out once.

Alain & Bengio, Understanding Intermediate Layers Using Linear Classifier Probes, 2016. What is learnt stands on
features with the mean 0 and the same deviation and begins with zeros, of words with how frequent each label is; the
network's own head always holds the same function of the features as they are, so that whoever asks the network,
measures, saves or exports it need not know. Where the head has a weight for each token as well, how often each stands
in an example are further features.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.costs.memory import available_bytes, reserve_bytes
from workbench.messages.errors import KnownError
from workbench.messages.message import Memory
from workbench.tasks.features import FeatureRows, Reading
from workbench.tasks.heads import fed, head_layers
from workbench.tasks.rows import Rows
from workbench.values.progress import Progress

if TYPE_CHECKING:
    import keras


# What a feature's deviation and all tokens of an example together are made, where there are both. AdamW moves each
# weight about equally: so both move what is told about equally in a step, however long texts are. Of three texts and
# two models, read by probes of 100 and of 2,100 labels, these were the best or within a percent of it.
DEVIATION, TOLD = 0.3, 270.0
# Where words are told there are many labels, and most of them are rare. Of chunks, English told 65 % (F1 of spans) by
# 718 sentences with a deviation of 1, and 77 % where it moved ten times as far in a step; by a hundred 64 and 69.
OF_WORDS = 10.0


class HeadAlone:
    """Stands in the learner where LoRA's pairs do."""

    def __init__(self, network: keras.Model, head: str) -> None:
        """`network` is one with a head, whose layer is called so."""
        import keras
        import tensorflow as tf

        self._layer, *beside = head_layers(network, head)
        self._tokens = beside[0] if beside else None
        self.vocabulary = int(beside[0].input_dim) if beside else 0
        features = network.get_layer(f"{head}_dropout").input
        reader = keras.Model(network.input, features)
        self.size = int(features.shape[-1])
        of_words = [None] * (len(features.shape) - 2)  # how many there are differs
        self._of_words = bool(of_words)
        self._deviation_made = DEVIATION if beside else OF_WORDS if of_words else 1.0
        inputs = keras.Input((*of_words, self.size + self.vocabulary))
        dropped = keras.layers.Dropout(0.1, seed=0, name="dropout")(inputs)
        own = keras.layers.Dense(
            self._layer.units, use_bias=self._layer.use_bias, kernel_initializer="zeros", name="alone"
        )
        # Features [rows, size + vocabulary] → logits [rows, labels]; of words [rows, length, …] of both.
        self.network = keras.Model(inputs, own(dropped))
        self._own = own
        self._begun = np.zeros(self._layer.units, np.float32)  # what its bias begins with
        self._mean = keras.Variable(np.zeros(self.size, np.float32), trainable=False, name="mean")
        self._deviation = keras.Variable(np.ones(self.size, np.float32), trainable=False, name="deviation")

        self._once = keras.Variable(1.0, trainable=False, name="once")  # what a token that stands there once is told as

        # What is read once is not worth compiling, which takes as long for a large network as to read all examples.
        @tf.function(autograph=False)
        def read(rows: Any) -> Any:
            return reader(fed(rows), training=False)

        # Who knows already what the network says of some rows may put another in its place.
        self.says: Reading = lambda tokens: np.asarray(read(tf.constant(tokens)))

    def begin(self, seed: int) -> None:
        """From zeros: what no example speaks of is then never moved, as weights that were drawn would stay.

        Of words that were read it is known how frequent each label is, and the bias begins with that (Lin et al., Focal
        Loss for Dense Object Detection, 2017): features without a mean cannot tell it, and the bias by itself moves too
        slowly to learn that nine of ten words have no role.
        """
        for variable in self.variables:
            variable.assign(np.zeros(variable.shape, np.float32))
        if self._own.use_bias:
            self._own.bias.assign(self._begun)
        self.merge()

    def rows(self, rows: Rows) -> FeatureRows:
        """The same examples as what the network says of them, once `reading` has found that out."""
        return FeatureRows.beside(rows, self.size, self.vocabulary, TOLD)

    def reading(self, rows: FeatureRows) -> Iterator[Progress]:
        """Find out what the network says of each example. Raises KnownError("run.features_too_large")."""
        free = max(0, available_bytes() - reserve_bytes())
        if rows.features.nbytes > free:
            raise KnownError("run.features_too_large", needed=Memory(rows.features.nbytes), free=Memory(free))
        yield from rows.read(self.says)
        if self._of_words:
            self._begun = _log_shares(rows, self._layer.units)
        # A bias alone can make good for a mean.
        mean, deviation = rows.standardise(centred=self._own.use_bias, deviation=self._deviation_made)
        self._mean.assign(mean)
        self._deviation.assign(deviation)
        self._once.assign(rows.counted_as)
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
        kernel = self._own.kernel.value[: self.size] / self._deviation.value[:, None]
        if self._tokens:
            self._tokens.embeddings.assign(self._once.value * self._own.kernel.value[self.size :])
        self._layer.kernel.assign(kernel)
        if self._own.use_bias:
            import tensorflow as tf

            self._layer.bias.assign(self._own.bias.value - tf.linalg.matvec(kernel, self._mean.value, transpose_a=True))


def _log_shares(rows: Rows, labels: int) -> np.ndarray:
    """Of each label the logarithm of its share of the words that are learnt from, each counted once more than it is."""
    told = np.concatenate([each.targets[each.targets >= 0] for each in rows.train])
    counts = np.bincount(told, minlength=labels) + 1.0
    found: np.ndarray = np.log(counts / counts.sum()).astype(np.float32)
    return found
