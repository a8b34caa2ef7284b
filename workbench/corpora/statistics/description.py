"""What a person wants to know about a text at a glance, counted while the text goes by, in bounded memory."""

from __future__ import annotations

import hashlib
import math
import re
import zlib
from collections import Counter
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np

from workbench.corpora.duplicates import SeenHashes
from workbench.corpora.paragraphs import has_one_a_line, paragraphs_of
from workbench.corpora.statistics.languages import language_of
from workbench.corpora.statistics.words import as_counted, words
from workbench.ground.resources import resource
from workbench.values.corpus import Split, Statistics

FREQUENT_WORDS = 50
TYPICAL_WORDS = 40
LONGEST_SENTENCE = 60  # words; longer ones are counted together

_MOST_WORDS = 400_000  # different ones that are counted; of more, those seen once are forgotten
_GROWTH_POINTS = 60
_RANK_POINTS = 60
_LOOKED_AT = 400  # paragraphs whose language is recognised
_SENTENCES_FROM = 3_000_000  # characters whose sentences are measured, spread over the text
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+|(?<=[。！？])|\n\n+")
_SEEN_BITS = 27
_FEWEST_IN_GENERAL = 5


class Counting:
    """Counts cleaned text that is given to it in stretches of whole paragraphs, in the order of the text.

    Not `closely` where only the `sums` are wanted.
    """

    def __init__(self, total_bytes: int, *, closely: bool = True) -> None:
        self._closely = closely
        self._total = max(1, total_bytes)
        self._characters = dict.fromkeys(Split, 0)
        self._size_bytes = self._paragraphs = self._longest_line = self._words = self._sentence_characters = 0
        self._open_line = 0  # characters of a line that is not over
        self._open_paragraph = hashlib.blake2b(digest_size=8)
        self._counts: Counter[str] = Counter()
        self._vocabulary = _Distinct()
        self._distinct_paragraphs = SeenHashes()
        self._growth: list[tuple[int, int]] = []
        self._sentences = [0] * (LONGEST_SENTENCE + 1)
        self._languages: Counter[str] = Counter()

    @property
    def stretch_bytes(self) -> int:
        """How much to give at once, so that a curve along the text has enough points."""
        return min(1 << 20, max(512, self._total // _GROWTH_POINTS))

    def add(self, split: Split, text: str, *, ends: bool = True) -> None:
        """Count a stretch; the next one goes on where it stops, in the midst of a line perhaps, unless it `ends`."""
        self._characters[split] += len(text)
        self._size_bytes += len(text) if text.isascii() else len(text.encode())
        found = self._count_paragraphs(text, ends=ends)
        self._count_words(words(as_counted(text)))
        if not self._closely:
            return
        # Of a long text a part of its stretches is looked at closely, from all over it.
        seen = self._size_bytes / self._total
        if self._sentence_characters <= _SENTENCES_FROM * seen or self._total < _SENTENCES_FROM:
            self._measure_sentences(text)
        if self._languages.total() <= _LOOKED_AT * seen:
            self._look_at_languages(found)

    def sums(self) -> Statistics:
        """Those figures alone that are, of two texts together, the sum of both."""
        return Statistics(
            characters=sum(self._characters.values()),
            size_bytes=self._size_bytes,
            words=self._words,
            vocabulary=0,
            paragraphs=self._paragraphs,
            longest_line=0,
            duplicate_paragraphs=0,
            frequent_words=(),
            split_characters=dict(self._characters),
        )

    def statistics(self) -> Statistics:
        return replace(
            self.sums(),
            vocabulary=self._vocabulary.count(self._counts),
            longest_line=self._longest_line,
            duplicate_paragraphs=self._paragraphs - len(self._distinct_paragraphs),
            frequent_words=tuple(self._counts.most_common(FREQUENT_WORDS)),
            growth=tuple(self._growth),
            ranks=_ranks(self._counts),
            sentence_lengths=tuple(self._sentences),
            languages=_shares(self._languages),
            typical_words=typical_words(self._counts, self._words),
        )

    def _count_paragraphs(self, text: str, *, ends: bool) -> list[str]:
        """The stretch's paragraphs; of one that is not over yet only its beginnings are remembered."""
        first, *others = text.split("\n")
        self._longest_line = max(self._longest_line, self._open_line + len(first), *map(len, others))
        self._open_line = 0 if ends else len(others[-1]) if others else self._open_line + len(first)
        found = paragraphs_of(text)
        is_open = not ends and not text.endswith("\n\n") and not (text.endswith("\n") and has_one_a_line(text))
        for number, paragraph in enumerate(found):
            self._open_paragraph.update(paragraph.strip("\n").encode())
            if number < len(found) - 1 or not is_open:
                self._close_paragraph()
        return found

    def _close_paragraph(self) -> None:
        self._paragraphs += 1
        self._distinct_paragraphs.add(int.from_bytes(self._open_paragraph.digest(), "little"))
        self._open_paragraph = hashlib.blake2b(digest_size=8)

    def _count_words(self, found: list[str]) -> None:
        self._words += len(found)
        self._counts.update(found)
        if len(self._counts) > _MOST_WORDS:
            self._vocabulary.remember(self._counts)
            self._counts = Counter({word: count for word, count in self._counts.items() if count > 1})
        if self._size_bytes * _GROWTH_POINTS >= self._total * (len(self._growth) + 1):
            self._growth.append((self._words, self._vocabulary.count(self._counts)))

    def _measure_sentences(self, text: str) -> None:
        self._sentence_characters += len(text)
        for sentence in _SENTENCE_END.split(text):
            length = len(words(sentence))
            if length:
                self._sentences[min(length, LONGEST_SENTENCE)] += 1

    def _look_at_languages(self, paragraphs: list[str]) -> None:
        step = max(1, len(paragraphs) // 8)
        for paragraph in paragraphs[::step]:
            language = language_of(paragraph)
            if language:
                self._languages[language] += 1


def typical_words(counts: Counter[str], total: int) -> tuple[tuple[str, int, float], ...]:
    """(word, count, how many times as frequent as in general text), the most surprising first.

    By the log-likelihood ratio (T. Dunning, “Accurate methods for the statistics of surprise and coincidence”, 1993).
    """
    general, general_total = general_words()
    if not total or sum(count for word, count in counts.items() if word in general) < 0.2 * total:
        return ()  # a text in another language than the general one: every word of it would be typical
    found = []
    for word, count in counts.items():
        elsewhere = general.get(word, 0)
        if count < _FEWEST_IN_GENERAL or len(word) < 2 or not word[0] < "\u0250":
            continue  # a word in another script is no word of the general text's language
        share, general_share = count / total, max(elsewhere, 0.5) / general_total
        if share <= general_share:
            continue
        pooled = (count + elsewhere) / (total + general_total)
        surprise = count * math.log(share / pooled)
        surprise += elsewhere * math.log(general_share / pooled) if elsewhere else 0
        found.append((surprise, word, count, share / general_share))
    found.sort(key=lambda entry: (-entry[0], entry[1]))
    return tuple((word, count, round(times, 1)) for _, word, count, times in found[:TYPICAL_WORDS])


@cache
def general_words() -> tuple[dict[str, int], int]:
    """Word frequencies of the general English that the bundled model has read, and the number of words counted."""
    lines = resource("words/en.tsv").read_text(encoding="utf-8").splitlines()
    total = int(lines[0])
    pairs = (line.split("\t") for line in lines[1:])
    return {word: int(count) for word, count in pairs}, total


class _Distinct:
    """How many different words there were: exactly as long as all are remembered, else by linear counting.

    K.-Y. Whang et al., “A linear-time probabilistic counting algorithm for database applications”, 1990.
    """

    def __init__(self) -> None:
        self._bits: np.ndarray[Any, np.dtype[np.uint8]] | None = None

    def remember(self, counts: Counter[str]) -> None:
        if self._bits is None:
            self._bits = np.zeros(1 << (_SEEN_BITS - 3), np.uint8)
        hashes = np.fromiter((zlib.crc32(word.encode()) for word in counts), np.uint32, len(counts)) >> (
            32 - _SEEN_BITS
        )
        np.bitwise_or.at(self._bits, hashes >> 3, (1 << (hashes & 7)).astype(np.uint8))

    def count(self, counts: Counter[str]) -> int:
        if self._bits is None:
            return len(counts)
        self.remember(counts)
        size = self._bits.size * 8
        free = size - int(np.bitwise_count(self._bits).sum())
        return round(-size * math.log(max(1, free) / size))


def _ranks(counts: Counter[str]) -> tuple[tuple[int, int], ...]:
    """Rank and frequency at ranks that lie evenly on a logarithmic axis (Zipf's law is a straight line there)."""
    ordered = sorted(counts.values(), reverse=True)
    if not ordered:
        return ()
    ranks = np.unique(np.geomspace(1, len(ordered), _RANK_POINTS).round().astype(int))
    return tuple((int(rank), ordered[rank - 1]) for rank in ranks)


def _shares(found: Counter[str]) -> tuple[tuple[str, float], ...]:
    total = found.total()
    return tuple((code, round(count / total, 3)) for code, count in found.most_common(5) if count >= 0.01 * total)
