"""What a hand does: clicks, keys and the wheel, given to the window as the system gives them, which finds out itself
what lies under the pointer and what has the focus. An event that is sent to a widget sees nothing of that."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def settle() -> None:
    """Until texts that were set are laid out, then what holds them, and what holds that."""
    for _ in range(12):  # a pass for each of the layers that a page has
        QApplication.processEvents()


def click(widget: QWidget, at: QPoint | None = None, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    QTest.mouseClick(_window(widget), button, Qt.KeyboardModifier.NoModifier, _place(widget, at))
    settle()


def double_click(widget: QWidget, at: QPoint | None = None) -> None:
    click(widget, at)
    QTest.mouseDClick(
        _window(widget), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, _place(widget, at)
    )  # fmt: skip
    settle()


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """In the window of `widget`, for whatever has the focus there."""
    QTest.keyClick(_window(widget), key, modifier)
    settle()


def turn_wheel(widget: QWidget, notches: int = -1, at: QPoint | None = None) -> None:
    QTest.wheelEvent(_window(widget), QPointF(_place(widget, at)), QPoint(0, 120 * notches))
    settle()


def _window(widget: QWidget) -> QWindow:
    window = widget.window().windowHandle()
    assert window is not None
    return window


def _place(widget: QWidget, at: QPoint | None) -> QPoint:
    return widget.mapTo(widget.window(), widget.rect().center() if at is None else at)
