"""The classes of texts told by how often each class had each of their words: naive Bayes (McCallum & Nigam, 1998).

What a logistic regression finds of thousands of classes takes minutes and gigabytes; of this only what was counted is
held, and with few texts of each class it is no worse (Ng & Jordan, “On discriminative vs. generative classifiers”,
2002).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Sequence
from dataclasses import dataclass

import numpy as np

from workbench.measuring.terms import terms
from workbench.values.labels import Example
from workbench.values.progress import Progress

SMOOTHING = 0.1  # times that each class is taken to have had each word beside those that were counted
_TEXTS = 1000  # between two reports of how far it is


@dataclass(frozen=True, eq=False)
class NaiveBayes:
    """What was counted in texts."""

    classes: int
    words: dict[str, tuple[np.ndarray, np.ndarray]]  # the classes that had a word, and the logarithms of how often
    lengths: np.ndarray  # of each class, the logarithm of how many words it had
    frequencies: np.ndarray  # and that of how many texts; -inf where there was none

    def chances(self, texts: Sequence[str]) -> np.ndarray:
        """Of each text, the probability of each class."""
        found = np.tile(self.frequencies, (len(texts), 1))
        for row, text in zip(found, texts, strict=True):
            counts = {word: times for word, times in Counter(terms(text)).items() if word in self.words}
            row -= sum(counts.values()) * self.lengths
            for word, times in counts.items():
                had, more = self.words[word]
                row[had] += times * more
        found -= found.max(axis=1, keepdims=True)
        np.exp(found, out=found)
        found /= found.sum(axis=1, keepdims=True)
        return found


def learn(examples: Sequence[Example], classes: Sequence[str]) -> Generator[Progress, None, NaiveBayes]:
    """From texts with one class each; one that no text has is never told."""
    numbers = {label: number for number, label in enumerate(classes)}
    counted: dict[str, Counter[int]] = {}
    texts, lengths = np.zeros(len(classes)), np.zeros(len(classes))
    for done, example in enumerate(examples):
        if done % _TEXTS == 0:
            yield Progress(done, len(examples))
        number, found = numbers[example.labels[0]], Counter(terms(example.text))
        texts[number] += 1
        lengths[number] += sum(found.values())
        for word, times in found.items():
            counted.setdefault(word, Counter())[number] += times
    words = {
        word: (np.array(list(times), np.int64), np.log1p(np.array(list(times.values())) / SMOOTHING))
        for word, times in counted.items()
    }
    with np.errstate(divide="ignore"):
        frequencies = np.log(texts)
    yield Progress(len(examples), len(examples))
    return NaiveBayes(len(classes), words, np.log(lengths / SMOOTHING + max(1, len(words))), frequencies)
