"""What a task measured beside the loss, before and with the weights that are kept, as cards and reports show it."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.project.project import Project
from workbench.tasks.registry import shown_of
from workbench.tasks.task import Figure
from workbench.values.run import Run


def figures_of(project: Project, run: Run) -> Iterator[tuple[Figure, float | None, float]]:
    """On the validation text: at the beginning, where that was measured, and with what is kept."""
    found = {(each.name, each.step): each.value for each in project.runs.measurements(run)}
    for figure in shown_of(run).figures:
        name = f"{run.task}/{figure.name}"
        after = found.get((name, run.kept_step or 0))
        if after is not None:
            yield figure, found.get((name, 0)), after


def figure_in_words(figure: Figure, value: float | None) -> str:
    """A dash where nothing was measured."""
    if value is None:
        return "–"
    return f"{value:.1%}" if figure.unit == "share" else f"{value:.4g}"
