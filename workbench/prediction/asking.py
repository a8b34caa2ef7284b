"""Whole next words at places all over a text: what a model expected there, and what stands there."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.models.tokenizers.tokenizer import Tokenizer
from workbench.prediction.decoding import Decoder
from workbench.prediction.spelling import spelling_of
from workbench.prediction.surprise import words_in
from workbench.prediction.words import next_words
from workbench.values.prediction import Prediction, Unit
from workbench.values.progress import Progress

BEFORE = 600  # characters that are given to the model
_AFTER = 200  # characters in which a word is looked for
_FEWEST_BEFORE = 40


@dataclass(frozen=True)
class Place:
    """A place in a text where a word begins."""

    before: str  # the end of the text before
    word: str  # what stands there, with its space


@dataclass(frozen=True)
class Answer:
    place: Place
    words: tuple[Prediction, ...]  # the likeliest, most probable first

    def is_among(self, most: int) -> bool:
        """Whether the word that stands there is among the `most` likeliest."""
        return any(word.text.strip() == self.place.word.strip() for word in self.words[:most])


def places(chunks: Iterable[str], characters: int, count: int) -> list[Place]:
    """Up to `count` places where words begin, spread evenly over a text of `characters` that comes in chunks."""
    found: list[Place] = []
    passed = 0
    step = max(1.0, characters / (count + 1))
    for chunk in chunks:
        while len(found) < count and (wanted := int((len(found) + 1) * step) - passed) < len(chunk):
            place = _word_near(chunk, max(min(_FEWEST_BEFORE, len(chunk) // 2), wanted))
            if place is None:
                break
            found.append(place)
        passed += len(chunk)
    return found


def ask(
    decoder: Decoder, tokenizer: Tokenizer, asked: Sequence[Place], top: int
) -> Generator[Progress, None, tuple[Answer, ...]]:
    """The `top` likeliest whole words at each place; yields after each one."""
    found = []
    for answer in answers(decoder, tokenizer, asked, top):
        found.append(answer)
        yield Progress(len(found), len(asked))
    return tuple(found)


def answers(decoder: Decoder, tokenizer: Tokenizer, asked: Iterable[Place], top: int) -> Iterator[Answer]:
    """The same, one after the other as they are fetched."""
    for place in asked:
        yield Answer(_as_words_of(tokenizer, place), next_words(decoder, tokenizer, place.before, top))


def _word_near(chunk: str, wanted: int) -> Place | None:
    """The first word that begins at `wanted` or after it, with what stands before it."""
    first = max(0, wanted - BEFORE)
    near = chunk[first : wanted + _AFTER]
    for start, end in words_in(near):
        if start >= wanted - first and near[start:end].strip(" ").isalpha():
            return Place(near[:start], near[start:])
    return None


def _as_words_of(tokenizer: Tokenizer, place: Place) -> Place:
    """With the word as the model's own vocabulary cuts it, which matters in scripts without spaces."""
    rest = place.word
    start, end = words_in(rest)[0]
    if not tokenizer.is_byte_level:
        return Place(place.before, rest[start:end])
    word = spelling_of(tokenizer).first_word(rest.encode(), Unit.WORD).decode("utf-8", "ignore")
    return Place(place.before, word if word.strip() else rest[start:end])
