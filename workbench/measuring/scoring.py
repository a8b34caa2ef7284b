"""How well a network predicts a text it is given: each token once, from the tokens before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.corpora.shards import ShardedTokens
from workbench.models.compiled import compiled

if TYPE_CHECKING:
    import keras

BATCH = 8


@dataclass(frozen=True)
class Score:
    """Sums over the tokens scored so far; `loss` is their mean, in nats per token."""

    tokens: int = 0
    total_loss: float = 0.0
    first: int = 0  # tokens that were the most probable one
    top5: int = 0  # tokens that were among the five most probable

    @property
    def loss(self) -> float:
        return self.total_loss / self.tokens if self.tokens else float("nan")

    def __add__(self, other: Score) -> Score:
        return Score(
            self.tokens + other.tokens,
            self.total_loss + other.total_loss,
            self.first + other.first,
            self.top5 + other.top5,
        )


def scored_passages(tokens: int, length: int, limit: int | None = None) -> np.ndarray:
    """The numbers of the passages that are scored: all, or as many whole ones, spread evenly, as `limit` tokens are.

    Passage i predicts tokens i·L+1 … (i+1)·L, the last one fewer.
    """
    passages = -(-(tokens - 1) // length)
    if limit is None or passages <= max(1, limit // length):
        return np.arange(passages)
    return np.linspace(0, passages - 1, max(1, limit // length)).astype(int)


class Scorer:
    """Scores token sequences with one compiled program; the network's weights are read anew at each call."""

    def __init__(self, network: keras.Model, context_length: int) -> None:
        import tensorflow as tf

        self._context_length = context_length

        @compiled(network)
        def score(inputs: Any, targets: Any, mask: Any) -> Any:
            logits = network({"token_ids": inputs, "padding_mask": tf.ones_like(inputs)}, training=False)
            losses = tf.nn.sparse_softmax_cross_entropy_with_logits(targets, logits) * mask
            target = tf.gather(logits, targets, batch_dims=2)
            # The rank by counting is far cheaper than sorting the vocabulary.
            rank = tf.reduce_sum(tf.cast(logits > target[..., None], tf.int32), -1)
            counted = mask > 0
            hits = [tf.reduce_sum(tf.cast((rank < k) & counted, tf.int32)) for k in (1, 5)]
            return tf.reduce_sum(losses, -1), hits[0], hits[1]

        self._score = score

    def scores(self, tokens: np.ndarray | ShardedTokens, limit: int | None = None) -> Iterator[Score]:
        """Yield one Score for each batch of passages.

        Passage i predicts tokens i·L+1 … (i+1)·L from tokens i·L … (i+1)·L-1; the last one is padded and masked, so
        neither the batch size nor the padding changes the sum. `limit` is the most tokens to score, taken as whole
        passages spread evenly over the text.
        """
        length = self._context_length
        chosen = scored_passages(len(tokens), length, limit)
        for start in range(0, len(chosen), BATCH):
            inputs = np.zeros((BATCH, length), np.int32)
            targets = np.zeros((BATCH, length), np.int32)
            mask = np.zeros((BATCH, length), np.float32)
            for row, passage in enumerate(chosen[start : start + BATCH]):
                piece = np.asarray(tokens[passage * length : (passage + 1) * length + 1], np.int32)
                inputs[row, : len(piece) - 1] = piece[:-1]
                targets[row, : len(piece) - 1] = piece[1:]
                mask[row, : len(piece) - 1] = 1
            losses, first, top5 = self._score(inputs, targets, mask)
            # Summed in float64 on the host: the mean must not depend on how many batches there were.
            yield Score(int(mask.sum()), float(np.asarray(losses, np.float64).sum()), int(first), int(top5))

    def score(self, tokens: np.ndarray, limit: int | None = None) -> Score:
        return sum(self.scores(tokens, limit), Score())
