"""Pages of which one is seen, that need the room which this one needs; Qt's own need that of the largest of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QTabWidget, QWidget

from workbench.gui.tab_order import reached_now


class Faces(QStackedWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def setCurrentIndex(self, place: int) -> None:
        """The focus goes along. Qt gives it to what had it there last, and, where that can no longer have it, to
        whatever comes next in the window, such as a button that ends what goes on."""
        leaving, face = self.currentWidget(), self.widget(place)
        goes_along = _has_focus(leaving)
        super().setCurrentIndex(place)
        first = next(reached_now(face), None) if face is not None and goes_along and not _has_focus(face) else None
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def setCurrentWidget(self, widget: QWidget) -> None:
        self.setCurrentIndex(self.indexOf(widget))

    def minimumSizeHint(self) -> QSize:
        return _least(self.currentWidget(), self.width())

    def hasHeightForWidth(self) -> bool:
        return False  # a layout would ask all pages for it; the least size goes by the width instead

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class Tabs(QTabWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._later: dict[int, Callable[[], object]] = {}
        self._goes_along = False  # the focus, which is on the page that is left
        self.tabBar().tabBarClicked.connect(lambda _: self._note_focus())
        self.currentChanged.connect(self._turned)
        # Tab would come to the bar once more by way of the whole, and never leave the page again.
        self.setFocusProxy(None)  # type: ignore[arg-type]
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def add_later(self, title: str, make: Callable[[], object]) -> None:
        """A tab that is empty until it is first turned to: `make` is called then, which puts a page there."""
        self._later[self.addTab(QWidget(), title)] = make

    def put(self, place: int, page: QWidget) -> None:
        """What was to come later, which may be earlier than anybody looks at it."""
        del self._later[place]
        empty, is_seen, title = self._at(place), place == self.currentIndex(), self.tabText(place)
        were_blocked = self.blockSignals(True)  # one stays where one is
        self.insertTab(place, page, title)
        if is_seen:
            self.setCurrentIndex(place)
        self.removeTab(place + 1)
        self.blockSignals(were_blocked)
        empty.deleteLater()

    def _at(self, place: int) -> QWidget:
        page = self.widget(place)
        assert page is not None
        return page

    def _turned(self, place: int) -> None:
        if place in self._later:
            self._later[place]()
        if self._goes_along and not _has_focus(self):
            self.tabBar().setFocus(Qt.FocusReason.OtherFocusReason)
        self._goes_along = False
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._note_focus()  # such as Ctrl+Tab
        super().keyPressEvent(event)

    def _note_focus(self) -> None:
        self._goes_along = _has_focus(self)

    def minimumSizeHint(self) -> QSize:
        bar, inside, corner = self.tabBar(), _least(self.currentWidget(), self.width()), self.cornerWidget()
        beside = QSize(0, 0) if corner is None else corner.sizeHint()
        width = max(bar.minimumSizeHint().width() + beside.width(), inside.width())
        return QSize(width, max(bar.sizeHint().height(), beside.height()) + inside.height())

    def hasHeightForWidth(self) -> bool:
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


def _has_focus(widget: QWidget | None) -> bool:
    focused = QApplication.focusWidget()
    return widget is not None and focused is not None and widget.isAncestorOf(focused)


def least_height(widget: QWidget, width: int) -> int:
    """That `widget` can be laid out in at this width, with all of its texts but no more of its lists than must be."""
    layout, least = widget.layout(), widget.minimumSizeHint().height()
    if layout is not None and widget.hasHeightForWidth():
        least = layout.minimumHeightForWidth(width)
    return max(least, widget.minimumHeight())


def _least(widget: QWidget | None, width: int) -> QSize:
    if widget is None:
        return QSize(0, 0)
    least = widget.minimumSizeHint().expandedTo(widget.minimumSize())
    return QSize(least.width(), least_height(widget, max(width, least.width())))
