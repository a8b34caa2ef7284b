"""Asking a model for its next words in the background, in the unit that the person wants to see."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from workbench.gui.context import Context
from workbench.gui.jobs import Job
from workbench.gui.lanes import Kind
from workbench.gui.tasks.question import AskedModel
from workbench.values.prediction import Prediction, Shaping, Unit

UNIT = "predict.unit"  # preference of the project

Words = tuple[Prediction, ...]


def chosen_unit(context: Context) -> Unit:
    """What counts as a word in scripts without spaces."""
    return Unit(context.project.preferences.get(UNIT, Unit.WORD))


def choose_unit(context: Context, unit: Unit) -> None:
    context.project.preferences.set(UNIT, unit.value)


def ask_for_words(
    context: Context,
    text: str,
    model: AskedModel,
    key: str,
    show: Callable[[Words], None] | None,
    problem: Callable[[Exception], None],
    *,
    typing: bool = False,
    shaping: Shaping = Shaping(),  # noqa: B008 - frozen
    unit: Unit | None = None,
) -> Job:
    """Ask `model`; `show` is called with what is known so far, and again as more is. An older `key` is dropped.

    `typing` says that the last word may be unfinished. `show` and `problem` are methods of widgets, so that they are
    disconnected with them.
    """
    work = partial(
        context.services.asking.watch_words, model.ref, text, typing=typing, shaping=shaping,
        unit=unit or chosen_unit(context),
    )  # fmt: skip
    title = QCoreApplication.translate("Question", "Predicting")
    job = context.jobs.start_job(title, work, kind=Kind.SHORT, key=key)
    if show is not None:
        job.newest.connect(show)
        job.finished.connect(show)
    job.failed.connect(problem)
    job.failed.connect(context.failed)
    return job
