"""One plot of growing lines, drawn once per batch of points and only while it can be seen."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF
from PySide6.QtGui import QColor, QPalette, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workbench.gui.plots.growing_curve import Floats, GrowingCurve
from workbench.gui.plots.legend import MARKER_SIZE, STAR, Legend, LineStyle
from workbench.gui.plots.plot_canvas import PlotCanvas
from workbench.gui.plots.plot_readout import Reading, Readout
from workbench.gui.theme import series_colour

_FEW_POINTS = 2_000  # are drawn as they are
FAR = 1e300  # a limit that is none


class LinePlot(QFrame):
    """Lines over the steps of a run, with a legend and labelled axes.

    Once it was clicked, the wheel looks closer, as do dragging and the keys + and -; a double click or Home shows
    everything again. The values at the pointer are shown; the arrow keys go from place to place.
    """

    def __init__(self, name: str, x_label: str, y_label: str, nothing_yet: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.nothing_yet = nothing_yet
        self._lines: dict[str, tuple[LineStyle, GrowingCurve, pg.PlotDataItem]] = {}
        self._stale = False
        self._log = (False, False)
        self.until: float | None = None  # steps there is room for; None fits what is there
        self._legend = Legend()
        self.canvas = PlotCanvas(self)
        self.canvas.setAccessibleName(name)
        self.canvas.setMinimumHeight(4 * self.fontMetrics().height())
        self.canvas.setLabel("bottom", x_label)
        self.canvas.setLabel("left", y_label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 4)
        layout.addWidget(self._legend)
        layout.addWidget(self.canvas, 1)
        self.readout = Readout(self.canvas.viewport(), x_label)
        self.canvas.pointed.connect(self.read)
        self.canvas.left.connect(self.readout.clear)
        self.canvas.everything_wanted.connect(self.show_everything)
        self._read_at = 0.0
        self.canvas.getPlotItem().vb.sigRangeChanged.connect(self._read_again)
        self._restyle()
        self.clear()

    def name_axes(self, x_label: str, y_label: str) -> None:
        self.canvas.setLabel("bottom", x_label)
        self.canvas.setLabel("left", y_label)
        self.readout.name_axis(x_label)

    def show_logarithmic(self, x: bool, y: bool) -> None:
        """Axes on which equal lengths are equal ratios; points at or below zero have no place there."""
        self._log = (x, y)
        self.canvas.setLogMode(x, y)
        self.canvas.is_logarithmic = x
        self._stale = True
        self.redraw()

    def add_line(self, key: str, style: LineStyle) -> None:
        """A line that points can be given to under `key`; later ones lie above earlier ones."""
        # setSkipFiniteCheck: GrowingCurve keeps finite points only, and looking again costs most of a redraw.
        item = pg.PlotDataItem(antialias=True, skipFiniteCheck=True)
        self.canvas.addItem(item)
        self._lines[key] = (style, GrowingCurve(), item)
        self._restyle()

    def remove_lines(self) -> None:
        for _, _, item in self._lines.values():
            self.canvas.removeItem(item)
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

    def drawn(self, key: str) -> tuple[Floats, Floats]:
        """The points that are in the picture, as they are to be read there: none before it is seen."""
        item = self._lines[key][2]
        nothing = np.empty(0)
        return (nothing, nothing) if item.xData is None else (item.xData, item.yData)

    @property
    def styles(self) -> dict[str, LineStyle]:
        """Of each line, by its key; later ones lie above earlier ones."""
        return {key: style for key, (style, _, _) in self._lines.items()}

    def clear(self) -> None:
        for _, curve, _ in self._lines.values():
            curve.clear()
        self.until = None
        self._stale = True
        self.canvas.getPlotItem().vb.setLimits(xMin=-FAR, xMax=FAR, yMin=-FAR, yMax=FAR)
        self.canvas.setRange(xRange=(0, 100), yRange=(0, 6), padding=0.02)
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
        self.canvas.nothing_yet = self.nothing_yet if self.is_empty else ""
        for _, curve, item in self._lines.values():
            # Of a few that lie close together in the view it would draw none, and so never look at them closer.
            item.setDownsampling(auto=len(curve) > _FEW_POINTS)
            item.setData(*self._drawable(curve))
        if not self.is_empty:
            self._bound()
            self.canvas.enableAutoRange(axis="y")
            self._fit_steps()
        self.canvas.viewport().update()
        self._read_again()

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
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "canvas"):
            self._restyle()

    def show_everything(self) -> None:
        self.canvas.enableAutoRange(axis="y")
        self._fit_steps()

    def readings(self, x: float) -> list[Reading]:
        """The point of each line that is nearest to `x`, for lines that reach so far; without the untitled ones."""
        named = any(style.title for style, _, _ in self._lines.values())
        found = []
        for style, curve, _ in self._lines.values():
            if len(curve) and (style.title or not named):
                nearest = int(np.abs(curve.x - x).argmin())
                at_x, y = float(curve.x[nearest]), float(curve.y[nearest])
                if curve.x[0] <= x <= curve.x[-1] or self.pixel(at_x, y).x() == self.pixel(x, y).x():
                    found.append(Reading(style, self._colour(style), at_x, y, self.pixel(at_x, y)))
        return found

    def read(self, x: float) -> None:
        """Show what the lines say at `x`, or at the measured place that is nearest to it."""
        self._read_at = x
        known = [curve.x for _, curve, _ in self._lines.values() if len(curve)]
        if not known:
            self.readout.clear()
            return
        nearest = min((float(points[np.abs(points - x).argmin()]) for points in known), key=lambda at: abs(at - x))
        place = self.canvas.getPlotItem().vb.sceneBoundingRect()
        corner = QPointF(self.canvas.mapFromScene(place.topLeft()))
        found = [reading for reading in self.readings(nearest) if math.isfinite(reading.at.y())]
        self.readout.show_readings(nearest, found, QRectF(corner, place.size()))
        self.canvas.setAccessibleDescription(self.readout.text)

    def _read_again(self) -> None:
        """The values that are shown stay with their curves when these grow or are looked at closer."""
        if self.readout.isVisible():
            self.read(self._read_at)

    def pixel(self, x: float, y: float) -> QPointF:
        """Where on the plot a point lies; not a number where a logarithm has no place for it."""
        seen = [
            (math.log10(value) if value > 0 else math.nan) if log else value
            for value, log in zip((x, y), self._log, strict=True)
        ]
        if not all(map(math.isfinite, seen)):
            return QPointF(math.nan, math.nan)
        scene = self.canvas.getPlotItem().vb.mapViewToScene(QPointF(*seen))
        pixel: QPointF = self.canvas.viewportTransform().map(QPointF(scene))
        return pixel

    def _drawable(self, curve: GrowingCurve) -> tuple[Floats, Floats]:
        seen = np.ones(len(curve), dtype=bool)
        for points, log in zip((curve.x, curve.y), self._log, strict=True):
            if log:
                seen &= points > 0
        return (curve.x, curve.y) if seen.all() else (curve.x[seen], curve.y[seen])

    def _colour(self, style: LineStyle) -> QColor:
        if style.series < 0:
            return self.palette().color(QPalette.ColorRole.PlaceholderText)
        return series_colour(self.palette(), style.series)

    def _bound(self) -> None:
        """Let nobody get further away from what is drawn than half of its size: there is nothing to be seen there."""
        drawn = self.canvas.getPlotItem().vb.childrenBounds()
        for axis, bounds in zip("xy", drawn, strict=True):
            if bounds is None or not all(map(math.isfinite, bounds)):
                continue
            low, high = min(bounds[0], 0) if axis == "x" and not self._log[0] else bounds[0], bounds[1]
            if axis == "x" and self.until is not None:
                high = max(high, self.until)
            room = (high - low or abs(high) or 1) / 2
            self.canvas.getPlotItem().vb.setLimits(**{f"{axis}Min": low - room, f"{axis}Max": high + room})

    def _fit_steps(self) -> None:
        if self.until is None:
            self.canvas.enableAutoRange(axis="x")
        else:
            self.canvas.setXRange(0, max(self.until, 1), padding=0.02)

    def _restyle(self) -> None:
        palette = self.palette()
        self.canvas.setBackground(palette.color(QPalette.ColorRole.Base))
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        text = palette.color(QPalette.ColorRole.Text)
        for side in ("bottom", "left"):
            axis = self.canvas.getAxis(side)
            axis.enableAutoSIPrefix(False)
            axis.setPen(quiet)
            axis.setTextPen(text)
            axis.setTickFont(self.font())
            axis.label.setFont(self.font())
            axis.label.setDefaultTextColor(text)
        entries = []
        for style, _, item in self._lines.values():
            colour = self._colour(style)
            item.setPen(style.pen(colour))
            item.setSymbol(style.marker or None)
            item.setSymbolSize(2 * MARKER_SIZE if style.marker == STAR else MARKER_SIZE)
            item.setSymbolBrush(colour)
            item.setSymbolPen(None)
            entries.append((style, colour))
        self._legend.show_entries(entries)
