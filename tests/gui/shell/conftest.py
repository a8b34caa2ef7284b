"""Windows on a project that is empty or full, with a photographer, and such that speak a language of other letters."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.faces import ended
from tests.gui.pseudo_walk import fill
from tests.opening import create_in, open_in, workspace_of
from tests.places import ROOT
from tests.pseudo import spoken
from workbench.gui.context import MODEL
from workbench.gui.shell.window import MainWindow
from workbench.gui.shell.workspace import Workspace
from workbench.gui.theme import Theme
from workbench.project.project import Project
from workbench.values.model_ref import from_text

# A whole job takes some ten seconds: it is done on a real display where one can be had, else without one.
WITHOUT_A_DISPLAY = pytest.mark.skipif(
    os.environ.get("QT_QPA_PLATFORM") == "offscreen" and shutil.which("Xvfb") is not None,
    reason="done on a real display, by test_the_whole_job_in_a_real_window",
)
ARTIFACTS = Path(os.environ.get("NEXTWORD_ARTIFACTS", ROOT / "artifacts"))


class Photographer:
    """Keeps a picture of what is really on the screen, so that a person can look at it after the tests."""

    def __init__(self, qtbot: QtBot, window: MainWindow, folder: Path) -> None:
        self._qtbot, self._window, self._folder = qtbot, window, folder
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, name: str) -> None:
        self._qtbot.wait(150)
        whole = self._window.screen().grabWindow(self._window.winId())
        (whole if not whole.isNull() else self._window.grab()).save(str(self._folder / f"{name}.png"))


@pytest.fixture
def photograph(qtbot: QtBot, window: MainWindow) -> Callable[[str], None]:
    return Photographer(qtbot, window, ARTIFACTS / QApplication.platformName()).take


@pytest.fixture
def workspace(window: MainWindow, tmp_path: Path) -> Iterator[Workspace]:
    assert create_in(window, tmp_path / "project")
    assert window.workspace is not None
    yield window.workspace
    window.jobs.end_all()


@pytest.fixture
def pseudo_theme(qapp: object) -> Iterator[Theme]:
    look = Theme(qapp)  # type: ignore[arg-type]
    with spoken():
        yield look
    look.deleteLater()


@pytest.fixture
def empty_pseudo_workspace(qtbot: QtBot, project: Project, pseudo_theme: Theme) -> Iterator[Workspace]:
    yield from workspace_of(qtbot, project, pseudo_theme, 1000, 700)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, empty_project: Path) -> Path:
    """The folder of a project in other letters, to be copied."""
    place = tmp_path_factory.mktemp("filled")
    with Project.open(shutil.copytree(empty_project, place / "project")) as project:
        fill(project, place)
    return place / "project"


@pytest.fixture
def pseudo_workspace(qtbot: QtBot, filled: Path, tmp_path: Path, pseudo_theme: Theme) -> Iterator[Workspace]:
    with Project.open(shutil.copytree(filled, tmp_path / "project")) as project:
        for widget in workspace_of(qtbot, project, pseudo_theme, 1000, 700):
            widget.context.choose_model(from_text("starter-en"))
            yield widget


@pytest.fixture
def empty(window: MainWindow, measured_computer: None, project: Project) -> MainWindow:
    project.close()
    assert open_in(window, project.folder)
    return window


@pytest.fixture(scope="session")
def two_runs(tmp_path_factory: pytest.TempPathFactory, full_project: Path) -> Path:
    """The folder of a project with a text, the runs “first” and “second” and a chosen model, to be copied."""
    folder = tmp_path_factory.mktemp("runs") / "project"
    with Project.open(shutil.copytree(full_project, folder)) as project:
        for name in ("first", "second"):
            ended(project, name)
        project.preferences.set(MODEL, "starter-en")
    return folder


@pytest.fixture
def full(window: MainWindow, measured_computer: None, two_runs: Path, tmp_path: Path) -> MainWindow:
    assert open_in(window, shutil.copytree(two_runs, tmp_path / "project"))
    return window
