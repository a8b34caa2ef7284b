"""Values on their way to another process, the arrays in them apart: a text of gigabytes is named, not copied.

Where the other process does not see its file, a text lies in shards, which are brought as they are read.
"""

from __future__ import annotations

import hashlib
import io
import mmap
import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from workbench.corpora.shards import Layout, hash_of

SMALL = 1 << 14  # bytes; what is smaller goes along


@dataclass(frozen=True)
class OnDisk:
    """An array that lies in a file which both processes see."""

    file: Path
    offset: int  # bytes
    dtype: str
    shape: tuple[int, ...]

    def mapped(self) -> np.ndarray:
        return np.memmap(self.file, self.dtype, "r", self.offset, self.shape)


@dataclass(frozen=True)
class ByContent:
    """An array that is fetched by the hash of what is in it."""

    sha256: str


def packed(value: Any, instead: Callable[[np.ndarray], object | None]) -> bytes:
    """`value` pickled; `instead` says what goes in the place of an array, or None where it goes along."""
    stream = io.BytesIO()

    class Pickler(pickle.Pickler):
        def persistent_id(self, each: Any) -> object | None:
            return instead(each) if isinstance(each, np.ndarray) and each.nbytes > SMALL else None

    Pickler(stream, protocol=pickle.HIGHEST_PROTOCOL).dump(value)
    return stream.getvalue()


@dataclass(frozen=True, eq=False)
class Consignment:
    """A parcel for a process that sees none of the files here, and what is named in it, by hashes."""

    parcel: bytes
    arrays: Mapping[str, np.ndarray]
    shards: Mapping[str, OnDisk]


def consigned(value: Any, shard_tokens: int) -> Consignment:
    """Arrays of tokens that lie in a file are laid in shards of so many; any other array is one that is named."""
    arrays: dict[str, np.ndarray] = {}
    shards: dict[str, OnDisk] = {}

    def instead(array: np.ndarray) -> Layout | ByContent:
        lying = on_disk(array)
        if lying is not None and array.ndim == 1:
            layout, own = in_shards(lying, shard_tokens)
            shards.update(own)
            return layout
        found = content_of(array)
        arrays[found.sha256] = np.ascontiguousarray(array)
        return found

    return Consignment(packed(value, instead), arrays, shards)


def unpacked(parcel: bytes, fetched: Callable[[Any], object]) -> Any:
    """The inverse of `packed`. Only for what comes from the program itself: a pickle can do anything."""

    class Unpickler(pickle.Unpickler):
        def persistent_load(self, name: Any) -> object:
            return fetched(name)

    return Unpickler(io.BytesIO(parcel)).load()


def on_disk(array: np.ndarray) -> OnDisk | None:
    """Where an array is that was mapped from a file, wherever in it; None for any other."""
    source = getattr(array, "_mmap", None)
    name = getattr(array, "filename", None)
    if source is None or name is None or not array.flags.c_contiguous:
        return None
    begin = np.frombuffer(source, np.uint8).__array_interface__["data"][0]
    # What is mapped begins at a whole page of the file, before the first byte that was asked for.
    page = array.offset - array.offset % mmap.ALLOCATIONGRANULARITY  # type: ignore[attr-defined]
    offset = array.__array_interface__["data"][0] - begin + page
    return OnDisk(Path(name), offset, array.dtype.str, array.shape)


def in_shards(text: OnDisk, of_each: int) -> tuple[Layout, dict[str, OnDisk]]:
    """How an array of tokens lies in shards of so many, and where each of these is. Reads all of it."""
    return _in_shards(text, of_each, text.file.stat().st_mtime_ns)


@lru_cache(maxsize=16)
def _in_shards(text: OnDisk, of_each: int, _changed: int) -> tuple[Layout, dict[str, OnDisk]]:
    (tokens,), size = text.shape, np.dtype(text.dtype).itemsize
    parts = [
        replace(text, offset=text.offset + first * size, shape=(min(of_each, tokens - first),))
        for first in range(0, tokens, of_each)
    ]
    names = tuple(hash_of(part.mapped()) for part in parts)
    return Layout(names, tokens, of_each, text.dtype), dict(zip(names, parts, strict=True))


def content_of(array: np.ndarray) -> ByContent:
    digest = hashlib.sha256(f"{array.dtype.str}{array.shape}".encode())
    digest.update(np.ascontiguousarray(array).data.cast("B"))
    return ByContent(digest.hexdigest())
