"""Several datasets as one: which of them a step reads is a pure function of (seed, step)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from workbench.tasks.task import Batch, Dataset, Share, Text

# Multiples of the golden ratio, each taken without its whole part, are as evenly spread as such numbers can be
# (Knuth, The Art of Computer Programming, volume 3, section 6.4): any stretch of steps keeps to the shares.
_GOLDEN = (5**0.5 - 1) / 2


@dataclass(frozen=True)
class Texts:
    """What each part learns, by its key."""

    of: Mapping[str, Text]

    def with_share(self, share: float) -> Texts:
        return Texts({key: text.with_share(share) for key, text in self.of.items()})


@dataclass(frozen=True)
class Turns:
    """Whose turn it is at a step: each part's in proportion to its weight."""

    weights: Mapping[str, float]  # above 0, by part

    def at(self, seed: int, step: int) -> str:
        """Of `step`, counted from 1."""
        return self._keys[int(self._chosen(seed, np.array([step]))[0])]

    def counts(self, seed: int, steps: int) -> dict[str, int]:
        """How many of the first `steps` are each part's."""
        found = np.bincount(self._chosen(seed, np.arange(1, steps + 1)), minlength=len(self.weights))
        return dict(zip(self._keys, found.tolist(), strict=True))

    @property
    def shares(self) -> dict[str, float]:
        total = sum(self.weights.values())
        return {key: weight / total for key, weight in self.weights.items()}

    @property
    def _keys(self) -> tuple[str, ...]:
        return tuple(self.weights)

    def _chosen(self, seed: int, steps: np.ndarray) -> np.ndarray:
        """The number of the part for each of `steps`."""
        begins = np.random.default_rng([seed, 0]).random()
        places = (begins + steps * _GOLDEN) % 1.0
        ends = np.cumsum(list(self.shares.values()))
        return np.minimum(np.searchsorted(ends, places, side="right"), len(ends) - 1)


@dataclass(frozen=True, eq=False)
class Mixture:
    """At each step a batch of one of `datasets`; a batch's inputs and targets stand under that one's name.

    So each of them is read in its own order, once before any of it is read again, whatever comes between.
    """

    datasets: Mapping[str, Dataset]
    turns: Turns

    @property
    def steps_per_epoch(self) -> float:
        """In which as much is read as all of them have together."""
        return sum(dataset.steps_per_epoch for dataset in self.datasets.values())

    @property
    def tokens_per_step(self) -> float:
        return sum(share * self.datasets[key].tokens_per_step for key, share in self.turns.shares.items())

    def length_at(self, seed: int, step: int) -> int:
        dataset, own_step = self._turn(seed, step)
        return dataset.length_at(seed, own_step)

    def repeating(self) -> Mixture:
        return replace(self, datasets={key: dataset.repeating() for key, dataset in self.datasets.items()})

    def shared(self, share: Share) -> Mixture:
        return replace(self, datasets={key: dataset.shared(share) for key, dataset in self.datasets.items()})

    def batch(self, seed: int, step: int) -> Batch:
        dataset, own_step = self._turn(seed, step)
        return under(self.turns.at(seed, step), dataset.batch(seed, own_step))

    def _turn(self, seed: int, step: int) -> tuple[Dataset, int]:
        """Whose it is, and the how many-th of its own."""
        key = self.turns.at(seed, step)
        return self.datasets[key], self.turns.counts(seed, step)[key]

    def counts(self, seed: int, steps: int) -> dict[str, int]:
        """How many of the first `steps` were each part's."""
        return self.turns.counts(seed, steps)


def under(key: str, batch: Batch) -> Batch:
    """The batch of one part, as the network with all heads takes it."""
    return Batch({key: batch.inputs}, {key: batch.targets})


def part_of(batch: Batch) -> str:
    """Which part a batch is for; empty where there are none."""
    return next(iter(batch.inputs)) if isinstance(batch.inputs, dict) else ""


def parted(held: Any) -> tuple[str, Any]:
    """The part that inputs, targets or outputs of one step are for, and what it has of them."""
    ((key, own),) = held.items()
    return key, own
