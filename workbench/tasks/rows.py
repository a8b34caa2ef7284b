"""Labelled examples as rows of few lengths: which of them a step reads is a pure function of (seed, step)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from workbench.corpora.encoded_examples import NOTHING, Encoded, EncodedExamples
from workbench.messages.errors import KnownError
from workbench.tasks.reading_order import SHORTEST, ReadingOrder
from workbench.tasks.task import Batch, Share
from workbench.values.fine_tuning import FineTuning

PADDING = -1  # in place of a token
_MULTIPLE = 8  # tokens that a row's length is a multiple of

Joined = Callable[[Sequence[Encoded], np.ndarray], object]  # the targets of rows of tokens [rows, length]


@dataclass(frozen=True, eq=False)
class Rows:
    """A text's examples as a task of labels learns them; no row is longer than the longest example."""

    train: Sequence[Encoded]
    held_out: Sequence[Encoded]
    order: ReadingOrder
    targets: Joined
    share: Share = Share()

    @classmethod
    def of(cls, text: EncodedExamples, settings: FineTuning, targets: Joined) -> Rows:
        """Raises KnownError("corpus.no_examples")."""
        if not text.train or not text.validation:
            raise KnownError("corpus.no_examples", name=text.name)
        longest = min(settings.context_length, length_of(text.longest))
        tokens = [len(each.tokens) for each in text.train]
        order = ReadingOrder.of(tokens, longest, settings.batch_size * settings.accumulate)
        return cls(text.train, text.validation, order, targets)

    @property
    def steps_per_epoch(self) -> float:
        return len(self.train) / self.order.at_once

    @property
    def tokens_per_step(self) -> float:
        return self.order.tokens_per_step

    @property
    def length(self) -> int:
        """Tokens of the longest rows."""
        return self.order.lengths[-1]

    def length_at(self, seed: int, step: int) -> int:
        return self.order.length_at(seed, step)

    def repeating(self) -> Rows:
        return self

    def shared(self, share: Share) -> Rows:
        return replace(self, share=share)

    def batch(self, seed: int, step: int) -> Batch:
        numbers = self.share.of(self.order.numbers(seed, step))
        return self.of_these([self.train[number] for number in numbers], self.length_at(seed, step))

    def of_these(self, chosen: Sequence[Encoded], length: int = 0) -> Batch:
        """As rows of `length` tokens, or else of the shortest of the lengths that has room for all of them."""
        longest = min(self.length, max(len(each.tokens) for each in chosen))
        length = length or next(length for length in self.order.lengths if length >= longest)
        rows = padded([each.tokens for each in chosen], length)
        return Batch(rows, self.targets(chosen, rows))


def length_of(tokens: int) -> int:
    """Of rows that hold so many tokens."""
    return max(SHORTEST, -(-tokens // _MULTIPLE) * _MULTIPLE)


def padded(texts: Sequence[np.ndarray], length: int, filling: int = PADDING) -> np.ndarray:
    """Arrays as the rows of one: int32 [texts, length]."""
    rows = np.full((len(texts), length), filling, np.int32)
    for row, text in zip(rows, texts, strict=True):
        row[: len(text)] = text[:length]
    return rows


def next_tokens(rows: np.ndarray) -> np.ndarray:
    """What a language model is to predict at each place of rows of tokens; NOTHING where they have ended."""
    following = np.full_like(rows, NOTHING)
    following[:, :-1] = np.where(rows[:, 1:] == PADDING, NOTHING, rows[:, 1:])
    return following


def by_length(chosen: Sequence[Encoded]) -> Sequence[Encoded]:
    """Those that are about as long beside each other, so that little is padded."""
    return sorted(chosen, key=lambda each: len(each.tokens))


def in_batches(chosen: Sequence[Encoded], at_once: int) -> Iterator[Sequence[Encoded]]:
    for first in range(0, len(chosen), at_once):
        yield chosen[first : first + at_once]


def spread(every: Sequence[Encoded], most: int) -> Sequence[Encoded]:
    """All, or `most` of them from all over."""
    if len(every) <= most:
        return every
    return [every[number] for number in np.linspace(0, len(every) - 1, most).astype(int)]
