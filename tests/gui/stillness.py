"""What can be used in a window: where it is, and whether a hand reaches it there."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QWidget,
)

USABLE = (QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
INSIDE_OTHERS = (QComboBox, QAbstractSpinBox, QAbstractItemView, QLineEdit)  # what Qt itself puts into these


def visible(widget: QWidget) -> Iterator[QWidget]:
    """What is seen within `widget`; of two thousand widgets most lie on pages that are not."""
    for child in widget.children():
        if isinstance(child, QWidget) and child.isVisible():
            yield child
            yield from visible(child)


def controls(window: QMainWindow, besides: tuple[QWidget, ...] = ()) -> Iterator[QWidget]:
    """That are seen, but for those in `besides`."""
    for widget in visible(window):
        if (
            isinstance(widget, USABLE)
            and not isinstance(widget, QScrollBar)
            and not isinstance(widget.parent(), INSIDE_OTHERS)
            and not any(part.isAncestorOf(widget) for part in besides)
        ):
            yield widget


def named(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return f"{type(widget).__name__} “{widget.accessibleName() or text}”"


def place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def places(window: QMainWindow, besides: tuple[QWidget, ...] = ()) -> dict[QWidget, QRect]:
    """Of everything that can be clicked or typed into. A list may grow to the right or down; a button may not move."""
    return {widget: place(widget) for widget in controls(window, besides)}


def moved(before: dict[QWidget, QRect], window: QMainWindow) -> list[str]:
    """What is still seen and is no longer where it was."""
    found = []
    for widget, was in before.items():
        if widget.isVisible():
            now = place(widget)
            if now != was:
                found.append(f"{named(widget)} went from {was.getRect()} to {now.getRect()}")
    return found


def covered(window: QMainWindow, besides: tuple[QWidget, ...] = ()) -> list[str]:
    """What a click in its middle would not reach, although it is in sight."""
    found = []
    for widget in controls(window, besides):
        seen = _seen(widget)
        if seen.isEmpty():
            continue
        hit = window.childAt(seen.center())
        if hit is not None and hit is not widget and not widget.isAncestorOf(hit) and not hit.isAncestorOf(widget):
            found.append(f"{named(widget)} lies under {type(hit).__name__}")
    return found


def cut(window: QMainWindow) -> list[str]:
    """What is partly outside of what holds it and cannot be scrolled to, or narrower than its words."""
    found = []
    for widget in controls(window):
        here, area = place(widget), _area(widget)
        inside = window.rect() if area is None else _contents(area)
        if not inside.contains(here):
            found.append(f"{named(widget)} at {here.getRect()} is cut off by {inside.getRect()}")
        if isinstance(widget, QPushButton) and (
            widget.width() < widget.minimumSizeHint().width() or widget.height() < widget.minimumSizeHint().height()
        ):
            found.append(f"{named(widget)} is squeezed to {widget.width()} × {widget.height()}")
    return found


def in_sight(widget: QWidget) -> bool:
    """Wholly, without scrolling."""
    return widget.isVisible() and _seen(widget) == place(widget)


def _area(widget: QWidget) -> QAbstractScrollArea | None:
    """The nearest thing around it that scrolls."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            return parent
        parent = parent.parentWidget()
    return None


def _contents(area: QAbstractScrollArea) -> QRect:
    """Everything that it can show."""
    shown = place(area.viewport())
    across, down = area.horizontalScrollBar(), area.verticalScrollBar()
    is_hidden = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    before, after = (0, 0) if is_hidden else (across.value(), across.maximum() - across.value())
    return shown.adjusted(-before, -down.value(), after, down.maximum() - down.value())


def _seen(widget: QWidget) -> QRect:
    """The part of it that is in sight, whatever lies above it."""
    seen, around = place(widget), widget.parentWidget()
    while around is not None:
        seen &= place(around)
        around = around.parentWidget()
    return seen
