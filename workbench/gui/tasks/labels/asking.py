"""Who answers for the classes of a text, before and after; what has learnt no labels is answered for by counting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from workbench.gui.context import Context
from workbench.gui.jobs import Job
from workbench.gui.lanes import Kind
from workbench.gui.tasks.question import AskedModel, Question
from workbench.messages.errors import KnownError
from workbench.services.label_examples import same_part
from workbench.values.labelling import LabelledText
from workbench.values.labels import LabelSet
from workbench.values.model_ref import ModelRef, OfRun
from workbench.values.prediction import Prediction

Classified = tuple[LabelledText, ...]
MOST = 50  # classes that are shown


@dataclass(frozen=True)
class Before:
    """What stands on the side of before: a model to ask, or how frequent the classes are; and why, in a sentence."""

    ref: ModelRef | None
    frequencies: tuple[Prediction, ...]
    title: str
    part: str = ""  # of what the model has learnt, that is asked


def labels_of(context: Context, model: AskedModel | None, part: str = "") -> LabelSet | None:
    """What it tells apart, or `part` of it; None where it has learnt no labels."""
    try:
        return None if model is None else context.services.labelling.labels_of(model.ref, of_words=False, part=part)
    except KnownError:
        return None


def before(context: Context, question: Question, part: str = "") -> Before | None:
    """For `part` of what was learnt; None where nobody is asked.

    What a run began from has no labels, so its step 0 or mere counting stands there.
    """
    tuned, labels = question.tuned, labels_of(context, question.tuned, part)
    if tuned is None or labels is None:
        return None
    run = context.project.runs.of(tuned.ref)
    if question.base is not None and labels_of(context, question.base) is not None:
        beside = context.project.runs.of(question.base.ref)
        return Before(question.base.ref, (), question.base.title, same_part(run, part, beside))
    if run is not None and any(checkpoint.step == 0 for checkpoint in context.project.checkpoints.of(run)):
        words = QCoreApplication.translate("Labels", "Before it learnt: its step 0, with a head that knows nothing yet")
        return Before(OfRun(run.id, 0), (), words, part)
    words = QCoreApplication.translate(
        "Labels", "Before it learnt it had no labels. This is how frequent they are in what it learnt from."
    )
    return Before(None, frequencies(labels), words)


def frequencies(labels: LabelSet) -> tuple[Prediction, ...]:
    """The share of each class among the examples, the most frequent first: the first is what would always be said."""
    of = labels.examples if labels.several else max(1, sum(labels.counts))
    pairs = sorted(zip(labels.names, labels.counts, strict=False), key=lambda pair: -pair[1])
    return tuple(Prediction(name, count / max(1, of), "") for name, count in pairs[:MOST])


def ask_for_classes(
    context: Context, text: str, ref: ModelRef, key: str, show: Callable[[Classified], None],
    problem: Callable[[Exception], None], part: str = "",
) -> Job:  # fmt: skip
    """An older `key` is dropped. `show` and `problem` are methods of widgets, and are disconnected with them."""
    work = partial(context.services.labelling.classify, ref, [text], part)
    title = QCoreApplication.translate("Question", "Labelling")
    job = context.jobs.start_job(title, work, kind=Kind.SHORT, key=key)
    job.finished.connect(show)
    job.failed.connect(problem)
    job.failed.connect(context.failed)
    return job


def as_predictions(found: LabelledText) -> tuple[Prediction, ...]:
    return tuple(Prediction(chance.label, chance.probability, "") for chance in found.labels[:MOST])
