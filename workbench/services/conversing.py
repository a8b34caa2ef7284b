"""Conversations with models and runs: their answers, what else could stand in these, and how they surprise.

A conversation is put down as the model's own template says, or plainly where it has none.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence

from workbench.models.tokenizers.chat import Begun, asking
from workbench.models.tokenizers.chat_template import Turn
from workbench.prediction.generation import continuation
from workbench.prediction.surprise import surprise_of
from workbench.prediction.words import search_words
from workbench.services.asking import PLAIN, WRITING, Asking, LoadedModel
from workbench.values.labels import SYSTEM, USER
from workbench.values.model_ref import ModelRef
from workbench.values.prediction import Prediction, Shaping, Surprise
from workbench.values.progress import Progress

WORDS = 120  # of an answer, at most


class Conversing:
    """Every verb takes the turns up to the answer that it is about, and raises KnownError("chat.template") where the
    model's template does not take them."""

    def __init__(self, asked: Asking) -> None:
        self._asking = asked

    def answer(
        self, model: ModelRef, turns: Sequence[Turn], words: int = WORDS, shaping: Shaping = WRITING, seed: int = 0, *,
        begun: str = "",
    ) -> Generator[str, None, str]:  # fmt: skip
        """Yield what the model says next, word by word, after what of it is `begun`; returns what it added."""
        loaded, asked = self._asked(model, turns)
        return (
            yield from continuation(
                loaded.new_decoder(), asked, begun, words=words, shaping=shaping, seed=seed, since=0 if begun else None
            )
        )

    def watch_words(
        self, model: ModelRef, turns: Sequence[Turn], begun: str, top: int = 10, shaping: Shaping = PLAIN
    ) -> Generator[tuple[Prediction, ...], None, tuple[Prediction, ...]]:
        """The most probable words after what of the answer is `begun`; yields what is known so far."""
        loaded, asked = self._asked(model, turns)
        if loaded.is_learning:
            loaded.decoder.forget()
        return (yield from search_words(loaded.decoder, asked, begun, top, shaping=shaping))

    def surprise(self, model: ModelRef, turns: Sequence[Turn], answer: str) -> Generator[Progress, None, Surprise]:
        """How surprising each word of an answer is, by whomever, to a model that has read the turns before it."""
        loaded, asked = self._asked(model, turns)
        before = [int(token) for token in asked.encode("")]
        return (yield from surprise_of(loaded.model, loaded.token_reader, answer, before))

    def has_own_template(self, model: ModelRef) -> bool:
        return not self._asking.asked(model).model.tokenizer.chat.is_plain

    def _asked(self, model: ModelRef, turns: Sequence[Turn]) -> tuple[LoadedModel, Begun]:
        loaded = self._asking.asked(model)
        return loaded, asking(loaded.model.tokenizer, turns)


def opened(system: str, asked: Sequence[str] = ()) -> list[Turn]:
    """The turns with which a conversation begins."""
    return [*([(SYSTEM, system)] if system.strip() else []), *((USER, each) for each in asked)]
