"""A ring around what has the focus, for whoever goes by keys: the same on every kind of control and in every look."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import QApplication, QTabBar, QWidget
from shiboken6 import isValid

from workbench.gui.theme import colour

LINE = 2.0  # pixels of the ring itself
GAP = 1  # between it and the control, in the colour of grounds, so that it is told from a button of its own colour
ROOM = round(LINE) + GAP
_MOVED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest)


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
        self.setVisible(not seen.isEmpty())
        self.setGeometry(seen.adjusted(-ROOM, -ROOM, ROOM, ROOM) & self._over.rect())
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for name, width, inset in (("base", ROOM, ROOM / 2), ("accent", LINE, LINE / 2)):
            painter.setPen(QPen(colour(self.palette(), name), width))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)
        painter.end()


class FocusRings(QObject):
    """Shows the ring in a window and in its dialogs, from a key on until something is clicked."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._rings: dict[QWidget, FocusRing] = {}  # by their windows
        self._by_keys = False
        self._focused: QWidget | None = None
        self._watched: list[QWidget] = []  # what moves when the focused one does
        application = QGuiApplication.instance()
        assert isinstance(application, QApplication)
        application.focusWindowChanged.connect(self._hear_keys_of)
        application.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(watched, QWindow):
            if kind == QEvent.Type.KeyPress and not self._by_keys:
                self._by_keys = True
            elif kind == QEvent.Type.MouseButtonPress and self._by_keys:
                self._by_keys = False
                self._hide()
        elif kind in _MOVED:
            self._show()
        return False

    def _hear_keys_of(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        for widget in filter(isValid, self._watched):  # what lost the focus because it is no more, is no more
            widget.removeEventFilter(self)
            if isinstance(widget, QTabBar):
                widget.currentChanged.disconnect(self._show)
        self._hide()
        self._focused = now if now is not None and self._is_ours(now.window()) else None
        self._watched = [] if self._focused is None else [self._focused, *_around(self._focused)]
        for widget in self._watched:
            widget.installEventFilter(self)
            if isinstance(widget, QTabBar):
                widget.currentChanged.connect(self._show)
        self._show()

    def _show(self) -> None:
        if not self._by_keys or self._focused is None or not isValid(self._focused):
            return
        window = self._focused.window()
        if window not in self._rings:
            self._rings[window] = FocusRing(window)
        self._rings[window].surround(self._focused)

    def _hide(self) -> None:
        self._rings = {window: ring for window, ring in self._rings.items() if isValid(ring)}
        for ring in self._rings.values():
            ring.hide()

    def _is_ours(self, window: QWidget) -> bool:
        """A dialog that Qt itself makes may be gone before PySide knows of it; its own style marks what it is at."""
        parent = window.parentWidget()
        of_qt = type(window).__module__.startswith("PySide6")
        return window is self._window or (not of_qt and parent is not None and self._is_ours(parent.window()))


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
