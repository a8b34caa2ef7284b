"""Finding a learning rate: the loss over the rates that were tried, and a line that a person can drag."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.gui.plain import Label
from workbench.gui.plots.plot_canvas import SIDES, Axis
from workbench.gui.plots.plot_table import Column, PlotTable, TableButton, in_words
from workbench.gui.theme import series_colour
from workbench.gui.words import quantities
from workbench.training.rate_finder import TriedRate


class RateFinder(QFrame):
    """Says what a person wants; the page lets the rates be tried and takes the chosen one."""

    find_requested = Signal()
    stop_requested = Signal()
    rate_chosen = Signal(float)
    grew = Signal()  # to be brought into sight

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._tried: list[TriedRate] = []
        words = Label(
            self.tr(
                "Not sure about the learning rate? A short ramp on a copy of the model shows where the loss falls and"
                " where it breaks out. Your model is not touched."
            )
        )
        words.setWordWrap(True)
        words.setProperty("quiet", True)
        self.find_button = QPushButton(self.tr("Find a learning rate"))
        self.find_button.clicked.connect(self.find_requested)
        self.stop_button = QPushButton(self.tr("Stop"))
        self.stop_button.clicked.connect(self.stop_requested)
        self.use_button = QPushButton()
        self.use_button.setProperty("primary", True)
        self.use_button.clicked.connect(lambda: self.rate_chosen.emit(self.rate))
        top = QHBoxLayout()
        top.addWidget(words, 1)
        for button in (self.find_button, self.stop_button):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        below = QHBoxLayout()
        self._hint = Label(self.tr("Drag the line, or move it with the arrow keys."))
        self._hint.setProperty("quiet", True)
        below.addWidget(self._hint, 1)
        self.as_table = TableButton(self.tr("Loss over learning rate"))
        self.as_table.toggled.connect(self._show_table)
        below.addWidget(self.as_table)
        below.addWidget(self.use_button)
        self._inside = QVBoxLayout(self)
        self._inside.addLayout(top)
        self._inside.addLayout(below)  # above the plot, which ends below what is in sight
        self.clear()

    @cached_property
    def plot(self) -> _LogPlot:
        """Made when rates are tried."""
        plot = _LogPlot()
        plot.setAccessibleName(self.tr("Loss over learning rate"))
        for side, label in zip(SIDES, self._axes(), strict=True):
            plot.setLabel(side, label)
        plot.line.sigPositionChanged.connect(self._show_rate)
        self._inside.addWidget(plot)
        return plot

    @cached_property
    def table(self) -> PlotTable:
        """Made when it is first wanted."""
        table = PlotTable(self.as_table.accessibleName())
        table.setFixedHeight(self.plot.height())
        self._inside.addWidget(table)
        return table

    @property
    def rate(self) -> float:
        """What the line stands at, with two digits."""
        return float(f"{10 ** self.plot.line.value():.2g}")

    @property
    def tried(self) -> tuple[TriedRate, ...]:
        return tuple(self._tried)

    def clear(self) -> None:
        self._tried = []
        if "plot" in self.__dict__:
            self.plot.show_tried([])
            self.plot.hide()
        self.as_table.setChecked(False)
        for widget in (self._hint, self.as_table, self.use_button, self.stop_button):
            widget.hide()
        self.find_button.show()

    def begin(self) -> None:
        self.clear()
        self.plot.show()
        self.grew.emit()
        self.stop_button.show()
        self.find_button.hide()

    def take(self, tried: Sequence[TriedRate]) -> None:
        self._tried.extend(tried)
        self.plot.show_tried(self._tried)

    def end(self, suggestion: float | None) -> None:
        """`suggestion` is None where the ramp was stopped or failed."""
        self.stop_button.hide()
        self.find_button.show()
        if suggestion is None:
            self.clear()
            return
        self.move_to(suggestion)
        self.plot.line.show()
        self.plot.setAccessibleDescription(in_words(*self._axes(), [self._column()]))
        for widget in (self._hint, self.as_table, self.use_button):
            widget.show()
        self.grew.emit()

    def move_to(self, rate: float) -> None:
        self.plot.line.setValue(math.log10(rate))
        self._show_rate()

    def _axes(self) -> tuple[str, str]:
        return self.tr("learning rate"), self.tr("loss (nats/token)")

    def _column(self) -> Column:
        rates, losses = np.array([(each.learning_rate, each.loss) for each in self._tried]).reshape(-1, 2).T
        return Column("", rates, losses)

    def _show_table(self, shown: bool) -> None:
        """In the place of the curve."""
        if shown:
            self.table.show_columns(*self._axes(), [self._column()])
        if "table" in self.__dict__:
            self.table.setVisible(shown)
        self.plot.setVisible(not shown and bool(self._tried))

    def _show_rate(self) -> None:
        self.use_button.setText(self.tr("Use {rate}").format(rate=quantities.decimal(self.rate, 2)))


class _LogPlot(pg.PlotWidget):  # type: ignore[misc]
    """Loss over the logarithm of the rate, with the line that chooses one."""

    def __init__(self) -> None:
        super().__init__(axisItems={side: Axis(side) for side in ("bottom", "left")})
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setMouseEnabled(x=False, y=False)
        self.setFrameShape(pg.PlotWidget.Shape.NoFrame)
        self.setFixedHeight(12 * self.fontMetrics().height())
        self.setLogMode(x=True, y=False)
        self.showGrid(x=True, y=True, alpha=0.12)
        self._curve = self.plot([], [])
        self.line = pg.InfiniteLine(angle=90, movable=True)
        self.addItem(self.line)

    def show_tried(self, tried: Sequence[TriedRate]) -> None:
        palette = self.palette()
        self.setBackground(palette.color(QPalette.ColorRole.Base))
        for side in ("bottom", "left"):
            axis = self.getAxis(side)
            axis.enableAutoSIPrefix(False)
            axis.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            axis.setTextPen(palette.color(QPalette.ColorRole.Text))
        scale = self.devicePixelRatioF()  # these pens count the screen's own pixels
        self._curve.setPen(pg.mkPen(series_colour(palette, 0), width=2 * scale))
        self.line.setPen(pg.mkPen(series_colour(palette, 1), width=2 * scale))
        self.line.setHoverPen(pg.mkPen(series_colour(palette, 1), width=4 * scale))
        self._curve.setData([each.learning_rate for each in tried], [each.loss for each in tried])
        self.line.hide()

    def keyPressEvent(self, event: object) -> None:
        moves = {Qt.Key.Key_Left: -0.05, Qt.Key.Key_Right: 0.05}
        move = moves.get(event.key())  # type: ignore[attr-defined]
        if move is None:
            super().keyPressEvent(event)
        else:
            self.line.setValue(self.line.value() + move)
