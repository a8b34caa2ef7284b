"""In a language of other letters, every letter of the window has come from a catalogue, or from the person."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import (
    QLabel,
    QMessageBox,
)
from pytestqt.qtbot import QtBot

from tests.gui.pseudo_walk import found, known_of
from tests.pseudo import leaks
from workbench.ground.speech import LANGUAGES
from workbench.gui.shell.about import show_about
from workbench.gui.shell.window import MainWindow
from workbench.gui.shell.workspace import Workspace
from workbench.gui.theme import Theme
from workbench.messages.errors import KnownError
from workbench.messages.message import message

PLACES = ("text", "model", "train", "predict", "history", "results")


pytestmark = pytest.mark.usefixtures("pseudo_theme")


def test_every_letter_of_the_pages_of_an_empty_project_is_from_a_catalogue(empty_pseudo_workspace: Workspace) -> None:
    for place in PLACES:
        empty_pseudo_workspace.go(place)
        assert found(empty_pseudo_workspace.seen, known_of(empty_pseudo_workspace)) == [], place
    assert found(empty_pseudo_workspace, known_of(empty_pseudo_workspace)) == []


def test_every_letter_of_the_pages_of_a_full_project_is_from_a_catalogue(
    qtbot: QtBot, pseudo_workspace: Workspace
) -> None:
    known = known_of(pseudo_workspace)
    for place in PLACES:
        pseudo_workspace.go(place)
        if place == "history":
            pseudo_workspace.history.view.selectAll()
            qtbot.waitUntil(lambda: not pseudo_workspace.context.jobs.running, timeout=240_000)
            assert found(pseudo_workspace.seen, known) == []
            pseudo_workspace.history.view.selectRow(0)
        qtbot.waitUntil(lambda: not pseudo_workspace.context.jobs.running, timeout=240_000)
        assert found(pseudo_workspace.seen, known) == [], place
    assert found(pseudo_workspace, known) == []


def test_every_letter_of_the_window_and_its_menus_is_from_a_catalogue(
    qtbot: QtBot, tmp_path: Path, pseudo_theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = MainWindow(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat), pseudo_theme)
    qtbot.addWidget(window)
    window.show()
    window.banner.show_error(KnownError("file.damaged", file="письмо", detail=message("damage.not_json")))
    asked: list[str] = []
    monkeypatch.setattr(QMessageBox, "about", lambda _parent, title, text: asked.extend([title, text]))
    show_about(window)
    from workbench import __version__

    assert found(window, frozenset({str(Path.home()), *LANGUAGES.values()})) == []
    assert [text for text in asked if leaks(text, frozenset({__version__}))] == []


def test_every_letter_of_a_question_is_from_a_catalogue(
    qtbot: QtBot, pseudo_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str, str]] = []
    known = known_of(pseudo_workspace)
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.extend(found(box, known)))
    pseudo_workspace.go("history")
    pseudo_workspace.history.delete(pseudo_workspace.context.project.runs.every()[:1])
    assert asked == []


def test_a_text_that_is_in_no_catalogue_is_found(qtbot: QtBot) -> None:
    label = QLabel("Forgotten")
    qtbot.addWidget(label)
    assert found(label, frozenset()) == [("QLabel", "text", "Forgotten")]
