"""pyqtgraph's plot as this program uses it: keys and pointer, and words while there is nothing to draw."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette

from workbench.gui.words import quantities

if TYPE_CHECKING:
    from workbench.gui.plots.line_plot import LinePlot


class PlotCanvas(pg.PlotWidget):  # type: ignore[misc]
    """pyqtgraph's plot, set up for long curves, saying so while it has nothing to show."""

    def __init__(self, owner: LinePlot) -> None:
        super().__init__(owner, axisItems={side: _Axis(side) for side in ("bottom", "left")})
        self._owner = owner
        # With 200,000 points: 160 ms a redraw plain, 20 ms like this.
        self.setDownsampling(auto=True, mode="peak")
        self.setClipToView(True)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.showGrid(x=True, y=True, alpha=0.12)
        self.setFrameShape(pg.PlotWidget.Shape.NoFrame)
        self._at: float | None = None  # where the values are shown, in the view's numbers

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        view = self.getPlotItem().vb
        scene = self.mapToScene(event.position().toPoint())
        if not event.buttons() and view.sceneBoundingRect().contains(scene):
            self._read(view.mapSceneToView(scene).x())
        else:
            self._owner.readout.clear()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._owner.readout.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        view = self.getPlotItem().vb
        (left, right), _ = view.viewRange()
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                sign = 1 if event.key() == Qt.Key.Key_Right else -1
                at = (left + right) / 2 if self._at is None else self._at + sign * (right - left) / 50
                self._read(min(max(at, left), right))
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                view.scaleBy((0.8, 0.8))
            case Qt.Key.Key_Minus:
                view.scaleBy((1.25, 1.25))
            case Qt.Key.Key_Home:
                self._owner.show_everything()
            case Qt.Key.Key_Escape if self._owner.readout.isVisible():
                self._owner.readout.clear()
            case _:
                super().keyPressEvent(event)

    def _read(self, at: float) -> None:
        self._at = at
        self._owner.read(10**at if self._owner.is_logarithmic else at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._owner.show_everything()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._owner.is_empty:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(self._owner.palette().color(QPalette.ColorRole.PlaceholderText)))
            space = self.viewport().rect().adjusted(60, 8, -8, -40)
            painter.drawText(space, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._owner.nothing_yet)
            painter.end()


class _Axis(pg.AxisItem):  # type: ignore[misc]
    """Numbers as they are, and on a logarithmic axis only as many as there is room for."""

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
