"""Whoever does not see the window hears what everything in it is, and whoever's hand shakes hits it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.faces import faces
from tests.gui.hands import click, press, settle
from tests.gui.hearing import reached_by_tab, small, unheard
from tests.gui.stillness import named
from workbench.gui.shell.focus_ring import FocusRing
from workbench.gui.shell.window import MainWindow
from workbench.gui.shell.workspace import Workspace
from workbench.gui.theme import Look, colour
from workbench.messages.errors import KnownError
from workbench.values.progress import Progress

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ONCE = (
    "text",
    "model",
    "train",
    "train, every setting",
    "predict",
    "history",
    "results, 0",
)  # faces that Tab goes over


def in_front(window: MainWindow, qtbot: QtBot) -> None:
    """Keys go to the window that is active."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def missed(window: MainWindow) -> list[str]:
    """What Tab does not come to on the page, or where it stays."""
    assert window.workspace is not None
    page = window.workspace.seen
    window.workspace.rail.help.setFocus()
    met: list[QWidget] = []
    for _ in range(400):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        at = QApplication.focusWidget()
        if at is None or not page.isAncestorOf(at):
            break
        if at in met:
            return [f"Tab comes back to {named(at)}"]
        met.append(at)
    return [f"Tab misses {named(widget)}" for widget in reached_by_tab(page) if widget not in met]


def test_everything_has_a_name_and_room_for_a_hand_and_is_come_to_once(full: MainWindow, qtbot: QtBot) -> None:
    full.resize(1024, 570)
    in_front(full, qtbot)
    wrong: list[str] = []
    for face in faces(full):
        settle()
        found = [*unheard(full), *small(full), *(missed(full) if face in ONCE else ())]
        wrong += [f"{face}: {fault}" for fault in found]
    assert not wrong, "\n".join(wrong)


def test_what_happens_is_read_aloud(workspace: Workspace, window: MainWindow, qtbot: QtBot) -> None:
    said: list[str] = []
    window.announcer.announced.connect(said.append)
    window.banner.show_error(KnownError("file.empty", file="a.txt"))
    assert said == [window.banner.message.text()] and "a.txt" in said[0]

    def work() -> Iterator[Progress]:
        for done in (1, 2, 3, 4):
            yield Progress(done, 4, "b.txt")

    job = window.jobs.start_job("Importing", work, lane="files")
    qtbot.waitSignal(job.ended).wait()
    assert said[-1] == "Importing: done" and all(words.startswith("Importing") for words in said[1:])


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.CONTRAST])
def test_keys_have_a_ring_and_a_click_has_none(window: MainWindow, look: Look, qtbot: QtBot) -> None:
    window.theme.choose(look)
    in_front(window, qtbot)
    press(window, Qt.Key.Key_Tab)
    focused, ring = window.focusWidget(), window.findChild(FocusRing)
    assert focused is not None and ring is not None and ring.isVisible()
    corner = focused.mapTo(window, QPoint(0, 0))
    assert ring.geometry().contains(corner) and ring.geometry().contains(corner + focused.rect().bottomRight())
    line = QPoint(ring.geometry().left() + 1, ring.geometry().center().y())
    ratio = window.devicePixelRatioF()
    assert window.grab().toImage().pixelColor(line * ratio) == colour(window.palette(), "accent")
    click(window.menuBar(), QPoint(window.menuBar().width() - 5, 5))
    assert not ring.isVisible()


def test_f6_goes_from_part_to_part_and_back_to_where_it_was(
    workspace: Workspace, window: MainWindow, qtbot: QtBot
) -> None:
    workspace.go("train")
    in_front(window, qtbot)
    at = workspace.train.setup.prompts.edits[0]
    at.setFocus()
    window.banner.show_message("Something was done.")
    met = []
    for _ in range(3):
        press(window, Qt.Key.Key_F6)
        met.append(window.focusWidget())
    assert met == [window.banner.close_button, workspace.rail.buttons["text"], at]
    press(window, Qt.Key.Key_F6, SHIFT)
    assert window.focusWidget() is workspace.rail.buttons["text"]


def test_every_key_of_the_menus_is_in_the_list_and_escape_closes_it(window: MainWindow, qtbot: QtBot) -> None:
    in_front(window, qtbot)
    press(window, Qt.Key.Key_F1, CTRL)
    opened = QApplication.activeModalWidget()
    assert opened is not None
    (table,) = opened.findChildren(QTableWidget)
    listed = " ".join(table.item(row, 2).text() for row in range(table.rowCount())).split()
    keys = [action.shortcut().toString() for menu in window.menuBar().actions() for action in menu.menu().actions()]
    assert not [key for key in keys if "+" in key and key not in listed] and {"Ctrl+5", "F6", "T"} <= set(listed)
    press(opened, Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_the_look_that_was_chosen_is_there_at_the_next_start(new_window: object, window: MainWindow) -> None:
    window.choose_look(Look.CONTRAST)
    window.theme.choose(Look.SYSTEM)
    assert callable(new_window)
    assert new_window().theme.look is Look.CONTRAST
