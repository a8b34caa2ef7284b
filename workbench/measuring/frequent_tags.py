"""The tags of words told by the word alone and the one before it: what every network has to be better than.

A word gets the tag that it had most often after that word; where the two never stood together, its most frequent one;
where it is new, what new words mostly were: those that were there once (as Brants, “TnT”, 2000), by their last letters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from workbench.corpora.statistics.words import as_counted
from workbench.values.labels import Example

ENDING = 3  # letters
_LEVELS, _OF_NEW = (
    4,
    2,
)  # ways to know a word, the narrowest first, and which of them are the first that are of new ones

_Key = tuple[Hashable, ...]


@dataclass(frozen=True, eq=False)
class FrequentTags:
    """How often each tag was there, by what is known of a word."""

    classes: tuple[str, ...]
    counts: tuple[dict[_Key, dict[int, int]], ...]  # of each way, how often each of the classes

    def chances(self, examples: Sequence[Example]) -> np.ndarray:
        """Of each word of all examples, the probability of each tag."""
        known = [self._known(keys) for example in examples for keys in _known_as(example)]
        found = np.full((len(known), len(self.classes)), 1 / len(self.classes))  # one more, shared by all tags
        for row, counts in zip(found, known, strict=True):
            for tag, times in counts.items():
                row[tag] += times
        found /= found.sum(axis=1, keepdims=True)
        return found

    def _known(self, keys: Sequence[_Key]) -> dict[int, int]:
        every = (counts.get(key) for key, counts in zip(keys, self.counts, strict=True))
        return next((each for each in every if each), {})


def learn(examples: Sequence[Example], classes: Sequence[str]) -> FrequentTags:
    """From sentences with their tags, the same each time."""
    numbers = {tag: number for number, tag in enumerate(classes)}
    counts: tuple[dict[_Key, dict[int, int]], ...] = tuple({} for _ in range(_LEVELS))
    times = Counter(as_counted(word) for example in examples for word in example.words)
    for example in examples:
        for word, tag, keys in zip(example.words, example.labels, _known_as(example), strict=True):
            levels = _LEVELS if times[as_counted(word)] == 1 else _OF_NEW
            for key, counted in zip(keys[:levels], counts, strict=False):
                tags = counted.setdefault(key, {})
                tags[numbers[tag]] = tags.get(numbers[tag], 0) + 1
    return FrequentTags(tuple(classes), counts)


def _known_as(example: Example) -> Iterator[tuple[_Key, ...]]:
    """Each word: after the one before it, alone, by its ending, and as anything at all.

    Of roles, also on which side of the predicate it stands; its roles depend on that most.
    """
    words = [as_counted(word) for word in example.words]
    for place, word in enumerate(words):
        at = 0 if example.predicate is None else (place > example.predicate) - (place < example.predicate)
        yield (words[place - 1] if place else None, word, at), (word, at), (word[-ENDING:], at), (at,)
