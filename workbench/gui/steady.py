"""What keeps still: boxes and sliders while the page under them is scrolled, and what comes and goes beside others.

Qt's own boxes take the focus from the wheel, and every further notch changes what was chosen.
"""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,  # noqa: TID251 - the one place for it
    QSlider,  # noqa: TID251 - and for this
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

W = TypeVar("W", bound=QWidget)


def keeping_room(widget: W) -> W:
    """Have its place stay empty while it is hidden, so that it moves nothing when it comes."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
    return widget


def take_turns(begin: QWidget, end: QWidget, *, is_under_way: bool, can_begin: bool = True) -> None:
    """Enable one of two buttons, of which the one begins something and the other ends it.

    The focus goes over with it: a button that is disabled would lose it to whatever comes next.
    """
    able, other = (end, begin) if is_under_way else (begin, end)
    able.setEnabled(is_under_way or can_begin)
    if other.hasFocus() and able.isEnabled():
        able.setFocus(Qt.FocusReason.OtherFocusReason)
    other.setEnabled(False)


class ComboBox(QComboBox):
    """The wheel never chooses; it scrolls the list once that is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.accessibleDescription():  # beside Windows Qt gives what is chosen for a box's name
            self.setAccessibleDescription(self.accessibleName())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """What has no room loses its middle: the end of a name is what tells runs apart."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideMiddle, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


class Slider(QSlider):
    """The wheel moves it only where somebody has clicked into it."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
