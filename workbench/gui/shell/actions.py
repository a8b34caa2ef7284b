"""What the menus offer, as data: name, title, shortcut, and when it can be chosen. The window says what each does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from workbench.ground.speech import LANGUAGES, SYSTEM
from workbench.gui.theme import Look
from workbench.messages.marking import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class MenuItem:
    name: str  # of what it does
    title: str
    shortcut: QKeySequence.StandardKey | str | None = None
    needs_project: bool = False

    @property
    def keys(self) -> tuple[QKeySequence, ...]:
        """Of which a system may have several."""
        if isinstance(self.shortcut, QKeySequence.StandardKey):
            return tuple(QKeySequence.keyBindings(self.shortcut))
        return () if self.shortcut is None else (QKeySequence(self.shortcut),)


@dataclass(frozen=True)
class LookItem:
    """One of the ways that the window can look; ticked while it does."""

    title: str
    look: Look


@dataclass(frozen=True)
class TickItem:
    """Ticked or not: `ticks` says what it is at first, and what it does is given the tick."""

    name: str
    title: str


@dataclass(frozen=True)
class LanguageMenu:
    """A menu of its own with the languages, each by its own name; the one that was chosen is ticked."""

    title: str


@dataclass(frozen=True)
class RecentItem:
    """A menu of its own with the projects that were open before."""

    title: str


KEY = QKeySequence.StandardKey
MENUS: dict[str, tuple[MenuItem | LookItem | TickItem | LanguageMenu | RecentItem | None, ...]] = {
    QT_TRANSLATE_NOOP("Menus", "&Project"): (
        MenuItem("new", QT_TRANSLATE_NOOP("Menus", "&New …"), KEY.New),
        MenuItem("open", QT_TRANSLATE_NOOP("Menus", "&Open …"), KEY.Open),
        MenuItem("sample", QT_TRANSLATE_NOOP("Menus", "Try the &sample project")),
        RecentItem(QT_TRANSLATE_NOOP("Menus", "&Recent projects")),
        MenuItem("close", QT_TRANSLATE_NOOP("Menus", "&Close"), KEY.Close, needs_project=True),
        None,
        MenuItem("pack", QT_TRANSLATE_NOOP("Menus", "Save as one &file …"), needs_project=True),
        MenuItem("unpack", QT_TRANSLATE_NOOP("Menus", "Open an &archive …")),
        None,
        MenuItem("import", QT_TRANSLATE_NOOP("Menus", "&Import text …"), "Ctrl+I", needs_project=True),
        None,
        MenuItem("quit", QT_TRANSLATE_NOOP("Menus", "&Quit"), KEY.Quit),
    ),
    QT_TRANSLATE_NOOP("Menus", "&Edit"): (
        MenuItem("undo", QT_TRANSLATE_NOOP("Menus", "&Undo"), KEY.Undo),
        MenuItem("redo", QT_TRANSLATE_NOOP("Menus", "&Redo"), KEY.Redo),
        None,
        MenuItem("cut", QT_TRANSLATE_NOOP("Menus", "Cu&t")),
        MenuItem("copy", QT_TRANSLATE_NOOP("Menus", "&Copy")),
        MenuItem("paste", QT_TRANSLATE_NOOP("Menus", "&Paste")),
        MenuItem("select_all", QT_TRANSLATE_NOOP("Menus", "Select &all")),
    ),
    QT_TRANSLATE_NOOP("Menus", "&View"): (
        MenuItem("larger", QT_TRANSLATE_NOOP("Menus", "Zoom &in"), KEY.ZoomIn),
        MenuItem("smaller", QT_TRANSLATE_NOOP("Menus", "Zoom &out"), KEY.ZoomOut),
        MenuItem("usual", QT_TRANSLATE_NOOP("Menus", "&Usual size"), "Ctrl+0"),
        None,
        MenuItem("present", QT_TRANSLATE_NOOP("Menus", "&Present"), "F11", needs_project=True),
        None,
        LookItem(QT_TRANSLATE_NOOP("Menus", "As the &system"), Look.SYSTEM),
        LookItem(QT_TRANSLATE_NOOP("Menus", "&Light"), Look.LIGHT),
        LookItem(QT_TRANSLATE_NOOP("Menus", "&Dark"), Look.DARK),
        LookItem(QT_TRANSLATE_NOOP("Menus", "&High contrast"), Look.CONTRAST),
        None,
        LanguageMenu(QT_TRANSLATE_NOOP("Menus", "Lan&guage")),
        None,
        MenuItem("next_part", QT_TRANSLATE_NOOP("Menus", "&Next part of the window"), "F6"),
        MenuItem("previous_part", QT_TRANSLATE_NOOP("Menus", "&Previous part of the window"), "Shift+F6"),
        None,
        TickItem("awake", QT_TRANSLATE_NOOP("Menus", "Keep the computer &awake while it learns")),
    ),
    QT_TRANSLATE_NOOP("Menus", "&Help"): (
        MenuItem("glossary", QT_TRANSLATE_NOOP("Menus", "&Glossary"), KEY.HelpContents),
        MenuItem("lesson", QT_TRANSLATE_NOOP("Menus", "&Lesson: what is a language model?")),
        MenuItem("tour", QT_TRANSLATE_NOOP("Menus", "T&our")),
        MenuItem("whats_this", QT_TRANSLATE_NOOP("Menus", "What is &this?"), KEY.WhatsThis),
        MenuItem("shortcuts", QT_TRANSLATE_NOOP("Menus", "&Keyboard shortcuts"), "Ctrl+F1"),
        None,
        MenuItem("check", QT_TRANSLATE_NOOP("Menus", "&Check this installation")),
        MenuItem("log", QT_TRANSLATE_NOOP("Menus", "Show &log folder")),
        MenuItem("files", QT_TRANSLATE_NOOP("Menus", "Where are my &files?")),
        MenuItem("updates", QT_TRANSLATE_NOOP("Menus", "Check for &updates")),
        None,
        MenuItem("details", QT_TRANSLATE_NOOP("Menus", "Copy &details")),
        MenuItem("about", QT_TRANSLATE_NOOP("Menus", "&About")),
    ),
}


def make_menus(
    window: QMainWindow,
    does: Mapping[str, Callable[[], object]],
    project_shown: SignalInstance,
    look: Look,
    choose_look: Callable[[Look], object],
    can: Callable[[], Mapping[str, bool]],
    offer_recent: Callable[[QMenu], object],
    language: str,
    choose_language: Callable[[str], object],
    ticks: Mapping[str, tuple[bool, Callable[[bool], object]]],
) -> None:
    """Fill the menu bar.

    `does` says what each item does, by its name; `look` is the one that is ticked at first; `can` is asked when a
    menu opens which items have something to do, and `offer_recent` fills the menu of recent projects. `language` is the
    chosen one: SYSTEM or one of LANGUAGES. `ticks` has for each item that is ticked or not what it is at first, and
    what it does.
    """
    looks = QActionGroup(window)
    for title, items in MENUS.items():
        menu = window.menuBar().addMenu(QCoreApplication.translate("Menus", title))
        named: dict[str, QAction] = {}
        menu.aboutToShow.connect(lambda named=named: _enable(named, can()))
        # Closed, they answer to their keys whatever could be done when they were opened last.
        menu.aboutToHide.connect(lambda named=named: _enable(named, dict.fromkeys(can(), True)))
        for item in items:
            if item is None:
                menu.addSeparator()
                continue
            if isinstance(item, RecentItem):
                recent = menu.addMenu(QCoreApplication.translate("Menus", item.title))
                menu.aboutToShow.connect(lambda recent=recent: offer_recent(recent))
                continue
            if isinstance(item, LanguageMenu):
                languages = menu.addMenu(QCoreApplication.translate("Menus", item.title))
                _offer_languages(languages, language, choose_language)
                continue
            action = QAction(QCoreApplication.translate("Menus", item.title), window)
            if isinstance(item, LookItem):
                action.setCheckable(True)
                action.setChecked(item.look is look)
                action.triggered.connect(lambda _checked, chosen=item.look: choose_look(chosen))
                looks.addAction(action)
            elif isinstance(item, TickItem):
                ticked, do = ticks[item.name]
                action.setCheckable(True)
                action.setChecked(ticked)
                action.triggered.connect(do)
            else:
                named[item.name] = action
                action.triggered.connect(lambda _checked, name=item.name: does[name]())
                action.setShortcuts(item.keys)
                if item.needs_project:
                    action.setEnabled(False)
                    project_shown.connect(action.setEnabled)
            menu.addAction(action)


def _offer_languages(menu: QMenu, chosen: str, choose: Callable[[str], object]) -> None:
    group = QActionGroup(menu)
    for code, name in {SYSTEM: QCoreApplication.translate("Menus", "As the &system"), **LANGUAGES}.items():
        action = group.addAction(name)
        action.setCheckable(True)
        action.setChecked(code == chosen)
        action.triggered.connect(lambda _checked, code=code: choose(code))
        menu.addAction(action)


def _enable(actions: Mapping[str, QAction], can: Mapping[str, bool]) -> None:
    for name, possible in can.items():
        if name in actions:
            actions[name].setEnabled(possible)
