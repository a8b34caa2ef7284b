"""What a model knows by heart: it gets beginnings of training passages, and what it writes is looked for there."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from workbench.corpora.words import words as words_of
from workbench.experiments.verbatim import longest_runs
from workbench.prediction.decoding import Decoder
from workbench.pretrained.tokenizer import Tokenizer
from workbench.records import LeakReport, Progress

ASKED = 12  # beginnings, spread over the training text
GIVEN, WRITTEN = 32, 64  # tokens of a beginning, and of what is written after it
PHRASE, RECITAL = 8, 20  # words
SHOWN = 3


class Memory(StrEnum):
    LITTLE = "little"  # nothing that goes beyond common phrases
    PHRASES = "phrases"  # some, longer than phrases commonly are
    RECITES = "recites"  # whole passages


@dataclass(frozen=True)
class Recital:
    """A run of words that the model wrote and that the training text has just so."""

    given: str  # the end of what it was given
    text: str
    words: int


@dataclass(frozen=True)
class Memorisation:
    asked: int
    recitals: tuple[Recital, ...]  # the longest first
    leaks: LeakReport  # near-duplicates between what is trained on and what is held out

    @property
    def longest(self) -> int:
        """Words of the longest passage that was reproduced verbatim."""
        return max((recital.words for recital in self.recitals), default=0)

    @property
    def verdict(self) -> Memory:
        if self.longest < PHRASE:
            return Memory.LITTLE
        return Memory.RECITES if self.longest >= RECITAL else Memory.PHRASES


def memorisation(
    decoder: Decoder, tokenizer: Tokenizer, training: np.ndarray, leaks: LeakReport
) -> Generator[Progress, None, Memorisation]:
    """Give the model beginnings from all over `training`, and let it write what it holds to be likeliest."""
    last = len(training) - GIVEN
    starts = np.unique(np.linspace(0, max(0, last - WRITTEN), ASKED).astype(int)) if last > 0 else np.empty(0, int)
    given = [[int(token) for token in training[start : start + GIVEN]] for start in starts]
    written = []
    for number, tokens in enumerate(given, start=1):
        written.append(_likeliest(decoder, tokenizer, tokens))
        yield Progress(number, len(given))
    recitals = []
    for tokens, answer, (place, length) in zip(given, written, longest_runs(written, training), strict=True):
        text = tokenizer.decode(answer[place : place + length]).strip("\ufffd")
        if text.strip():
            before = tokenizer.decode([*tokens, *answer[:place]])
            recitals.append(Recital(before.strip("\ufffd")[-80:], text, len(words_of(text))))
    recitals.sort(key=lambda recital: -recital.words)
    distinct = {recital.text: recital for recital in reversed(recitals)}  # what it says again and again, once
    return Memorisation(len(given), tuple(reversed(distinct.values()))[:SHOWN], leaks)


def _likeliest(decoder: Decoder, tokenizer: Tokenizer, tokens: list[int]) -> np.ndarray:
    """What follows if the likeliest token is taken each time; it ends at the end of the text."""
    logits = decoder.start(tokens)
    answer: list[int] = []
    while len(answer) < WRITTEN:
        token = int(np.argmax(logits))
        if token == tokenizer.end_of_text:
            break
        answer.append(token)
        logits = decoder.append(token)
    return np.array(answer, np.int64)
