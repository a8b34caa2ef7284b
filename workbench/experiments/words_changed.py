"""The words that a model expects more, and less, than before, over many places in text it was not trained on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.prediction.asking import Answer
from workbench.prediction.surprise import words_in

EXAMPLE = 90  # characters of the text before a place


@dataclass(frozen=True)
class WordChange:
    """A word with its mean probability over all places, and at the place where it changed most."""

    word: str
    before: float
    after: float
    example: str  # the end of the text before that place
    example_before: float
    example_after: float
    places: (
        int  # at which it was among the likeliest before or after: a word that only one place speaks for says little
    )

    @property
    def gain(self) -> float:
        return self.after - self.before


def changed_words(
    before: Sequence[Answer], after: Sequence[Answer], most: int
) -> tuple[tuple[WordChange, ...], tuple[WordChange, ...]]:
    """Up to `most` words that gained and that lost most, from two models' answers at the same places.

    A word that is not among the likeliest ones that were asked for counts as not expected there.
    """
    sides = [[{word.word: word.probability for word in answer.words} for answer in each] for each in (before, after)]
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    places: dict[str, int] = defaultdict(int)
    best: dict[str, tuple[float, int]] = {}  # the place where a word changed most
    for old, new in zip(*sides, strict=True):
        for word in {*old, *new}:
            if not any(character.isalpha() for character in word):
                continue
            sums[word][0] += old.get(word, 0.0)
            sums[word][1] += new.get(word, 0.0)
            places[word] += 1
    for word, (was, now) in sums.items():
        sign = 1 if now > was else -1
        changes = (sign * (new.get(word, 0.0) - old.get(word, 0.0)) for old, new in zip(*sides, strict=True))
        best[word] = max((change, place) for place, change in enumerate(changes))
    found = []
    for word, (was, now) in sums.items():
        place = best[word][1]
        was_there, is_there = (side[place].get(word, 0.0) for side in sides)
        example = shortened(before[place].place.before)
        means = was / len(before), now / len(before)
        found.append(WordChange(word, *means, example, was_there, is_there, places[word]))
    found.sort(key=lambda each: each.gain)
    gained = tuple(each for each in reversed(found[-most:]) if each.gain > 0)
    return gained, tuple(each for each in found[:most] if each.gain < 0)


def shortened(text: str) -> str:
    """The end of a text in one line, from the beginning of a word."""
    line = " ".join(text.split())
    if len(line) <= EXAMPLE:
        return line
    cut = line[-EXAMPLE:]
    _, begin = words_in(cut)[0]  # where the first word ends, of which a part may be cut off
    return "… " + (cut[begin:].lstrip(" ") if begin < EXAMPLE // 2 else cut)
