"""What a network expects after a text and a few continuations of it, without reading the text again each time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from workbench.records import Family

if TYPE_CHECKING:
    from workbench.pretrained.language_model import LanguageModel

ROOM = 16  # tokens of the context that are left free for continuations of a long text


class Decoder(Protocol):
    """Follows one text. Logits are float32 arrays; the softmax is the caller's."""

    def start(self, tokens: Sequence[int]) -> np.ndarray:
        """Read a text; returns the logits [vocabulary] of its next token. Only its end is kept if it is long."""

    def append(self, token: int) -> np.ndarray:
        """Go on with one token; returns the logits [vocabulary] after it."""

    def after(self, continuations: Sequence[Sequence[int]]) -> np.ndarray:
        """Logits [continuations, vocabulary] after each of them, leaving the text as it is; at most ROOM tokens."""


def make_decoder(model: LanguageModel) -> Decoder:
    if model.family is Family.TRANSFORMER:
        return CachedDecoder(model)
    return RereadingDecoder(model)


class CachedDecoder:
    """A Transformer that keeps the keys and values of the text (keras_hub's `call_with_cache`)."""

    def __init__(self, model: LanguageModel) -> None:
        import tensorflow as tf

        self._context = model.context_length
        self._tokens: list[int] = []
        self._cache: Any = None
        self._tf = tf
        network = model.network
        heads = network.backbone.num_heads
        self._cache_shape = (
            1, network.backbone.num_layers, 2, self._context, heads, network.backbone.hidden_dim // heads
        )  # fmt: skip

        # One traced program serves every shape: compiling one for each length would take longer than it saves.
        @tf.function(
            autograph=False,
            input_signature=[
                tf.TensorSpec([None, None], tf.int32),
                tf.TensorSpec([None, *self._cache_shape[1:]], tf.float32),
                tf.TensorSpec([], tf.int32),
            ],
        )
        def advance(tokens: Any, cache: Any, index: Any) -> Any:
            cache = tf.repeat(cache, tf.shape(tokens)[0] // tf.shape(cache)[0], axis=0)
            logits, _, cache = network.call_with_cache(tokens, cache, index)
            return logits, cache

        self._advance = advance

    def start(self, tokens: Sequence[int]) -> np.ndarray:
        self._tokens = list(tokens)[-(self._context - ROOM) :]
        empty = self._tf.zeros(self._cache_shape)
        logits, self._cache = self._advance(np.array([self._tokens], np.int32), empty, 0)
        return _array(logits[0, -1])

    def append(self, token: int) -> np.ndarray:
        if len(self._tokens) + 1 >= self._context:
            return self.start([*self._tokens[-self._context // 2 :], token])
        logits, self._cache = self._advance(np.array([[token]], np.int32), self._cache, len(self._tokens))
        self._tokens.append(token)
        return _array(logits[0, -1])

    def after(self, continuations: Sequence[Sequence[int]]) -> np.ndarray:
        padded, last = _padded(continuations)
        logits, _ = self._advance(padded, self._cache, len(self._tokens))
        return _at(logits, last)


class RereadingDecoder:
    """Any network: reads the end of the text again each time, which a small recurrent one does quickly."""

    def __init__(self, model: LanguageModel) -> None:
        import tensorflow as tf

        self._context = min(64, model.context_length)
        self._tokens: list[int] = []
        network = model.network

        @tf.function(autograph=False, input_signature=[tf.TensorSpec([None, None], tf.int32)])
        def read(tokens: Any) -> Any:
            return network({"token_ids": tokens, "padding_mask": tf.ones_like(tokens)}, training=False)

        self._read = read

    def start(self, tokens: Sequence[int]) -> np.ndarray:
        self._tokens = list(tokens)
        return _array(self.after([[]])[0])

    def append(self, token: int) -> np.ndarray:
        return self.start([*self._tokens[-self._context :], token])

    def after(self, continuations: Sequence[Sequence[int]]) -> np.ndarray:
        text = self._tokens[-self._context :]
        padded, last = _padded([[*text, *continuation] for continuation in continuations])
        return _at(self._read(padded), last)


def _array(tensor: Any) -> np.ndarray:
    array: np.ndarray = np.asarray(tensor)
    return array


def _at(logits: Any, last: np.ndarray) -> np.ndarray:
    """The logits at each row's last token."""
    rows: np.ndarray = np.asarray(logits)[np.arange(len(last)), last]
    return rows


def _padded(sequences: Sequence[Sequence[int]]) -> tuple[np.ndarray, np.ndarray]:
    """Rows of equal length, zeros at the end, and each row's last index. Causal networks do not see the padding."""
    padded = np.zeros((len(sequences), max(map(len, sequences))), np.int32)
    for row, sequence in enumerate(sequences):
        padded[row, : len(sequence)] = sequence
    return padded, np.array([len(sequence) - 1 for sequence in sequences])
