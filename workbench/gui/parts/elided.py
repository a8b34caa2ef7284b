"""Words that take the room there is, and end in an ellipsis where it is too small for them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.gui.plain import Label, tip


class ElidedLabel(Label):
    """On so many lines; never asks for more room than there is. What is cut off is told to whoever points at it."""

    def __init__(
        self, text: str = "", lines: int = 1, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(text, parent)
        self._lines = lines
        self._mode = mode
        self._told = ""  # the tip, where somebody gave one
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._see_what_fits()

    @property
    def is_cut(self) -> bool:
        return self._laid_out()[1]

    def setText(self, text: str) -> None:
        super().setText(text)
        self._see_what_fits()

    def tell(self, words: str) -> None:
        """What is told to whoever points at it, instead of what is cut off."""
        self._told = words
        self._see_what_fits()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._see_what_fits()

    def paintEvent(self, event: QPaintEvent) -> None:
        shown, _ = self._laid_out()
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        place, step = self.contentsRect(), self.fontMetrics().lineSpacing()
        top = place.top() + (place.height() - step * len(shown)) / 2
        for number, line in enumerate(shown):
            at = QPointF(place.left(), top + number * step + self.fontMetrics().ascent())
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                at.setX(place.right() - self.fontMetrics().horizontalAdvance(line))
            painter.drawText(at, line)
        painter.end()

    def _height(self) -> int:
        return self._lines * self.fontMetrics().lineSpacing() + 2

    def _laid_out(self) -> tuple[list[str], bool]:
        """The lines as they are shown, and whether something is cut off."""
        words, width = self.text().replace("\n", "\u2028"), max(1, self.contentsRect().width())
        layout = QTextLayout(words, self.font())
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeading))
        shown: list[str] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            if len(shown) == self._lines - 1:
                rest = words[line.textStart() :].replace("\u2028", " ")
                last = self.fontMetrics().elidedText(rest, self._mode, width)
                layout.endLayout()
                return [*shown, last], last != rest
            shown.append(words[line.textStart() : line.textStart() + line.textLength()].rstrip("\u2028"))
        layout.endLayout()
        return shown, False

    def _see_what_fits(self) -> None:
        self.setToolTip(tip(self._told or (self.text() if self.is_cut else "")))
        self.update()
