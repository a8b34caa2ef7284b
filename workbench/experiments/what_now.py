"""What came of a run and what sensibly comes next, from what the project has of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress

from workbench.costs.advice import tokens_of
from workbench.costs.course import Classes, Course
from workbench.costs.finding import Finding
from workbench.costs.outcome import judge
from workbench.costs.settling import suited_learning_rate
from workbench.experiments import handed
from workbench.messages.errors import KnownError
from workbench.project.project import Project
from workbench.services.models import Models
from workbench.tasks.registry import shown_of
from workbench.tasks.task import Headline
from workbench.values.corpus import Split
from workbench.values.labels import LabelKind, Labels
from workbench.values.measurement import Curve, stored_as
from workbench.values.model_ref import OfRun
from workbench.values.run import NEXT_WORD, Run

CURVES = ("loss", "validation_loss")
OF_PARTS = ("accuracy", "loss")


def what_now(project: Project, run: Run, curves: Mapping[str, Curve] | None = None) -> tuple[Finding, ...]:
    """The findings of `run`, what matters most first; `curves` are its own, where they were read already."""
    names = tuple(stored_as(key, figure) for key in run.keys for figure in OF_PARTS)
    measured = project.runs.curves(run, (*CURVES, *names)) if curves is None else curves
    labels = dict(_labels(project, run))
    return judge(
        Course(
            run,
            measured.get("loss"),
            measured.get("validation_loss"),
            _tokens(project, run),
            _suited_rate(project, run),
            shown_of(run).headline is Headline.PERPLEXITY,
            {name: measured[name] for name in names if name in measured},
            {key: _classes(found) for key, found in labels.items() if _is_of_one_class(found)},
            sum(found.examples.get(Split.TRAIN, 0) for found in labels.values() if found.kind is LabelKind.TURNS),
            _teacher_in_vain(project, run),
        )
    )


def _tokens(project: Project, run: Run) -> int:
    """About how many it had to learn next words from."""
    if {each.task for each in run.inputs} != {NEXT_WORD}:
        return 0
    tokens = 0
    for name in run.corpora:
        with suppress(KnownError):  # it may be gone
            tokens += tokens_of(project.corpora.named(name).contents.statistics, Split.TRAIN)
    return round(run.fine_tuning.text_share * tokens)


def _labels(project: Project, run: Run) -> Iterator[tuple[str, Labels]]:
    """Of each text that labels or answers were learnt from, as it is now; by the key of what was learnt."""
    for key, each in zip(run.keys, run.inputs, strict=True):
        with suppress(KnownError):  # it may be gone
            labels = project.corpora.named(each.corpus).contents.labels
            if labels is not None and each.task != NEXT_WORD:
                yield key, labels


def _is_of_one_class(labels: Labels) -> bool:
    return labels.kind is LabelKind.CLASSES and not labels.several


def _classes(labels: Labels) -> Classes:
    learnt, validated = (labels.counts.get(split, {}) for split in (Split.TRAIN, Split.VALIDATION))
    rarest = min(labels.classes, key=lambda name: learnt.get(name, 0))
    share = max(validated.values(), default=0) / max(1, sum(validated.values()))
    return Classes(rarest, learnt.get(rarest, 0), len(labels.classes), share)


def _teacher_in_vain(project: Project, run: Run) -> str:
    found = None if run.teacher is None else handed.known(project, run)
    return "" if found is None or found.has_helped else found.teacher.name


def _suited_rate(project: Project, run: Run) -> float | None:
    try:
        card = Models(project).find(project.runs.base_of(run))
    except KnownError:
        return None
    return suited_learning_rate(card, run.fine_tuning, isinstance(run.base, OfRun))
