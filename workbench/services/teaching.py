"""Who teaches a run: seen to be able to, opened, and asked about the text that the run learns from.

Two ways to hand on what a model knows. Where teacher and student have the same tokens, the student learns from how
likely the teacher holds each answer to be (Hinton et al., 2015). Where they have not, the teacher writes a text.
"""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.messages.errors import KnownError
from workbench.models.catalogue import folder_state, read_config
from workbench.models.language_model import read_tokenizer
from workbench.models.naming import called
from workbench.project.project import Project
from workbench.services.label_examples import labels_of
from workbench.services.models import Models
from workbench.services.token_counting import TokenizerSource
from workbench.tasks.mixture import Texts
from workbench.tasks.registry import parts_of
from workbench.tasks.task import Task, Text
from workbench.tasks.taught import Taught, TaughtText
from workbench.tasks.teacher import NetworkTeacher, Whose
from workbench.tasks.together import Together, tasks_in
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Method
from workbench.values.model_ref import ModelRef, OfRun
from workbench.values.run import OF_WORDS, Run, Teacher

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel
    from workbench.models.tokenizers.tokenizer import Tokenizer

ANSWERS = "teacher"  # in a run's folder: what its teacher said, as long as the run may go on


class Teaching:
    def __init__(self, project: Project, models: Models) -> None:
        self.project = project
        self._models = models
        self._sources: dict[int | None, TokenizerSource] = {}  # of runs, by their numbers

    def fixed(self, teacher: ModelRef) -> Teacher:
        """The same weights also later, and what they are called. Raises KnownError: model.…, run.…."""
        ref = self._models.fixed(teacher)
        return Teacher(ref, self._models.called(ref), self._models.identity(ref))

    def check(self, teacher: ModelRef, student: ModelRef, task: Task, method: Method) -> None:
        """Raises KnownError where the one cannot teach the other to do `task`, before a run of it is made.

        teacher.itself, teacher.other_task, teacher.other_labels, teacher.other_tokens, method.needs_labels, model.….
        """
        if method is Method.HEAD:
            raise KnownError("method.needs_labels")
        if self._models.fixed(teacher) == self._models.fixed(student):
            raise KnownError("teacher.itself", name=called(self._models.called(teacher)))
        for each in tasks_in(task):
            self._answering(teacher, each)
        if not self.has_same_tokens(teacher, student):
            names = {"teacher": called(self._models.called(teacher)), "student": called(self._models.called(student))}
            raise KnownError("teacher.other_tokens", **names)

    def has_same_tokens(self, teacher: ModelRef, student: ModelRef) -> bool:
        """Whether a token means the same to both; else the one can only write a text for the other.

        Raises KnownError("model.…").
        """
        one, other = self._source(teacher), self._source(student)
        if one.is_learnt or other.is_learnt:  # from a text: nobody knows them before
            return False
        if one.folder == other.folder:
            return True
        if _size(one.folder) != _size(other.folder):
            return False
        return one.sha256 == other.sha256 or _vocabulary(one) == _vocabulary(other)

    def _source(self, ref: ModelRef) -> TokenizerSource:
        """That of a run which has begun stays: the database need not be asked for each of many runs again and again."""
        if not isinstance(ref, OfRun):
            return self._models.tokenizer_of(ref)
        if ref.run not in self._sources:
            found = self._models.tokenizer_of(ref)
            if found.is_learnt:  # it waits for its turn, and has none yet
                return found
            self._sources[ref.run] = found
        return self._sources[ref.run]

    def _answering(self, teacher: ModelRef, task: Task) -> _Answering:
        """What of the teacher answers. Raises KnownError: teacher.other_task, teacher.other_labels."""
        name, labels = called(self._models.called(teacher)), task.labels
        run = self.project.runs.of(teacher)
        learnt = {} if run is None else dict(zip(parts_of(run), (each.task for each in run.inputs), strict=True))
        if labels is None:
            if task.shown.of_turns or (run is not None and OF_WORDS.isdisjoint(learnt.values())):
                raise KnownError("teacher.other_task", name=name)
            return _Answering(next((part for part, each in learnt.items() if each in OF_WORDS), ""))
        if run is None or task.name not in learnt.values():
            raise KnownError("teacher.other_task", name=name)
        for part in (part for part, each in learnt.items() if each == task.name):
            told = labels_of(run, labels.is_of_words, part).names
            if set(told) == set(labels.names):
                is_alike = told == labels.names
                return _Answering(part, None if is_alike else tuple(told.index(each) for each in labels.names))
        raise KnownError("teacher.other_labels", name=name)

    def check_is_there(self, run: Run) -> None:
        """Raises KnownError: teacher.gone, teacher.changed, where a run could not go on with its teacher."""
        assert run.teacher is not None
        try:
            identity = self._models.identity(run.teacher.ref)
        except KnownError as error:
            raise KnownError("teacher.gone", name=run.name, teacher=called(run.teacher.name)) from error
        if run.teacher.sha256 not in ("", identity):
            raise KnownError("teacher.changed", name=run.name, teacher=called(run.teacher.name))

    def taught(
        self, run: Run, task: Task, text: Text, student: LanguageModel, settings: FineTuning
    ) -> tuple[Task, Text]:
        """The task and its text, with the run's teacher beside them; of several things, beside each.

        Raises KnownError: teacher.gone, teacher.changed, teacher.other_tokens, teacher.too_short, and those of opening.
        """
        assert run.teacher is not None
        self.check_is_there(run)
        whose = self._opened(run.teacher.ref)
        teacher = whose.model
        if not _are_the_same(teacher.tokenizer, student.tokenizer):
            raise KnownError("teacher.other_tokens", teacher=called(run.teacher.name), student=called(run.model))
        if settings.context_length > teacher.context_length:
            raise KnownError("teacher.too_short", teacher=called(run.teacher.name), most=teacher.context_length)

        def beside(task: Task, text: Text, folder: Path) -> tuple[Taught, TaughtText]:
            assert run.teacher is not None
            answering = self._answering(run.teacher.ref, task)
            own = replace(whose, part=answering.part)
            taught = Taught(task, student.tokenizer.vocabulary if task.labels is None else len(task.labels.names))
            asked = NetworkTeacher(own, task, taught.kept, settings.temperature, folder, answering.order)
            return taught, TaughtText(text, asked)

        if not isinstance(task, Together):
            return beside(task, text, run.folder / ANSWERS)
        assert isinstance(text, Texts)
        parts, texts = [], {}
        for part in task.parts:
            taught, texts[part.key] = beside(part.task, text.of[part.key], run.folder / ANSWERS / part.key)
            parts.append(replace(part, task=taught))
        return replace(task, parts=tuple(parts)), Texts(texts)

    def _opened(self, ref: ModelRef) -> Whose:
        if isinstance(ref, OfRun):
            model, network, learnt = self._models.open_learnt(ref)
            return Whose(model, network, learnt, self.project.runs.named(str(ref)).fine_tuning)
        model = self._models.open(ref)
        return Whose(model, model.network)

    def forget_answers(self, run: Run) -> None:
        """The run goes on no more."""
        shutil.rmtree(run.folder / ANSWERS, ignore_errors=True)


@dataclass(frozen=True)
class _Answering:
    """Which of the several things that a teacher has learnt, empty where it learnt one, and at which place of its
    answers each of the student's is; None where they are the same."""

    part: str
    order: tuple[int, ...] | None = None


def _are_the_same(one: Tokenizer, other: Tokenizer) -> bool:
    """Whether a token means the same to both."""
    return one.sha256 == other.sha256 or one.pieces == other.pieces


def _size(folder: Path) -> int:
    """Of the vocabulary, in tokens: most tokenizers are told apart by it, and need not be opened."""
    return _stated_size(folder, folder_state(folder))


@lru_cache(maxsize=64)
def _stated_size(folder: Path, _state: object) -> int:
    return int(read_config(folder)["vocab_size"])


def _vocabulary(source: TokenizerSource) -> str:
    """A tokenizer of some ten thousand tokens takes a while to open: each is opened once."""
    key = source.sha256
    if key not in _VOCABULARIES:
        _VOCABULARIES[key] = _hash(read_tokenizer(source.folder))
    return _VOCABULARIES[key]


_VOCABULARIES: dict[str, str] = {}  # what each tokenizer's tokens are, by what its files say


def _hash(tokenizer: Tokenizer) -> str:
    """Of what each of its tokens writes."""
    digest = hashlib.sha256()
    for piece in tokenizer.pieces:
        digest.update(len(piece).to_bytes(4, "little") + piece)
    return digest.hexdigest()
