"""The key of a plot: what each line is, drawn with its own dash and marker so that colour is not the only signal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.gui.theme import is_dark, is_high_contrast
from workbench.gui.words import quantities

MARKER_SIZE = 8
LEAST_SEEN = 0.75  # opacity, in high contrast
STAR = "star"  # marks one point among others, and is larger than they are
DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)


@dataclass(frozen=True)
class LineStyle:
    """How a line looks. `series` picks its colour from the theme; a negative one is the colour of quiet text."""

    title: str  # as in the legend; empty leaves it out
    series: int
    width: float = 2.0
    opacity: float = 1.0
    dash: int = 0  # one of DASHES
    marker: str = ""  # a pyqtgraph symbol: o, s, t, d, star

    def pen(self, colour: QColor, palette: QPalette, scale: float = 1.0) -> QPen:
        """On the ground of `palette`. A cosmetic pen counts the screen's own pixels, of which there are `scale` to a
        point."""
        faded = QColor(colour)
        seen = max(self.opacity, LEAST_SEEN) if is_high_contrast(palette) else self.opacity
        faded.setAlphaF(seen**0.5 if is_dark(palette) else seen)  # what is faint on white is lost on black
        pen = QPen(faded, self.width * scale, DASHES[self.dash])
        pen.setCosmetic(True)
        return pen


class Legend(QWidget):
    """Entries in a row that wraps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[tuple[LineStyle, QColor], ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_entries(self, entries: Sequence[tuple[LineStyle, QColor]]) -> None:
        self._entries = tuple((style, colour) for style, colour in entries if style.title)
        self.setAccessibleName(quantities.listing(style.title for style, _ in self._entries))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(40 * self.fontMetrics().averageCharWidth(), self._line_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._line_height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return places[-1].bottom() + 1 if places else self._line_height()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        swatch = self._swatch_width()
        for (style, colour), place in zip(self._entries, self._places(self.width()), strict=True):
            middle = place.center().y() + 0.5
            painter.setPen(
                style.pen(colour, self.palette(), self.devicePixelRatioF()) if style.width else Qt.PenStyle.NoPen
            )
            painter.drawLine(QPointF(place.left(), middle), QPointF(place.left() + swatch, middle))
            if style.marker:
                painter.setBrush(colour)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.save()
                painter.translate(place.left() + swatch / 2, middle)
                size = 1.5 * MARKER_SIZE if style.marker == STAR else MARKER_SIZE
                painter.scale(size, size)
                painter.drawPath(Symbols[style.marker])
                painter.restore()
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            words = place.adjusted(swatch + self._gap(), 0, 0, 0)
            shown = self.fontMetrics().elidedText(style.title, Qt.TextElideMode.ElideMiddle, words.width())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()

    def _places(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        x = y = 0
        for style, _ in self._entries:
            needed = self._swatch_width() + self._gap() + self.fontMetrics().horizontalAdvance(style.title) + 2
            needed = min(needed, max(width, 1))
            if x and x + needed > width:
                x, y = 0, y + self._line_height()
            places.append(QRect(x, y, needed, self._line_height()))
            x += needed + 3 * self._gap()
        return places

    def _line_height(self) -> int:
        return round(1.3 * self.fontMetrics().height())

    def _gap(self) -> int:
        return self.fontMetrics().horizontalAdvance("n")  # the average of a Chinese font is that of its own letters

    def _swatch_width(self) -> int:
        return self.fontMetrics().horizontalAdvance("n" * 5)
