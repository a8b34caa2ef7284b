"""GPT-2 written on with, a token at a time, in NumPy.

A token takes four hundred operations, and TensorFlow longer to begin most of them than a small network takes for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from workbench.models.keras_hub_internals import gpt2_block

if TYPE_CHECKING:
    import keras

ROOM_STEP = 128  # tokens by which the room for keys and values grows


class Gpt2Writer:
    """Goes on from the keys and values of a text, with the weights of the moment at which it was made."""

    def __init__(self, backbone: keras.Model, past: np.ndarray) -> None:
        """`past` is float32 [layers, 2, text, heads, width]."""
        self._embeddings = _array(backbone.token_embedding.embeddings)
        self._positions = _array(backbone.position_embedding.position_embeddings)
        self._last_norm = _norm(backbone.layer_norm)
        self._blocks = [_Block.of(layer) for layer in backbone.transformer_layers]
        self._length = past.shape[2]
        self._kept = _with_room(past.transpose(0, 1, 3, 2, 4))  # [layers, 2, heads, room, width]

    def __call__(self, token: int) -> np.ndarray:
        """The logits [vocabulary] after one more token; there must be a position for it."""
        if self._length == self._kept.shape[3]:
            self._kept = _with_room(self._kept)
        x = self._embeddings[token] + self._positions[self._length]
        self._length += 1
        for block, (keys, values) in zip(self._blocks, self._kept, strict=True):
            x = x + self._attention(block, block.attention_norm(x), keys, values)
            inner = _gelu(block.inner(block.feedforward_norm(x)))
            x = x + block.outer(inner)
        logits: np.ndarray = self._embeddings @ self._last_norm(x)
        return logits

    def _attention(self, block: _Block, normal: np.ndarray, keys: np.ndarray, values: np.ndarray) -> np.ndarray:
        heads, _, width = keys.shape
        last, seen = self._length - 1, self._length
        keys[:, last] = block.key(normal).reshape(heads, width)
        values[:, last] = block.value(normal).reshape(heads, width)
        query = block.query(normal).reshape(heads, width, 1) / np.float32(width**0.5)
        scores = (keys[:, :seen] @ query)[..., 0]
        weights = np.exp(scores - scores.max(-1, keepdims=True))
        weights /= weights.sum(-1, keepdims=True)
        return block.output((weights[:, None] @ values[:, :seen]).reshape(-1))


class _Norm(NamedTuple):
    scale: np.ndarray
    shift: np.ndarray
    epsilon: float

    def __call__(self, x: np.ndarray) -> np.ndarray:
        centred = x - x.mean()
        deviation = np.sqrt((centred * centred).mean() + np.float32(self.epsilon))
        normal: np.ndarray = centred / deviation * self.scale + self.shift
        return normal


class _Product(NamedTuple):
    matrix: np.ndarray  # [inputs, outputs]
    bias: np.ndarray

    def __call__(self, x: np.ndarray) -> np.ndarray:
        found: np.ndarray = x @ self.matrix + self.bias
        return found


class _Block(NamedTuple):
    attention_norm: _Norm
    query: _Product
    key: _Product
    value: _Product
    output: _Product
    feedforward_norm: _Norm
    inner: _Product
    outer: _Product

    @classmethod
    def of(cls, layer: keras.layers.Layer) -> _Block:
        block = gpt2_block(layer)
        size = block.attention_norm.gamma.shape[0]
        return cls(
            _norm(block.attention_norm),
            _product(block.query, (size, -1)),
            _product(block.key, (size, -1)),
            _product(block.value, (size, -1)),
            _product(block.attention_output, (-1, size)),
            _norm(block.feedforward_norm),
            _product(block.feedforward_inner, (size, -1)),
            _product(block.feedforward_output, (-1, size)),
        )


def _with_room(kept: np.ndarray) -> np.ndarray:
    return np.pad(kept, [(0, 0), (0, 0), (0, 0), (0, ROOM_STEP), (0, 0)])


def _norm(layer: Any) -> _Norm:
    return _Norm(_array(layer.gamma), _array(layer.beta), layer.epsilon)


def _product(layer: Any, shape: Sequence[int]) -> _Product:
    return _Product(_array(layer.kernel).reshape(shape), _array(layer.bias).reshape(-1))


def _array(variable: Any) -> np.ndarray:
    """The variable's own memory, which TensorFlow leaves as it is while it is held."""
    found: np.ndarray = np.asarray(variable.value.read_value())
    return found


def _gelu(x: np.ndarray) -> np.ndarray:
    """By its approximation (Hendrycks & Gimpel, 2016), as GPT-2 has it."""
    inner = np.float32((2 / np.pi) ** 0.5) * (x + np.float32(0.044715) * x * x * x)
    found: np.ndarray = np.float32(0.5) * x * (1 + np.tanh(inner))
    return found
