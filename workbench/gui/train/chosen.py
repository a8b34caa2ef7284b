"""What is chosen for the next run, read from the project once for all that is drawn of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from workbench.ground import records
from workbench.gui.context import TASKS, Context
from workbench.tasks.registry import tasks_for, usual_task
from workbench.values.corpus import Corpus
from workbench.values.model_ref import ModelRef, OfRun, from_text
from workbench.values.run import NEXT_WORD, Input

TEACHERS = "train.teachers"  # of each text, by its name
BESIDE = "train.beside"  # what is learnt at the same time as each text, by its name


@dataclass(frozen=True)
class Chosen:
    """Of what was chosen for the text, all that there still is."""

    corpus: Corpus | None
    tasks: tuple[str, ...]  # that the text can be learnt as
    inputs: tuple[Input, ...]  # all that is learnt; of no text yet, the task alone
    offered: tuple[Input, ...]  # what else could be learnt beside the first of them
    teachers: tuple[tuple[ModelRef, str], ...]  # who may teach it, by name; whether it can is seen when it is chosen
    teacher: ModelRef | None

    @property
    def task(self) -> str:
        return self.inputs[0].task

    @property
    def beside(self) -> tuple[Input, ...]:
        return self.inputs[1:]


def read_chosen(context: Context) -> Chosen:
    """What was chosen is taken as long as it is offered; else what is usual."""
    preferences, corpora, name = context.project.preferences, context.project.corpora.every(), context.corpus
    corpus = next((each for each in corpora if each.name == name), None)
    tasks = tasks_for(corpus)
    wanted = preferences.get(TASKS, {}).get(name or "")
    first = Input(name or "", wanted if wanted in tasks else usual_task(corpus))
    every = (Input(each.name, task) for each in corpora for task in tasks_for(each))
    offered = tuple(each for each in every if each != first) if corpus else ()
    kept = [records.read(Input, each) for each in preferences.get(BESIDE, {}).get(name or "", ())]
    beside = [each for each in kept if replace(each, weight=1.0) in offered]
    # A teacher teaches one thing.
    teachers = () if beside or not corpus else tuple(_teachers(context, first.task))
    written = preferences.get(TEACHERS, {}).get(name or "")
    teacher = from_text(written) if written else None
    is_there = teacher in [ref for ref, _ in teachers]
    return Chosen(corpus, tasks, (first, *beside), offered, teachers, teacher if is_there else None)


def _teachers(context: Context, task: str) -> Iterator[tuple[ModelRef, str]]:
    """But for the model that learns."""
    chosen = context.model
    for model in context.services.models.every() if task == NEXT_WORD else ():
        if not model.from_scratch and model.ref != chosen:
            yield model.ref, model.name
    for number, name in context.project.runs.learnt(task):
        if OfRun(number) != chosen:
            yield OfRun(number), name
