"""Finding paragraphs that are there twice, exactly or nearly (MinHash with banding), in bounded memory.

MinHash: A. Broder, “On the resemblance and containment of documents”, 1997. Two texts share a minimum of a random
order of their word groups with the probability that is the share of groups they have in common.
"""

from __future__ import annotations

import hashlib
import zlib
from array import array
from itertools import pairwise
from typing import Any

import numpy as np

from workbench.ground.scripts import BY_CHARACTER, pattern

GROUP_WORDS = 4  # words in a group; characters where there are no spaces
BANDS, ROWS = 16, 4  # two texts that share half of their groups meet in one band with probability 0.64, 0.8: 0.9998
MOST_SIGNATURES = 60_000  # some 150 MB; of a longer text the first paragraphs are what later ones are compared with
FEWEST_WORDS = 8

# The commonest letters stand first, which makes it twice as fast.
_WORD = rf"[[a-z0-9_][\p{{L}}\p{{N}}--[{BY_CHARACTER}]]]+|[{BY_CHARACTER}]"


class SeenHashes:
    """A set of 64-bit hashes in 13 bytes each, a Python set takes 70: 2 GB of text has millions of paragraphs."""

    def __init__(self) -> None:
        self._slots = array("Q", bytes(8 * 1024))
        self._count = 0
        self._added: array[int] | None = None  # since the mark

    def add(self, key: int) -> bool:
        """Whether the key is new."""
        key = key or 1  # zero marks a free slot
        slots, mask = self._slots, len(self._slots) - 1
        place = key & mask
        while (found := slots[place]) != 0:
            if found == key:
                return False
            place = (place + 1) & mask
        slots[place] = key
        self._count += 1
        if self._added is not None:
            self._added.append(key)
        if self._count > 0.6 * len(slots):
            self._grow()
        return True

    def __len__(self) -> int:
        return self._count

    def mark(self) -> None:
        """What is added from here on can be taken back."""
        self._added = array("Q")

    def take_back(self) -> None:
        """Forget what was added since the mark, which stays."""
        for key in self._added or ():
            self._remove(key)
        self.mark()

    def _remove(self, key: int) -> None:
        """Those that had to go on to later slots because this one was taken move up (Knuth, algorithm 6.4R)."""
        slots, mask = self._slots, len(self._slots) - 1
        place = key & mask
        while slots[place] != key:
            place = (place + 1) & mask
        free = place
        while slots[place := (place + 1) & mask]:
            wanted = slots[place] & mask
            if (place - wanted) & mask >= (place - free) & mask:
                slots[free] = slots[place]
                free = place
        slots[free] = 0
        self._count -= 1

    def _grow(self) -> None:
        old, added = self._slots, self._added
        self._slots, self._count, self._added = array("Q", bytes(16 * len(old))), 0, None
        for key in old:
            if key:
                self.add(key)
        self._added = added


class SeenParagraphs:
    """Paragraphs by what they say, whatever their spaces and capitals."""

    def __init__(self) -> None:
        self._seen = SeenHashes()

    def mark(self) -> None:
        self._seen.mark()

    def take_back(self) -> None:
        """Forget those since the mark."""
        self._seen.take_back()

    def is_new(self, paragraph: str) -> bool:
        return self._seen.add(int.from_bytes(hash_of(paragraph), "little"))


class NearDuplicates:
    """Texts to find near-duplicates of later ones among."""

    def __init__(self, similarity: float) -> None:
        self._similarity = similarity
        self._signatures: list[np.ndarray[Any, Any]] = []
        self._hashes = _WordHashes()
        self._bands: dict[int, int] = {}  # hash of a band -> the first text that had it
        self._marked = 0  # how many there were

    def find(self, text: str, *, remember: bool) -> tuple[int, float] | None:
        """(number of the earlier text, similarity) of the nearest one that is alike enough."""
        signature = self._signature(text)
        if signature is None:
            return None
        keys = _band_keys(signature)
        best: tuple[int, float] | None = None
        for other in {self._bands[key] for key in keys if key in self._bands}:
            share = float((self._signatures[other] == signature).mean())
            if share >= self._similarity and (best is None or share > best[1]):
                best = other, share
        if remember and best is None and len(self._signatures) < MOST_SIGNATURES:
            for key in keys:
                self._bands.setdefault(key, len(self._signatures))
            self._signatures.append(signature)
        return best

    def mark(self) -> None:
        """What is remembered from here on can be taken back."""
        self._marked = len(self._signatures)

    def take_back(self) -> None:
        """Forget those since the mark."""
        for number in range(self._marked, len(self._signatures)):
            for key in _band_keys(self._signatures[number]):
                if self._bands.get(key) == number:
                    del self._bands[key]
        del self._signatures[self._marked :]

    @property
    def remembered(self) -> int:
        return len(self._signatures)

    def _signature(self, text: str) -> np.ndarray[Any, Any] | None:
        return self._hashes.signature(text)


class AlikeGroups:
    """Texts in groups: each is with all that say the same, or nearly, and with those that these are like."""

    def __init__(self, similarity: float) -> None:
        self._similarity = similarity
        self._hashes = _WordHashes()
        self._same: dict[bytes, int] = {}
        self._signed = array("Q")  # texts that have a signature
        self._signatures: list[np.ndarray[Any, Any]] = []
        self._above = array("Q")  # another text of the group, or the text itself

    def add(self, text: str) -> None:
        number = len(self._above)
        first = self._same.setdefault(hash_of(text), number)
        self._above.append(first)
        if first == number and len(self._signatures) < _MOST_IN_GROUPS:
            signature = self._hashes.signature(text)
            if signature is not None:
                self._signed.append(number)
                self._signatures.append(signature)

    def numbers(self) -> list[int]:
        """Of each text, in the order that they came in, the number of its group."""
        if self._signatures:
            signatures = np.stack(self._signatures)
            for keys in _keys_of_bands(signatures):
                self._join_alike(signatures, keys)
        return [self._group(number) for number in range(len(self._above))]

    def _join_alike(self, signatures: np.ndarray[Any, Any], keys: np.ndarray[Any, Any]) -> None:
        """Compare the texts that have the same key in one band, each with those before it."""
        order = np.argsort(keys, kind="stable")
        bounds = [0, *(np.flatnonzero(np.diff(keys[order])) + 1).tolist(), len(order)]
        for start, end in pairwise(bounds):
            for place in range(start + 1, end):
                number = int(order[place])
                before = order[max(start, place - _COMPARED) : place]
                shares = (signatures[before] == signatures[number]).mean(axis=1)
                for other in before[shares >= self._similarity].tolist():
                    self._above[self._group(self._signed[number])] = self._group(self._signed[other])

    def _group(self, number: int) -> int:
        while (above := self._above[number]) != number:
            self._above[number] = self._above[above]
            number = above
        return number


class _WordHashes(dict[str, int]):
    """Most words of a text have been hashed before."""

    def signature(self, text: str) -> np.ndarray[Any, Any] | None:
        """64 minima of 32 bits; None for a text that is too short to tell."""
        words = pattern(_WORD).findall(text[:_LOOKED_AT].casefold())
        if len(words) < FEWEST_WORDS:
            return None
        hashes = np.fromiter(map(self.__getitem__, words), np.uint64, len(words))
        groups = np.zeros(len(words) - GROUP_WORDS + 1, np.uint64)
        for place in range(GROUP_WORDS):
            groups = groups * _MIX + hashes[place : place + len(groups)]
        # Multiply-shift hashing (M. Dietzfelbinger et al., 1997): the product overflows, its upper half is the hash.
        minima = ((groups ^ (groups >> _HALF)) * _FACTORS + _OFFSETS).min(axis=1) >> _HALF
        signature: np.ndarray[Any, Any] = minima.astype(np.uint32)
        return signature

    def __missing__(self, word: str) -> int:
        made = zlib.crc32(word.encode("utf-8", "surrogatepass"))
        if len(self) < _MOST_WORDS:
            self[word] = made
        return made


def hash_of(text: str) -> bytes:
    """A hash of what a text says, whatever its spaces and capitals."""
    content = " ".join(text.casefold().split()).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(content, digest_size=8).digest()


def _band_keys(signature: np.ndarray[Any, Any]) -> list[int]:
    found: list[int] = _keys_of_bands(signature[None])[:, 0].tolist()
    return found


def _keys_of_bands(signatures: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """(bands, signatures)."""
    bands = signatures.reshape(-1, BANDS, ROWS).astype(np.uint64)
    keys: np.ndarray[Any, Any] = np.broadcast_to(np.arange(BANDS, dtype=np.uint64), bands.shape[:2])
    for row in range(ROWS):
        keys = keys * _MIX + bands[:, :, row]
    return keys.T


_MOST_IN_GROUPS = 200_000  # texts that are compared, in some 400 bytes each
_COMPARED = 50  # texts with the same key before one that it is compared with
_LOOKED_AT = 8_000  # characters of a paragraph
_MOST_WORDS = 100_000
_HALF = np.uint64(32)
_MIX = np.uint64(0x9E3779B97F4A7C15)
_generator = np.random.default_rng(2)
_FACTORS = _generator.integers(0, 1 << 63, BANDS * ROWS, dtype=np.uint64)[:, None] * np.uint64(2) + np.uint64(1)
_OFFSETS = _generator.integers(0, 1 << 63, BANDS * ROWS, dtype=np.uint64)[:, None]
