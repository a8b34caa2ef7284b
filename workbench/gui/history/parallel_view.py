"""Settings against results: an upright axis for each, and every run a line across all of them."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from workbench.experiments.comparing import comparable
from workbench.gui.history.parallel_axes import Axis, axes_of
from workbench.gui.theme import series_colour
from workbench.gui.words import quantities
from workbench.values.run import Run

NEAR = 10  # pixels from a line or an axis that count as on it
AT_END = 0.01  # of an axis: a range that a hand drew up to a value holds it
NO_VALUE = -0.07  # the height of what has no value


class ParallelView(QWidget):
    """The pointer, or the keys up and down, bring out one run; dragging along an axis keeps what passes there."""

    run_hovered = Signal(object)  # Run, or None
    run_chosen = Signal(Run)
    ranges_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Settings against results"))
        self._runs: tuple[Run, ...] = ()
        self._ranking = comparable(())
        self.axes: tuple[Axis, ...] = ()
        self.ranges: dict[int, tuple[float, float]] = {}  # axis -> heights between which runs are kept
        self.hovered: int | None = None
        self._dragged: int | None = None
        self._from = 0.0
        self._lines: list[list[QPointF]] = []  # of each run, a point on each axis
        self._drawn: QPixmap | None = None

    def show_runs(self, runs: Sequence[Run]) -> None:
        self._runs, self.axes = tuple(runs), axes_of(runs)
        self._ranking = comparable(runs)
        self.ranges = {}
        self._hover(None)
        self._redraw()
        self.ranges_changed.emit()

    def kept(self) -> list[Run]:
        """The runs that pass through all chosen ranges."""
        return [run for number, run in enumerate(self._runs) if self._passes(number)]

    def choose_range(self, axis: int, heights: tuple[float, float] | None) -> None:
        if heights is None:
            self.ranges.pop(axis, None)
        else:
            self.ranges[axis] = (min(heights), max(heights))
        self._redraw()
        self.ranges_changed.emit()

    def clear_ranges(self) -> None:
        self.ranges = {}
        self._redraw()
        self.ranges_changed.emit()

    def point(self, axis: int, height: float | None) -> QPointF:
        """Where a height of an axis lies on the widget."""
        place = self._place()
        x = place.left() + (place.width() * axis / (len(self.axes) - 1) if len(self.axes) > 1 else place.width() / 2)
        return QPointF(x, place.bottom() - (NO_VALUE if height is None else height) * place.height())

    def words(self, number: int) -> str:
        """A run and its values, for whoever cannot see the lines."""
        values = (f"{axis.title} {axis.values[number]}" for axis in self.axes)
        return quantities.named(self._runs[number].name, quantities.listing(values))

    def best(self, among: Collection[int]) -> int | None:
        """The one that is drawn in green; None where these runs are not ranked."""
        return None if self._ranking.measure is None else min(among, key=self._rank, default=None)

    def _rank(self, number: int) -> float:
        return self._ranking.value(self._runs[number])

    def sizeHint(self) -> QSize:
        return QSize(60 * self.fontMetrics().averageCharWidth(), 14 * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(20 * self.fontMetrics().averageCharWidth(), 8 * self.fontMetrics().height())

    # Qt's own events

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawn is None:
            self._drawn = self._draw()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hovered is not None:
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Base), 6))
            painter.drawPolyline(self._lines[self.hovered])
            painter.setPen(QPen(series_colour(self.palette(), 1), 3))
            painter.drawPolyline(self._lines[self.hovered])
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._redraw()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        axis = self._axis_at(event.position())
        if axis is not None and event.button() == Qt.MouseButton.LeftButton:
            self._dragged, self._from = axis, self._height_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            self.choose_range(self._dragged, (self._from, self._height_at(event.position())))
            return
        on_axis = self._axis_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.SplitVCursor if on_axis else Qt.CursorShape.ArrowCursor)
        self._hover(self._nearest(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged, self._dragged = self._dragged, None
        if dragged is not None:
            if abs(self._from - self._height_at(event.position())) < 0.01:  # a click takes the range away
                self.choose_range(dragged, None)
        elif event.button() == Qt.MouseButton.LeftButton and self.hovered is not None:
            self.run_chosen.emit(self._runs[self.hovered])

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hover(None)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by_loss = sorted((n for n in range(len(self._runs)) if self._passes(n)), key=self._rank)
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down if by_loss:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                place = by_loss.index(self.hovered) + step if self.hovered in by_loss else 0
                self._hover(by_loss[min(max(place, 0), len(by_loss) - 1)])
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.hovered is not None:
                self.run_chosen.emit(self._runs[self.hovered])
            case Qt.Key.Key_Escape if self.ranges:
                self.clear_ranges()
            case _:
                super().keyPressEvent(event)

    # Private

    def _place(self) -> QRectF:
        """The part that the axes stand in; titles above, and what has no value below."""
        metrics = self.fontMetrics()
        sides = [
            12 + max((metrics.horizontalAdvance(text) for _, text in axis.ticks), default=0)
            for axis in (self.axes[:1] + self.axes[-1:])
        ] or [0, 0]
        left, right = (min(max(side, 40), self.width() // 5) for side in (sides[0], sides[-1]))
        return QRectF(self.rect()).adjusted(left, 2.2 * metrics.height(), -right, -2.0 * metrics.height())

    def _passes(self, number: int) -> bool:
        for axis, (low, high) in self.ranges.items():
            height = self.axes[axis].heights[number]
            if height is None or not low - AT_END <= height <= high + AT_END:
                return False
        return True

    def _axis_at(self, at: QPointF) -> int | None:
        found = min(range(len(self.axes)), key=lambda n: abs(self.point(n, 0).x() - at.x()), default=None)
        return found if found is not None and abs(self.point(found, 0).x() - at.x()) <= NEAR else None

    def _height_at(self, at: QPointF) -> float:
        place = self._place()
        return min(max((place.bottom() - at.y()) / place.height(), 0.0), 1.0)

    def _nearest(self, at: QPointF) -> int | None:
        """The run whose line passes nearest to a point, if it is near at all."""
        if len(self.axes) < 2:
            return None
        left = next((n for n in range(len(self.axes) - 1) if self.point(n + 1, 0).x() >= at.x()), len(self.axes) - 2)
        start, end = self.point(left, 0).x(), self.point(left + 1, 0).x()
        share = min(max((at.x() - start) / (end - start), 0.0), 1.0)

        def distance(number: int) -> float:
            line = self._lines[number]
            return abs(line[left].y() + share * (line[left + 1].y() - line[left].y()) - at.y())

        found = min((n for n in range(len(self._lines)) if self._passes(n)), key=distance, default=None)
        return found if found is not None and distance(found) <= NEAR else None

    def _hover(self, number: int | None) -> None:
        if number != self.hovered:
            self.hovered = number
            self.setAccessibleDescription("" if number is None else self.words(number))
            self.run_hovered.emit(None if number is None else self._runs[number])
            self.update()

    def _redraw(self) -> None:
        self._drawn = None
        self._lines = [
            [self.point(axis, each.heights[number]) for axis, each in enumerate(self.axes)]
            for number in range(len(self._runs))
        ]
        self.update()

    def _draw(self) -> QPixmap:
        """Everything but the run under the pointer, which changes too often for a thousand lines."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        passing = {number for number in range(len(self._runs)) if self._passes(number)}
        faint = QColor(self.palette().color(QPalette.ColorRole.PlaceholderText))
        faint.setAlphaF(0.15)
        strong = series_colour(self.palette(), 0)
        strong.setAlphaF(min(1.0, max(0.25, 6 / math.sqrt(len(passing) + 1))))
        # The best lie on top, thicker, so that they are seen among many.
        for number in sorted(range(len(self._runs)), key=lambda n: (n in passing, -self._rank(n))):
            painter.setPen(QPen(strong, 1.5) if number in passing else QPen(faint, 1))
            painter.drawPolyline(self._lines[number])
        winner = self.best(passing)
        if winner is not None and len(passing) > 1:
            painter.setPen(QPen(series_colour(self.palette(), 2), 3))
            painter.drawPolyline(self._lines[winner])
        for number, axis in enumerate(self.axes):
            self._draw_axis(painter, number, axis)
        painter.end()
        return pixmap

    def _draw_axis(self, painter: QPainter, number: int, axis: Axis) -> None:
        metrics = self.fontMetrics()
        low, high = self.point(number, 0), self.point(number, 1)
        if number in self.ranges:
            bottom, top = (self.point(number, height) for height in self.ranges[number])
            painter.fillRect(
                QRectF(top.x() - 5, top.y(), 10, max(bottom.y() - top.y(), 2)), series_colour(self.palette(), 1)
            )  # fmt: skip
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), 1))
        painter.drawLine(low, high)
        last = number == len(self.axes) - 1
        room = self.point(1, 0).x() - self.point(0, 0).x() if len(self.axes) > 1 else float(self.width())
        place = self._place()
        side = self.width() - place.right() if last else place.left()
        width = room if 0 < number < len(self.axes) - 1 else min(side, room / 2) + room / 2
        title = metrics.elidedText(axis.title, Qt.TextElideMode.ElideRight, int(width) - 4)
        left = {0: 2.0, len(self.axes) - 1: self.width() - width - 2}.get(number, high.x() - width / 2)
        flags = Qt.AlignmentFlag.AlignHCenter
        if number == 0:
            flags = Qt.AlignmentFlag.AlignLeft
        elif last:
            flags = Qt.AlignmentFlag.AlignRight
        painter.drawText(QRectF(left, 2, width, metrics.height() + 4), flags | Qt.AlignmentFlag.AlignVCenter, title)
        for height, text in axis.ticks:
            at = self.point(number, height)
            painter.drawLine(at, at + QPointF(4 if not last else -4, 0))
            # A number without its middle would be another number.
            elided = Qt.TextElideMode.ElideRight if text[:1].isdigit() else Qt.TextElideMode.ElideMiddle
            words = metrics.elidedText(text, elided, int(side if number in (0, len(self.axes) - 1) else room / 2) - 10)
            self._draw_tick(painter, words, at, last)

    def _draw_tick(self, painter: QPainter, words: str, at: QPointF, last: bool) -> None:
        """Beside the axis, on a ground that keeps it legible over the lines."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(words) + 4
        box = QRectF(at.x() + 6 if last else at.x() - 6 - width, at.y() - metrics.height() / 2, width, metrics.height())
        ground = QColor(self.palette().color(QPalette.ColorRole.Base))
        ground.setAlphaF(0.8)
        painter.fillRect(box, ground)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
