"""What the views of the Predict page are asked: a text, and the two models or runs that may answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from workbench.gui.context import Context
from workbench.gui.jobs import Job, Kind
from workbench.values.model_ref import ModelRef
from workbench.values.prediction import Prediction, Shaping, Unit

Words = tuple[Prediction, ...]


@dataclass(frozen=True)
class AskedModel:
    """Something that predicts: a model or a run."""

    ref: ModelRef
    title: str


@dataclass(frozen=True)
class Question:
    text: str
    typing: bool  # the last word may be unfinished
    base: AskedModel | None
    tuned: AskedModel | None
    unit: Unit = Unit.WORD

    @property
    def models(self) -> tuple[AskedModel, ...]:
        return tuple(model for model in (self.base, self.tuned) if model is not None)


def ask_for_words(
    context: Context,
    question: Question,
    model: AskedModel,
    key: str,
    show: Callable[[Words], None] | None,
    problem: Callable[[Exception], None],
    shaping: Shaping = Shaping(),  # noqa: B008 - frozen
) -> Job:
    """Ask `model`; `show` is called with what is known so far, and again as more is. An older `key` is dropped.

    `show` and `problem` are methods of widgets, so that they are disconnected with them.
    """
    work = partial(
        context.services.asking.watch_words, model.ref, question.text, typing=question.typing, shaping=shaping,
        unit=question.unit,
    )  # fmt: skip
    title = QCoreApplication.translate("Question", "Predicting")
    job = context.jobs.start_job(title, work, kind=Kind.SHORT, key=key)
    if show is not None:
        job.newest.connect(show)
        job.finished.connect(show)
    job.failed.connect(problem)
    job.failed.connect(context.failed)
    return job
