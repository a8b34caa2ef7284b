"""The learning rate over the steps that a run will make, drawn before it starts."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QWidget

from workbench.fine_tuning import FineTuning
from workbench.gui.legend import LineStyle
from workbench.gui.line_plot import LinePlot
from workbench.training.schedule import learning_rate

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
        self.add_line("rate", LineStyle(self.tr("learning rate, as it will be"), 0))

    def show_schedule(self, settings: FineTuning | None, steps: int) -> None:
        """Draw `settings`, which have a learning rate, over `steps`; nothing without them."""
        if settings is None:
            self.clear()
            return
        at = np.unique(np.linspace(1, steps, min(steps, MOST_POINTS)).astype(int))
        self.replace("rate", at, [learning_rate(settings, int(step), steps) for step in at])
        self.show_until(steps)
        self.redraw()
