"""The order in which the Tab key goes through a page: that of its layouts, as it is read. Qt's is that of making."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QWidget,
)


def follow_layout(*roots: QWidget) -> None:
    """Let Tab go through one of `roots` after the other, each from top to bottom."""
    for one, other in pairwise(widget for root in roots for widget in reached(root)):
        QWidget.setTabOrder(one, other)


def reached(widget: QWidget) -> Iterator[QWidget]:
    """What Tab comes to in it, first to last, hidden parts included."""
    if isinstance(widget, QTabWidget):
        corner = widget.cornerWidget()
        parts = [widget.tabBar(), *([] if corner is None else [corner]), *map(widget.widget, range(widget.count()))]
    elif isinstance(widget, QStackedWidget | QSplitter):
        parts = [widget.widget(place) for place in range(widget.count())]
    else:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
            yield widget
        parts = [widget.widget()] if isinstance(widget, QScrollArea) else list(_widgets(widget.layout()))
    for part in parts:
        if part is not None:
            yield from reached(part)


def reached_now(widget: QWidget) -> Iterator[QWidget]:
    """What Tab comes to of what is seen in it and can be used."""
    return (part for part in reached(widget) if part.isVisible() and part.isEnabled())


def _widgets(layout: QLayout | None) -> Iterator[QWidget]:
    if layout is None:
        return
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: layout.getItemPosition(place)[:2])  # type: ignore[index, no-any-return]
    for place in places:
        item = layout.itemAt(place)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield widget
        else:
            yield from _widgets(item.layout())
