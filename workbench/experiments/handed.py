"""What a teacher handed on: it, its student, and the same student without a teacher under the same budget.

All three are measured on the whole validation part of the text that the student learnt from, or the first of them.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from workbench.experiments import against_base
from workbench.experiments.control_runs import BITS, control_run, helped, name_for, told_of
from workbench.experiments.kept import keep, kept
from workbench.experiments.label_comparison import Other, beside
from workbench.measuring.bootstrap import Interval
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.messages.rendering import ENGLISH, Language
from workbench.models.catalogue import read_config
from workbench.models.sizes import layer_sizes
from workbench.prediction.reading import context_within
from workbench.project.project import Project
from workbench.services.training import Training
from workbench.services.workbench import Workbench
from workbench.tasks.registry import find_task
from workbench.values.corpus import Split
from workbench.values.labels import LabelKind
from workbench.values.model_ref import ModelRef, OfRun
from workbench.values.progress import Progress
from workbench.values.run import Run, RunStatus

FINDING, BEGUN = "handed", "handed_run"
T = TypeVar("T")


@dataclass(frozen=True)
class Pupil:
    """One of the three. `figure` is the one that `Handed.figure` names."""

    name: str
    parameters: int
    figure: float
    seconds: float  # that reading the validation part took, the first time, with what is compiled for it


@dataclass(frozen=True)
class Handed:
    figure: str  # accuracy, f1, or bits_per_byte, of which less is better
    teacher: Pupil
    student: Pupil
    without: Pupil
    run: int  # the number of the run without a teacher
    difference: Interval  # the student less the one without a teacher, on the same examples

    @property
    def has_helped(self) -> bool | None:
        """None where the text cannot tell."""
        return helped(self.figure, self.difference)


def known(project: Project, run: Run) -> Handed | None:
    """What was found out before, and still holds."""
    return kept(project, run, FINDING, Handed)


def compare_with_untaught(
    services: Workbench, name: str, language: Language = ENGLISH
) -> Generator[Progress, None, Handed]:
    """Train the student without its teacher, unless that was done, and measure all three; a new run gets a name in
    `language`.

    Closing it keeps what was trained. Raises KnownError: teacher.none, together.unfinished, teacher.gone,
    teacher.changed, and those of training and measuring.
    """
    project, run = services.project, services.project.runs.named(name)
    if run.teacher is None:
        raise KnownError("teacher.none", name=run.name)
    if run.status is not RunStatus.FINISHED:
        raise KnownError("together.unfinished", name=run.name)
    services.teaching.check_is_there(run)
    new, what = partial(_new, services, run, language), message("progress.without_teacher")
    without = yield from control_run(services, run, BEGUN, "", new, what, run.steps)
    measuring = _measured(services, run, run.teacher.ref, without)
    found = yield from told_of(measuring, message("progress.measures"))
    keep(project, run, FINDING, found)
    return found


def _new(services: Workbench, run: Run, language: Language) -> Training:
    """As many steps on the same batches, with all else as there."""
    project = services.project
    settings = run.fine_tuning.with_settings({"steps": run.steps, "patience": 0})
    name = name_for(project, message("name.without_teacher", run=run.name), language)
    return services.training.train(
        run.corpus, project.runs.base_of(run), settings, name, project.runs.prompts(run), task=run.inputs[0].task,
        beside=run.inputs[1:],
    )  # fmt: skip


@dataclass(frozen=True)
class _Measured:
    figure: str
    values: tuple[float, ...]  # of teacher, student, and the one without
    seconds: tuple[float, ...]
    difference: Interval


def _measured(services: Workbench, run: Run, teacher: ModelRef, without: Run) -> Generator[Progress, None, Handed]:
    refs = (teacher, OfRun(run.id), OfRun(without.id))
    of_labels = find_task(run.inputs[0].task).shown.labels
    found = yield from (_of_labels if of_labels else _of_words)(services, run.corpus, refs)
    teaching, student, other = (
        Pupil(services.models.called(ref), _parameters(services, ref), value, seconds)
        for ref, value, seconds in zip(refs, found.values, found.seconds, strict=True)
    )
    return Handed(found.figure, teaching, student, other, without.id, found.difference)


def _of_labels(
    services: Workbench, corpus: str, refs: Sequence[ModelRef]
) -> Generator[Progress, None, _Measured]:  # fmt: skip
    measured, seconds = yield from _in_turn(services.labelling.measure(ref, corpus) for ref in refs)
    _, student, other = measured
    compared = beside(Other.RUN, other, student)
    if student.evaluation.kind is LabelKind.CLASSES:
        values = tuple(each.evaluation.accuracy for each in measured)
        return _Measured("accuracy", values, seconds, compared.difference)
    return _Measured("f1", tuple(each.evaluation.micro_f1 for each in measured), seconds, compared.difference)


def _of_words(
    services: Workbench, corpus: str, refs: Sequence[ModelRef]
) -> Generator[Progress, None, _Measured]:  # fmt: skip
    asking = services.asking
    most = context_within(min(asking.asked(ref).model.context_length for ref in refs), None)
    works = (asking.measure(asking.asked(ref), str(ref), corpus, Split.VALIDATION, most) for ref in refs)
    measured, seconds = yield from _in_turn(works)
    _, student, other = measured
    values = tuple(each.evaluation.bits_per_byte for each in measured)
    return _Measured(BITS, values, seconds, against_base.compared(other, student).bits_per_byte)


def _in_turn(
    works: Iterable[Generator[Progress, None, T]],
) -> Generator[Progress, None, tuple[tuple[T, ...], tuple[float, ...]]]:
    """What they come to, and how long each took."""
    found, seconds = [], []
    for work in works:
        clock = time.perf_counter()
        found.append((yield from work))
        seconds.append(time.perf_counter() - clock)
    return tuple(found), tuple(seconds)


def _parameters(services: Workbench, ref: ModelRef) -> int:
    run = services.project.runs.of(ref)
    return services.models.find(ref).parameters if run is None else sum(layer_sizes(read_config(run.folder / "model")))
