"""Llama and SmolLM2 written on with, a token at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from workbench.models.keras_hub_internals import llama_block
from workbench.prediction.token_steps import KeptText, Product, array

if TYPE_CHECKING:
    import keras


class LlamaWriter:
    """Goes on from the keys and values of a text, with the weights of the moment at which it was made."""

    def __init__(self, backbone: keras.Model, past: np.ndarray, places: int) -> None:
        """`past` is float32 [layers, 2, text, groups, width]; it may grow to so many `places`."""
        embedding = backbone.token_embedding
        self._embeddings = array(embedding.embeddings)
        # [vocabulary, size], also where it is one of its own
        self._output = self._embeddings if embedding.tie_weights else array(embedding.reverse_embeddings).T
        self._last_norm = _Norm.of(backbone.layer_norm)
        self._blocks = [_Block.of(layer) for layer in backbone.transformer_layers]
        self._turns = _turns(llama_block(backbone.transformer_layers[0]).rotation, places, past.shape[4])
        self._kept = KeptText(past)

    def __call__(self, token: int) -> np.ndarray:
        """The logits [vocabulary] after one more token; there must be a place for it."""
        cosines, sines = self._turns[self._kept.begin_token()]
        x = self._embeddings[token]
        for number, block in enumerate(self._blocks):
            normal = block.attention_norm(x)
            query, key = (_turned(each(normal), cosines, sines) for each in (block.query, block.key))
            x = x + block.output(self._kept.attend(number, query, key, block.value(normal)))
            normal = block.feedforward_norm(x)
            gate = block.gate(normal)
            x = x + block.down(block.up(normal) * (gate / (1 + np.exp(-gate))))
        logits: np.ndarray = np.einsum("vi,i->v", self._output, self._last_norm(x))
        return logits


class _Norm(NamedTuple):
    scale: np.ndarray
    epsilon: float

    @classmethod
    def of(cls, layer: Any) -> _Norm:
        return cls(array(layer.scale), layer.epsilon)

    def __call__(self, x: np.ndarray) -> np.ndarray:
        square = np.add.reduce(x * x) / np.float32(len(x))
        normal: np.ndarray = x / np.sqrt(square + np.float32(self.epsilon)) * self.scale
        return normal


class _Block(NamedTuple):
    attention_norm: _Norm
    query: Product
    key: Product
    value: Product
    output: Product
    feedforward_norm: _Norm
    gate: Product
    up: Product
    down: Product

    @classmethod
    def of(cls, layer: keras.layers.Layer) -> _Block:
        block = llama_block(layer)
        size = block.attention_norm.scale.shape[0]
        return cls(
            _Norm.of(block.attention_norm),
            Product.of(block.query, (size, -1)),
            Product.of(block.key, (size, -1)),
            Product.of(block.value, (size, -1)),
            Product.of(block.attention_output, (-1, size)),
            _Norm.of(block.feedforward_norm),
            Product.of(block.feedforward_gate, (size, -1)),
            Product.of(block.feedforward_inner, (size, -1)),
            Product.of(block.feedforward_output, (-1, size)),
        )


def _turns(rotation: Any, places: int, width: int) -> np.ndarray:
    """The cosines and sines of each place, [places, 2, width / 2].

    Asked of the network's own layer, which knows how its angles are scaled: it turns each number of the first half with
    the one of the second half, so that (1, 0) becomes (cosine, sine).
    """
    import tensorflow as tf

    halves = np.repeat([1, 0], width // 2).astype(np.float32)
    return np.asarray(rotation(tf.tile(halves[None, None, None], [1, places, 1, 1]))).reshape(places, 2, width // 2)


def _turned(x: np.ndarray, cosines: np.ndarray, sines: np.ndarray) -> np.ndarray:
    """All heads one after the other, each of `cosines` and `sines` twice."""
    first, second = x.reshape(-1, 2, len(cosines)).transpose(1, 0, 2)
    return np.stack([first * cosines - second * sines, second * cosines + first * sines], 1).reshape(-1)
