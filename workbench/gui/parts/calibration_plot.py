"""How often somebody is right beside how sure they are, for one or more of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from workbench.gui.plots.legend import LineStyle
from workbench.gui.plots.line_plot import LinePlot
from workbench.values.measurement import CalibrationBin

_HEIGHT = 250
_MARKERS = ("o", "s", "t", "d")


class CalibrationPlot(LinePlot):
    def __init__(self, x_label: str, y_label: str, parent: QWidget | None = None) -> None:
        super().__init__("", x_label, y_label, "", parent)
        self.rename(self.tr("Calibration"))
        self.nothing_yet = self.tr("Nothing has been measured yet.")
        self.setMinimumHeight(_HEIGHT)

    def show_calibrations(self, found: Sequence[tuple[str, Sequence[CalibrationBin]]]) -> None:
        """Of each, by its title; the last one lies above the others and has the first colour."""
        self.remove_lines()
        self.add_line("ideal", LineStyle(self.tr("as often right as sure"), -1, width=1.5, opacity=0.7))
        self.replace("ideal", [0, 100], [0, 100])
        for index, (title, bins) in enumerate(found):
            place = len(found) - 1 - index
            self.add_line(title, LineStyle(title.lower(), place, marker=_MARKERS[place % len(_MARKERS)]))
            self.replace(title, [100 * each.confidence for each in bins], [100 * each.accuracy for each in bins])
        self.show_until(100)
        self.redraw()
