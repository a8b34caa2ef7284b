"""What a Transformer's step of one token is made of, in NumPy, for writing on.

A token takes hundreds of operations, and TensorFlow longer to begin most of them than a small network takes for them.
All products are `einsum`: it waits for the memory as BLAS does, and has no threads that would get in TensorFlow's way.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

ROOM_STEP = 128  # tokens by which the room for keys and values grows


class KeptText:
    """Keys and values of a text, and of what is written after it."""

    def __init__(self, past: np.ndarray) -> None:
        """`past` is float32 [layers, 2, text, groups, width]; each group serves several heads (see `attend`)."""
        self.length = int(past.shape[2])
        self._kept = _with_room(past.transpose(0, 1, 3, 2, 4))  # [layers, 2, groups, room, width]

    def begin_token(self) -> int:
        """Make room for one more; its place."""
        if self.length == self._kept.shape[3]:
            self._kept = _with_room(self._kept)
        self.length += 1
        return self.length - 1

    def attend(self, layer: int, query: np.ndarray, key: np.ndarray, value: np.ndarray) -> np.ndarray:
        """What the newest token, whose `key` and `value` [groups · width] are kept, sees of all: [heads · width]."""
        keys, values = self._kept[layer]
        groups, _, width = keys.shape
        keys[:, self.length - 1], values[:, self.length - 1] = key.reshape(groups, width), value.reshape(groups, width)
        scores = np.einsum("gtw,ghw->ght", keys[:, : self.length], query.reshape(groups, -1, width))
        scores /= np.float32(width**0.5)
        weights = np.exp(scores - scores.max(-1, keepdims=True))
        weights /= weights.sum(-1, keepdims=True)
        seen: np.ndarray = np.einsum("ght,gtw->ghw", weights, values[:, : self.length]).reshape(-1)
        return seen


class Product(NamedTuple):
    matrix: np.ndarray  # [inputs, outputs]
    bias: np.ndarray | None

    @classmethod
    def of(cls, layer: Any, shape: Sequence[int]) -> Product:
        """`shape` is the matrix's, whatever shape the layer keeps it in."""
        bias = None if layer.bias is None else array(layer.bias).reshape(-1)
        return cls(array(layer.kernel).reshape(shape), bias)

    def __call__(self, x: np.ndarray) -> np.ndarray:
        found: np.ndarray = np.einsum("i,io->o", x, self.matrix)
        return found if self.bias is None else found + self.bias


def array(variable: Any) -> np.ndarray:
    """The variable's own memory, which TensorFlow leaves as it is while it is held."""
    found: np.ndarray = np.asarray(variable.value.read_value())
    return found


def _with_room(kept: np.ndarray) -> np.ndarray:
    return np.pad(kept, [(0, 0), (0, 0), (0, 0), (0, ROOM_STEP), (0, 0)])
