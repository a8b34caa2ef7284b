"""One plot of growing lines, drawn once per batch of points and only while it can be seen."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workbench.gui.growing_curve import Floats, GrowingCurve
from workbench.gui.legend import MARKER_SIZE, Legend, LineStyle
from workbench.gui.theme import series_colour


class LinePlot(QFrame):
    """Lines over the steps of a run, with a legend and labelled axes.

    Wheel and drag look closer; a double click shows everything again.
    """

    def __init__(self, name: str, x_label: str, y_label: str, nothing_yet: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._nothing_yet = nothing_yet
        self._lines: dict[str, tuple[LineStyle, GrowingCurve, pg.PlotDataItem]] = {}
        self._stale = False
        self.until: float | None = None  # steps there is room for; None fits what is there
        self._legend = Legend()
        self._plot = _Plot(self)
        self._plot.setAccessibleName(name)
        self._plot.setLabel("bottom", x_label)
        self._plot.setLabel("left", y_label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 4)
        layout.addWidget(self._legend)
        layout.addWidget(self._plot, 1)
        self._restyle()
        self.clear()

    def add_line(self, key: str, style: LineStyle) -> None:
        """A line that points can be given to under `key`; later ones lie above earlier ones."""
        # setSkipFiniteCheck: GrowingCurve keeps finite points only, and looking again costs most of a redraw.
        item = pg.PlotDataItem(antialias=True, skipFiniteCheck=True)
        self._plot.addItem(item)
        self._lines[key] = (style, GrowingCurve(), item)
        self._restyle()

    def remove_lines(self) -> None:
        for _, _, item in self._lines.values():
            self._plot.removeItem(item)
        self._lines.clear()
        self.clear()
        self._restyle()

    def extend(self, key: str, x: Sequence[float] | Floats, y: Sequence[float] | Floats) -> None:
        """Append points; they are seen at the next `redraw`."""
        self._lines[key][1].extend(x, y)
        self._stale = True

    def replace(self, key: str, x: Sequence[float] | Floats, y: Sequence[float] | Floats) -> None:
        self._lines[key][1].clear()
        self.extend(key, x, y)

    def points(self, key: str) -> tuple[Floats, Floats]:
        return self._lines[key][1].x, self._lines[key][1].y

    def clear(self) -> None:
        for _, curve, _ in self._lines.values():
            curve.clear()
        self.until = None
        self._stale = True
        self._plot.setRange(xRange=(0, 100), yRange=(0, 6), padding=0.02)
        self.redraw()

    def show_until(self, step: float) -> None:
        """Keep room for steps up to `step`, so that a running curve grows to the right."""
        if step != self.until:
            self.until = step
            self._fit_steps()

    def redraw(self) -> None:
        """Draw what came since the last time, or wait with it until the plot is seen."""
        if not self._stale or not self.isVisible():
            return
        self._stale = False
        for _, curve, item in self._lines.values():
            item.setData(curve.x, curve.y)
        if not self.is_empty:
            self._plot.enableAutoRange(axis="y")
            self._fit_steps()
        self._plot.viewport().update()

    @property
    def legend_text(self) -> str:
        return self._legend.accessibleName()

    @property
    def is_empty(self) -> bool:
        return not any(len(curve) for _, curve, _ in self._lines.values())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.redraw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "_plot"):
            self._restyle()

    def show_everything(self) -> None:
        self._plot.enableAutoRange(axis="y")
        self._fit_steps()

    def _fit_steps(self) -> None:
        if self.until is None:
            self._plot.enableAutoRange(axis="x")
        else:
            self._plot.setXRange(0, max(self.until, 1), padding=0.02)

    def _restyle(self) -> None:
        palette = self.palette()
        self._plot.setBackground(palette.color(QPalette.ColorRole.Base))
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        text = palette.color(QPalette.ColorRole.Text)
        for side in ("bottom", "left"):
            axis = self._plot.getAxis(side)
            axis.enableAutoSIPrefix(False)
            axis.setPen(quiet)
            axis.setTextPen(text)
            axis.setTickFont(self.font())
            axis.label.setFont(self.font())
            axis.label.setDefaultTextColor(text)
        entries = []
        for style, _, item in self._lines.values():
            colour = quiet if style.series < 0 else series_colour(palette, style.series)
            item.setPen(style.pen(colour))
            item.setSymbol(style.marker or None)
            item.setSymbolSize(MARKER_SIZE)
            item.setSymbolBrush(colour)
            item.setSymbolPen(None)
            entries.append((style, colour))
        self._legend.show_entries(entries)


class _Plot(pg.PlotWidget):  # type: ignore[misc]
    """pyqtgraph's plot, set up for long curves, saying so while it has nothing to show."""

    def __init__(self, owner: LinePlot) -> None:
        super().__init__(owner)
        self._owner = owner
        # With 200,000 points: 160 ms a redraw plain, 20 ms like this.
        self.setDownsampling(auto=True, mode="peak")
        self.setClipToView(True)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.showGrid(x=True, y=True, alpha=0.12)
        self.setFrameShape(pg.PlotWidget.Shape.NoFrame)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._owner.show_everything()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._owner.is_empty:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(self._owner.palette().color(QPalette.ColorRole.PlaceholderText)))
            space = self.viewport().rect().adjusted(60, 8, -8, -40)
            painter.drawText(space, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._owner._nothing_yet)
            painter.end()
