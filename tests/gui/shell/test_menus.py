"""The menus: what was done and typed is taken back, everything is written larger, and recent projects are opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.opening import open_in
from workbench.gui.shell.window import MainWindow
from workbench.project.project import Project
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import from_text
from workbench.values.run import RunStatus

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def action(window: MainWindow, title: str) -> QAction:
    (found,) = (each for each in window.findChildren(QAction) if each.text().replace("&", "") == title)
    return found


def menu(window: MainWindow, title: str) -> QMenu:
    (found,) = (each for each in window.findChildren(QMenu) if each.title().replace("&", "") == title)
    return found


def opened(qtbot: QtBot, window: MainWindow, project: Project) -> None:
    project.runs.create(
        corpus="tale", base=from_text("gpt-en"), model_sha256="0", fine_tuning=FineTuning(), status=RunStatus.FINISHED
    )
    project.close()
    assert open_in(window, project.folder)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


def test_ctrl_z_takes_back_what_was_done_to_runs_and_what_was_typed(
    qtbot: QtBot, window: MainWindow, tale_project: Project
) -> None:
    opened(qtbot, window, tale_project)
    assert window.workspace is not None
    window.workspace.go("history")
    history = window.workspace.history
    qtbot.mouseClick(history.filing.archive, Qt.MouseButton.LeftButton)
    assert history.table.runs[0].is_archived
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert not history.table.runs[0].is_archived
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert history.table.runs[0].is_archived
    history.search.words.setFocus()
    qtbot.keyClicks(history.search.words, "quick")
    menu(window, "Edit").aboutToShow.emit()
    assert action(window, "Undo").isEnabled() and not action(window, "Cut").isEnabled()
    action(window, "Undo").trigger()
    assert history.search.words.text() == "" and history.table.runs[0].is_archived
    window.workspace.go("model")
    window.workspace.model.open_button.setFocus()
    menu(window, "Edit").aboutToShow.emit()
    assert not action(window, "Undo").isEnabled()


def test_everything_is_written_larger_and_stays_so(new_window: Callable[[], MainWindow]) -> None:
    window = new_window()
    usual, heading = QApplication.font().pointSizeF(), window.welcome.sample.fontMetrics().height()
    try:
        for _ in range(3):
            action(window, "Zoom in").trigger()
        assert QApplication.font().pointSizeF() == usual * 1.5
        assert window.welcome.sample.fontMetrics().height() > heading
        assert window.theme.percent == 150
        action(window, "Zoom out").trigger()
        window.close()
        action(window, "Usual size").trigger()
    finally:
        window.theme.zoom(100)
    assert QApplication.font().pointSizeF() == usual


def test_the_zoom_is_there_again_at_the_next_start(new_window: Callable[[], MainWindow]) -> None:
    window = new_window()
    try:
        action(window, "Zoom in").trigger()
        window.close()
        window.theme.zoom(100)  # as a program that starts has it
        again = new_window()
        assert again.theme.percent == 110
        letters = {part.font().pointSizeF() for part in (again.menuBar(), again.statusBar(), again.welcome.sample)}
        assert letters == {QApplication.font().pointSizeF()}
    finally:
        window.theme.zoom(100)


def test_recent_projects_are_in_the_menu(qtbot: QtBot, window: MainWindow, tale_project: Project) -> None:
    opened(qtbot, window, tale_project)
    assert window.close_project()
    menu(window, "Project").aboutToShow.emit()
    (recent,) = menu(window, "Recent projects").actions()
    assert recent.text() == tale_project.folder.name
    recent.trigger()
    qtbot.waitUntil(lambda: window.context is not None, timeout=240_000)
    assert window.context is not None and window.context.project.folder == tale_project.folder
