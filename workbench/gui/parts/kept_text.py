"""What is typed keeps itself: soon after the last key, when it is left, and before anything else takes its place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

PAUSE_MS = 700


class Keeper(QObject):
    """Calls `keep` once for what was typed since the last time."""

    def __init__(self, keep: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._keep = keep
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._soon.timeout.connect(self.save)
        self.is_due = False

    def typed(self) -> None:
        self.is_due = True
        self._soon.start()

    def save(self) -> None:
        self._soon.stop()
        if self.is_due:
            self.is_due = False  # first, since keeping it may show it again
            self._keep()


class Note(QPlainTextEdit):
    """A text of several lines that keeps itself."""

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self._keeper = Keeper(lambda: self.edited.emit(self.toPlainText()), self)
        self.textChanged.connect(self._keeper.typed)

    def show_note(self, text: str) -> None:
        """Show what is stored, unless that is what is seen already or something newer is typed."""
        if not self._keeper.is_due and text != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)

    def save(self) -> None:
        self._keeper.save()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.save()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.save()
