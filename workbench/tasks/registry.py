"""The tasks that there are: each package in this folder is one, `TASK` in its `task.py`."""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from importlib import import_module
from pathlib import Path

import workbench.tasks as folder
from workbench.ground import records
from workbench.ground.files import write_atomically
from workbench.messages.errors import KnownError
from workbench.messages.rendering import ENGLISH, Language
from workbench.tasks.task import Figure, Headline, Shown, Task
from workbench.tasks.together import PART_LOSS, PART_TRAINING_LOSS, Together
from workbench.values.corpus import Corpus
from workbench.values.labels import LabelSet
from workbench.values.run import NEXT_WORD, Input, Run

LABELS = "labels.json"  # in a run's folder

_registered: dict[str, Task] = {}  # that are not in the folder


def every_task() -> tuple[str, ...]:
    """Their names; the first is the one that a run learns where nothing else is asked for."""
    return tuple(sorted({*_names(), *_registered}, key=lambda name: (name != NEXT_WORD, name)))


def tasks_for(corpus: Corpus | None) -> tuple[str, ...]:
    """Those that a text can be learnt as, in the same order; without a text, those that need neither
    labels nor conversations."""
    return tuple(name for name in every_task() if _can_learn(find_task(name), corpus))


def usual_task(corpus: Corpus | None) -> str:
    """What a text is learnt as until somebody chooses: its labels or answers, where it has some that can be learnt."""
    shown = {name: find_task(name).shown for name in tasks_for(corpus)}
    return next((name for name, each in shown.items() if each.labels or each.of_turns), NEXT_WORD)


def find_task(name: str) -> Task:
    """Raises KnownError("task.unknown"), as for a run that a newer program has made."""
    if name in _registered:
        return _registered[name]
    if name not in _names():  # it may come from a stranger's project: nothing but a task is ever imported by it
        raise KnownError("task.unknown", name=name)
    return _load(name)


def task_of(run: Run) -> Task:
    """With the labels that the run has kept. Raises as `find_task`, and KnownError("checkpoint.damaged")."""
    tasks = [_with_kept(find_task(each.task), file) for each, file in zip(run.inputs, _label_files(run), strict=True)]
    if len(tasks) == 1:
        return tasks[0]
    if not tasks:  # what it learnt cannot be read
        raise KnownError("task.unknown", name="")
    return Together.of_inputs(run.inputs, tasks)


def task_for(inputs: Sequence[Input], corpora: Sequence[Corpus]) -> Task:
    """What is learnt of these texts.

    Raises KnownError: task.unknown, corpus.… of a text that cannot be learnt so, together.….
    """
    tasks = [find_task(each.task).of(corpus) for each, corpus in zip(inputs, corpora, strict=True)]
    return tasks[0] if len(tasks) == 1 else Together.of_inputs(inputs, tasks)


def parts_of(run: Run, part: str = "") -> tuple[str, ...]:
    """The names of what a run learnt at once, or `part` alone; one without a name where it learnt one thing.

    Raises KnownError("together.no_part") where there is no such part.
    """
    if part and part not in run.keys:
        raise KnownError("together.no_part", name=run.name, part=part, known=run.keys)
    if len(run.inputs) == 1:
        return ("",)
    return (part,) if part else run.keys


def labels_kept(run: Run) -> frozenset[str] | None:
    """The labels that a run tells apart; None where it has none, or what it kept of them cannot be read."""
    try:
        labels = task_of(run).labels
    except KnownError:
        return None
    return None if labels is None else frozenset(labels.names)


def keep_labels(task: Task, run: Run) -> None:
    """What the task tells apart stays with the run, for `task_of`."""
    tasks = [part.task for part in task.parts] if isinstance(task, Together) else [task]
    for each, file in zip(tasks, _label_files(run), strict=True):
        if each.labels is not None:
            run.folder.mkdir(parents=True, exist_ok=True)
            write_atomically(file, json.dumps(records.written(each.labels), ensure_ascii=False).encode())


def shown_of(run: Run) -> Shown:
    """What there is to see of `run`; of a task that this program does not know, the curves alone."""
    try:
        shown = task_of(run).shown
    except KnownError:
        return Shown()
    return shown if run.teacher is None else replace(shown, results=("handed", *shown.results))


def headline_of(runs: Sequence[Run]) -> Headline:
    """The figure in which the losses of all of them can be told."""
    is_of_tokens = all(shown_of(run).headline is Headline.PERPLEXITY for run in runs)
    return Headline.PERPLEXITY if is_of_tokens else Headline.LOSS


def headline_for(inputs: Sequence[Input]) -> Headline:
    """In which figure a run of these is told; several losses together are none of tokens alone.

    Raises KnownError("task.unknown").
    """
    found = [find_task(each.task).shown.headline for each in inputs]
    return found[0] if len(found) == 1 else Headline.LOSS


def figure_of(name: str) -> Figure | None:
    """What the measurement of that name, TASK/FIGURE, is; None where it is not a task's, or nobody knows it."""
    key, _, own = name.partition("/")
    try:
        shown = find_task(key.partition("#")[0]).shown
    except KnownError:
        return None
    figures = (*shown.figures, PART_LOSS, PART_TRAINING_LOSS)
    return next((figure for figure in figures if figure.name == own), None)


def protocol_of(run: Run, language: Language = ENGLISH) -> str:
    """How the validation losses of a run, and what follows from them, were measured; empty where it is not known."""
    try:
        task = task_of(run)
    except KnownError:
        return ""
    length, most = language.number(run.fine_tuning.context_length), language.count(task.tokens_at_a_look)
    words = language.translate("Validation", task.shown.protocol)
    return words.format(corpus=run.corpus, length=length, most=most)


@contextmanager
def registered(task: Task) -> Iterator[Task]:
    """While this is open, `task` is one of those that there are."""
    _registered[task.name] = task
    try:
        yield task
    finally:
        del _registered[task.name]


@lru_cache(maxsize=1)
def _names() -> tuple[str, ...]:
    """A table of runs asks at every cell."""
    return names_in(folder.__path__)


@lru_cache(maxsize=16)
def _load(name: str) -> Task:
    task: Task = import_module(f"{folder.__name__}.{name}.task").TASK
    return task


def _label_files(run: Run) -> list[Path]:
    """In which the labels of each of its inputs lie, where it has some."""
    names = [LABELS, *(f"{number}-{LABELS}" for number in range(2, len(run.inputs) + 1))]
    return [run.folder / name for name in names[: len(run.inputs)]]


def _with_kept(task: Task, file: Path) -> Task:
    if not file.is_file():
        return task
    try:
        return task.with_labels(records.read(LabelSet, json.loads(file.read_bytes())))
    except (OSError, ValueError) as error:
        raise KnownError("checkpoint.damaged", folder=file.parent) from error


def _can_learn(task: Task, corpus: Corpus | None) -> bool:
    if corpus is None:
        return not (task.shown.labels or task.shown.of_turns)
    try:
        task.of(corpus)
    except KnownError:
        return False
    return True


def names_in(places: Iterable[str]) -> tuple[str, ...]:
    """The packages in folders, or in an archive that the program is imported from."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(places) if module.ispkg))
