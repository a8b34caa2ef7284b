"""What the lines of a plot say at one place: a thin line there, a dot on each curve, and a box with their values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from workbench.gui.plots.legend import LineStyle
from workbench.gui.words import quantities

MOST_ROWS = 26
DOT = 3.5  # radius


@dataclass(frozen=True)
class Reading:
    """The point of one line that is nearest to the place; `at` is where it is drawn."""

    style: LineStyle
    colour: QColor
    x: float
    y: float
    at: QPointF


class Readout(QWidget):
    """Lies over a plot, lets the mouse through, and is empty until it is told what to show."""

    def __init__(self, parent: QWidget, x_label: str) -> None:
        super().__init__(parent)
        self._over = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._x_label = x_label
        self._readings: tuple[Reading, ...] = ()
        self._x = 0.0
        self._place = QRectF()
        self.hide()

    @property
    def text(self) -> str:
        """The box in words, a line for each value."""
        return "\n".join((self._heading(), *(" ".join(row) for row in self._rows()))) if self._readings else ""

    def name_axis(self, x_label: str) -> None:
        self._x_label = x_label

    def show_readings(self, x: float, readings: Sequence[Reading], place: QRectF) -> None:
        """At `x`; `place` is the part of the plot that lines are drawn in."""
        self._x, self._readings, self._place = x, tuple(readings), place
        self.resize(self._over.size())
        self.setVisible(bool(readings))
        self.raise_()
        self.update()

    def clear(self) -> None:
        self._readings = ()
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._readings:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        quiet = self.palette().color(QPalette.ColorRole.PlaceholderText)
        base = self.palette().color(QPalette.ColorRole.Base)
        middle = self._readings[0].at.x()
        painter.setPen(quiet)
        painter.drawLine(QPointF(middle, self._place.top()), QPointF(middle, self._place.bottom()))
        for reading in self._readings:
            if self._place.adjusted(-1, -1, 1, 1).contains(reading.at):
                painter.setPen(base)
                painter.setBrush(reading.colour)
                painter.drawEllipse(reading.at, DOT, DOT)
        self._paint_box(painter, middle)
        painter.end()

    def _paint_box(self, painter: QPainter, middle: float) -> None:
        metrics = self.fontMetrics()
        line, gap, swatch = metrics.height() + 1, metrics.averageCharWidth(), 3 * metrics.averageCharWidth()
        rows = self._rows()[: max(1, min(MOST_ROWS, int((self._place.height() - 24) / line) - 1))]
        most = max(0.45 * self._place.width(), 16 * gap)
        values = max(metrics.horizontalAdvance(value) for _, value in rows)
        names = min(max(metrics.horizontalAdvance(name) for name, _ in rows), most - values - swatch - 4 * gap)
        width = max(swatch + names + values + 4 * gap, metrics.horizontalAdvance(self._heading()) + 2 * gap)
        height = line * (len(rows) + 1) + gap
        left = middle + 2 * gap
        if left + width > self._place.right():  # on the other side, where there is room
            left = max(self._place.left(), middle - 2 * gap - width)
        box = QRectF(left, self._place.top() + 4, width, height)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(box, 5, 5)
        row = QRectF(box.left() + gap, box.top() + gap / 2, width - 2 * gap, line)
        text = self.palette().color(QPalette.ColorRole.Text)
        vertical = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(row, vertical | Qt.AlignmentFlag.AlignLeft, self._heading())
        for (name, value), reading in zip(rows, self._readings, strict=False):
            row.translate(0, line)
            painter.setPen(reading.style.pen(reading.colour, self.palette(), self.devicePixelRatioF()))
            painter.drawLine(QPointF(row.left(), row.center().y()), QPointF(row.left() + swatch, row.center().y()))
            painter.setPen(text)
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, int(names) + 1)
            painter.drawText(row.adjusted(swatch + gap, 0, 0, 0), vertical | Qt.AlignmentFlag.AlignLeft, shown)
            painter.drawText(row, vertical | Qt.AlignmentFlag.AlignRight, value)

    def _heading(self) -> str:
        return f"{self._x_label} {quantities.number(self._x)}"

    def _rows(self) -> list[tuple[str, str]]:
        return [(reading.style.title, quantities.plain(reading.y, 4)) for reading in self._readings]
