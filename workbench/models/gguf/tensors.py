"""The weights of a GGUF file by the names that a checkpoint has for them, each decoded when it is asked for.

The file is mapped, and one tensor at a time is decoded a few rows at once: beside the network there is never more than
the largest of its matrices.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import numpy as np

from workbench.messages.errors import ReasonError
from workbench.messages.message import message
from workbench.models.families.family import OtherSettingsError
from workbench.models.gguf.architectures import EMBEDDING, FACTORS, OUTPUT, Architecture
from workbench.models.gguf.header import StoredTensor
from workbench.models.gguf.kinds import WITHOUT_DECODER

_ROWS_AT_ONCE = 1 << 20  # numbers, rather
_ROUNDED = 0.1  # by how much, of its length, an embedding may differ that was rounded twice in other ways


class Tensors(Mapping[str, np.ndarray]):
    def __init__(
        self, stored: Mapping[str, StoredTensor], architecture: Architecture, heads: int, key_heads: int
    ) -> None:
        self._architecture = architecture
        self._heads = heads, key_heads
        kept = {name: tensor for name, tensor in stored.items() if name != FACTORS}
        if architecture.always_tied and OUTPUT in kept and _is_again(kept[OUTPUT], kept.get(EMBEDDING)):
            del kept[OUTPUT]
        self._stored = {architecture.name_in_checkpoint(name): (name, tensor) for name, tensor in kept.items()}

    def __getitem__(self, name: str) -> np.ndarray:
        named, stored = self._stored[name]
        return self._architecture.read(named, decoded(stored), *self._heads)

    def __contains__(self, name: object) -> bool:
        return name in self._stored

    def __iter__(self) -> Iterator[str]:
        return iter(self._stored)

    def __len__(self) -> int:
        return len(self._stored)


def decoded(stored: StoredTensor) -> np.ndarray:
    """Its numbers as float32, in its shape. Raises ReasonError where nothing can decode them."""
    from gguf import GGMLQuantizationType
    from gguf.quants import dequantize

    if stored.kind.name in WITHOUT_DECODER:
        raise ReasonError(message("damage.gguf_no_decoder", kind=stored.kind.name))
    kind = GGMLQuantizationType(stored.kind.number)
    width = stored.shape[-1]
    rows = math.prod(stored.shape[:-1])
    bytes_of_row = stored.kind.bytes_of(width)
    mapped = np.memmap(stored.file, np.uint8, "r", stored.begin, (rows, bytes_of_row))
    found = np.empty((rows, width), np.float32)
    at_once = max(1, _ROWS_AT_ONCE // width)
    for begin in range(0, rows, at_once):
        found[begin : begin + at_once] = dequantize(mapped[begin : begin + at_once], kind).reshape(-1, width)
    return found.reshape(stored.shape)


def check_decoders(stored: Mapping[str, StoredTensor]) -> None:
    """Raises OtherSettingsError, naming the kind, for a tensor that nothing decodes."""
    odd = next((each.kind.name for each in stored.values() if each.kind.name in WITHOUT_DECODER), None)
    if odd is not None:
        raise OtherSettingsError(message("model.has_no_decoder", kind=odd))


def check_places(stored: Mapping[str, StoredTensor], architecture: Architecture, blocks: int) -> None:
    """Raises OtherSettingsError, naming it, for a tensor that no network of the architecture has a place for."""
    odd = (name for name in stored if name != FACTORS and not architecture.has_place(name, blocks))
    if (name := next(odd, None)) is not None:
        raise OtherSettingsError(message("model.has_tensor", tensor=name))


def _is_again(output: StoredTensor, embedding: StoredTensor | None) -> bool:
    """Whether the output matrix is the embedding, which llama.cpp once wrote twice, and rounded in two ways."""
    if embedding is None or output.shape != embedding.shape:
        return False
    one, other = decoded(output), decoded(embedding)
    return float(np.linalg.norm(one - other)) <= _ROUNDED * float(np.linalg.norm(other))
