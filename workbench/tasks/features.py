"""Examples as what a network that rests says of each: found out once, however often they are learnt from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from workbench.corpora.encoded_examples import Encoded
from workbench.tasks.labelled_task import AT_ONCE, MOST_EXAMPLES
from workbench.tasks.rows import Rows, by_length, in_batches, spread
from workbench.tasks.task import Batch
from workbench.values.progress import Progress

# AT_ONCE rows of tokens → float32 [AT_ONCE, size], of what is told of words [AT_ONCE, length, size]
Reading = Callable[[np.ndarray], np.ndarray]
_LEAST = 1e-6  # a feature that varies less says nothing, and is not made larger
_COLUMNS = 64  # whose statistics are computed at once, in float64


@dataclass(frozen=True, eq=False)
class FeatureRows(Rows):
    """The same batches as those of the rows, of features, each of which has the deviation 1 in what is learnt from.

    What is read is all that is learnt from, and of what is held out as much as a look needs. An example whose words are
    told has the features of each of them, one after the other; any other has those of the whole.
    """

    features: np.ndarray = field(default_factory=lambda: np.empty((0, 0), np.float32))  # [examples or words, size]
    vocabulary: int = 0  # tokens, where how often each of them stands in an example is told beside its features
    counted_as: float = 1.0  # what once is told as
    places: dict[int, slice] = field(default_factory=dict)  # of each example in these, by its identity

    @classmethod
    def beside(cls, rows: Rows, size: int, vocabulary: int = 0, told: float = 0.0) -> FeatureRows:
        """With room for so many numbers of each example; the system gives the memory when it is filled.

        All tokens of an example are `told` as that much together, on the average.
        """
        every = [*rows.train, *spread(rows.held_out, MOST_EXAMPLES)]
        ends = np.cumsum([_told(each) for each in every])
        places = {id(each): slice(end - _told(each), end) for each, end in zip(every, ends.tolist(), strict=True)}
        features = np.empty((ends[-1], size), np.float32)
        counted_as = told / float(np.mean([len(each.tokens) for each in rows.train]))
        return cls(
            rows.train, rows.held_out, rows.order, rows.targets, rows.share, features, vocabulary, counted_as, places
        )  # fmt: skip

    def read(self, reading: Reading) -> Iterator[Progress]:
        """Fill in the features; examples are read in an order of their own, so that the bits are always the same."""
        every, done = by_length([*self.train, *spread(self.held_out, MOST_EXAMPLES)]), 0
        for chosen in in_batches(every, AT_ONCE):
            rows = super().of_these([*chosen, *[chosen[-1]] * (AT_ONCE - len(chosen))])
            for each, said in zip(chosen, reading(rows.inputs), strict=False):
                self.features[self.places[id(each)]] = said[each.words] if said.ndim > 1 else said
            done += len(chosen)
            yield Progress(done, len(every))

    def standardise(self, *, centred: bool, deviation: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
        """Let each feature have that deviation in what is learnt from, where `centred` after taking off its mean.

        Without this the few features that are large in every text would decide alone. Returns the means that were
        taken off and what was divided by: float32 [size].
        """
        size = self.features.shape[1]
        learnt_from = self.places[id(self.train[-1])].stop
        means, deviations = np.zeros(size, np.float32), np.ones(size, np.float32)
        for first in range(0, size, _COLUMNS):
            columns = slice(first, first + _COLUMNS)
            learnt = self.features[:learnt_from, columns].astype(np.float64)
            found = learnt.std(0)
            deviations[columns] = np.where(found < _LEAST, 1.0, found) / deviation
            if centred:
                means[columns] = learnt.mean(0)
        np.subtract(self.features, means, out=self.features)
        np.divide(self.features, deviations, out=self.features)
        return means, deviations

    def of_these(self, chosen: Sequence[Encoded], length: int = 0) -> Batch:
        if len(chosen[0].words):
            return self._of_words(chosen, length)
        features = self.features[[self.places[id(each)].start for each in chosen]]
        if self.vocabulary:
            counts = np.stack([np.bincount(each.tokens, minlength=self.vocabulary) for each in chosen])
            features = np.concatenate([features, self.counted_as * counts.astype(np.float32)], 1)
        return Batch(features, self.targets(chosen, features))

    def _of_words(self, chosen: Sequence[Encoded], length: int) -> Batch:
        """Features where a word is told, zeros at all other tokens: float32 [examples, length, size]."""
        rows, targets = super().of_these(chosen, length)
        features = np.zeros((*rows.shape, self.features.shape[1]), np.float32)
        for row, each in zip(features, chosen, strict=True):
            row[each.words] = self.features[self.places[id(each)]]
        return Batch(features, targets)


def _told(example: Encoded) -> int:
    """How many rows of features an example has."""
    return max(1, len(example.words))
