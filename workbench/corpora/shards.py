"""A text's tokens in shards, for who has no room for all of them: brought when they are read, given back for others.

A shard is known by the hash of what is in it, so that what came is what was asked for, from wherever it came.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from workbench.messages.errors import KnownError, disk_error

SHARD_TOKENS = 1 << 19  # a megabyte, mostly: of so much a passage is a small part, and a step's are soon brought


@dataclass(frozen=True)
class Layout:
    """How a text lies in shards."""

    names: tuple[str, ...]  # of each the SHA-256 of its bytes
    tokens: int  # of all
    of_each: int  # tokens, but of the last one, which may have fewer
    dtype: str


class Shards:
    """Those that are on this computer's disk, of no more than `most_bytes`; what was read longest ago goes first.

    One thread reads, and waits for what is not here; another one brings what is `wanted`.
    """

    def __init__(self, folder: Path, most_bytes: int) -> None:
        """`folder` is theirs alone; it is made when the first one comes."""
        self._folder, self._most_bytes = folder, most_bytes
        self._here: OrderedDict[str, int] = OrderedDict()  # bytes of each, what was read longest ago first
        self._asked: dict[str, None] = {}  # for what nobody was told yet
        self._awaited: set[str] = set()
        self._refused: dict[str, KnownError] = {}
        self._is_over = False
        self._changed = threading.Condition()

    # Who reads

    def read(self, name: str, first: int, last: int, dtype: str) -> np.ndarray:
        """The tokens of a shard from `first` to before `last`.

        Raises KnownError: place.text_changed, disk.full, disk.failed.
        """
        with self._changed:
            while name not in self._here:
                if name in self._refused:
                    raise self._refused.pop(name)
                self._ask([name])
                self._changed.wait()
            self._here.move_to_end(name)
            return np.fromfile(self._folder / name, dtype, last - first, offset=first * np.dtype(dtype).itemsize)

    def expect(self, names: Sequence[str], size: int) -> None:
        """Ask for those of `size` bytes each that will be read next, as far as there is room for them together."""
        with self._changed:
            self._ask(names[: self._most_bytes // size])

    def end(self) -> None:
        """Nobody reads any more."""
        with self._changed:
            self._is_over = True
            self._changed.notify_all()

    def _ask(self, names: Iterable[str]) -> None:
        missing = [name for name in names if name not in self._here and name not in self._awaited]
        self._asked |= dict.fromkeys(missing)
        self._awaited |= set(missing)
        if missing:
            self._changed.notify_all()

    # Who brings

    def wanted(self) -> tuple[str, ...]:
        """Waits until some are; each is told once. None are when nobody reads any more."""
        with self._changed:
            self._changed.wait_for(lambda: self._asked or self._is_over)
            names = tuple(self._asked)
            self._asked.clear()
            return names

    def bring(self, name: str, content: np.ndarray | None) -> None:
        """None for what is no longer to be had."""
        with self._changed:
            self._awaited.discard(name)
            try:
                self._keep(name, content)
            except KnownError as error:
                self._refused[name] = error
            self._changed.notify_all()

    def _keep(self, name: str, content: np.ndarray | None) -> None:
        if content is None or hash_of(content) != name:
            raise KnownError("place.text_changed")
        try:
            while self._here and sum(self._here.values()) + content.nbytes > self._most_bytes:
                (self._folder / self._here.popitem(last=False)[0]).unlink()
            self._folder.mkdir(parents=True, exist_ok=True)
            content.tofile(self._folder / name)
        except OSError as error:
            (self._folder / name).unlink(missing_ok=True)
            raise disk_error(error, self._folder) from error
        self._here[name] = content.nbytes


class ShardedTokens:
    """Reads as the array of the tokens does: its length, and slices of it."""

    def __init__(self, layout: Layout, shards: Shards) -> None:
        self._layout, self._shards = layout, shards

    def __len__(self) -> int:
        return self._layout.tokens

    def __getitem__(self, wanted: slice) -> np.ndarray:
        first, last, step = wanted.indices(len(self))
        if step != 1:
            raise IndexError("tokens in shards are read as they stand")
        names, dtype, of_each = self._layout.names, self._layout.dtype, self._layout.of_each
        parts = [np.empty(0, dtype)]
        for shard in self._touched(first, last):
            begin, end = max(0, first - shard * of_each), min(of_each, last - shard * of_each)
            parts.append(self._shards.read(names[shard], begin, end, dtype))
        return np.concatenate(parts)

    def expect(self, starts: Iterable[int], length: int) -> None:
        """Passages of `length` tokens that will be read next."""
        touched = [shard for start in starts for shard in self._touched(start, min(start + length, len(self)))]
        names = dict.fromkeys(self._layout.names[shard] for shard in touched)
        self._shards.expect(tuple(names), self._layout.of_each * np.dtype(self._layout.dtype).itemsize)

    def _touched(self, first: int, last: int) -> range:
        return range(first // self._layout.of_each, -(-last // self._layout.of_each)) if first < last else range(0)


def hash_of(shard: np.ndarray) -> str:
    return hashlib.sha256(np.ascontiguousarray(shard).data.cast("B")).hexdigest()
