"""The game of guessing the next word, scored in bits: what it costs to be told the word, given what one believed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.prediction.surprise import words_in
from workbench.values.prediction import Prediction

UNLIKELY = 1e-6  # at least this is left for a word that nobody thought of


@dataclass(frozen=True)
class Turn:
    """One word: what was guessed, what it was, and what it cost either side in bits; fewer is better."""

    word: str
    guess: str
    model_guess: str
    person_bits: float
    model_bits: float

    @property
    def is_right(self) -> bool:
        return same(self.guess, self.word)

    @property
    def model_is_right(self) -> bool:
        return same(self.model_guess, self.word)


def words_to_guess(text: str) -> list[tuple[int, int]]:
    """Where the words of `text` begin and end that can be guessed; marks and figures, which nobody can, are not."""
    return [(start, end) for start, end in words_in(text) if any(map(str.isalpha, text[start:end]))]


def play(word: str, probability: float, predictions: Sequence[Prediction], guess: str, sureness: float) -> Turn:
    """Score a guess that was held with `sureness` (0 to 1) against a model's `predictions`.

    `probability` is the model's for `word`. The person's belief is the guess with its sureness and, for all other
    words, the model's own beliefs scaled to what is left. So nobody has to name a distribution, the score is a proper
    one (nothing is won by pretending to be surer), and without a guess a person does as well as the model.
    """
    probability = min(1.0, max(probability, UNLIKELY))
    model_bits = -math.log2(probability)
    best = predictions[0].word if predictions else ""
    if not guess.strip():
        return Turn(word, "", best, model_bits, model_bits)
    if same(guess, word):
        return Turn(word, guess, best, -math.log2(sureness), model_bits)
    of_guess = next((found.probability for found in predictions if same(found.word, guess)), 0.0)
    rest = probability / max(1 - of_guess, probability)
    return Turn(word, guess, best, -math.log2((1 - sureness) * rest), model_bits)


def same(one: str, other: str) -> bool:
    """Whether two words are the same but for spaces around them and capitals."""
    return one.strip().casefold() == other.strip().casefold()
