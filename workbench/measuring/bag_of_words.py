"""The labels of texts told by their words alone, in no order: what every network has to be better than.

A text is how often it has which words, and a logistic regression tells its classes from that. In scripts that are
written without spaces the words are characters, and pairs of neighbours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from workbench.measuring.logistic import chances, fit
from workbench.measuring.sparse import SparseRows
from workbench.measuring.terms import terms
from workbench.values.labels import Example
from workbench.values.progress import Progress

MOST_WEIGHTS = 4_000_000  # while they are found, some thirty arrays of so many numbers are held: a gigabyte
_TEXTS = 1000  # between two reports of how far it is


@dataclass(frozen=True, eq=False)
class BagOfWords:
    """What was learnt from texts."""

    classes: tuple[str, ...]
    several: bool
    columns: dict[str, int]  # of each word; column 0 is the constant
    weights: np.ndarray

    def chances(self, texts: Sequence[str]) -> np.ndarray:
        """Of each text, the probability of each class."""
        counts = [Counter(terms(text)) for text in texts]
        return chances(_rows(counts, self.columns), self.weights, exclusive=not self.several)


def learn(
    examples: Sequence[Example], classes: Sequence[str], *, several: bool
) -> Generator[Progress, None, BagOfWords]:  # fmt: skip
    """From texts with their classes, the same each time; where only one class is there, that one is always told."""
    counts = []
    for done, example in enumerate(examples):
        if done % _TEXTS == 0:
            yield Progress(done, len(examples))
        counts.append(Counter(terms(example.text)))
    frequencies = Counter(chain.from_iterable(counts))  # in the order in which they come first
    most = most_terms(len(classes))
    kept = frequencies if len(frequencies) <= most else dict(frequencies.most_common(most))
    columns = {word: number for number, word in enumerate(kept, start=1)}
    true = np.array([[label in example.labels for label in classes] for example in examples], np.float64)
    weights = np.zeros((len(columns) + 1, len(classes)))
    for found in fit(_rows(counts, columns), true, exclusive=not several):
        yield Progress(len(examples), len(examples))
        weights = found
    return BagOfWords(tuple(classes), several, columns, weights)


def most_terms(classes: int) -> int:
    """How many words and pairs are learnt from at most, the most frequent: each has a weight for each class."""
    return MOST_WEIGHTS // max(1, classes)


def _rows(counts: Sequence[Counter[str]], columns: dict[str, int]) -> SparseRows:
    """The constant, then the words that are known."""
    known = ([(columns[word], times) for word, times in each.items() if word in columns] for each in counts)
    return SparseRows.of(([(0, 1.0), *each] for each in known), len(columns) + 1)
