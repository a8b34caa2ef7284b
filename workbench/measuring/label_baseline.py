"""What labels can be told by without a network: by words alone, and by nothing but how frequent each label is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Sequence

import numpy as np

from workbench.measuring import bag_of_words, frequent_tags, naive_bayes
from workbench.values.labels import Example, LabelKind
from workbench.values.progress import Progress

MOST_CLASSES = 300  # that a regression is made of: it takes time and memory for each of them in each text


def told_by_words(
    kind: LabelKind, classes: Sequence[str], learnt: Sequence[Example], asked: Sequence[Example], *, several: bool
) -> Generator[Progress, None, np.ndarray]:
    """The probability of each class for each of `asked`, of TAGS and ROLES for each of their words.

    Texts are bags of words, of many classes counted and of fewer weighed; a word is itself and the one before it. The
    same each time.
    """
    if kind is not LabelKind.CLASSES:
        yield Progress(0, len(learnt))
        return frequent_tags.learn(learnt, classes).chances(asked)
    texts = [example.text for example in asked]
    if are_counted(kind, len(classes), several=several):
        return (yield from naive_bayes.learn(learnt, classes)).chances(texts)
    return (yield from bag_of_words.learn(learnt, classes, several=several)).chances(texts)


def are_counted(kind: LabelKind, classes: int, *, several: bool) -> bool:
    """Whether the words of each class are counted, and no weights are found for them."""
    return kind is LabelKind.CLASSES and not several and classes > MOST_CLASSES


def told_by_frequency(
    kind: LabelKind, classes: Sequence[str], learnt: Sequence[Example], asked: Sequence[Example], *, several: bool
) -> np.ndarray:
    """The same by how often each label was learnt: the most frequent one is said of everything."""
    counts = Counter(label for example in learnt for label in example.labels)
    times = np.array([counts[label] for label in classes], np.float64)
    of = len(learnt) if several else times.sum()
    rows = len(asked) if kind is LabelKind.CLASSES else sum(len(example.words) for example in asked)
    return np.tile(times / max(1, of), (rows, 1))
