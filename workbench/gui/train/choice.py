"""What is chosen for the next run, as the project keeps it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from workbench.ground import records
from workbench.gui.context import TASKS, Context
from workbench.messages.errors import KnownError
from workbench.services.places import has_ray
from workbench.tasks.registry import find_task, tasks_for, usual_task
from workbench.training.places import cluster_settings
from workbench.values.corpus import Corpus
from workbench.values.labels import LabelKind
from workbench.values.model_ref import ModelRef, OfRun, from_text
from workbench.values.place import HERE, PlaceKind, Where
from workbench.values.run import NEXT_WORD, Input, Run

TEACHERS = "train.teachers"  # a preference of the project: of each text, by its name
PLACE = "train.place"
BESIDE = "train.beside"  # what is learnt at the same time as each text, by its name


@dataclass(frozen=True)
class Chosen:
    """Read at once: all that is shown of it agrees, and the database is asked no oftener than must be."""

    corpora: tuple[Corpus, ...]  # those that may be learnt
    corpus: Corpus | None
    model: ModelRef | None
    task: str  # the one that was chosen for the text, as long as it can be learnt as that; else what is usual
    offered: tuple[Input, ...]  # what else could be learnt beside it; of no text yet, nothing
    beside: tuple[Input, ...]  # what else is learnt at the same time, of what there still is
    teachers: tuple[tuple[ModelRef, str], ...]  # who may teach it by answers, with their names
    writers: tuple[tuple[ModelRef, str], ...]  # who has other tokens than the model, and can write a text for it
    teacher: ModelRef | None  # the one that was chosen for the text, as long as it may teach
    where: Where = HERE  # it is to learn

    @property
    def inputs(self) -> tuple[Input, ...]:
        """All that is learnt; of no text yet, the task alone."""
        return (Input(self.corpus.name if self.corpus else "", self.task), *self.beside)

    @property
    def is_taught(self) -> bool:
        """By answers, while it learns."""
        return self.teacher in [ref for ref, _ in self.teachers]

    @property
    def writer(self) -> ModelRef | None:
        """The teacher, where it can only write."""
        return self.teacher if self.teacher in [ref for ref, _ in self.writers] else None

    @property
    def asked(self) -> tuple[str, Corpus | None]:
        """Which of the tasks is asked by prompts, and its text: the first that can be, as `Together.asked`."""
        texts: Sequence[Corpus | None] = self.texts() or [None]
        known = list(zip(self.inputs, texts, strict=True))
        for each, text in known:
            labels = None if text is None else text.contents.labels
            if each.task == NEXT_WORD or labels is None or labels.kind is not LabelKind.ROLES:
                return each.task, text
        return known[0][0].task, known[0][1]

    @property
    def prompted(self) -> list[Corpus]:
        """Whose prompts that task is asked: next words, however many texts they are of, are told by one head."""
        task, text = self.asked
        if find_task(task).shown.labels:
            return [] if text is None else [text]
        return [text for each, text in zip(self.inputs, self.texts(), strict=False) if each.task == task]

    def texts(self) -> list[Corpus]:
        """Those that are learnt from, as the inputs stand."""
        named = {corpus.name: corpus for corpus in self.corpora}
        return [named[each.corpus] for each in self.inputs if each.corpus]


def read_chosen(context: Context) -> Chosen:
    preferences, corpora, model = context.project.preferences, context.project.corpora.every(), context.model
    name = context.corpus
    corpus = next((each for each in corpora if each.name == name), None)
    kept = preferences.get(TASKS, {}).get(name or "")
    task = kept if kept in tasks_for(corpus) else usual_task(corpus)
    every = (Input(each.name, of) for each in corpora for of in tasks_for(each)) if corpus else ()
    offered = tuple(each for each in every if each != Input(name or "", task))
    wanted = (records.read(Input, each) for each in preferences.get(BESIDE, {}).get(name or "", ()))
    beside = tuple(each for each in wanted if replace(each, weight=1.0) in offered)
    able = _able(context, [task, *(each.task for each in beside)], model) if corpus else ()
    teachers = tuple(each for each in able if _has_same_tokens(context, each[0], model))
    writers = tuple(each for each in able if each not in teachers) if task == NEXT_WORD and not beside else ()
    teacher = preferences.get(TEACHERS, {}).get(name or "")
    taught_by = next((ref for ref, _ in (*teachers, *writers) if teacher and ref == from_text(teacher)), None)
    if taught_by is not None:  # what it cannot teach is not learnt beside
        taught = {of for of in {each.task for each in offered} if taught_by in dict(_able(context, [of], model))}
        offered = tuple(each for each in offered if each.task in taught)
    where = chosen_place(context)
    if taught_by in [ref for ref, _ in teachers]:  # by one worker, which asks the teacher at each step
        where = where.place
    return Chosen(corpora, corpus, model, task, offered, beside, teachers, writers, taught_by, where)


def places() -> tuple[Where, ...]:
    """Where a run can learn; on clusters, where Ray is installed."""
    known = cluster_settings.settings()
    clusters = (known.local, *(() if known.where is None else (known.where,))) if has_ray() else ()
    return (HERE, Where(PlaceKind.PROCESS), *clusters)


def chosen_place(context: Context) -> Where:
    """The one that was chosen; kept by its kind, since a project goes to other people, and an address does not."""
    kept = context.project.preferences.get(PLACE, PlaceKind.HERE)
    return next((each for each in places() if each.kind == kept), HERE)


def going_on_at(context: Context, run: Run) -> Where:
    """Where it learnt last; where that is not to be had here, as of a project that came from elsewhere, the place that
    is chosen for the next run."""
    if run.where.place in [each.place for each in places()]:
        return run.where
    return chosen_place(context) if run.teacher is None else chosen_place(context).place


def _able(context: Context, tasks: Sequence[str], student: ModelRef | None) -> tuple[tuple[ModelRef, str], ...]:
    """Who can do all of them, but for the model that learns."""
    models = [(model.ref, model.name) for model in context.services.models.every() if not model.from_scratch]
    runs = [(OfRun(number), name) for number, name in context.project.runs.learnt(tasks[0])]
    for task in tasks[1:]:
        others = {number for number, _ in context.project.runs.learnt(task)}
        runs = [(ref, name) for ref, name in runs if ref.run in others]
    found = [*(models if set(tasks) <= {NEXT_WORD} else ()), *runs]
    return tuple((ref, name) for ref, name in found if ref != student)


def _has_same_tokens(context: Context, teacher: ModelRef, student: ModelRef | None) -> bool:
    """As the model that learns, as long as one is chosen; that one of them is gone is said where it is chosen."""
    with suppress(KnownError):
        return student is None or context.services.teaching.has_same_tokens(teacher, student)
    return True
