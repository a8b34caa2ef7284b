"""The words of a text that a model of labels is asked about: those that can be left out of it, and those that get tags.

A punctuation mark is a word. In scripts that are written without spaces words are divided as they are for counting.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.corpora.statistics.words import divided
from workbench.ground.scripts import is_spaceless
from workbench.prediction.surprise import words_in

Place = tuple[int, int]  # characters, from the first to after the last


def word_places(text: str) -> list[Place]:
    """Where each word stands, without the space before it."""
    found: list[Place] = []
    run: list[Place] = []  # characters of a script without spaces that follow on each other
    for start, end in words_in(text):
        start = end - len(text[start:end].lstrip())
        if start == end:
            continue
        if is_spaceless(text[start]):
            if run and (run[-1][1] != start):
                found += _words_of(text, run)
                run = []
            run.append((start, end))
            continue
        found += _words_of(text, run)
        run = []
        found.append((start, start + len(text[start:end].rstrip())))
    return found + list(_words_of(text, run))


def without(text: str, place: Place) -> str:
    """The text without one of its words, and without the space before it, or behind it where it is the first one."""
    before, after = text[: place[0]], text[place[1] :]
    return before.rstrip(" ") + after if before.strip() else after.lstrip(" ")


def _words_of(text: str, run: Sequence[Place]) -> Iterator[Place]:
    if not run:
        return
    start, end = run[0][0], run[-1][1]
    words = divided(text[start:end])
    if "".join(words) != text[start:end]:  # a divider that drops something
        yield from run
        return
    for word in words:
        yield start, start + len(word)
        start += len(word)
