"""Where the numbers of a network lie in a checkpoint: the name of each tensor and their order in it, both ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workbench.messages.errors import ReasonError
from workbench.messages.message import message
from workbench.models.families.family import OtherSettingsError

if TYPE_CHECKING:
    import keras

EMBEDDINGS = ("embed_tokens.weight", "wte.weight")
OUTPUT = "lm_head.weight"  # the one name that never has a prefix
# What stands before the names, depending on which class of transformers wrote the checkpoint.
PREFIXES = ("", "model.", "transformer.", "model.language_model.", "language_model.model.", "language_model.")
PARTS = 3  # of a tensor that holds queries, keys and values side by side


@dataclass(frozen=True)
class Layout:
    """In which order numbers lie: `read` from the checkpoint for a variable of a shape, `write` back."""

    read: Callable[[np.ndarray, Sequence[int]], np.ndarray]
    write: Callable[[np.ndarray], np.ndarray]


def _as_it_is(value: np.ndarray, shape: Sequence[int]) -> np.ndarray:
    return value.reshape(shape)


def _turned(value: np.ndarray, shape: Sequence[int]) -> np.ndarray:
    return value.T.reshape(shape)


def _by_head(value: np.ndarray, shape: Sequence[int]) -> np.ndarray:
    heads, width, size = shape
    return value.reshape(heads, size, width).transpose(0, 2, 1)


VECTOR = Layout(_as_it_is, lambda value: value.reshape(-1))
# A network's kernel is [inputs, outputs], either of which may be [heads, size]; PyTorch keeps most turned.
KERNEL = Layout(_as_it_is, lambda value: value.reshape(len(value), -1))
KERNEL_FROM_HEADS = Layout(_as_it_is, lambda value: value.reshape(-1, value.shape[-1]))
TURNED = Layout(_turned, lambda value: value.reshape(len(value), -1).T)
TURNED_FROM_HEADS = Layout(_turned, lambda value: value.reshape(-1, value.shape[-1]).T)
# [heads, inputs, size]
BY_HEAD = Layout(_by_head, lambda value: value.transpose(0, 2, 1).reshape(-1, value.shape[1]))


@dataclass(frozen=True)
class Tensor:
    """What a variable of the network is in the checkpoint."""

    name: str
    layout: Layout
    matrix: str | None = None  # which of a block's matrices it is, or stands beside as a bias
    part: int | None = None  # where several variables are one tensor

    def read(self, value: np.ndarray, shape: Sequence[int]) -> np.ndarray:
        if self.part is not None:
            value = np.split(value, PARTS, axis=-1)[self.part]
        return self.layout.read(value, shape)


# Tensors that no network is filled from, each with the reason.
IDLE = {
    r"(.*\.)?rotary_emb\.inv_freq": "follows from the configuration, and transformers computes it anew as well",
    r"(.*\.)?position_ids": "counts from 0",
    r"(.*\.)?h\.\d+\.attn\.(bias|masked_bias)": "hides what is still to come: GPT-2's mask, the same for all",
}
OF_PICTURES = {r"(.*\.)?(vision_tower|multi_modal_projector)\..*": "is of the part that sees pictures"}


def fill(
    network: keras.Model,
    tensor_at: Callable[[str], Tensor],
    tensors: Mapping[str, np.ndarray],
    idle: Iterable[str] = tuple(IDLE),
) -> None:
    """Fill all of a network, with all that there is but what is of no use for a reason (`idle`, names' patterns).

    Numbers of 16 bits become float32. Raises ReasonError where a tensor is lacking, of another shape, or not made of
    finite numbers; OtherSettingsError where one is left over.
    """
    read = set()
    for variable in network.trainable_variables:  # what is not learnt follows from the configuration
        tensor = tensor_at(variable.path)
        name = next((prefix + tensor.name for prefix in PREFIXES if prefix + tensor.name in tensors), None)
        if name is None:
            raise ReasonError(message("damage.tensor_lacks", tensor=tensor.name))
        read.add(name)
        value = check_finite(name, tensors[name].astype(np.float32))
        try:
            variable.assign(tensor.read(value, variable.shape))
        except ValueError as error:
            shape = str(value.shape)
            raise ReasonError(message("damage.tensor_shape", tensor=tensor.name, shape=shape)) from error

    embedding = next((name for name in read if name.endswith(EMBEDDINGS)), None)
    for name in sorted({*tensors} - read):
        if any(re.fullmatch(pattern, name) for pattern in idle):
            continue
        if not name.endswith(OUTPUT):
            raise OtherSettingsError(message("model.has_tensor", tensor=name))
        if embedding is None or not same_bits(tensors[name], tensors[embedding]):
            raise OtherSettingsError(message("model.has_second_output", tensor=name))


def check_finite(name: str, value: np.ndarray) -> np.ndarray:
    """The value. Raises ReasonError where one of its numbers is none, or infinite."""
    if not np.isfinite(value).all():
        raise ReasonError(message("damage.not_finite", tensor=name))
    return value


def same_bits(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether two tensors are the same numbers, whatever stands for them in the file."""
    return one.shape == other.shape and bool(np.array_equal(one.astype(np.float32), other.astype(np.float32)))


def written(network: keras.Model, tensor_at: Callable[[str], Tensor], prefix: str) -> dict[str, np.ndarray]:
    parts: dict[str, dict[int, np.ndarray]] = defaultdict(dict)
    for variable in network.trainable_variables:
        tensor = tensor_at(variable.path)
        name = tensor.name if tensor.name == OUTPUT else prefix + tensor.name
        parts[name][tensor.part or 0] = tensor.layout.write(np.asarray(variable))
    # A view onto a transposed matrix would be written in the wrong order.
    return {
        name: np.ascontiguousarray(np.concatenate([found[part] for part in sorted(found)], axis=-1))
        for name, found in parts.items()
    }
