"""GPT-2 read fast enough to answer every key: what was typed before is kept, and all continuations share it.

keras_hub's own `call_with_cache` wants a copy of the whole cache for every continuation, which for GPT-2 small with 16
of them is a gigabyte at each step. Here the continuations attend to one copy, and only the last position of each is
projected on the vocabulary.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.models.keras_hub_internals import gpt2_block
from workbench.prediction.decoding import RememberingDecoder, Writer, padded
from workbench.prediction.gpt2_writing import Gpt2Writer

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel


class Gpt2Decoder(RememberingDecoder):
    """A GPT-2 that keeps the keys and values of the text; the layers are the network's own."""

    def __init__(self, model: LanguageModel) -> None:
        super().__init__(model)
        import tensorflow as tf

        backbone = model.network.backbone
        heads, width = backbone.num_heads, backbone.hidden_dim // backbone.num_heads
        self._tf = tf
        self._backbone = backbone
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
            return _read(tf, backbone, tokens, last, past)

        self._read = read

    def _go_on(self, known: int, tokens: list[int]) -> np.ndarray:
        rows, last = padded([tokens])
        past = self._past if known == self._past.shape[2] else self._past[:, :, :known]
        logits, new = self._read(rows, last, past)
        self._past = self._tf.concat([past, self._tf.squeeze(new, 2)], axis=2)
        return logits.numpy()[0]  # type: ignore[no-any-return]

    def writer(self) -> Writer:
        backbone = self._backbone
        if backbone.compute_dtype != "float32":
            return super().writer()
        text, write = list(self._tokens), Gpt2Writer(backbone, np.asarray(self._past))

        def go_on(token: int) -> np.ndarray:
            nonlocal text, write
            text = [*text, token]
            if len(text) <= self._room:
                return write(token)
            logits = self.read_prompt(text)  # of its end
            text, write = list(self._tokens), Gpt2Writer(backbone, np.asarray(self._past))
            return logits

        return go_on

    def after(self, continuations: Sequence[Sequence[int]]) -> np.ndarray:
        rows, last = padded(continuations)
        logits, _ = self._read(rows, last, self._past)
        return logits.numpy()  # type: ignore[no-any-return]


def _read(tf: Any, backbone: Any, tokens: Any, last: Any, past: Any) -> tuple[Any, Any]:
    """Rows of `tokens` [rows, length], each after the same `past` [layers, 2, text, heads, width].

    Returns the logits [rows, vocabulary] at each row's `last` token, and the keys and values
    [layers, 2, rows, length, heads, width] of the rows.
    """
    length, text = tf.shape(tokens)[1], tf.shape(past)[2]
    x = backbone.token_embedding(tokens)
    x += backbone.position_embedding(x, start_index=text)
    causal = tf.linalg.band_part(tf.ones([length, length], tf.bool), -1, 0)
    hidden = tf.cast(tf.where(causal, 0.0, -1e9), x.dtype)
    made = []
    for number, layer in enumerate(backbone.transformer_layers):
        block = gpt2_block(layer)
        normal = block.attention_norm(x)
        query = block.query(normal) / past.shape[-1] ** 0.5
        key, value = block.key(normal), block.value(normal)
        made.append(tf.stack([key, value]))
        to_text = tf.einsum("blhw,thw->bhlt", query, past[number, 0])
        to_row = tf.einsum("blhw,bmhw->bhlm", query, key) + hidden
        weights = tf.nn.softmax(tf.concat([to_text, to_row], -1))
        mixed = tf.einsum("bhlt,thw->blhw", weights[..., :text], past[number, 1])
        mixed += tf.einsum("bhlm,bmhw->blhw", weights[..., text:], value)
        x += block.attention_output(mixed)
        inner = block.feedforward_inner(block.feedforward_norm(x))
        x += block.feedforward_output(inner)
    ends = backbone.layer_norm(tf.gather(x, last, batch_dims=1))
    return tf.cast(backbone.token_embedding(ends, reverse=True), tf.float32), tf.stack(made)
