"""What a task measured beside the loss, before and with the weights that are kept, as cards and reports show it."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.tasks.registry import shown_of
from workbench.tasks.task import Figure
from workbench.values.measurement import stored_as
from workbench.values.run import Run


def figures_of(run: Run) -> Iterator[tuple[Figure, float | None, float]]:
    """On the validation text: at the beginning, where that was measured, and with what is kept."""
    for figure in shown_of(run).figures:
        name = stored_as(run.task, figure.name)
        if name in run.best_figures:
            yield figure, run.base_figures.get(name), run.best_figures[name]


def figure_in_words(figure: Figure, value: float | None) -> str:
    """A dash where nothing was measured."""
    if value is None:
        return "–"
    return f"{value:.1%}" if figure.unit == "share" else f"{value:.4g}"
