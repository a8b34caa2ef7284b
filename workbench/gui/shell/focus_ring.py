"""A ring around what has the focus, for whoever goes by keys: the same on every kind of control and in every look."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import QApplication, QTabBar, QWidget
from shiboken6 import isValid

from workbench.gui.theme import colour

LINE = 2.0  # pixels of the ring itself
GAP = 1  # between it and the control, in the colour of grounds, so that it is told from a button of its own colour
ROOM = round(LINE) + GAP
MOVED_MS = 100


class FocusRing(QWidget):
    """Lies above all of a window, and lets the mouse through."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._over = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def surround(self, widget: QWidget) -> None:
        """What is in sight of `widget`, which is of the same window."""
        seen = _seen(widget)
        around = seen.adjusted(-ROOM, -ROOM, ROOM, ROOM) & self._over.rect()
        if self.isHidden() == seen.isEmpty() and self.geometry() == around:
            return
        self.setVisible(not seen.isEmpty())
        self.setGeometry(around)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for name, width, inset in (("base", ROOM, ROOM / 2), ("accent", LINE, LINE / 2)):
            painter.setPen(QPen(colour(self.palette(), name), width))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)
        painter.end()


class FocusRings(QObject):
    """Shows the ring in a window and in its dialogs, from a key on until something is clicked.

    What has the focus is asked for anew each time: parts of a dialog that Qt itself makes may be gone before PySide
    knows of it, so nothing of them is kept or listened to.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._rings: dict[QWidget, FocusRing] = {}  # by their windows
        self._by_keys = False
        self._moved = QTimer(self, interval=MOVED_MS)  # what scrolls or is laid out anew takes its ring along
        self._moved.timeout.connect(self._show)
        application = QGuiApplication.instance()
        assert isinstance(application, QApplication)
        application.focusWindowChanged.connect(self._hear_keys_of)
        application.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and not self._by_keys:
            self._by_keys = True
        elif kind == QEvent.Type.MouseButtonPress and self._by_keys:
            self._by_keys = False
            self._hide()
        return False

    def _hear_keys_of(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def _follow(self) -> None:
        self._hide()
        self._show()

    def _show(self) -> None:
        focused = QApplication.focusWidget() if self._by_keys else None
        if focused is None or not self._is_ours(focused.window()):
            self._hide()
            return
        window = focused.window()
        if window not in self._rings:
            self._rings[window] = FocusRing(window)
        self._rings[window].surround(focused)
        self._moved.start()

    def _hide(self) -> None:
        self._moved.stop()
        self._rings = {window: ring for window, ring in self._rings.items() if isValid(ring)}
        for ring in self._rings.values():
            ring.hide()

    def _is_ours(self, window: QWidget) -> bool:
        """Dialogs that Qt itself makes mark in their own way what they are at."""
        parent = window.parentWidget()
        is_of_qt = type(window).__module__.startswith("PySide6")
        return window is self._window or (not is_of_qt and parent is not None and self._is_ours(parent.window()))


def _around(widget: QWidget) -> list[QWidget]:
    """What it lies in, up to its window."""
    parent = None if widget.isWindow() else widget.parentWidget()
    return [] if parent is None else [parent, *_around(parent)]


def _seen(widget: QWidget) -> QRect:
    """On its window; of tabs the one that is chosen."""
    inner = widget.tabRect(widget.currentIndex()) if isinstance(widget, QTabBar) else widget.rect()
    window = widget.window()
    seen = inner.translated(widget.mapTo(window, QPoint(0, 0)))
    for each in _around(widget):
        seen &= each.rect().translated(each.mapTo(window, QPoint(0, 0)))
    return seen if widget.isVisible() else QRect()
