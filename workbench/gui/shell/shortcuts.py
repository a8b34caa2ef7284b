"""“Keyboard shortcuts”: every key that does something, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.gui.shell.actions import MENUS, MenuItem
from workbench.gui.shell.rail import PLACES
from workbench.messages.marking import QT_TRANSLATE_NOOP

WIDTH, HEIGHT = 720, 480
ANYWHERE = QT_TRANSLATE_NOOP("Shortcuts", "Anywhere")
LISTS = QT_TRANSLATE_NOOP("Shortcuts", "In a list")
PLOTS = QT_TRANSLATE_NOOP("Shortcuts", "On a plot")
WORDS = QT_TRANSLATE_NOOP("Shortcuts", "On words and bars")
AUDIENCE = QT_TRANSLATE_NOOP("Shortcuts", "Before an audience")
# What no menu says: where, what it does, and the keys as Qt writes them.
OTHERS = (
    (ANYWHERE, QT_TRANSLATE_NOOP("Shortcuts", "To the next control, or back to the one before"), ("Tab", "Shift+Tab")),
    (ANYWHERE, QT_TRANSLATE_NOOP("Shortcuts", "Press the button that has the focus"), ("Space", "Return")),
    (ANYWHERE, QT_TRANSLATE_NOOP("Shortcuts", "Close the message, or one step back"), ("Esc",)),
    (ANYWHERE, QT_TRANSLATE_NOOP("Shortcuts", "Context menu of what has the focus"), ("Shift+F10", "Menu")),
    (ANYWHERE, QT_TRANSLATE_NOOP("Shortcuts", "Between the menus"), ("Alt",)),
    (ANYWHERE, QT_TRANSLATE_NOOP("Shortcuts", "From one tab to the other"), ("Left", "Right")),
    (LISTS, QT_TRANSLATE_NOOP("Shortcuts", "Open what is chosen"), ("Return",)),
    (LISTS, QT_TRANSLATE_NOOP("Shortcuts", "Rename"), ("F2",)),
    (LISTS, QT_TRANSLATE_NOOP("Shortcuts", "Delete, or take out of the queue"), ("Del",)),
    (LISTS, QT_TRANSLATE_NOOP("Shortcuts", "Earlier or later in the queue"), ("Alt+Up", "Alt+Down")),
    (LISTS, QT_TRANSLATE_NOOP("Shortcuts", "Choose several"), ("Shift+Up", "Shift+Down", "Ctrl+Space")),
    (PLOTS, QT_TRANSLATE_NOOP("Shortcuts", "Read the values from place to place"), ("Left", "Right")),
    (PLOTS, QT_TRANSLATE_NOOP("Shortcuts", "Closer, or further away"), ("+", "-")),
    (PLOTS, QT_TRANSLATE_NOOP("Shortcuts", "Show everything"), ("Home",)),
    (PLOTS, QT_TRANSLATE_NOOP("Shortcuts", "Its numbers as a table, and back"), ("T",)),
    (PLOTS, QT_TRANSLATE_NOOP("Shortcuts", "Copy the rows of the table that are chosen, or all"), ("Ctrl+C",)),
    (AUDIENCE, QT_TRANSLATE_NOOP("Shortcuts", "The first prompt, to the ninth"), ("1", "9")),
    (AUDIENCE, QT_TRANSLATE_NOOP("Shortcuts", "Back to the window as it was"), ("Esc",)),
    (WORDS, QT_TRANSLATE_NOOP("Shortcuts", "Go on with the word, or see what else could stand there"), ("Return",)),
)  # fmt: skip


def shortcuts() -> Iterator[tuple[str, str, tuple[QKeySequence, ...]]]:
    """Where, what it does, and its keys; in the person's language."""
    for title, items in MENUS.items():
        menu = _plainly("Menus", title)
        for item in items:
            keys = tuple(filter(_is_on_all, item.keys)) if isinstance(item, MenuItem) else ()
            if isinstance(item, MenuItem) and keys:
                yield menu, _plainly("Menus", item.title), keys
    for number, place in enumerate(PLACES.values(), start=1):
        keys = (QKeySequence(f"Ctrl+{number}"),)
        yield QCoreApplication.translate("Shortcuts", ANYWHERE), QCoreApplication.translate("Rail", place), keys
    for where, what, written in OTHERS:
        where, what = (QCoreApplication.translate("Shortcuts", each) for each in (where, what))
        yield where, what, tuple(map(QKeySequence, written))


def _plainly(context: str, title: str) -> str:
    """Without the letter that opens it: marked in its word, or behind it in Chinese."""
    return re.sub(r"\(&.\)|&", "", QCoreApplication.translate(context, title))


def _is_on_all(key: QKeySequence) -> bool:
    """Not one of the keys that few keyboards have, such as “Open”."""
    written = key.toString(QKeySequence.SequenceFormat.PortableText)
    return "+" in written or written[1:].isdigit()


class ShortcutsDialog(QDialog):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        rows = list(shortcuts())
        self.table = QTableWidget(len(rows), 3)
        self.table.setAccessibleName(self.windowTitle())
        self.table.setHorizontalHeaderLabels([self.tr("Where"), self.tr("What it does"), self.tr("Keys")])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        for row, (where, what, keys) in enumerate(rows):
            written = "   ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
            for column, text in enumerate((where, what, written)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.table)
        layout.addWidget(buttons)
        room = self.screen().availableSize()
        self.resize(min(WIDTH, room.width()), min(HEIGHT, room.height()))
