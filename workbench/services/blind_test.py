"""The rounds of a blind test: two models go on from the same words, and neither text says whose it is."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from workbench.corpora.unseen import unseen_beginning
from workbench.messages.errors import KnownError
from workbench.prediction.blind import tuned_is_a
from workbench.services.asking import WRITING, Asking
from workbench.values.model_ref import ModelRef

ROUNDS = 10
BEGINNING = 6  # words that both go on from
WORDS = 25  # that each writes


@dataclass(frozen=True)
class Pair:
    """What one round asks about."""

    prompt: str
    a: str
    b: str
    a_is_tuned: bool


def write_pair(
    asking: Asking, before: ModelRef, after: ModelRef, corpus: Path | None, typed: str, seed: int, number: int
) -> Generator[str, None, Pair]:
    """That of the round with this number, counted from 0, the same for the same seed.

    Both go on from text in `corpus` that nobody has learnt, or from what was `typed` where there is none. Raises
    KnownError: text.empty, and what `Asking.generate` raises.
    """
    prompt = ("" if corpus is None else unseen_beginning(corpus, number, BEGINNING)) or typed.strip()
    if not prompt:
        raise KnownError("text.empty")
    texts = {}
    a_is_tuned = tuned_is_a(seed, number)
    for is_tuned, ref in ((False, before), (True, after)):
        texts[is_tuned] = yield from asking.generate(ref, prompt, WORDS, WRITING, seed * ROUNDS + number)
    return Pair(prompt, texts[a_is_tuned], texts[not a_is_tuned], a_is_tuned)
