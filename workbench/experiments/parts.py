"""What of a run that learnt several things is measured, and on which texts."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.messages.errors import KnownError
from workbench.services.workbench import Workbench
from workbench.tasks.registry import find_task, parts_of
from workbench.values.labels import LabelKind
from workbench.values.model_ref import ModelRef
from workbench.values.run import Input, Run


@dataclass(frozen=True)
class PartToMeasure:
    key: str  # empty for a model, and for a run that learnt one thing
    corpus: str
    of_labels: str | None  # the task whose labels are told; None where next words are


def parts_to_measure(
    services: Workbench, model: ModelRef, corpus: str | None = None, part: str = ""
) -> tuple[PartToMeasure, ...]:
    """`part`, or each: on `corpus`, or on the text that each has learnt from.

    Of a text that the run has not learnt from, what was learnt first can be told. Raises KnownError:
    together.no_part, argument.missing, model.….
    """
    run = services.project.runs.of(model)
    if run is None and part:
        raise KnownError("together.learnt_one", name=services.models.called(model))
    if run is None or len(run.inputs) < 2:
        if run is not None:
            parts_of(run, part)
        found = corpus or (run.corpus if run else "")
        if not found:
            raise KnownError("argument.missing", name="--corpus")
        return (PartToMeasure("", found, services.labelling.task_of(model)),)
    known = [_of_input(run, key, corpus) for key in parts_of(run, part)]
    if corpus is None or part:
        return tuple(known)
    learnt = [each for each in known if run.input_of(each.key).corpus == corpus]
    return tuple(learnt or _first_suited(services, run, known, corpus))


def _of_input(run: Run, key: str, corpus: str | None) -> PartToMeasure:
    each: Input = run.input_of(key)
    return PartToMeasure(key, corpus or each.corpus, each.task if find_task(each.task).shown.labels else None)


def _first_suited(services: Workbench, run: Run, known: list[PartToMeasure], corpus: str) -> list[PartToMeasure]:
    """The first that can be told of a text which it has not learnt from."""
    there = services.project.corpora.named(corpus).contents.labels
    kind = None if there is None else there.kind
    wants = {LabelKind.CLASSES: "labels", LabelKind.TAGS: "tags", LabelKind.ROLES: "tags"}.get(kind) if kind else None
    return ([each for each in known if each.of_labels == wants] or known)[:1]
