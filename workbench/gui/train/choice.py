"""What is chosen for the next run, as the project keeps it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.ground import records
from workbench.gui.context import TASKS, Context
from workbench.tasks.registry import tasks_for, usual_task
from workbench.values.corpus import Corpus
from workbench.values.model_ref import ModelRef, OfRun, from_text
from workbench.values.run import NEXT_WORD, Input

TEACHERS = "train.teachers"  # a preference of the project: of each text, by its name
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
    teachers: tuple[tuple[ModelRef, str], ...]  # who may teach it, by their names
    teacher: ModelRef | None  # the one that was chosen for the text, as long as it may teach

    @property
    def inputs(self) -> tuple[Input, ...]:
        """All that is learnt; of no text yet, the task alone."""
        return (Input(self.corpus.name if self.corpus else "", self.task), *self.beside)

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
    # A teacher teaches one thing.
    teachers = () if beside or corpus is None else _teachers(context, task, model)
    teacher = preferences.get(TEACHERS, {}).get(name or "")
    taught_by = next((ref for ref, _ in teachers if teacher and ref == from_text(teacher)), None)
    return Chosen(corpora, corpus, model, task, offered, beside, teachers, taught_by)


def _teachers(context: Context, task: str, student: ModelRef | None) -> tuple[tuple[ModelRef, str], ...]:
    """All but the model that learns; whether one can teach it is seen when it is chosen."""
    models = [(model.ref, model.name) for model in context.services.models.every() if not model.from_scratch]
    runs = [run for run in context.project.runs.every() if task in run.tasks and run.kept_step is not None]
    found = [*(models if task == NEXT_WORD else ()), *((OfRun(run.id), run.name) for run in runs)]
    return tuple((ref, name) for ref, name in found if ref != student)
