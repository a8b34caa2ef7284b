"""What a loss wants of the logits of a vocabulary, whether they are there or too many to be held."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any


class UnmadeLogits(ABC):
    """Stand where a network gives logits [rows, length, vocabulary], which would take more memory than all else.

    What is told of them has gradients.
    """

    @abstractmethod
    def made(self) -> Any:
        """The logits themselves, for what cannot do without."""

    @abstractmethod
    def surprises(self, targets: Any) -> Any:
        """The cross-entropy (nats) of each of `targets`, int32 [rows, length], as which it comes."""

    @abstractmethod
    def guesses(self) -> Any:
        """The mean cross-entropy (nats) of all answers at each place, [rows, length]."""


def made(logits: Any) -> Any:
    return logits.made() if isinstance(logits, UnmadeLogits) else logits


def surprises(logits: Any, targets: Any) -> Any:
    """As UnmadeLogits tells them."""
    import tensorflow as tf

    if isinstance(logits, UnmadeLogits):
        return logits.surprises(targets)
    return tf.nn.sparse_softmax_cross_entropy_with_logits(targets, logits)


def guesses(logits: Any) -> Any:
    """As UnmadeLogits tells them."""
    import tensorflow as tf

    if isinstance(logits, UnmadeLogits):
        return logits.guesses()
    return tf.reduce_logsumexp(logits, -1) - tf.reduce_mean(logits, -1)
