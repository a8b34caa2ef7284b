"""What is seen while something is dragged over the window that it would take."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from workbench.gui.theme import colour

INSET, CORNER = 8, 10  # pixels


class DropSign(QWidget):
    """Lies over everything in `over` and lets the mouse through."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def words(self) -> str:
        return self._words

    def say(self, words: str) -> None:
        """What dropping it here would do."""
        self._words = words
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, accent = colour(self.palette(), "selected"), colour(self.palette(), "accent")
        ground.setAlphaF(0.92)
        painter.setBrush(ground)
        painter.setPen(QPen(accent, 3, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().adjusted(INSET, INSET, -INSET, -INSET), CORNER, CORNER)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.7)
        painter.setFont(font)
        painter.setPen(colour(self.palette(), "text"))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.rect().adjusted(40, 40, -40, -40), flags, self._words)
        painter.end()
