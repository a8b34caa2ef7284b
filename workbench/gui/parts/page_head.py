"""The head of a page: what it is about. A message lies over it for a while, so that nothing below ever moves."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.gui.parts.elided import ElidedLabel


def head_height(metrics: QFontMetrics) -> int:
    """Room for a message of two lines in its frame, and for a heading over a line, which is more where lines are high,
    as those of Chinese are."""
    return max(2 * metrics.lineSpacing() + 14, round(2.7 * metrics.lineSpacing()) + 5)


class PageHead(QWidget):
    """Holds words alone: whatever can be clicked stands elsewhere, where no message lies over it."""

    def __init__(self, title: str = "", about: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel(title)
        self._title.setProperty("heading", True)
        self._about = ElidedLabel(about)
        self._about.setProperty("quiet", True)
        self._covers: list[QWidget] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addStretch()
        layout.addWidget(self._title)
        layout.addWidget(self._about)
        self._about.setVisible(bool(about))
        layout.addStretch()
        self.setFixedHeight(head_height(self.fontMetrics()))

    @property
    def title(self) -> str:
        return self._title.text()

    def name(self, title: str) -> None:
        self._title.setText(title)

    def cover(self, message: QWidget) -> None:
        """Let `message` lie over the words whenever it is shown."""
        message.setParent(self)
        message.hide()
        self._covers.append(message)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for message in self._covers:
            message.setGeometry(self.rect())
