"""Having something read aloud that is seen to happen."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str, *, at_once: bool = False) -> None:
    """When a screen reader has said what it is at, or in place of that; where there is none, nothing happens."""
    if text and QAccessible.isActive():
        event = QAccessibleAnnouncementEvent(widget, text)
        urgent, patient = QAccessible.AnnouncementPoliteness.Assertive, QAccessible.AnnouncementPoliteness.Polite
        event.setPoliteness(urgent if at_once else patient)
        QAccessible.updateAccessibility(event)
