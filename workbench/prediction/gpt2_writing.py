"""GPT-2 written on with, a token at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from workbench.models.keras_hub_internals import gpt2_block
from workbench.prediction.token_steps import KeptText, Product, array

if TYPE_CHECKING:
    import keras


class Gpt2Writer:
    """Goes on from the keys and values of a text, with the weights of the moment at which it was made."""

    def __init__(self, backbone: keras.Model, past: np.ndarray) -> None:
        """`past` is float32 [layers, 2, text, heads, width]."""
        self._embeddings = array(backbone.token_embedding.embeddings)
        self._positions = array(backbone.position_embedding.position_embeddings)
        self._last_norm = _Norm.of(backbone.layer_norm)
        self._blocks = [_Block.of(layer) for layer in backbone.transformer_layers]
        self._kept = KeptText(past)

    def __call__(self, token: int) -> np.ndarray:
        """The logits [vocabulary] after one more token; there must be a position for it."""
        x = self._embeddings[token] + self._positions[self._kept.begin_token()]
        for number, block in enumerate(self._blocks):
            normal = block.attention_norm(x)
            seen = self._kept.attend(number, block.query(normal), block.key(normal), block.value(normal))
            x = x + block.output(seen)
            x = x + block.outer(_gelu(block.inner(block.feedforward_norm(x))))
        logits: np.ndarray = np.einsum("vi,i->v", self._embeddings, self._last_norm(x))
        return logits


class _Norm(NamedTuple):
    scale: np.ndarray
    shift: np.ndarray
    epsilon: float

    @classmethod
    def of(cls, layer: Any) -> _Norm:
        return cls(array(layer.gamma), array(layer.beta), layer.epsilon)

    def __call__(self, x: np.ndarray) -> np.ndarray:
        centred = x - np.add.reduce(x) / np.float32(len(x))
        deviation = np.sqrt(np.add.reduce(centred * centred) / np.float32(len(x)) + np.float32(self.epsilon))
        normal: np.ndarray = centred / deviation * self.scale + self.shift
        return normal


class _Block(NamedTuple):
    attention_norm: _Norm
    query: Product
    key: Product
    value: Product
    output: Product
    feedforward_norm: _Norm
    inner: Product
    outer: Product

    @classmethod
    def of(cls, layer: keras.layers.Layer) -> _Block:
        block = gpt2_block(layer)
        size = block.attention_norm.gamma.shape[0]
        return cls(
            _Norm.of(block.attention_norm),
            Product.of(block.query, (size, -1)),
            Product.of(block.key, (size, -1)),
            Product.of(block.value, (size, -1)),
            Product.of(block.attention_output, (-1, size)),
            _Norm.of(block.feedforward_norm),
            Product.of(block.feedforward_inner, (size, -1)),
            Product.of(block.feedforward_output, (-1, size)),
        )


def _gelu(x: np.ndarray) -> np.ndarray:
    """By its approximation (Hendrycks & Gimpel, 2016), as GPT-2 has it."""
    inner = np.float32((2 / np.pi) ** 0.5) * (x + np.float32(0.044715) * x * x * x)
    found: np.ndarray = np.float32(0.5) * x * (1 + np.tanh(inner))
    return found
