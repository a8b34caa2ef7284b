"""What the window announces: messages, how far long work is, and how it ended."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workbench.gui.announcing import announce


class Announcer(QObject):
    announced = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def say(self, text: str) -> None:
        self._say(text, at_once=False)

    def say_at_once(self, text: str) -> None:
        """Of an error."""
        self._say(text, at_once=True)

    def _say(self, text: str, *, at_once: bool) -> None:
        if text:
            announce(self._window, text, at_once=at_once)
            self.announced.emit(text)
