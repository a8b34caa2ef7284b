"""What a task measured beside the loss, before and with the weights that are kept, as cards and reports show it."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.messages.rendering import Language
from workbench.tasks.registry import find_task, shown_of
from workbench.tasks.task import Figure
from workbench.tasks.together import PART_LOSS
from workbench.values.measurement import stored_as
from workbench.values.run import Run


def figures_of(run: Run, language: Language) -> Iterator[tuple[str, Figure, float | None, float]]:
    """On the validation text, by their titles: at the beginning, where that was measured, and with what is kept."""
    for figure in shown_of(run).figures:
        name = stored_as(run.task, figure.name)
        if name in run.best_figures:
            yield figure_title(name, figure, language), figure, run.base_figures.get(name), run.best_figures[name]


def figure_title(name: str, figure: Figure, language: Language) -> str:
    """What is stored under a name, TASK/FIGURE, is called; with its task where others learnt at once have the same."""
    words = language.translate("Figures", figure.title)
    key, _, own = name.partition("/")
    task, _, number = key.partition("#")
    if own != PART_LOSS.name and not number:
        return words
    of_task = language.translate("Tasks", find_task(task).shown.short)
    of_part = language.translate("Measures", "{task} ({number})" if number else "{task}")
    part = of_part.format(task=of_task, number=number)
    return language.translate("Measures", "{figure}: {task}").format(figure=words, task=part)


def figure_in_words(figure: Figure, value: float | None) -> str:
    """A dash where nothing was measured."""
    if value is None:
        return "–"
    return f"{value:.1%}" if figure.unit == "share" else f"{value:.4g}"
