"""One plot of growing lines, drawn once per batch of points and only while it can be seen."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workbench.gui.announcing import announce
from workbench.gui.plots.growing_curve import Floats, GrowingCurve
from workbench.gui.plots.legend import MARKER_SIZE, STAR, Legend, LineStyle
from workbench.gui.plots.plot_canvas import SIDES, PlotCanvas
from workbench.gui.plots.plot_readout import Reading, Readout
from workbench.gui.plots.plot_table import Column, PlotTable, TableButton, in_words
from workbench.gui.theme import series_colour

_FEW_POINTS = 2_000  # are drawn as they are
FAINT = 0.5  # opacity
FAR = 1e300  # a limit that is none


class LinePlot(QFrame):
    """Lines over the steps of a run, with a legend and labelled axes.

    Once it was clicked, the wheel looks closer, as do dragging and the keys + and -; a double click or Home shows
    everything again. The values at the pointer are shown; the arrow keys go from place to place. Its numbers are also
    a table, with a sentence about what its lines do (T).
    """

    def __init__(self, name: str, x_label: str, y_label: str, nothing_yet: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.nothing_yet = nothing_yet
        self._labels = (x_label, y_label)
        self._lines: dict[str, tuple[LineStyle, GrowingCurve]] = {}
        self._items: dict[str, pg.PlotDataItem] = {}  # of the lines that are in the picture
        self._stale = True
        self._is_dressed = False  # in the window's colours
        self._log = (False, False)
        self.until: float | None = None  # steps there is room for; None fits what is there
        self._read_at = 0.0
        self._legend = Legend()
        self.as_table = TableButton()
        self.as_table.toggled.connect(self._show_table)
        head = QHBoxLayout()
        head.addWidget(self._legend, 1)
        head.addWidget(self.as_table, 0, Qt.AlignmentFlag.AlignTop)
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(10, 4, 10, 4)
        self._inside.addLayout(head)
        self.rename(name)

    @cached_property
    def canvas(self) -> PlotCanvas:
        """Made when it is first seen: it takes twenty milliseconds, and a window has thirty."""
        canvas = PlotCanvas(self)
        canvas.setAccessibleName(self.name)
        canvas.setMinimumHeight(4 * self.fontMetrics().height())
        for side, label in zip(SIDES, self._labels, strict=True):
            canvas.setLabel(side, label)
        canvas.setLogMode(*self._log)
        canvas.is_logarithmic = self._log[0]
        canvas.setRange(xRange=(0, 100), yRange=(0, 6), padding=0.02)
        canvas.pointed.connect(self.read)
        canvas.everything_wanted.connect(self.show_everything)
        canvas.getPlotItem().vb.sigRangeChanged.connect(self._read_again)
        self._inside.addWidget(canvas, 1)
        canvas.left.connect(self._describe)
        canvas.asked_by_key.connect(lambda: announce(canvas, self.readout.text, at_once=True))
        canvas.setVisible(True)  # Qt would show it only after the present event
        self._inside.activate()
        return canvas

    @cached_property
    def readout(self) -> Readout:
        readout = Readout(self.canvas.viewport(), self._labels[0])
        self.canvas.left.connect(readout.clear)
        return readout

    @cached_property
    def table(self) -> PlotTable:
        """Made when it is first wanted."""
        table = PlotTable(self.as_table.accessibleName())
        self._inside.addWidget(table, 1)
        return table

    def rename(self, name: str) -> None:
        """As it is read aloud."""
        self.name = name
        self.as_table.name(name)

    @property
    def words(self) -> str:
        """What its lines do; empty where there are none."""
        return in_words(*self._labels, self._columns())

    def name_axes(self, x_label: str, y_label: str) -> None:
        self._labels = (x_label, y_label)
        if self._has("canvas"):
            self.canvas.setLabel("bottom", x_label)
            self.canvas.setLabel("left", y_label)
        if self._has("readout"):
            self.readout.name_axis(x_label)

    def show_logarithmic(self, x: bool, y: bool) -> None:
        """Axes on which equal lengths are equal ratios; points at or below zero have no place there."""
        self._log = (x, y)
        if self._has("canvas"):
            self.canvas.setLogMode(x, y)
            self.canvas.is_logarithmic = x
        self._stale = True
        self.redraw()

    def add_line(self, key: str, style: LineStyle) -> None:
        """A line that points can be given to under `key`; later ones lie above earlier ones."""
        self._lines[key] = (style, GrowingCurve())
        self._is_dressed = False
        self._stale = True

    def remove_lines(self) -> None:
        for item in self._items.values():
            self.canvas.removeItem(item)
        self._items.clear()
        self._lines.clear()
        self._is_dressed = False
        self.clear()

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
        item = self._items.get(key)
        nothing = np.empty(0)
        return (nothing, nothing) if item is None or item.xData is None else (item.xData, item.yData)

    @property
    def styles(self) -> dict[str, LineStyle]:
        """Of each line, by its key; later ones lie above earlier ones."""
        return {key: style for key, (style, _) in self._lines.items()}

    def clear(self) -> None:
        for _, curve in self._lines.values():
            curve.clear()
        self.until = None
        self._stale = True
        if self._has("canvas"):
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
        if not self.isVisible():
            return
        self._dress()
        if not self._stale:
            return
        self._stale = False
        self._describe()
        if self.as_table.isChecked():
            self.table.show_columns(*self._labels, self._columns())
        self.canvas.nothing_yet = self.nothing_yet if self.is_empty else ""
        self.canvas.getAxis("bottom").is_whole = all(curve.is_whole for _, curve in self._lines.values())
        for key, (_, curve) in self._lines.items():
            # Of a few that lie close together in the view it would draw none, and so never look at them closer.
            self._items[key].setDownsampling(auto=len(curve) > _FEW_POINTS)
            self._items[key].setData(*curve.drawable(*self._log))
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
        return not any(len(curve) for _, curve in self._lines.values())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.redraw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_T and not event.modifiers():
            self.as_table.toggle()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "_lines"):
            self._undress()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:  # lines are as wide in points on any screen
            self._undress()
        return super().event(event)

    def show_everything(self) -> None:
        if self._has("canvas"):
            self.canvas.enableAutoRange(axis="y")
            self._fit_steps()

    def readings(self, x: float) -> list[Reading]:
        """The point of each line that is nearest to `x`, for lines that reach so far; without the untitled ones."""
        named = any(style.title for style, _ in self._lines.values())
        found = []
        for style, curve in self._lines.values():
            if len(curve) and (style.title or not named):
                nearest = int(np.abs(curve.x - x).argmin())
                at_x, y = float(curve.x[nearest]), float(curve.y[nearest])
                if curve.x[0] <= x <= curve.x[-1] or self.pixel(at_x, y).x() == self.pixel(x, y).x():
                    found.append(Reading(style, self._colour(style), at_x, y, self.pixel(at_x, y)))
        return found

    def read(self, x: float) -> None:
        """Show what the lines say at `x`, or at the measured place that is nearest to it."""
        self._read_at = x
        known = [curve.x for _, curve in self._lines.values() if len(curve)]
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
        if self._has("readout") and self.readout.isVisible():
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

    def _columns(self) -> list[Column]:
        """A faint line is one that is smoothed in another."""
        return [
            Column(style.title, curve.x, curve.y, stands=style.opacity >= FAINT)
            for style, curve in self._lines.values()
        ]

    def _describe(self) -> None:
        """Aloud, as long as no place is asked for."""
        if self._has("canvas"):
            self.canvas.setAccessibleDescription(self.words or self.nothing_yet)

    def _show_table(self, shown: bool) -> None:
        """In the place of the curves; whoever was at one is then at the other."""
        had_focus = (self.canvas if shown else self.table.view).hasFocus()
        if shown:
            self.table.show_columns(*self._labels, self._columns())
        self.table.setVisible(shown)
        self.canvas.setVisible(not shown)
        if had_focus:
            (self.table.view if shown else self.canvas).setFocus(Qt.FocusReason.OtherFocusReason)

    def _colour(self, style: LineStyle) -> QColor:
        if style.series < 0:
            return self.palette().color(QPalette.ColorRole.PlaceholderText)
        return series_colour(self.palette(), style.series)

    def _bound(self) -> None:
        """Let nobody get further away from what is drawn than half of its size: there is nothing to be seen there."""
        for axis, bounds in zip("xy", self._extent(), strict=True):
            low, high = bounds
            if axis == "x" and not self._log[0]:
                low = min(low, 0)
            if axis == "x" and self.until is not None:
                high = max(high, self.until)
            room = (high - low or abs(high) or 1) / 2
            self.canvas.getPlotItem().vb.setLimits(**{f"{axis}Min": low - room, f"{axis}Max": high + room})

    def _extent(self) -> list[tuple[float, float]]:
        """The least and the largest of x and of y; of the curves themselves, since only what is in view is drawn."""
        drawable = [curve.drawable(*self._log) for _, curve in self._lines.values()]
        found = []
        for axis, log in enumerate(self._log):
            points = np.concatenate([each[axis] for each in drawable])
            points = np.log10(points) if log else points
            found.append((float(points.min()), float(points.max())) if len(points) else (0.0, 1.0))
        return found

    def _fit_steps(self) -> None:
        if not self._has("canvas"):
            return
        if self.until is None and not self.is_empty:
            self.canvas.setXRange(*self._extent()[0], padding=0.02)
        elif self.until is not None:
            self.canvas.setXRange(0, max(self.until, 1), padding=0.02)

    def _has(self, part: str) -> bool:
        """Whether the canvas or the readout was made already."""
        return part in self.__dict__

    def _undress(self) -> None:
        self._is_dressed = False
        if self.isVisible():
            self._dress()

    def _dress(self) -> None:
        """In the colours and the font there are. Only once it is seen: much moves a plot about before, and each time
        tells it of another font."""
        if self._is_dressed:
            return
        self._is_dressed = True
        palette, scale = self.palette(), self.devicePixelRatioF()
        self.canvas.dress(palette, self.font())
        entries = []
        for key, (style, _) in self._lines.items():
            colour, item = self._colour(style), self._item(key)
            item.setPen(style.pen(colour, palette, scale))
            item.setSymbol(style.marker or None)
            item.setSymbolSize(2 * MARKER_SIZE if style.marker == STAR else MARKER_SIZE)
            item.setSymbolBrush(colour)
            item.setSymbolPen(None)
            entries.append((style, colour))
        self._legend.show_entries(entries)

    def _item(self, key: str) -> pg.PlotDataItem:
        if key not in self._items:
            # skipFiniteCheck: GrowingCurve keeps finite points only, and looking again costs most of a redraw.
            self._items[key] = pg.PlotDataItem(antialias=True, skipFiniteCheck=True)
            self.canvas.addItem(self._items[key])
        return self._items[key]
