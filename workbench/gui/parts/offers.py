"""What can be done with a row of a list by the hand that is on it: its context menu, its keys, and a double click."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QPushButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Offer:
    """The same as a button of the page, which says whether it can be done just now."""

    button: QPushButton
    key: str = ""  # such as F2
    opens: bool = False  # a double click does it, and Enter


def open_menu_of(widget: QWidget) -> None:
    """Its context menu, as the menu key does. Where there is none, people press Shift+F10, of which Qt knows nothing
    beside Windows."""
    corner = QPoint(0, widget.height() // 2)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, corner, widget.mapToGlobal(corner))
    QCoreApplication.sendEvent(widget, event)


class Offers(QObject):
    """Watches a view. `offered` says what there is for what is selected; it is asked anew each time, since the
    selection may have changed by the same click."""

    def __init__(self, view: QAbstractItemView, offered: Callable[[], Sequence[Offer]]) -> None:
        super().__init__(view)
        self._view = view
        self._offered = offered
        for part in (view, view.viewport()):
            part.installEventFilter(self)

    def menu(self) -> QMenu:
        """The offers, each as its button stands."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for offer in self._offered():
            if offer.button.isHidden():
                continue
            submenu = offer.button.menu()
            if submenu is not None:
                submenu.setTitle(offer.button.text().removesuffix(" ▾"))
                action = submenu.menuAction()  # `addMenu` would have its actions end with this menu, in PySide's books
                menu.addAction(action)
            else:
                action = menu.addAction(offer.button.text())
                action.triggered.connect(offer.button.click)
                if offer.key:
                    action.setShortcut(QKeySequence(offer.key))
                    action.setShortcutVisibleInContextMenu(True)
            action.setEnabled(offer.button.isEnabled())
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QContextMenuEvent):
            return self._open_menu(event)
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonDblClick:
            is_on_row = self._view.indexAt(event.position().toPoint()).isValid()
            return event.button() is Qt.MouseButton.LeftButton and is_on_row and self._open()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self._view:
            return self._press(event)
        return False

    def _open_menu(self, event: QContextMenuEvent) -> bool:
        place, at = event.globalPos(), self._view.currentIndex()
        if event.reason() is QContextMenuEvent.Reason.Keyboard and at.isValid():
            corner = self._view.visualRect(at).bottomLeft()
            place = self._view.viewport().mapToGlobal(corner + QPoint(self._view.fontMetrics().height(), 0))
        elif not self._view.indexAt(self._view.viewport().mapFromGlobal(place)).isValid():
            return False
        self.menu().popup(place)
        return True

    def _press(self, event: QKeyEvent) -> bool:
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return self._open()
        pressed = QKeySequence("Del") if event.key() == Qt.Key.Key_Backspace else QKeySequence(event.keyCombination())
        with_key = (each for each in self._offered() if each.key)
        return self._do(next((each for each in with_key if QKeySequence(each.key) == pressed), None))

    def _open(self) -> bool:
        return self._do(next((each for each in self._offered() if each.opens), None))

    @staticmethod
    def _do(offer: Offer | None) -> bool:
        """After the event, since what it does may ask something in a dialog."""
        if offer is None or offer.button.isHidden() or not offer.button.isEnabled():
            return False
        QTimer.singleShot(0, offer.button.click)
        return True
