"""Which examples a step reads, where those of about the same length are read together: a function of (seed, step)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

SHORTEST = 16  # tokens; the lengths that rows may have are this, twice this, …, and that of the longest example
WORTH = 0.1  # of all that is read: what a length must spare, since a step is compiled for each


@dataclass(frozen=True)
class ReadingOrder:
    """Each epoch reads every example once, in an order of its own; a step may end one epoch and begin the next.

    A step reads examples of one length rather than as they come: rows are padded to the longest of theirs, and among
    32 examples there nearly always is a long one, so that half of what was read would be padding. That all of a step
    are about as long costs some of its variety; which of that length it reads, and which length comes when, is drawn
    anew in each epoch. What does not fill a step is read with the next longer ones.
    """

    lengths: tuple[int, ...]  # tokens, rising
    kinds: bytes  # of each example, which of the lengths its row has
    at_once: int  # examples of a step

    @classmethod
    def of(cls, tokens: Sequence[int], longest: int, at_once: int) -> ReadingOrder:
        """Of examples with so many tokens, of which no more than `longest` are read."""
        read = np.minimum(np.asarray(tokens), longest)
        lengths = lengths_worth(read, longest)
        return cls(lengths, np.searchsorted(lengths, read).astype(np.uint8).tobytes(), at_once)

    @property
    def tokens_per_step(self) -> float:
        """On the average, padding included."""
        return self.at_once * float(np.asarray(self.lengths)[np.frombuffer(self.kinds, np.uint8)].mean())

    def numbers(self, seed: int, step: int) -> np.ndarray:
        """Of the examples of `step`, counted from 1: [at_once]."""
        count, first = len(self.kinds), (step - 1) * self.at_once
        epoch = first // count
        if first + self.at_once <= (epoch + 1) * count:
            found: np.ndarray = _steps(seed, epoch, self.kinds, self.at_once)[step - 1 - _first(epoch, self)]
            return found
        places = range(first, first + self.at_once)
        return np.array([_epoch(seed, place // count, count)[place % count] for place in places])

    def length_at(self, seed: int, step: int) -> int:
        """Of the rows of `step`, in tokens."""
        return self.lengths[max(self.kinds[int(number)] for number in self.numbers(seed, step))]


def lengths_worth(tokens: np.ndarray, longest: int) -> tuple[int, ...]:
    """Those of rows that are worth compiling a step for, rising; the last is `longest`, whatever is read."""
    lengths, others = [longest], [SHORTEST << power for power in range(16) if SHORTEST << power < longest]
    while others:
        best = min(others, key=lambda other: _read(tokens, [*lengths, other]))
        read = _read(tokens, lengths)
        if read - _read(tokens, [*lengths, best]) < WORTH * read:
            break
        lengths.append(best)
        others.remove(best)
    return tuple(sorted(lengths))


def _read(tokens: np.ndarray, lengths: Sequence[int]) -> int:
    """Tokens, padding included, of examples that have so many without."""
    rising = np.sort(lengths)
    return int(rising[np.searchsorted(rising, tokens)].sum())


def _first(epoch: int, order: ReadingOrder) -> int:
    """How many steps there are before the first that lies wholly in an epoch."""
    return -(-epoch * len(order.kinds) // order.at_once)


@lru_cache(maxsize=4)
def _epoch(seed: int, epoch: int, examples: int) -> np.ndarray:
    return np.random.default_rng([seed, epoch]).permutation(examples)


@lru_cache(maxsize=4)
def _steps(seed: int, epoch: int, kinds: bytes, at_once: int) -> np.ndarray:
    """The steps that lie wholly in an epoch: [steps, at_once]."""
    count = len(kinds)
    skipped = -(epoch * count) % at_once  # the last step of the epoch before reads these
    whole = (count - skipped) // at_once
    chosen = _epoch(seed, epoch, count)[skipped : skipped + whole * at_once]
    own = np.frombuffer(kinds, np.uint8)[chosen]
    if len(np.unique(own)) == 1:
        return chosen.reshape(whole, at_once)  # they are in an order drawn by chance
    by_length = chosen[np.argsort(own, kind="stable")].reshape(whole, at_once)
    return np.random.default_rng([seed, epoch, 1]).permutation(by_length)
