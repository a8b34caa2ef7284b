"""What a person can ask of a run that has learnt labels: the classes of texts, the tags of words, which words spoke for
a class, and how well it tells them.

As in `Asking`, what takes a model belongs on the one thread that owns TensorFlow.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from workbench.corpora.encoding import check_unchanged
from workbench.corpora.labelled import examples, joined
from workbench.measuring.label_evaluation import About, MeasuredLabels, label_protocol, measured
from workbench.messages.errors import KnownError
from workbench.models.sources.label_head import LabelHead
from workbench.prediction.label_words import without, word_places
from workbench.project.project import Project
from workbench.services.label_examples import labels_of, part_learnt_from, told_examples
from workbench.services.learning import Learning
from workbench.services.models import Models
from workbench.tasks.label_reader import LabelReader
from workbench.tasks.registry import parts_of, task_of
from workbench.tasks.task import Task
from workbench.tasks.together import Together, network_of
from workbench.values.corpus import Split
from workbench.values.labelling import LabelChance, LabelEvaluation, LabelledText, TaggedText, TaggedWord, WordWeight
from workbench.values.labels import Example, LabelKind, LabelSet
from workbench.values.model_ref import ModelRef, OfRun
from workbench.values.progress import Progress
from workbench.values.run import Run


class Labelling:
    """Keeps the run that was asked last ready."""

    def __init__(self, project: Project, models: Models) -> None:
        self.project = project
        self._models = models
        self._reader: tuple[tuple[object, ...], LabelReader] | None = None
        # Of a run, by its number, while it learns, with its step.
        self._learning: dict[int, tuple[Learning, int]] = {}
        self._answering: dict[int, tuple[Learning, Mapping[str, LabelReader]]] = {}  # those that somebody has asked

    def labels_of(self, model: ModelRef, of_words: bool | None = None, part: str = "") -> LabelSet:
        """What it tells apart; of a run that tells several things, those of `part`, or of words or of whole texts if
        that is said.

        Raises KnownError: labels.not_learnt, together.no_part, together.learnt_one, model.….
        """
        head = self._head(model)
        if part and head is not None:
            raise KnownError("together.learnt_one", name=self._models.called(model))
        if part:
            parts_of(self.run(model), part)
        return labels_of(self.run(model), of_words, part) if head is None else head.labels

    def task_of(self, model: ModelRef) -> str | None:
        """The name of the task whose labels it tells; None where it tells none. Raises KnownError("model.…")."""
        head, run = self._head(model), self.project.runs.of(model)
        if head is not None:
            return head.task
        return run.task if run is not None and task_of(run).labels is not None else None

    # Of what a person types

    def classify(
        self, model: ModelRef, texts: Sequence[str], part: str = ""
    ) -> Generator[Progress, None, tuple[LabelledText, ...]]:
        """The classes of texts, the likeliest first; of a run that learnt classes of several kinds those of `part`, or
        the first.

        Raises KnownError: labels.no_text, labels.of_words, labels.not_learnt, together.….
        """
        labels = self._of_classes(model, part)
        if not all(text.strip() for text in texts):
            raise KnownError("labels.no_text")
        chances = yield from self._ready(model, of_words=False, part=part).reading_classes(texts)
        return tuple(_labelled(text, labels, each) for text, each in zip(texts, chances, strict=True))

    def tag(self, model: ModelRef, text: str, predicate: int | None = None, part: str = "") -> tuple[TaggedWord, ...]:
        """The words of a text with their tags, or those of `part`; of roles, as seen from the word with the number
        `predicate`.

        Raises KnownError: labels.of_texts, labels.no_predicate, labels.not_learnt, together.….
        """
        labels = self._of_words(model, part)
        words = tuple(text[start:end] for start, end in word_places(text))
        is_role = labels.kind is LabelKind.ROLES
        if is_role and (predicate is None or not 0 <= predicate < len(words)):
            raise KnownError("labels.no_predicate", name=self._models.called(model))
        if not words:
            return ()
        example = Example(joined(words), words=words, predicate=predicate if is_role else None)
        (chances,) = self._ready(model, of_words=True, part=part).tags([example])
        return _tagged(words, labels, chances)

    def tag_texts(
        self, model: ModelRef, texts: Sequence[str], part: str = ""
    ) -> Generator[Progress, None, tuple[TaggedText, ...]]:
        """The words of many texts with their tags, or those of `part`.

        Raises KnownError: labels.of_texts, labels.no_text, labels.not_learnt, together.…; labels.no_predicate for
        roles.
        """
        labels = self._of_words(model, part)
        if labels.kind is LabelKind.ROLES:
            raise KnownError("labels.no_predicate", name=self._models.called(model))
        if not all(text.strip() for text in texts):
            raise KnownError("labels.no_text")
        words = [tuple(text[start:end] for start, end in word_places(text)) for text in texts]
        asked = [Example(joined(each), words=each) for each in words]
        found = yield from self._ready(model, of_words=True, part=part).reading_tags(asked)
        return tuple(
            TaggedText(text, _tagged(of_one, labels, chances))
            for text, of_one, chances in zip(texts, words, found, strict=True)
        )

    def tag_corpus(
        self, model: ModelRef, corpus: str, split: Split, part: str = ""
    ) -> Generator[Progress, None, tuple[TaggedText, ...]]:
        """The sentences of a part of a labelled text, with the words and the predicates that they have there,
        tagged as the run learnt first of all or as its `part` did.

        Raises KnownError: labels.of_texts, labels.no_sentences, labels.not_learnt, corpus.changed.
        """
        labels, text = self._of_words(model, part), self.project.corpora.named(corpus)
        check_unchanged(text)
        kind = None if text.contents.labels is None else text.contents.labels.kind
        if kind not in (LabelKind.ROLES, labels.kind):  # a sentence with a predicate is one without, too
            raise KnownError("labels.no_sentences", corpus=text.name)
        asked = list(examples(text, split))
        if labels.kind is not LabelKind.ROLES:
            asked = [replace(each, predicate=None) for each in asked]
        found = yield from self._ready(model, of_words=True, part=part).reading_tags(asked)
        return tuple(
            TaggedText(each.text, _tagged(each.words, labels, chances), each.predicate)
            for each, chances in zip(asked, found, strict=True)
        )

    def word_weights(
        self, model: ModelRef, text: str, label: str, part: str = ""
    ) -> Generator[Progress, None, tuple[WordWeight, ...]]:
        """By how much the class is less likely without each word: the text is read again without it, nothing guessed.

        Of a text of one word there is nothing to be read without it. Raises as `classify`, and
        KnownError("labels.no_such").
        """
        labels, places = self._of_classes(model, part), word_places(text)
        if label not in labels.names:
            raise KnownError("labels.no_such", name=label, known=labels.names)
        if len(places) < 2:
            return ()
        texts = [text, *(without(text, place) for place in places)]
        chances = yield from self._ready(model, of_words=False, part=part).reading_classes(texts)
        whole, *less = chances[:, labels.names.index(label)].tolist()
        return tuple(WordWeight(*place, whole - each) for place, each in zip(places, less, strict=True))

    # How well

    def evaluate(
        self, model: ModelRef, corpus: str, split: Split = Split.VALIDATION
    ) -> Generator[Progress, None, LabelEvaluation]:
        """How well it tells the labels of a whole split of a corpus."""
        return (yield from self.measure(model, corpus, split)).evaluation

    def measure(
        self, model: ModelRef, corpus: str, split: Split = Split.VALIDATION, part: str = ""
    ) -> Generator[Progress, None, MeasuredLabels]:
        """The same, with what it said of each example, to compare it on them; of a run that learnt several things its
        `part`, or the one that learnt from the text.

        Raises KnownError: corpus.no_labels, corpus.no_tags, labels.other_classes, labels.several, labels.none_there.
        """
        text, name = self.project.corpora.named(corpus), self._models.called(model)
        there = text.contents.labels
        of_words = None if there is None else there.kind.is_of_words
        run = self.project.runs.of(model)
        part = part or ("" if run is None else part_learnt_from(run, text))
        labels = self.labels_of(model, of_words, part)
        asked = told_examples(name, labels, text, split)
        reader = self._ready(model, of_words, part)
        if labels.kind is LabelKind.CLASSES:
            chances = yield from reader.reading_classes([example.text for example in asked])
        else:
            chances = np.concatenate((yield from reader.reading_tags(asked)))
        protocol = label_protocol(labels.kind, text, split, len(asked), self._most(model))
        about = About.of(name, labels, text, split, protocol)
        return measured(about, asked, labels.names, chances)

    def run(self, model: ModelRef) -> Run:
        """The run whose weights these are. Raises KnownError("labels.not_learnt") for a model."""
        run = self.project.runs.of(model)
        if run is None:
            raise KnownError("labels.not_learnt", name=self._models.called(model))
        return run

    def _head(self, model: ModelRef) -> LabelHead | None:
        """That of a folder which a run was exported to; None for a run."""
        return None if isinstance(model, OfRun) else self._models.find(model).head

    def _most(self, model: ModelRef) -> int:
        """Tokens that are read of a text, as it learnt."""
        head = self._head(model)
        return self.run(model).fine_tuning.context_length if head is None else head.context_length

    def _of_classes(self, model: ModelRef, part: str) -> LabelSet:
        labels = self.labels_of(model, of_words=False, part=part)
        if labels.is_of_words:
            raise KnownError("labels.of_words", name=self._models.called(model))
        return labels

    def _of_words(self, model: ModelRef, part: str) -> LabelSet:
        labels = self.labels_of(model, of_words=True, part=part)
        if not labels.is_of_words:
            raise KnownError("labels.of_texts", name=self._models.called(model))
        return labels

    # While a run learns

    def learning(self) -> dict[int, int]:
        """As `Asking.learning`, of runs that learn labels."""
        return {number: step for number, (_, step) in self._learning.items()}

    def show_learning(self, run: Run, learning: Learning, step: int) -> None:
        """From its first step on, a run answers with the weights it has just then."""
        if learning.task.labels is not None:
            self._learning[run.id] = learning, step

    def forget_learning(self, run: Run) -> None:
        """It learns no more, and is asked as it was kept."""
        self._learning.pop(run.id, None)
        self._answering.pop(run.id, None)

    def _learnt_so_far(self, number: int) -> Mapping[str, LabelReader]:
        """What reads the labels of each part."""
        learning, _ = self._learning[number]
        learning.catch_up()
        if number not in self._answering or self._answering[number][0] is not learning:
            self._answering[number] = learning, _readers(learning)
        return self._answering[number][1]

    def _ready(self, model: ModelRef, of_words: bool | None, part: str = "") -> LabelReader:
        if isinstance(model, OfRun) and model.step is None and model.run in self._learning:
            readers = self._learnt_so_far(model.run)
            alike = [each for each in readers.values() if each.labels.is_of_words is bool(of_words)]
            return readers.get(part) or next(iter((*alike, *readers.values())))
        key = (of_words, part, *self._models.state_of(model))
        if self._reader is None or self._reader[0] != key:
            self._reader = None  # two networks would take twice the memory
            opened, network, task = self._models.open_with_head(model, of_words, part)
            assert task.labels is not None  # labels_of was asked
            most = min(self._most(model), opened.context_length)
            self._reader = (key, LabelReader(network, opened.tokenizer, task.labels, most))
        return self._reader[1]


def _tagged(words: Sequence[str], labels: LabelSet, chances: np.ndarray) -> tuple[TaggedWord, ...]:
    return tuple(
        TaggedWord(word, labels.names[int(each.argmax())], float(each.max()))
        for word, each in zip(words, chances, strict=True)
    )


def _readers(learner: Learning) -> dict[str, LabelReader]:
    """One for each part that tells labels, by its name; without a name where one thing is learnt."""
    most, tokenizer = learner.settings.context_length, learner.model.tokenizer
    parts: Sequence[tuple[str, Task, Any]] = [("", learner.task, learner.network)]
    if isinstance(learner.task, Together):
        parts = [(each.key, each.task, network_of(learner.network, each.key)) for each in learner.task.parts]
    return {
        key: LabelReader(network, tokenizer, task.labels, most)
        for key, task, network in parts
        if task.labels is not None
    }


def _labelled(text: str, labels: LabelSet, chances: np.ndarray) -> LabelledText:
    order = np.argsort(-chances, kind="stable")
    return LabelledText(text, tuple(LabelChance(labels.names[each], float(chances[each])) for each in order))
