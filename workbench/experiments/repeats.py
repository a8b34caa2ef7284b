"""The passages of a text that stand in it most often: what a model is most likely to know by heart.

Memorisation grows with repetition: Carlini et al., “Extracting Training Data from Large Language Models”, 2021, and
“Quantifying Memorization Across Neural Language Models”, 2023.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from workbench.experiments.verbatim import apart, hashes

SPAN = 16  # tokens that are the same, for a passage to be a repeated one
LONGEST = 128  # tokens of a passage that are looked at
CHUNK = 1 << 20
MOST_KEPT = 1 << 23  # hashes that are held; of a longer text only some, chosen by what they are, not where they stand
_MOST_CANDIDATES = 200_000
_COMPARED = 64  # places that must agree for a passage to be longer


@dataclass(frozen=True)
class Repeat:
    """A passage that stands in the text `times` times, without overlapping itself."""

    start: int  # where it stands first
    length: int
    times: int


def most_repeated(text: np.ndarray, span: int = SPAN) -> Iterator[Repeat]:
    """Passages of at least `span` tokens that stand in `text` twice or more, the most frequent first; of those that
    overlap by half only one.

    `text` may be mapped from disk. Of a text of more than 8 million tokens only some places are remembered, the same
    in every copy of a passage, so that a short one may be passed over.
    """
    keys, places = _repeated(text, span)
    order = np.argsort(keys, kind="stable")
    keys, places = keys[order], places[order]
    starts = np.flatnonzero(np.diff(keys, prepend=keys[:1] + np.uint64(1)) != 0)
    counts = np.diff(np.append(starts, len(keys)))
    best = np.argsort(-counts, kind="stable")[:_MOST_CANDIDATES]
    # Those that stand equally often in the order of the text: the first one begins the passage that they are part of.
    best = best[np.lexsort((places[starts[best]], -counts[best]))]
    firsts, is_open = places[starts[best]], np.ones(len(best), bool)
    for number, group in enumerate(best):
        if not is_open[number]:
            continue
        found = places[starts[group] : starts[group] + counts[group]]
        found = apart(found[_same(text, found, span)], span)
        back, length = _extent(text, found, span)
        found = found - back
        found = found[(found >= 0) & (found + length <= len(text))]
        found = found[_same(text, found, length)]
        if len(found) > 1:
            yield Repeat(int(found[0]), length, len(found))
        # Whatever begins within a copy of it, or reaches half into one.
        before = np.searchsorted(found, firsts + span // 2, side="right") - 1
        is_open &= (before < 0) | (firsts >= found[before] + length)


def _repeated(text: np.ndarray, span: int) -> tuple[np.ndarray, np.ndarray]:
    """The hashes that `text` has more than once, and where they stand, which a second reading tells."""
    ordered = np.sort(np.concatenate([np.empty(0, np.uint64), *(keys for keys, _ in _hashed(text, span))]))
    several = np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
    del ordered
    kept = [(np.empty(0, np.uint64), np.empty(0, np.int64))]
    for keys, places in _hashed(text, span) if len(several) else ():
        near = several[np.minimum(np.searchsorted(several, keys), len(several) - 1)] == keys
        kept.append((keys[near], places[near]))
    keys, places = (np.concatenate(parts) for parts in zip(*kept, strict=True))
    return keys, places


def _hashed(text: np.ndarray, span: int) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """The hashes of every `span` tokens that are remembered, and where they stand."""
    every = 1
    while len(text) // every > MOST_KEPT:
        every *= 2
    for start in range(0, len(text), CHUNK):
        keys = hashes(np.asarray(text[start : start + CHUNK + span - 1]), span)
        # The low digits of such a hash mix only those of the tokens.
        chosen = np.flatnonzero((keys >> np.uint64(40)) & np.uint64(every - 1) == 0)
        yield keys[chosen], start + chosen


def _same(text: np.ndarray, places: np.ndarray, length: int) -> np.ndarray:
    """Which of the places begin like the first; equal hashes of unequal tokens are as good as impossible."""
    is_same = np.ones(len(places), bool)
    for step in range(length):
        is_same &= text[places + step] == text[places[0] + step]
    return is_same


def _extent(text: np.ndarray, places: np.ndarray, span: int) -> tuple[int, int]:
    """How far before the places the passage begins that all of them are part of, and how long it is.

    No longer than from one place to the next, so that a passage that follows on itself is counted each time.
    """
    longest = min(LONGEST, int(np.diff(places).min(initial=LONGEST)))
    back, length = 0, span
    if len(places) < 2:
        return back, length
    some = places[np.unique(np.linspace(0, len(places) - 1, _COMPARED).astype(int))]
    while length < longest and some[-1] + length < len(text) and _agree(text[some + length]):
        length += 1
    while back + length < longest and some[0] > back and _agree(text[some - back - 1]):
        back += 1
    return back, back + length


def _agree(tokens: np.ndarray) -> bool:
    return bool((tokens == tokens[0]).all())
