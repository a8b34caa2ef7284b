"""What a screen reader is given of a window, and what a hand that is not steady finds there to hit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QComboBox, QMainWindow, QTabBar, QTableView, QTreeView, QWidget

from tests.gui.stillness import controls, named

TARGET = 24  # pixels, of width and height: WCAG 2.2, 2.5.8


def name_of(widget: QWidget) -> str:
    """As it is read aloud. Beside Windows the name of a box is what is chosen in it; what it is for comes behind."""
    interface = QAccessible.queryAccessibleInterface(widget)
    kind = QAccessible.Text.Description if isinstance(widget, QComboBox) else QAccessible.Text.Name
    return "" if interface is None else interface.text(kind).strip("▸▾ ")


def focusable(window: QWidget) -> Iterator[QWidget]:
    """What Tab or a click gives the focus to, and is seen."""
    for widget in window.findChildren(QWidget):
        wanted = widget.focusPolicy() & (Qt.FocusPolicy.TabFocus | Qt.FocusPolicy.ClickFocus)
        if wanted and widget.isVisible() and widget.focusProxy() is None and not _is_inner(widget):
            yield widget


def unheard(window: QWidget) -> list[str]:
    """What cannot be told from its name: none, or that of another beside it; tables whose columns have none."""
    found = [f"{type(widget).__name__} {widget.objectName()} of {type(widget.parentWidget()).__name__} has no name"
             for widget in focusable(window) if not name_of(widget)]  # fmt: skip
    told = Counter((widget.parentWidget(), name_of(widget)) for widget in focusable(window) if name_of(widget))
    found += [
        f"{count} of {type(parent).__name__} are called “{name}”" for (parent, name), count in told.items() if count > 1
    ]
    return found + [
        fault for widget in window.findChildren(QWidget) if widget.isVisible() for fault in _headless(widget)
    ]


def small(window: QMainWindow) -> list[str]:
    """What is too small to be hit with ease, or hidden behind what is not its own size."""
    found = []
    for widget in controls(window):
        for what, size in _targets(widget):
            if size.width() < TARGET or size.height() < TARGET:
                found.append(f"{named(widget)}{what} has {size.width()} × {size.height()}")
    return found + [
        f"tab “{bar.tabText(number)}” has {bar.tabRect(number).width()} × {bar.tabRect(number).height()}"
        for bar in window.findChildren(QTabBar)
        if bar.isVisible()
        for number in range(bar.count())
        if min(bar.tabRect(number).width(), bar.tabRect(number).height()) < TARGET
    ]


def reached_by_tab(page: QWidget) -> list[QWidget]:
    """What the Tab key should come to on a page; of buttons of which one is chosen, one is enough."""
    return [
        widget
        for widget in focusable(page)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and not (isinstance(widget, QAbstractButton) and widget.group() is not None and not widget.isChecked())
    ]


def _targets(widget: QWidget) -> Iterator[tuple[str, QSize]]:
    yield "", widget.size()
    if isinstance(widget, QTableView | QTreeView) and widget.model() is not None and widget.model().rowCount():
        rect = widget.visualRect(widget.model().index(0, 0))
        if rect.height():
            yield "'s rows", QSize(TARGET, rect.height())


def _headless(widget: QWidget) -> list[str]:
    if not isinstance(widget, QTableView) or widget.model() is None:
        return []
    across = Qt.Orientation.Horizontal
    heads = [widget.model().headerData(column, across) for column in range(widget.model().columnCount())]
    return [] if all(heads) and widget.model() else [f"{named(widget)} has columns without a head: {heads}"]


def _is_inner(widget: QWidget) -> bool:
    """What Qt itself has put inside another."""
    return widget.objectName().startswith("qt_")
