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
        """Read a text; returns the logits [vocabulary] of its next token. Only its end is kept if it is long.

        What the text shares with the one before it is not read again.
        """

    def append(self, token: int) -> np.ndarray:
        """Go on with one token; returns the logits [vocabulary] after it."""

    def after(self, continuations: Sequence[Sequence[int]]) -> np.ndarray:
        """Logits [continuations, vocabulary] after each of them, leaving the text as it is; at most ROOM tokens."""

    def forget(self) -> None:
        """Read everything again the next time, since the weights have changed."""


def make_decoder(model: LanguageModel) -> Decoder:
    if model.family is Family.LSTM:
        from workbench.prediction.recurrent_decoding import RecurrentDecoder

        return RecurrentDecoder(model)
    if model.config["model_type"] == "gpt2":
        from workbench.prediction.gpt2_decoding import Gpt2Decoder

        return Gpt2Decoder(model)
    return CachedDecoder(model)


def end_of(tokens: Sequence[int], room: int) -> list[int]:
    """The end of a long text that a context of `room` tokens is given.

    It begins at a multiple of a quarter of the room, so that a few more words leave the beginning where it is, and
    what was read stays of use.
    """
    step = max(1, room // 4)
    over = max(0, len(tokens) - room)
    return list(tokens[-(-over // step) * step :])


def shared_length(first: Sequence[int], second: Sequence[int]) -> int:
    """How many tokens both begin with."""
    for length, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return length
    return min(len(first), len(second))


def padded(sequences: Sequence[Sequence[int]]) -> tuple[np.ndarray, np.ndarray]:
    """Rows of equal length, zeros at the end, and each row's last index. Causal networks do not see the padding."""
    rows = np.zeros((len(sequences), max(map(len, sequences))), np.int32)
    for row, sequence in enumerate(sequences):
        rows[row, : len(sequence)] = sequence
    return rows, np.array([len(sequence) - 1 for sequence in sequences], np.int32)


class CachedDecoder:
    """Any Transformer of keras_hub, through its own cache of keys and values (`call_with_cache`)."""

    def __init__(self, model: LanguageModel) -> None:
        import tensorflow as tf

        self._context = model.context_length
        self._tokens: list[int] = []
        self._cache: Any = None
        self._tf = tf
        network = model.network
        backbone = network.backbone
        heads = getattr(backbone, "num_key_value_heads", None) or getattr(backbone, "num_heads", 0)
        queries = getattr(backbone, "num_query_heads", None) or heads
        width = getattr(backbone, "head_dim", None) or backbone.hidden_dim // queries
        self._cache_shape = (1, backbone.num_layers, 2, self._context, heads, width)

        # One traced program serves every shape: compiling one for each length would take longer than it saves.
        @tf.function(
            autograph=False,
            input_signature=[
                tf.TensorSpec([None, None], tf.int32),
                tf.TensorSpec([None, *self._cache_shape[1:]], network.compute_dtype),
                tf.TensorSpec([], tf.int32),
            ],
        )
        def advance(tokens: Any, cache: Any, index: Any) -> Any:
            cache = tf.repeat(cache, tf.shape(tokens)[0] // tf.shape(cache)[0], axis=0)
            logits, _, cache = network.call_with_cache(tokens, cache, index)
            return tf.cast(logits, tf.float32), cache

        self._advance = advance
        self._dtype = network.compute_dtype

    def forget(self) -> None:
        self._tokens = []
        self._cache = None

    def start(self, tokens: Sequence[int]) -> np.ndarray:
        kept = end_of(tokens, self._context - ROOM)
        if self._cache is None:
            self._cache = self._tf.zeros(self._cache_shape, self._dtype)
        # The last token is read in any case, for its logits. What lies behind it in the cache is never looked at.
        shared = min(shared_length(self._tokens, kept), len(kept) - 1)
        logits, self._cache = self._advance(np.array([kept[shared:]], np.int32), self._cache, shared)
        self._tokens = kept
        return np.asarray(logits)[0, -1]  # type: ignore[no-any-return]

    def append(self, token: int) -> np.ndarray:
        return self.start([*self._tokens, token])

    def after(self, continuations: Sequence[Sequence[int]]) -> np.ndarray:
        rows, last = padded(continuations)
        logits, _ = self._advance(rows, self._cache, len(self._tokens))
        return np.asarray(logits)[np.arange(len(last)), last]  # type: ignore[no-any-return]
