"""What a network expects after a text and a few continuations of it, without reading the text again each time."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from workbench.values.records import Family

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel

ROOM = 16  # tokens of the context that are left free for continuations of a long text
LONGEST = 1024  # tokens that are read; many networks could take a hundred times as many, but a laptop's memory not
AT_ONCE = 128  # tokens that are read at once, since there are logits of the whole vocabulary after each
CACHE_STEP = 64  # tokens by which a cache grows
COPIED_BYTES = 2**28  # of caches that are copied at once for continuations


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
    if model.config["model_type"] == "gpt2":  # a quarter of the time that the general one takes
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


class RememberingDecoder(ABC):
    """Keeps what was read of the text, whatever that is, so that a next text is read from where it parts from it."""

    def __init__(self, model: LanguageModel) -> None:
        self._room = min(model.context_length, LONGEST) - ROOM
        self._begin = model.tokenizer.begin
        self._tokens: list[int] = []
        self._ahead: np.ndarray | None = None  # the logits after them

    @abstractmethod
    def _go_on(self, known: int, tokens: list[int]) -> np.ndarray:
        """Read `tokens` after the first `known` ones of the text and keep what was read; the logits after them."""

    @abstractmethod
    def after(self, continuations: Sequence[Sequence[int]]) -> np.ndarray: ...

    def forget(self) -> None:
        self._tokens, self._ahead = [], None

    def start(self, tokens: Sequence[int]) -> np.ndarray:
        if self._begin is not None and tokens[:1] == [self._begin]:
            # Networks that always saw a text's beginning look there for nothing in particular, and are lost without.
            kept = [self._begin, *end_of(tokens[1:], self._room - 1)]
        else:
            kept = end_of(tokens, self._room)
        if self._ahead is not None and kept == self._tokens:
            return self._ahead
        # The last token is read in any case, for its logits.
        known = min(shared_length(self._tokens, kept), len(kept) - 1)
        self._ahead = ahead = self._go_on(known, kept[known:])
        self._tokens = kept
        return ahead

    def append(self, token: int) -> np.ndarray:
        return self.start([*self._tokens, token])


class CachedDecoder(RememberingDecoder):
    """Any Transformer of keras_hub, through its own cache of keys and values (`call_with_cache`)."""

    def __init__(self, model: LanguageModel) -> None:
        super().__init__(model)
        import tensorflow as tf

        network = model.network
        backbone = network.backbone
        heads = getattr(backbone, "num_key_value_heads", None) or backbone.num_heads
        queries = getattr(backbone, "num_query_heads", None) or getattr(backbone, "num_attention_heads", heads)
        width = getattr(backbone, "head_dim", None) or backbone.hidden_dim // queries
        self._tf = tf
        self._shape = (backbone.num_layers, 2, 0, heads, width)
        self._cache: Any = tf.zeros(self._shape, network.compute_dtype)  # [layers, 2, length, heads, width]
        in_pairs = model.config["model_type"] == "gemma3_text"

        # One traced program serves every shape: compiling one for each length would take longer than it saves.
        @tf.function(
            autograph=False,
            input_signature=[
                tf.TensorSpec([None, None], tf.int32),
                tf.TensorSpec([None], tf.int32),
                tf.TensorSpec([backbone.num_layers, 2, None, heads, width], network.compute_dtype),
                tf.TensorSpec([], tf.int32),
            ],
        )
        def advance(tokens: Any, last: Any, cache: Any, index: Any) -> Any:
            copies = tf.repeat(cache[None], tf.shape(tokens)[0], axis=0)
            if in_pairs:
                pairs = [(copies[:, layer, 0], copies[:, layer, 1]) for layer in range(backbone.num_layers)]
                logits, _, pairs = network.call_with_cache(tokens, tuple(pairs), index)
                made = tf.stack([tf.stack([key[0], value[0]]) for key, value in pairs])
            else:
                logits, _, copies = network.call_with_cache(tokens, copies, index)
                made = copies[0]
            return tf.cast(tf.gather(logits, last, batch_dims=1), tf.float32), made

        self._advance = advance

    def _go_on(self, known: int, tokens: list[int]) -> np.ndarray:
        self._make_room(known + len(tokens))
        for first in range(0, len(tokens), AT_ONCE):
            rows, last = padded([tokens[first : first + AT_ONCE]])
            logits, self._cache = self._advance(rows, last, self._cache, known + first)
        return logits.numpy()[0]  # type: ignore[no-any-return]

    def after(self, continuations: Sequence[Sequence[int]]) -> np.ndarray:
        rows, last = padded(continuations)
        self._make_room(len(self._tokens) + rows.shape[1])
        at_once = max(1, COPIED_BYTES // (4 * int(np.prod(self._cache.shape))))
        found = [
            self._advance(rows[first : first + at_once], last[first : first + at_once], self._cache, len(self._tokens))
            for first in range(0, len(rows), at_once)
        ]
        return np.concatenate([logits.numpy() for logits, _ in found])

    def _make_room(self, length: int) -> None:
        """What lies in the cache behind the tokens that were read is never looked at."""
        missing = -(-length // CACHE_STEP) * CACHE_STEP - self._cache.shape[2]
        if missing > 0:
            self._cache = self._tf.pad(self._cache, [[0, 0], [0, 0], [0, missing], [0, 0], [0, 0]])
