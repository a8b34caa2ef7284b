"""From the first page to a project: the sample in one click, recent projects, and nothing half-made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import platformdirs
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.opening import create_in, open_in
from workbench.gui.shell.window import MainWindow
from workbench.project.project import Project
from workbench.services import sample_project as sample
from workbench.values.labels import LabelKind

WAIT = 30_000  # milliseconds, at most


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "documents"
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(folder))
    return folder


def click(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def recent(window: MainWindow) -> list[QPushButton]:
    names = [f"Open {folder.name}" for folder in window.recent_projects()]
    return [button for button in window.welcome.findChildren(QPushButton) if button.accessibleName() in names]


def test_one_click_leads_to_the_sample_project_ready_to_train(
    qtbot: QtBot, window: MainWindow, documents: Path
) -> None:
    click(qtbot, window.welcome.sample)
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=WAIT)
    assert window.workspace is not None and window.context is not None
    assert not window.welcome.isVisible()
    assert window.context.project.folder == documents / "Lighthouse sample"
    assert (window.context.corpus, str(window.context.model)) == (sample.CORPUS, sample.MODEL)
    labels = {corpus.name: corpus.contents.labels for corpus in window.context.project.corpora.every()}
    kinds = {name: found and found.kind for name, found in labels.items()}
    assert kinds == {sample.CORPUS: None, sample.LABELLED: LabelKind.CLASSES, sample.TAGGED: LabelKind.TAGS}
    assert window.workspace.place == "train"
    setup = window.workspace.train.setup
    assert setup.start.isEnabled() and setup.prompts.edits[0].text() == sample.PROMPT
    assert window.focusWidget() is setup.start


def test_a_second_sample_project_gets_a_folder_of_its_own(qtbot: QtBot, window: MainWindow, documents: Path) -> None:
    for expected in ("Lighthouse sample", "Lighthouse sample 2"):
        click(qtbot, window.welcome.sample)
        assert not window.welcome.sample.isEnabled()
        qtbot.waitUntil(lambda: window.workspace is not None, timeout=WAIT)
        assert window.context is not None and window.context.project.folder == documents / expected
        qtbot.waitUntil(window.welcome.sample.isEnabled, timeout=WAIT)
        assert window.close_project()


def test_a_cancelled_sample_leaves_nothing(documents: Path) -> None:
    making = sample.make_sample_project(documents / "sample")
    next(making)
    assert (documents / "sample").exists()
    making.close()
    assert not (documents / "sample").exists()


def test_a_sample_is_not_made_over_other_files(qtbot: QtBot, window: MainWindow, documents: Path) -> None:
    documents.mkdir()
    (documents / "letter.txt").write_text("Dear")
    window.make_sample(documents)
    qtbot.waitUntil(window.banner.isVisible, timeout=WAIT)
    assert "already holds" in window.banner.message.text()
    assert [file.name for file in documents.iterdir()] == ["letter.txt"]


def test_without_recent_projects_there_is_no_heading_for_them(window: MainWindow) -> None:
    assert not window.welcome.recent_title.isVisible()


def test_recent_projects_are_offered_newest_first_as_long_as_they_exist(
    qtbot: QtBot, new_window: Callable[[], MainWindow], tmp_path: Path
) -> None:
    window = new_window()
    for name in ("first", "second", "third"):
        assert create_in(window, tmp_path / name)
    window.close()
    (tmp_path / "second" / "project.sqlite").unlink()
    again = new_window()
    assert [button.text() for button in recent(again)] == ["third", "first"]
    click(qtbot, recent(again)[1])
    qtbot.waitUntil(lambda: again.context is not None, timeout=WAIT)
    assert again.context is not None and again.context.project.name == "first"
    assert [folder.name for folder in again.recent_projects()] == ["first", "third"]


def test_a_recent_project_that_has_gone_meanwhile_is_told_plainly(
    qtbot: QtBot, window: MainWindow, settings: QSettings, tmp_path: Path
) -> None:
    assert create_in(window, tmp_path / "project")
    window.close_project()
    (button,) = recent(window)
    (tmp_path / "project" / "project.sqlite").unlink()
    click(qtbot, button)
    qtbot.waitUntil(window.banner.isVisible, timeout=WAIT)
    assert "There is no project" in window.banner.message.text()
    assert window.welcome.isVisible()


def test_a_project_that_is_open_elsewhere_is_told_plainly(window: MainWindow, project: Project) -> None:
    assert not open_in(window, project.folder)
    assert "open in another window" in window.banner.message.text()
    assert window.welcome.isVisible()
