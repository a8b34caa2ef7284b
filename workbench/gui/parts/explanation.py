"""A question mark beside a control, and what holds controls that it can explain."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolButton, QWhatsThis, QWidget


@runtime_checkable
class Explains(Protocol):
    """Holds controls, and says why they would be set otherwise."""

    def explain(self, part: QWidget) -> str:
        """Rich text on the control that `part` is, or belongs to; empty where it has nothing to say of that."""


class WhyButton(QToolButton):
    """Shows an explanation beside itself until the next click or key; keys reach it by Shift+F1 on the control."""

    def __init__(self, name: str, explanation: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText("?")
        self.setProperty("why", True)
        self.setAccessibleName(self.tr("Why {setting}?").format(setting=name))
        self.setToolTip(self.accessibleName())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.WhatsThisCursor)
        self.clicked.connect(lambda: show_beside(self, explanation()))


def show_beside(widget: QWidget, said: str) -> None:
    QWhatsThis.showText(widget.mapToGlobal(QPoint(0, widget.height())), said, widget)
