"""A blind test: which of two texts is of the fine-tuned model? Kept score, and how sure one can be of it."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from enum import StrEnum

CLEAR = 0.05  # a probability of guessing so well below which it is told as more than luck


class Verdict(StrEnum):
    """What a score says of who chose."""

    TOLD_APART = "told_apart"
    PERHAPS_LUCK = "perhaps_luck"
    GUESSED = "guessed"


@dataclass(frozen=True)
class Round:
    """The same beginning, gone on with by both; A stands on the left."""

    prompt: str
    a: str
    b: str
    a_is_tuned: bool
    chosen_a: bool

    @property
    def is_right(self) -> bool:
        return self.chosen_a is self.a_is_tuned


def tuned_is_a(seed: int, number: int) -> bool:
    """Whether the fine-tuned model is A in that round, counted from 0; the same seed gives the same order again."""
    draw = random.Random(seed)
    return [draw.random() < 0.5 for _ in range(number + 1)][-1]


def chance(right: int, rounds: int) -> float:
    """How probable it is that who only guesses has so many right or more: the exact binomial test, one-sided.

    Raises ValueError where that many cannot be right.
    """
    if not 0 <= right <= rounds:
        raise ValueError(f"{right} of {rounds} cannot be right")
    as_good: int = sum(math.comb(rounds, count) for count in range(right, rounds + 1))
    return as_good * 0.5**rounds


def verdict(right: int, rounds: int) -> Verdict:
    if chance(right, rounds) < CLEAR:
        return Verdict.TOLD_APART
    return Verdict.GUESSED if 2 * right <= rounds else Verdict.PERHAPS_LUCK
