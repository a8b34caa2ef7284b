"""A project is saved as one file from the menu, and opens from it in another place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.opening import create_in
from tests.tiny_models import tale
from workbench.gui.shell.window import MainWindow

PATIENCE = 240_000  # milliseconds, at most: the first step waits for TensorFlow to load, and a computer may be busy


def choose(window: MainWindow, title: str) -> None:
    (menu,) = [action.menu() for action in window.menuBar().actions() if action.text() == "&Project"]
    next(action for action in menu.actions() if action.text() == title).trigger()


def test_a_project_goes_through_one_file_to_another_place(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, elsewhere = tmp_path / "letters.zip", tmp_path / "elsewhere"
    assert create_in(window, tmp_path / "Letters") and window.context is not None
    (tmp_path / "tale.txt").write_text(tale(60), encoding="utf-8")
    for _ in window.context.services.texts.import_corpus([tmp_path / "tale.txt"]):
        pass
    # The system's own dialogs, which no test can press.
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(file), ""))
    with qtbot.waitSignal(window.archiving.saved, timeout=PATIENCE):
        choose(window, "Save as one &file …")
    assert str(file) in window.banner.message.text() and window.banner.isVisible()
    assert window.close_project()

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(elsewhere), ""))
    with qtbot.waitSignal(window.project_shown, timeout=PATIENCE):
        choose(window, "Open an &archive …")
    assert window.context is not None and window.context.project.folder == elsewhere
    assert [corpus.name for corpus in window.context.project.corpora.every()] == ["tale"]


def test_a_file_that_is_no_project_says_so_where_it_is_dropped(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "pictures.zip"
    file.write_bytes(b"PK no archive")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "project"), ""))
    with qtbot.waitSignal(window.archiving.failed, timeout=PATIENCE):
        window.import_files([file])
    assert "damaged" in window.banner.message.text()
    assert not (tmp_path / "project").exists()
