"""Words as they are: names and texts come from strangers, and Qt would draw what looks like HTML in them."""

from __future__ import annotations

from html import escape

from PySide6 import QtGui
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget  # noqa: TID251 - the one place for it


class Label(QLabel):
    """A label that shows what it is given, letter for letter."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def enterEvent(self, event: QtGui.QEnterEvent) -> None:
        """Tell the window whose words are being read; a filter of all events would cost every one of them."""
        super().enterEvent(event)
        window = self.window()
        while (owner := window.parentWidget()) is not None:  # of a dialog
            window = owner.window()
        QCoreApplication.sendEvent(window, LabelEntered(self))


class LabelEntered(QEvent):
    """The pointer has come to a label; sent to the main window."""

    KIND = QEvent.Type(QEvent.registerEventType())

    def __init__(self, label: Label) -> None:
        super().__init__(self.KIND)
        self.label = label


def tip(text: str) -> str:
    """`text` for a tool tip, which knows no plain format of its own."""
    return f'<p style="white-space:pre-wrap">{escape(text)}</p>' if QtGui.Qt.mightBeRichText(text) else text
