"""The longest run of tokens that a written text has in common with a long one, which may be mapped from disk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

GRAM = 8  # tokens; a shorter run is not looked for
_CHUNK = 1 << 20
_MOST_CANDIDATES = 20_000  # places that are looked at closely in a chunk; a text that repeats itself has many alike
_FACTOR = np.uint64(0x9E3779B97F4A7C15)


def longest_runs(written: Sequence[np.ndarray], text: np.ndarray) -> list[tuple[int, int]]:
    """(place, length) in each of `written` of its longest run that `text` has too; length 0 for none."""
    best = [(0, 0)] * len(written)
    places: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, tokens in enumerate(written):
        for place, key in enumerate(_hashes(tokens)):
            places[int(key)].append((number, place))
    if not places:
        return best
    wanted = np.array(sorted(places), np.uint64)
    for start in range(0, len(text), _CHUNK):
        piece = np.asarray(text[start : start + _CHUNK + GRAM - 1])
        hashes = _hashes(piece)
        for found in np.flatnonzero(np.isin(hashes, wanted))[:_MOST_CANDIDATES]:
            for number, place in places[int(hashes[found])]:
                tokens = written[number]
                if len(tokens) - place > best[number][1]:
                    length = _common(tokens[place:], text[start + found : start + found + len(tokens) - place])
                    if length >= GRAM and length > best[number][1]:
                        best[number] = place, length
    return best


def _hashes(tokens: np.ndarray) -> np.ndarray:
    """A hash of every GRAM neighbouring tokens; the products overflow, as they may."""
    count = len(tokens) - GRAM + 1
    if count < 1:
        return np.empty(0, np.uint64)
    found = np.zeros(count, np.uint64)
    numbers = np.asarray(tokens).astype(np.uint64) + np.uint64(1)
    for place in range(GRAM):
        found = found * _FACTOR + numbers[place : place + count]
    return found


def _common(first: np.ndarray, other: np.ndarray) -> int:
    """How many tokens both begin with."""
    size = min(len(first), len(other))
    differing = np.flatnonzero(np.asarray(first[:size]) != np.asarray(other[:size]))
    return int(differing[0]) if len(differing) else size
