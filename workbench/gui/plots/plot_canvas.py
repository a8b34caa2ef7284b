"""pyqtgraph's plot as this program uses it: keys and pointer, and words while there is nothing to draw."""

from __future__ import annotations

import math
from html import escape
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from workbench.gui.theme import mixed
from workbench.gui.words import quantities

SIDES = ("bottom", "left")


class PlotCanvas(pg.PlotWidget):  # type: ignore[misc]
    """pyqtgraph's plot, set up for long curves; it says where it is pointed at.

    `nothing_yet` is written in place of curves.
    """

    pointed = Signal(float)  # the place on the horizontal axis whose values are asked for
    asked_by_key = Signal()  # after that: to be read aloud
    left = Signal()  # nobody asks any more
    everything_wanted = Signal()  # instead of what was looked at closer

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, axisItems={side: Axis(side) for side in SIDES})
        # With 200,000 points: 160 ms a redraw plain, 20 ms like this.
        self.setDownsampling(auto=True, mode="peak")
        self.setClipToView(True)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.showGrid(x=True, y=True, alpha=0.12)
        for side in SIDES:
            self.getAxis(side).setZValue(-200)  # its grid lies below the curves, whose view has -100
        self.setFrameShape(pg.PlotWidget.Shape.NoFrame)
        self.nothing_yet = ""  # the words while there are no curves
        self.is_logarithmic = False  # the horizontal axis
        self._at: float | None = None  # where the values were asked for last, in the view's numbers
        self._is_asked = False

    def dress(self, palette: QPalette, font: QFont) -> None:
        """In colours and letters of the window."""
        self.setBackground(palette.color(QPalette.ColorRole.Base))
        text = palette.color(QPalette.ColorRole.Text)
        for side in SIDES:
            axis = self.getAxis(side)
            axis.enableAutoSIPrefix(False)
            axis.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            axis.setTextPen(text)
            axis.ground = palette.color(QPalette.ColorRole.Base)
            axis.setTickFont(font)
            axis.label.setFont(font)
            axis.label.setDefaultTextColor(text)
            axis.place_label()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        view = self.getPlotItem().vb
        scene = self.mapToScene(event.position().toPoint())
        if not event.buttons() and view.sceneBoundingRect().contains(scene):
            self._ask(view.mapSceneToView(scene).x())
        else:
            self._leave()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        view = self.getPlotItem().vb
        (left, right), _ = view.viewRange()
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                sign = 1 if event.key() == Qt.Key.Key_Right else -1
                at = (left + right) / 2 if self._at is None else self._at + sign * (right - left) / 50
                self._ask(min(max(at, left), right))
                self.asked_by_key.emit()
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                view.scaleBy((0.8, 0.8))
            case Qt.Key.Key_Minus:
                view.scaleBy((1.25, 1.25))
            case Qt.Key.Key_Home:
                self.everything_wanted.emit()
            case Qt.Key.Key_Escape if self._is_asked:
                self._leave()
            case Qt.Key.Key_T:
                event.ignore()  # the plot's, which shows its table
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Look closer only where somebody has clicked into it: else the page is scrolled."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.everything_wanted.emit()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.nothing_yet:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(self.palette().color(QPalette.ColorRole.PlaceholderText)))
            space = self.viewport().rect().adjusted(60, 8, -8, -40)
            painter.drawText(space, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.nothing_yet)
            painter.end()

    def _ask(self, at: float) -> None:
        self._at, self._is_asked = at, True
        self.pointed.emit(10**at if self.is_logarithmic else at)

    def _leave(self) -> None:
        self._is_asked = False
        self.left.emit()


class Axis(pg.AxisItem):  # type: ignore[misc]
    """Numbers as people write them, and on a logarithmic axis only as many as there is room for."""

    is_whole = False  # there is nothing between two whole numbers, such as steps
    _decimals = 0  # that each number has at least
    ground = QColor()  # what it is drawn on

    def generateDrawSpecs(self, painter: QPainter) -> Any:
        """Each level of numbers would have the decimals that it needs alone: 4, 4.5, 5."""
        self._decimals = 0
        specs = super().generateDrawSpecs(painter)
        if specs is None:
            return None
        point = QLocale().decimalPoint()
        found = {len(text.partition(point)[2]) for *_, text in specs[2]}
        if len(found) > 1 and not self.logMode:
            self._decimals = max(found)
            specs = super().generateDrawSpecs(painter)
        (pen, *ends), ticks, numbers = specs
        return (self._opaque(pen), *ends), [(self._opaque(pen), *ends) for pen, *ends in ticks], numbers

    def _opaque(self, pen: QPen) -> QPen:
        """As it looks on the ground: Qt draws lines that can be seen through thirty times as slowly, a pixel at a time
        and with all processors."""
        opaque, colour = QPen(pen), pen.color()
        opaque.setColor(mixed(self.ground, QColor(colour.rgb()), colour.alphaF()))
        return opaque

    def labelString(self) -> str:
        """As much of what it measures as there is room for beside it: pyqtgraph cuts the first and last letters."""
        room = self.size().height() if self.orientation in ("left", "right") else self.size().width()
        words = QFontMetricsF(self.label.font()).elidedText(self.labelText, Qt.TextElideMode.ElideRight, room)
        return escape(words if room > 0 else self.labelText)

    def setLabel(self, *text: Any, **said: Any) -> None:
        super().setLabel(*text, **said)
        self.place_label()

    def place_label(self) -> None:
        """Into the middle, in its present words and letters: pyqtgraph leaves others where they began."""
        if self.label is not None:  # as it is once the axis is closed
            self.label.setHtml(self.labelString())
        super().resizeEvent()

    def resizeEvent(self, event: Any = None) -> None:
        self.place_label()

    def tickSpacing(self, lowest: float, highest: float, size: float) -> list[tuple[float, float]]:
        found: list[tuple[float, float]] = super().tickSpacing(lowest, highest, size)
        return [level for level in found if level[0] >= 1] or [(1.0, 0.0)] if self.is_whole else found

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        if self.logMode:
            return self.logTickStrings(values, scale, spacing)
        decimals = max(self._decimals, math.ceil(-math.log10(spacing * scale) - 1e-9))
        return [QLocale().toString(float(value * scale), "f", decimals) for value in values]

    def updateAutoSIPrefix(self) -> None:
        """pyqtgraph scales what an axis says even where that is switched off, wildly so before a logarithm's range."""
        self.autoSIPrefixScale = 1.0
        self.labelUnitPrefix = ""
        self._updateLabel()

    def logTickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        decades = self.range[1] - self.range[0]
        told = (1,) if decades > 3 else (1, 2, 5) if decades > 1 else (1, 2, 3, 4, 5, 7)
        return [
            quantities.number(10**value) if round(10 ** (value - math.floor(value + 1e-9))) in told else ""
            for value in values
        ]
