"""What the menus offer, as data: title, shortcut, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence

from workbench.errors import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workbench.gui.window import MainWindow


@dataclass(frozen=True)
class MenuItem:
    title: str
    do: Callable[[MainWindow], object]
    shortcut: QKeySequence.StandardKey | str | None = None


def _scheme(scheme: Qt.ColorScheme) -> Callable[[MainWindow], object]:
    return lambda window: QGuiApplication.styleHints().setColorScheme(scheme)


KEY = QKeySequence.StandardKey
MENUS: dict[str, tuple[MenuItem | None, ...]] = {
    QT_TRANSLATE_NOOP("Menus", "&Project"): (
        MenuItem(QT_TRANSLATE_NOOP("Menus", "&New …"), lambda window: window.ask_new(), KEY.New),
        MenuItem(QT_TRANSLATE_NOOP("Menus", "&Open …"), lambda window: window.ask_open(), KEY.Open),
        MenuItem(QT_TRANSLATE_NOOP("Menus", "Try the &sample project"), lambda window: window.make_sample()),
        MenuItem(QT_TRANSLATE_NOOP("Menus", "&Close"), lambda window: window.close_project(), KEY.Close),
        None,
        MenuItem(QT_TRANSLATE_NOOP("Menus", "&Import text …"), lambda window: window.ask_import(), "Ctrl+I"),
        None,
        MenuItem(QT_TRANSLATE_NOOP("Menus", "&Quit"), lambda window: window.close(), KEY.Quit),
    ),
    QT_TRANSLATE_NOOP("Menus", "&View"): (
        MenuItem(QT_TRANSLATE_NOOP("Menus", "As the &system"), _scheme(Qt.ColorScheme.Unknown)),
        MenuItem(QT_TRANSLATE_NOOP("Menus", "&Light"), _scheme(Qt.ColorScheme.Light)),
        MenuItem(QT_TRANSLATE_NOOP("Menus", "&Dark"), _scheme(Qt.ColorScheme.Dark)),
    ),
    QT_TRANSLATE_NOOP("Menus", "&Help"): (
        MenuItem(QT_TRANSLATE_NOOP("Menus", "&About"), lambda window: window.about()),
    ),
}


def make_menus(window: MainWindow) -> None:
    for name, items in MENUS.items():
        menu = window.menuBar().addMenu(QCoreApplication.translate("Menus", name))
        for item in items:
            if item is None:
                menu.addSeparator()
                continue
            action = QAction(QCoreApplication.translate("Menus", item.title), window)
            if item.shortcut is not None:
                action.setShortcut(QKeySequence(item.shortcut))
            action.triggered.connect(lambda _checked, chosen=item: chosen.do(window))
            menu.addAction(action)
