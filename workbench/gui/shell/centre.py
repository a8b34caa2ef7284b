"""The middle of the window: the pages, and above them the message, which takes the place of a page's head."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.gui.parts.page_head import head_height
from workbench.gui.shell.banner import Banner

MARGIN = 12  # of a page, above and below it


class Centre(QWidget):
    """Lays what it holds out over all of it; the banner lies above, so that it moves nothing when it comes or goes."""

    def __init__(self, banner: Banner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._beside: QWidget | None = None  # what the banner leaves free
        self._banner = banner
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        banner.setParent(self)
        banner.resized.connect(self.place)
        banner.installEventFilter(self)

    def hold(self, widget: QWidget, beside: QWidget | None = None) -> None:
        """Show `widget` as well; the banner leaves the part `beside` of it free."""
        self._layout.addWidget(widget, 1)
        self._beside = beside
        self.place()

    def release(self, widget: QWidget) -> None:
        self._layout.removeWidget(widget)
        self._beside = None

    def place(self) -> None:
        """Put the banner where the heads of pages are; it grows over the page only when it is unfolded."""
        left = (0 if self._beside is None else self._beside.sizeHint().width()) + MARGIN
        height = max(head_height(self.fontMetrics()), self._banner.wanted_height)
        self._banner.setGeometry(left, MARGIN, self.width() - left - MARGIN, height)
        self._banner.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self.place()
        return super().eventFilter(watched, event)
