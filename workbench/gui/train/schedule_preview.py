"""The learning rate over the steps that a run will make, drawn before it starts."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QWidget

from workbench.gui.plots.curves import QUIET
from workbench.gui.plots.legend import LineStyle
from workbench.gui.plots.line_plot import LinePlot
from workbench.training.schedule import learning_rate
from workbench.values.fine_tuning import FineTuning
from workbench.values.run import Run

MOST_POINTS = 1000


class SchedulePreview(LinePlot):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            name=self.tr("Learning rate over the run"),
            x_label=self.tr("step"),
            y_label=self.tr("learning rate"),
            nothing_yet=self.tr("The learning rate over the run appears here once text and model are chosen."),
            parent=parent,
        )
        self.setMinimumHeight(11 * self.fontMetrics().height())
        self.show_schedule(None, 0)

    def show_schedule(self, settings: FineTuning | None, steps: int) -> None:
        """Draw `settings`, which have a learning rate, over `steps`; nothing without them."""
        self.remove_lines()
        self.add_line("rate", LineStyle(self.tr("learning rate, as it will be"), 0))
        if settings is None:
            return
        self._draw("rate", settings, 1, steps, steps)
        self.show_until(steps)
        self.redraw()

    def show_extension(self, run: Run, total_steps: int) -> None:
        """Draw what a run has behind it, in the parts that it was made in, and what is to come up to `total_steps`."""
        self.remove_lines()
        self.add_line("made", LineStyle(self.tr("learning rate, as it was"), QUIET, dash=1))
        self.add_line("rate", LineStyle(self.tr("as it will be"), 0))
        begun, planned = 0, _first_plan(run)
        for extension in run.extensions:
            self._draw("made", run.fine_tuning, begun + 1, extension.step, planned)
            begun, planned = extension.step, extension.total_steps
        self._draw("made", run.fine_tuning, begun + 1, run.steps, planned)
        self._draw("rate", run.fine_tuning, run.steps + 1, total_steps, total_steps)
        self.show_until(total_steps)
        self.redraw()

    def _draw(self, line: str, settings: FineTuning, first: int, last: int, total_steps: int) -> None:
        if last >= first:
            at = np.unique(np.linspace(first, last, min(last - first + 1, MOST_POINTS)).astype(int))
            self.extend(line, at, [learning_rate(settings, int(step), total_steps) for step in at])


def _first_plan(run: Run) -> int:
    """How many steps it was to make before it was extended; those it made, where it ended early, are the best guess."""
    return run.extensions[0].step if run.extensions else run.total_steps
