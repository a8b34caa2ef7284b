"""What a model knows by heart: it gets beginnings of training passages, and what it writes is looked for there."""

from __future__ import annotations

import math
import re
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

import numpy as np

from workbench.corpora.statistics.words import words as words_of
from workbench.experiments.repeats import Repeat, most_repeated
from workbench.experiments.verbatim import longest_runs, times_in
from workbench.measuring.shares import at_most
from workbench.messages.message import message
from workbench.models.tokenizers.tokenizer import Tokenizer
from workbench.prediction.decoding import Decoder
from workbench.prediction.shaping import without
from workbench.values.corpus import LeakReport
from workbench.values.progress import Progress

SPREAD = 24  # beginnings from all over the training text
REPEATED = 24  # beginnings of the passages that stand in it most often
# In words, which every tokenizer and script cuts into another number of tokens.
GIVEN, HEAD = 25, 5  # that are given; and of a repeated passage itself, after what stands before it
SAME = 12  # that are the same in a repeated passage, at least
FIRST, WRITTEN = 20, 50  # that are written; more than the first only by a model that recites up to there
PHRASE, RECITAL = 8, 20
SHOWN = 3
_MOST_TOKENS = 8  # a word, where an English vocabulary spells out another script
_FEWEST_TOKENS = 1.25
_SAMPLE = 4096  # tokens that are looked at for that
_NUMBER = re.compile(r"\d+(?:[.,:/-]\d+)*")


class Recall(StrEnum):
    NOTHING_FOUND = "nothing found"  # beyond common phrases, at the places where it was asked
    PHRASES = "phrases"  # some, longer than phrases commonly are
    RECITES = "recites"  # whole passages


RECALL = {
    Recall.NOTHING_FOUND: message("recall.nothing_found"),
    Recall.PHRASES: message("recall.phrases"),
    Recall.RECITES: message("recall.recites"),
}


@dataclass(frozen=True)
class Recital:
    """A run of words that the model wrote and that the training text has just so."""

    given: str  # the end of what it was given
    text: str
    words: int
    times: int  # that the most frequent words of it, as many as a phrase has, stand in the training text


@dataclass(frozen=True)
class Asked:
    """Beginnings of one kind, and after how many of them the model went on word for word as the text does somewhere."""

    beginnings: int
    phrases: int  # for PHRASE words or more
    recitals: int  # for RECITAL words or more

    @property
    def at_most(self) -> float | None:
        """Where none was continued for PHRASE words: the share of such beginnings that may be all the same, with a
        confidence of 95 %. None where one was, or none was given."""
        return at_most(self.beginnings) if self.beginnings and not self.phrases else None


@dataclass(frozen=True)
class Memorisation:
    spread: Asked  # evenly over the training text
    repeated: Asked  # the passages that stand in it most often, twice at least
    most_times: int  # that the most frequent of those stands there
    fewest_times: int
    recitals: tuple[Recital, ...]  # the longest first
    leaks: LeakReport  # near-duplicates between what is trained on and what is held out

    @property
    def longest(self) -> int:
        """Words of the longest passage that was reproduced verbatim."""
        return max((recital.words for recital in self.recitals), default=0)

    @property
    def verdict(self) -> Recall:
        if self.longest < PHRASE:
            return Recall.NOTHING_FOUND
        return Recall.RECITES if self.longest >= RECITAL else Recall.PHRASES


def memorisation(
    decoder: Decoder, tokenizer: Tokenizer, training: np.ndarray, leaks: LeakReport
) -> Generator[Progress, None, Memorisation]:
    """Give the model beginnings from all over `training` and of what is repeated there, and let it write what it
    holds to be likeliest."""
    a_word = _tokens_a_word(tokenizer, training)
    spread = _spread(training, a_word)
    repeats = _repeats(tokenizer, training, a_word)
    given = [*spread, *(_beginning(training, repeat, a_word) for repeat in repeats)]
    written = []
    for number, tokens in enumerate(given, start=1):
        written.append(likeliest(decoder, tokenizer, tokens, math.ceil(FIRST * a_word)))
        yield Progress(number, len(given))
    runs = longest_runs(written, training)
    for number, (place, length) in enumerate(runs):
        if length and place + length == len(written[number]) == math.ceil(FIRST * a_word):
            tokens = [*given[number], *written[number].tolist()]
            rest = likeliest(decoder, tokenizer, tokens, math.ceil((WRITTEN - FIRST) * a_word))
            written[number] = np.concatenate([written[number], rest])
            yield Progress(len(given), len(given))
    runs = longest_runs(written, training)
    counts = [
        _count(tokenizer.decode(answer[place : place + length]))
        for answer, (place, length) in zip(written, runs, strict=True)
    ]
    times = [repeat.times for repeat in repeats]
    return Memorisation(
        _asked(counts[: len(spread)]), _asked(counts[len(spread) :]), max(times, default=0), min(times, default=0),
        _recitals(tokenizer, training, given, written, runs, math.ceil(PHRASE * a_word)), leaks,
    )  # fmt: skip


def likeliest(decoder: Decoder, tokenizer: Tokenizer, tokens: list[int], most: int) -> np.ndarray:
    """What follows if the likeliest token is taken each time; it ends at the end of the text."""
    logits = decoder.read_prompt(tokens)
    answer: list[int] = []
    while len(answer) < most:
        token = int(np.argmax(without(logits, tokenizer.undrawn)))
        if token in tokenizer.ends:
            break
        answer.append(token)
        if len(answer) < most:
            logits = decoder.append(token)
    return np.array(answer, np.int64)


def _recitals(
    tokenizer: Tokenizer, training: np.ndarray, given: Sequence[list[int]], written: Sequence[np.ndarray],
    runs: Sequence[tuple[int, int]], phrase: int,
) -> tuple[Recital, ...]:  # fmt: skip
    """The longest ones; what the model says again and again, once. `phrase` is in tokens."""
    found: dict[str, tuple[int, int, np.ndarray]] = {}
    for number, (answer, (place, length)) in enumerate(zip(written, runs, strict=True)):
        run = answer[place : place + length]
        text = tokenizer.decode(run).strip("\ufffd")
        if text.strip():
            found.setdefault(text, (_count(text), number, run))
    best = sorted(found.items(), key=lambda each: -each[1][0])[:SHOWN]
    recitals = []
    for text, (words, number, run) in best:
        before = tokenizer.decode([*given[number], *written[number][: runs[number][0]]])
        # A word that happens to follow as well would make the whole of it a rare one.
        parts = [run[start : start + phrase] for start in range(0, max(1, len(run) - phrase + 1), phrase // 2)]
        recitals.append(Recital(before.strip("\ufffd")[-80:], text, words, max(times_in(parts, training))))
    return tuple(recitals)


def _spread(training: np.ndarray, a_word: float) -> list[list[int]]:
    """Beginnings that lie evenly over the text, with room for what comes after them."""
    size = math.ceil(GIVEN * a_word)
    last = len(training) - size
    if last <= 0:
        return []
    starts = np.unique(np.linspace(0, max(0, last - math.ceil(WRITTEN * a_word)), SPREAD).astype(int))
    return [training[start : start + size].tolist() for start in starts]


def _repeats(tokenizer: Tokenizer, training: np.ndarray, a_word: float) -> list[Repeat]:
    """The most repeated passages that have words in them; rulers and empty tables have none."""
    candidates = islice(most_repeated(training, math.ceil(SAME * a_word)), 8 * REPEATED)
    wordy = (
        each for each in candidates
        if _count(tokenizer.decode(training[each.start : each.start + each.length])) >= PHRASE
    )  # fmt: skip
    return list(islice(wordy, REPEATED))


def _beginning(training: np.ndarray, repeat: Repeat, a_word: float) -> list[int]:
    """What stands before a repeated passage and its first words, of a long one a quarter."""
    size = math.ceil(GIVEN * a_word)
    head = min(size, max(math.ceil(HEAD * a_word), repeat.length // 4))
    end = repeat.start + head
    tokens: list[int] = training[max(0, end - size) : end].tolist()
    return tokens


def _tokens_a_word(tokenizer: Tokenizer, training: np.ndarray) -> float:
    middle = max(0, len(training) - _SAMPLE) // 2
    sample = training[middle : middle + _SAMPLE]
    found = len(sample) / max(1, _count(tokenizer.decode(sample)))
    return min(max(found, _FEWEST_TOKENS), _MOST_TOKENS)


def _count(text: str) -> int:
    """Words as the program counts them, and numbers: a recited list of telephone numbers is one as well."""
    return len(words_of(text)) + len(_NUMBER.findall(text))


def _asked(words: Sequence[int]) -> Asked:
    return Asked(len(words), sum(each >= PHRASE for each in words), sum(each >= RECITAL for each in words))
