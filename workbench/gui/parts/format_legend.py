"""What the grounds and lines of marked words mean: a swatch for each, in rows that wrap."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPalette, QPen, QTextCharFormat
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.gui.words import quantities

Underline = QTextCharFormat.UnderlineStyle
Entry = tuple[str, QTextCharFormat]

_PENS = {
    Underline.DotLine: Qt.PenStyle.DotLine,
    Underline.DashUnderline: Qt.PenStyle.DashLine,
    Underline.SingleUnderline: Qt.PenStyle.SolidLine,
    Underline.DashDotLine: Qt.PenStyle.DashDotLine,
    Underline.WaveUnderline: Qt.PenStyle.DashDotDotLine,
}


def marked(palette: QPalette, ground: QColor | None, line: Underline) -> QTextCharFormat:
    """Words on a ground, with a line under them so that colour is not all that tells them apart."""
    made = QTextCharFormat()
    if ground is not None:
        made.setBackground(QBrush(ground))
    made.setUnderlineStyle(line)
    made.setUnderlineColor(palette.color(QPalette.ColorRole.Text))
    return made


class FormatLegend(QWidget):
    """Swatches with the ground and the line of each format."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self.setAccessibleName(self.tr("Legend"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        self._entries = tuple(entries)
        self.setAccessibleDescription(quantities.listing(name for name, _ in entries))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self._line_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._line_height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return round(places[-1].bottom()) + 1 if places else self._line_height()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text = self.palette().color(QPalette.ColorRole.Text)
        gap = self.fontMetrics().averageCharWidth()
        for (name, made), row in zip(self._entries, self._places(self.width()), strict=True):
            place = row.adjusted(0, 0.1 * row.height(), 0, -0.1 * row.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(made.background())
            painter.drawRoundedRect(place, 3, 3)
            painter.setPen(text)
            shown = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, round(place.width() - 2 * gap))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)
            style = _PENS.get(made.underlineStyle())
            if style is not None:
                painter.setPen(QPen(text, 1, style))
                below = int(place.bottom() - 2)
                painter.drawLine(int(place.left() + gap), below, int(place.right() - gap), below)
        painter.end()

    def _places(self, width: int) -> list[QRectF]:
        places: list[QRectF] = []
        gap, height = self.fontMetrics().averageCharWidth(), self._line_height()
        x = y = 0
        for name, _ in self._entries:
            needed = min(self.fontMetrics().horizontalAdvance(name) + 2 * gap + 4, max(width, 1))
            if x and x + needed > width:
                x, y = 0, y + height
            places.append(QRectF(x, y, needed, height))
            x += needed + gap
        return places

    def _line_height(self) -> int:
        return round(1.7 * self.fontMetrics().height())
