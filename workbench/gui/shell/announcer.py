"""What is read aloud as it happens, to whoever does not see it: messages, how far long work is, and how it ended."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


class Announcer(QObject):
    announced = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def say(self, text: str) -> None:
        """When a screen reader has said what it is at."""
        self._say(text, QAccessible.AnnouncementPoliteness.Polite)

    def say_at_once(self, text: str) -> None:
        """Of an error, in place of what it is at."""
        self._say(text, QAccessible.AnnouncementPoliteness.Assertive)

    def _say(self, text: str, politeness: QAccessible.AnnouncementPoliteness) -> None:
        if not text:
            return
        if QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self._window, text)
            event.setPoliteness(politeness)
            QAccessible.updateAccessibility(event)
        self.announced.emit(text)
