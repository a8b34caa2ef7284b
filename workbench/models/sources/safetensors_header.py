"""What a safetensors file says at its beginning, which is all that is read of it before a network is built.

Eight bytes have the length of a JSON object with each tensor's kind, shape and place
(https://huggingface.co/docs/safetensors). Files are cut off, emptied and made up: what is said is compared with the
bytes that are there.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from workbench.messages.errors import ReasonError
from workbench.messages.message import Count, message
from workbench.models.small_files import refuse_pointer

MOST_BYTES = 16_000_000  # of a header; 100 MB are allowed, and what they say would fill gigabytes
_LENGTH_BYTES = 8
_BITS = {
    "F64": 64, "I64": 64, "U64": 64, "C64": 64, "F32": 32, "I32": 32, "U32": 32, "F16": 16, "BF16": 16, "I16": 16,
    "U16": 16, "F8_E5M2": 8, "F8_E4M3": 8, "F8_E8M0": 8, "F8_E5M2FNUZ": 8, "F8_E4M3FNUZ": 8, "I8": 8, "U8": 8,
    "BOOL": 8, "F6_E2M3": 6, "F6_E3M2": 6, "F4": 4,
}  # fmt: skip


@dataclass(frozen=True)
class StoredTensor:
    """As its file says it is."""

    kind: str  # "F32", "BF16" …
    shape: tuple[int, ...]

    @property
    def numbers(self) -> int:
        return math.prod(self.shape)


def stored_tensors(files: Iterable[Path]) -> dict[str, StoredTensor]:
    """Those of several files by their names.

    Raises KnownError("model.pointer"), OSError, or ReasonError naming the file that is cut off, empty or another thing.
    """
    found: dict[str, StoredTensor] = {}
    for file in files:
        state = file.stat()
        found.update(_read(file, state.st_size, state.st_mtime_ns))
    return found


@lru_cache(maxsize=256)
def _read(file: Path, size: int, _changed: int) -> dict[str, StoredTensor]:
    if size == 0:
        raise ReasonError(message("damage.empty_file", file=file.name))
    refuse_pointer(file)
    with file.open("rb") as stream:
        length = int.from_bytes(stream.read(_LENGTH_BYTES), "little")
        if length > MOST_BYTES:
            raise ReasonError(message("damage.not_safetensors", file=file.name))
        header = stream.read(length)
    if len(header) < length or size < _LENGTH_BYTES:
        raise ReasonError(message("damage.cut_file", file=file.name))
    try:
        entries = json.loads(header)
        entries.pop("__metadata__", None)
        found = {name: _tensor(entry) for name, entry in entries.items()}
        ends = [entry["data_offsets"][1] for entry in entries.values()]
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise ReasonError(message("damage.not_safetensors", file=file.name)) from error
    _check_bytes(file, size - _LENGTH_BYTES - length, max(ends, default=0), found.values())
    return found


def _tensor(entry: dict[str, Any]) -> StoredTensor:
    """Raises ValueError, or what a record that is no record raises."""
    kind, shape, (begin, end) = entry["dtype"], tuple(entry["shape"]), entry["data_offsets"]
    numbers = (*shape, begin, end)
    if not isinstance(kind, str) or not all(type(each) is int and 0 <= each < 1 << 60 for each in numbers):
        raise ValueError(kind)
    if begin > end or (kind in _BITS and math.prod(shape) * _BITS[kind] != 8 * (end - begin)):
        raise ValueError(shape)
    return StoredTensor(kind, shape)


def _check_bytes(file: Path, present: int, end: int, found: Iterable[StoredTensor]) -> None:
    """Whether the tensors are all there, and each in a place of its own."""
    if end > present:
        raise ReasonError(message("damage.cut_file_of", file=file.name, present=Count(present), whole=Count(end)))
    if sum(each.numbers * _BITS.get(each.kind, 0) for each in found) > 8 * present:
        raise ReasonError(message("damage.not_safetensors", file=file.name))
