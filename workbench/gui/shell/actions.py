"""What the menus offer, as data: name, title, shortcut, and when it can be chosen. The window says what each does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow

from workbench.messages.marking import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class MenuItem:
    name: str  # of what it does
    title: str
    shortcut: QKeySequence.StandardKey | str | None = None
    needs_project: bool = False


@dataclass(frozen=True)
class SchemeItem:
    """Light, dark, or as the system; ticked while the window has it."""

    title: str
    scheme: Qt.ColorScheme


KEY = QKeySequence.StandardKey
MENUS: dict[str, tuple[MenuItem | SchemeItem | None, ...]] = {
    QT_TRANSLATE_NOOP("Menus", "&Project"): (
        MenuItem("new", QT_TRANSLATE_NOOP("Menus", "&New …"), KEY.New),
        MenuItem("open", QT_TRANSLATE_NOOP("Menus", "&Open …"), KEY.Open),
        MenuItem("sample", QT_TRANSLATE_NOOP("Menus", "Try the &sample project")),
        MenuItem("close", QT_TRANSLATE_NOOP("Menus", "&Close"), KEY.Close, needs_project=True),
        None,
        MenuItem("pack", QT_TRANSLATE_NOOP("Menus", "Save as one &file …"), needs_project=True),
        MenuItem("unpack", QT_TRANSLATE_NOOP("Menus", "Open an &archive …")),
        None,
        MenuItem("import", QT_TRANSLATE_NOOP("Menus", "&Import text …"), "Ctrl+I", needs_project=True),
        None,
        MenuItem("quit", QT_TRANSLATE_NOOP("Menus", "&Quit"), KEY.Quit),
    ),
    QT_TRANSLATE_NOOP("Menus", "&View"): (
        SchemeItem(QT_TRANSLATE_NOOP("Menus", "As the &system"), Qt.ColorScheme.Unknown),
        SchemeItem(QT_TRANSLATE_NOOP("Menus", "&Light"), Qt.ColorScheme.Light),
        SchemeItem(QT_TRANSLATE_NOOP("Menus", "&Dark"), Qt.ColorScheme.Dark),
    ),
    QT_TRANSLATE_NOOP("Menus", "&Help"): (
        MenuItem("details", QT_TRANSLATE_NOOP("Menus", "Copy &details")),
        MenuItem("about", QT_TRANSLATE_NOOP("Menus", "&About")),
    ),
}


def make_menus(
    window: QMainWindow,
    does: Mapping[str, Callable[[], object]],
    project_shown: SignalInstance,
    scheme: Qt.ColorScheme,
    choose_scheme: Callable[[Qt.ColorScheme], object],
) -> None:
    """Fill the menu bar. `does` says what each item does, by its name; `scheme` is the one that is ticked at first."""
    schemes = QActionGroup(window)
    for title, items in MENUS.items():
        menu = window.menuBar().addMenu(QCoreApplication.translate("Menus", title))
        for item in items:
            if item is None:
                menu.addSeparator()
                continue
            action = QAction(QCoreApplication.translate("Menus", item.title), window)
            if isinstance(item, SchemeItem):
                action.setCheckable(True)
                action.setChecked(item.scheme is scheme)
                action.triggered.connect(lambda _checked, chosen=item.scheme: choose_scheme(chosen))
                schemes.addAction(action)
            else:
                action.triggered.connect(lambda _checked, name=item.name: does[name]())
                if item.shortcut is not None:
                    action.setShortcut(QKeySequence(item.shortcut))
                if item.needs_project:
                    action.setEnabled(False)
                    project_shown.connect(action.setEnabled)
            menu.addAction(action)
