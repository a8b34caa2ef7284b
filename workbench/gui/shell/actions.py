"""What the menus offer, as data: title, what it does, shortcut, and when it can be chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from workbench.messages.errors import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workbench.gui.shell.window import MainWindow


@dataclass(frozen=True)
class MenuItem:
    title: str
    do: Callable[[MainWindow], object]
    shortcut: QKeySequence.StandardKey | str | None = None
    needs_project: bool = False
    scheme: Qt.ColorScheme | None = None  # ticked while the window has this one


def _scheme(title: str, scheme: Qt.ColorScheme) -> MenuItem:
    return MenuItem(title, lambda window: window.choose_scheme(scheme), scheme=scheme)


KEY = QKeySequence.StandardKey
MENUS: dict[str, tuple[MenuItem | None, ...]] = {
    QT_TRANSLATE_NOOP("Menus", "&Project"): (
        MenuItem(QT_TRANSLATE_NOOP("Menus", "&New …"), lambda window: window.ask_new(), KEY.New),
        MenuItem(QT_TRANSLATE_NOOP("Menus", "&Open …"), lambda window: window.ask_open(), KEY.Open),
        MenuItem(QT_TRANSLATE_NOOP("Menus", "Try the &sample project"), lambda window: window.make_sample()),
        MenuItem(QT_TRANSLATE_NOOP("Menus", "&Close"), lambda window: window.close_project(), KEY.Close, True),
        None,
        MenuItem(
            QT_TRANSLATE_NOOP("Menus", "Save as one &file …"),
            lambda window: window.archiving.ask_pack(),
            needs_project=True,
        ),
        MenuItem(QT_TRANSLATE_NOOP("Menus", "Open an &archive …"), lambda window: window.archiving.ask_unpack()),
        None,
        MenuItem(QT_TRANSLATE_NOOP("Menus", "&Import text …"), lambda window: window.ask_import(), "Ctrl+I", True),
        None,
        MenuItem(QT_TRANSLATE_NOOP("Menus", "&Quit"), lambda window: window.close(), KEY.Quit),
    ),
    QT_TRANSLATE_NOOP("Menus", "&View"): (
        _scheme(QT_TRANSLATE_NOOP("Menus", "As the &system"), Qt.ColorScheme.Unknown),
        _scheme(QT_TRANSLATE_NOOP("Menus", "&Light"), Qt.ColorScheme.Light),
        _scheme(QT_TRANSLATE_NOOP("Menus", "&Dark"), Qt.ColorScheme.Dark),
    ),
    QT_TRANSLATE_NOOP("Menus", "&Help"): (
        MenuItem(QT_TRANSLATE_NOOP("Menus", "&About"), lambda window: window.about()),
    ),
}


def make_menus(window: MainWindow) -> None:
    schemes = QActionGroup(window)
    for name, items in MENUS.items():
        menu = window.menuBar().addMenu(QCoreApplication.translate("Menus", name))
        for item in items:
            if item is None:
                menu.addSeparator()
                continue
            action = _action(item, window)
            if item.scheme is not None:
                schemes.addAction(action)
            menu.addAction(action)


def _action(item: MenuItem, window: MainWindow) -> QAction:
    action = QAction(QCoreApplication.translate("Menus", item.title), window)
    action.triggered.connect(lambda _checked: item.do(window))
    if item.shortcut is not None:
        action.setShortcut(QKeySequence(item.shortcut))
    if item.needs_project:
        action.setEnabled(False)
        window.project_shown.connect(action.setEnabled)
    if item.scheme is not None:
        action.setCheckable(True)
        action.setChecked(item.scheme is window.theme.scheme)
    return action
