"""What came of a run and what sensibly comes next, from what the project has of it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from workbench.costs.advice import tokens_of
from workbench.costs.outcome import Course, Finding, judge
from workbench.costs.settling import suited_learning_rate
from workbench.messages.errors import KnownError
from workbench.project.project import Project
from workbench.services.models import Models
from workbench.tasks.registry import shown_of
from workbench.tasks.task import Headline
from workbench.values.corpus import Split
from workbench.values.measurement import Curve
from workbench.values.model_ref import OfRun
from workbench.values.run import NEXT_WORD, Run

CURVES = ("loss", "validation_loss")


def what_now(project: Project, run: Run, curves: Mapping[str, Curve] | None = None) -> tuple[Finding, ...]:
    """The findings of `run`, what matters most first; `curves` are its own, where they were read already."""
    measured = project.runs.curves(run, CURVES) if curves is None else curves
    return judge(
        Course(
            run,
            measured.get("loss"),
            measured.get("validation_loss"),
            _tokens(project, run),
            _suited_rate(project, run),
            shown_of(run).headline is Headline.PERPLEXITY,
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


def _suited_rate(project: Project, run: Run) -> float | None:
    try:
        card = Models(project).find(project.runs.base_of(run))
    except KnownError:
        return None
    return suited_learning_rate(card, run.fine_tuning, isinstance(run.base, OfRun))
