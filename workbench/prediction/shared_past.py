"""What is kept of a text once, for all that is asked about it: keys and values that every continuation looks at.

keras_hub's own `call_with_cache` wants a copy of the whole cache for every continuation, which for GPT-2 small with 16
of them is a gigabyte at each step. Here the continuations attend to one copy, and only the last position of each is
projected on the vocabulary.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.prediction.decoding import RememberingDecoder, Writer, padded

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel

# Bytes of logits that are kept: while a word is typed, most of what each key asks was asked at the key before it.
MOST_TOLD = 2**26
FEW = 4  # rows

# Of rows of tokens [rows, length], each after the same past [layers, 2, text, heads, width]: the states [rows, length,
# size] after a network's last norm, and their keys and values [layers, 2, rows, length, heads, width].
Layers = Callable[[Any, Any], tuple[Any, Any]]


class SharedPastDecoder(RememberingDecoder):
    """A Transformer that keeps the keys and values of the text; the layers are the network's own."""

    def __init__(self, model: LanguageModel, layers: Layers, heads: int, width: int) -> None:
        """`heads` of keys and values, each of so many numbers."""
        super().__init__(model)
        import tensorflow as tf

        backbone = model.network.backbone
        self._tf = tf
        self._backbone = backbone
        self._told: dict[tuple[int, ...], np.ndarray] = {}  # logits after continuations of the text as it is
        self._past = tf.zeros([backbone.num_layers, 2, 0, heads, width], backbone.compute_dtype)

        # One traced program serves every shape: compiling one for each length would take longer than it saves.
        @tf.function(
            autograph=False,
            input_signature=[
                tf.TensorSpec([None, None], tf.int32),
                tf.TensorSpec([None], tf.int32),
                tf.TensorSpec([backbone.num_layers, 2, None, heads, width], backbone.compute_dtype),
            ],
        )
        def read(tokens: Any, last: Any, past: Any) -> Any:
            states, made = layers(tokens, past)
            logits = _of_vocabulary(backbone.token_embedding, tf.gather(states, last, batch_dims=1))
            return tf.cast(logits, tf.float32), made

        self._read = read

    def forget(self) -> None:
        super().forget()
        self._told = {}

    def _go_on(self, known: int, tokens: list[int]) -> np.ndarray:
        self._told = {}
        rows, last = padded([tokens])
        past = self._past if known == self._past.shape[2] else self._past[:, :, :known]
        logits, new = self._read(rows, last, past)
        self._past = self._tf.concat([past, self._tf.squeeze(new, 2)], axis=2)
        return logits.numpy()[0]  # type: ignore[no-any-return]

    @abstractmethod
    def _writer_after(self, past: np.ndarray) -> Writer:
        """What writes after float32 `past` [layers, 2, text, heads, width], as long as there is room."""

    def writer(self) -> Writer:
        if self._backbone.compute_dtype != "float32":
            return super().writer()
        text, write = list(self._tokens), self._writer_after(np.asarray(self._past))

        def go_on(token: int) -> np.ndarray:
            nonlocal text, write
            text = [*text, token]
            if len(text) <= self._room:
                return write(token)
            logits = self.read_prompt(text)  # of its end
            text, write = list(self._tokens), self._writer_after(np.asarray(self._past))
            return logits

        return go_on

    def after(self, continuations: Sequence[Sequence[int]]) -> np.ndarray:
        asked = [tuple(each) for each in continuations]
        if new := [each for each in asked if each not in self._told]:
            rows, last = padded(new)
            logits, _ = self._read(rows, last, self._past)
            self._told.update(zip(new, logits.numpy(), strict=True))
        found = np.stack([self._told[each] for each in asked])
        while len(self._told) * found[0].nbytes > MOST_TOLD:
            del self._told[next(iter(self._told))]
        return found


def _of_vocabulary(embedding: Any, states: Any) -> Any:
    """The logits [rows, vocabulary] of states [rows, size]."""
    import tensorflow as tf

    def by_rows() -> Any:
        return embedding(states, reverse=True)

    if not embedding.tie_weights or states.dtype != tf.float32:
        return by_rows()

    # With the matrix as the left factor it takes half the time, unless the rows are few.
    def by_answers() -> Any:
        return tf.transpose(tf.matmul(embedding.embeddings.value, states, transpose_b=True))

    return tf.cond(tf.shape(states)[0] > FEW, by_answers, by_rows)


def attend(query: Any, key: Any, value: Any, past: Any) -> Any:
    """What rows [rows, length, heads, width] see of `past` [2, text, groups, width] and of themselves, to their place.

    Keys and values of the rows have as many heads as `past` has groups; each serves several heads of the query (Ainslie
    et al., GQA, 2023).
    """
    import tensorflow as tf

    rows, length, text = tf.shape(query)[0], tf.shape(query)[1], tf.shape(past)[1]
    groups, width = past.shape[2], past.shape[3]
    query = tf.reshape(query / width**0.5, [rows, length, groups, query.shape[2] // groups, width])
    causal = tf.linalg.band_part(tf.ones([length, length], tf.bool), -1, 0)
    hidden = tf.cast(tf.where(causal, 0.0, -1e9), query.dtype)
    to_text = tf.einsum("blghw,tgw->bghlt", query, past[0])
    to_row = tf.einsum("blghw,bmgw->bghlm", query, key) + hidden
    weights = tf.nn.softmax(tf.concat([to_text, to_row], -1))
    mixed = tf.einsum("bghlt,tgw->blghw", weights[..., :text], past[1])
    mixed += tf.einsum("bghlm,bmgw->blghw", weights[..., text:], value)
    return tf.reshape(mixed, [rows, length, groups * query.shape[3], width])
