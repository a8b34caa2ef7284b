"""A card that is one button, to whoever sees it, clicks it, goes by keys or hears it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLayout, QPushButton

from workbench.gui.theme import colour


class CardButton(QPushButton):
    """Its texts are labels in its layout, since a button's own text does not wrap."""

    @property
    def is_chosen(self) -> bool:
        return self.isChecked()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A frame around the labels; the chosen one has a thicker frame."""
        under_pointer = self.underMouse() and self.isEnabled()
        ground = "selected" if self.is_chosen else "hover" if under_pointer else "base"
        marked = self.is_chosen or self.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colour(self.palette(), ground))
        painter.setPen(QPen(colour(self.palette(), "accent" if marked else "line"), 2 if marked else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._inside.minimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._inside.heightForWidth(width)

    @property
    def _inside(self) -> QLayout:
        layout = self.layout()
        assert layout is not None
        return layout
