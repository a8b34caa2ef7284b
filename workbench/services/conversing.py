"""Conversations with models and runs: their answers, what else could stand in these, and how they surprise.

A conversation is put down as the model's own template says, or plainly where it has none.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from workbench.corpora.encoded_examples import EncodedExamples
from workbench.models.tokenizers.chat import Begun, asking
from workbench.models.tokenizers.chat_template import Turn
from workbench.prediction.generation import continuation
from workbench.prediction.reading import context_within
from workbench.prediction.surprise import surprise_of
from workbench.prediction.words import search_words
from workbench.project.project import Project
from workbench.services.asking import PLAIN, WRITING, Asking, LoadedModel
from workbench.tasks.registry import find_task
from workbench.values.corpus import Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.labels import SYSTEM, USER
from workbench.values.measurement import AnswersMeasured
from workbench.values.model_ref import ModelRef
from workbench.values.prediction import Prediction, Shaping, Surprise
from workbench.values.progress import Progress
from workbench.values.run import ANSWERS

WORDS = 120  # of an answer, at most


@dataclass(frozen=True)
class AnswersRead:
    """What a model told of the answers, with the sums of each conversation (nats, and tokens of answers)."""

    measured: AnswersMeasured
    losses: np.ndarray
    tokens: np.ndarray


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
                loaded.decoder.another(),
                asked,
                begun,
                words=words,
                shaping=shaping,
                seed=seed,
                since=0 if begun else None,
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

    def measure(
        self, model: ModelRef, corpus: str, split: Split = Split.VALIDATION
    ) -> Generator[Progress, None, AnswersMeasured]:
        """How well a model or a run tells the answers of a text's conversations, as a run of answers is looked at.

        Raises KnownError: corpus.no_turns, corpus.no_answers, corpus.no_examples.
        """
        project, loaded = self._asking.project, self._asking.asked(model)
        run = project.runs.of(model)
        length = context_within(loaded.model.context_length) if run is None else run.fine_tuning.context_length
        return (yield from self.read_answers(loaded, model_name(project, model), corpus, split, length)).measured

    def read_answers(
        self, loaded: LoadedModel, name: str, corpus: str, split: Split, length: int
    ) -> Generator[Progress, None, AnswersRead]:
        """The same of what is loaded, called `name`, of each conversation by itself: its first `length` tokens."""
        text = self._asking.project.corpora.named(corpus)
        task, settings = (
            find_task(ANSWERS).of(text),
            FineTuning(context_length=length).within(loaded.model.context_length),
        )
        encoded = yield from task.encoded(text, loaded.model.tokenizer, settings)
        assert isinstance(encoded, EncodedExamples)
        # A look is at the part that is held out, and needs none to learn from.
        told = encoded[split]
        dataset = task.dataset(replace(encoded, train=told, validation=told), loaded.model.tokenizer, settings)
        look, read = None, []
        for look in task.look(loaded.model.network, settings)(dataset):
            read.append(look.examples)
            yield look.progress
        assert look is not None
        losses, tokens = (np.concatenate(each) for each in zip(*filter(None, read), strict=True))
        measured = AnswersMeasured(name, corpus, split, look.loss, look.figures["accuracy"], look.progress.total)
        return AnswersRead(measured, losses, tokens)

    def has_own_template(self, model: ModelRef) -> bool:
        return not self._asking.asked(model).model.tokenizer.chat.is_plain

    def _asked(self, model: ModelRef, turns: Sequence[Turn]) -> tuple[LoadedModel, Begun]:
        loaded = self._asking.asked(model)
        return loaded, asking(loaded.model.tokenizer, turns)


def model_name(project: Project, model: ModelRef) -> str:
    run = project.runs.of(model)
    return str(model) if run is None else run.name


def opened(system: str, asked: Sequence[str] = ()) -> list[Turn]:
    """The turns with which a conversation begins."""
    return [*([(SYSTEM, system)] if system.strip() else []), *((USER, each) for each in asked)]
