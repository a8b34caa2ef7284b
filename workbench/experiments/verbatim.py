"""The longest run of tokens that a written text has in common with a long one, which may be mapped from disk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

GRAM = 8  # tokens; a shorter run is not looked for
CHUNK = 1 << 20
_MOST_ALIKE = 50  # places with the same tokens that are looked at closely in a chunk: texts repeat themselves
_FACTOR = np.uint64(0x9E3779B97F4A7C15)


def longest_runs(written: Sequence[np.ndarray], text: np.ndarray) -> list[tuple[int, int]]:
    """(place, length) in each of `written` of its longest run that `text` has too; length 0 for none."""
    best = [(0, 0)] * len(written)
    places: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, tokens in enumerate(written):
        for place, key in enumerate(hashes(tokens)):
            places[int(key)].append((number, place))
    if not places:
        return best
    wanted = np.array(sorted(places), np.uint64)
    for start in range(0, len(text), CHUNK):
        piece = np.asarray(text[start : start + CHUNK + GRAM - 1])
        keys = hashes(piece)
        for found in _few_of_each(keys, np.flatnonzero(np.isin(keys, wanted))):
            for number, place in places[int(keys[found])]:
                tokens = written[number]
                if len(tokens) - place > best[number][1]:
                    length = _common(tokens[place:], text[start + found : start + found + len(tokens) - place])
                    if length >= GRAM and length > best[number][1]:
                        best[number] = place, length
    return best


def times_in(runs: Sequence[np.ndarray], text: np.ndarray) -> list[int]:
    """How often each of `runs`, of GRAM tokens at least, stands in the text without overlapping itself."""
    wanted = [hashes(run[:GRAM])[0] for run in runs]
    places: list[list[int]] = [[] for _ in runs]
    for start in range(0, len(text), CHUNK):
        found = hashes(np.asarray(text[start : start + CHUNK + GRAM - 1]))
        for number, (run, key) in enumerate(zip(runs, wanted, strict=True)):
            begins = start + np.flatnonzero(found == key)
            begins = begins[begins + len(run) <= len(text)]
            for step, token in enumerate(run):
                begins = begins[text[begins + step] == token]
            places[number] += begins.tolist()
    return [len(apart(np.array(each, np.int64), len(run))) for run, each in zip(runs, places, strict=True)]


def apart(places: np.ndarray, length: int) -> np.ndarray:
    """Of rising places the first, and each that is at least `length` behind the last one that was kept."""
    if not len(places) or np.diff(places).min(initial=length) >= length:
        return places
    kept, after = [], int(places[0])
    for number, place in enumerate(places.tolist()):
        if place >= after:
            kept.append(number)
            after = place + length
    return places[kept]


def hashes(tokens: np.ndarray, length: int = GRAM) -> np.ndarray:
    """A hash of every `length` neighbouring tokens; the products overflow, as they may."""
    count = len(tokens) - length + 1
    if count < 1:
        return np.empty(0, np.uint64)
    found = np.zeros(count, np.uint64)
    numbers = np.asarray(tokens).astype(np.uint64) + np.uint64(1)
    for place in range(length):
        found = found * _FACTOR + numbers[place : place + count]
    return found


def _few_of_each(keys: np.ndarray, found: np.ndarray) -> np.ndarray:
    """The first places of each key, so that a passage that stands everywhere does not hide the others."""
    order = np.argsort(keys[found], kind="stable")
    ordered = keys[found][order]
    begins = np.flatnonzero(np.diff(ordered, prepend=ordered[:1] + np.uint64(1)) != 0)
    rank = np.arange(len(found)) - np.repeat(begins, np.diff(np.append(begins, len(found))))
    few: np.ndarray = np.sort(found[order[rank < _MOST_ALIKE]])
    return few


def _common(first: np.ndarray, other: np.ndarray) -> int:
    """How many tokens both begin with."""
    size = min(len(first), len(other))
    differing = np.flatnonzero(np.asarray(first[:size]) != np.asarray(other[:size]))
    return int(differing[0]) if len(differing) else size
