"""Where a page lies: it gets the room there is and is scrolled where it needs more; none widens the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QStyle, QWidget

from workbench.gui.faces import least_height
from workbench.gui.shell.centre import MARGIN

GAP = 4  # pixels below what is scrolled to, so that as much as can be above it stays in sight
MARGINS = (16, MARGIN, 16, MARGIN)  # the same around every page


class PageStack(QStackedWidget):
    """The pages of a project, of which one is seen."""

    @property
    def page(self) -> QWidget:
        area = self.currentWidget()
        assert isinstance(area, PageArea)
        return area.page

    def add_page(self, page: QWidget) -> None:
        layout = page.layout()
        assert layout is not None
        layout.setContentsMargins(*MARGINS)
        self.addWidget(PageArea(page))

    def show_whole(self, part: QWidget) -> None:
        """Scroll as far as a part of the page that is seen needs it."""
        area = self.currentWidget()
        assert isinstance(area, PageArea)
        area.ensureWidgetVisible(part, 0, GAP)

    def turn_to(self, page: QWidget) -> None:
        areas = (self.widget(place) for place in range(self.count()))
        self.setCurrentWidget(next(area for area in areas if isinstance(area, PageArea) and area.page is page))


class PageArea(QScrollArea):
    """Scrolls only below a page's least size: Qt's own resizing goes by the height that the texts of a page would like,
    and scrolls lists that could as well be shorter."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = page
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setObjectName("page")
        self.setWidget(page)
        page.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.page and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return self.page.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def _fit(self) -> None:
        room = self.maximumViewportSize()
        size = self._least(room.width()).expandedTo(room)
        if size.height() > room.height():  # the bar beside it takes some of the width
            bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
            size = self._least(room.width() - bar).expandedTo(QSize(room.width() - bar, room.height()))
        if self.page.size() != size:
            self.page.resize(size)

    def _least(self, width: int) -> QSize:
        least = self.page.minimumSizeHint()
        return QSize(least.width(), least_height(self.page, max(width, least.width())))
