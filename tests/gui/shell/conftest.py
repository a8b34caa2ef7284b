"""Windows on a project that is empty or full, and such that speak a language of other letters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.faces import ended
from tests.gui.pseudo_walk import fill
from tests.opening import open_in, workspace_of
from tests.pseudo import spoken
from workbench.gui.shell.window import MainWindow
from workbench.gui.shell.workspace import Workspace
from workbench.gui.theme import Theme
from workbench.project.project import Project
from workbench.values.model_ref import from_text


@pytest.fixture
def pseudo_theme(qapp: object) -> Iterator[Theme]:
    look = Theme(qapp)  # type: ignore[arg-type]
    with spoken():
        yield look
    look.deleteLater()


@pytest.fixture
def empty_pseudo_workspace(qtbot: QtBot, project: Project, pseudo_theme: Theme) -> Iterator[Workspace]:
    yield from workspace_of(qtbot, project, 1000, 700)


@pytest.fixture
def pseudo_workspace(qtbot: QtBot, project: Project, tmp_path: Path, pseudo_theme: Theme) -> Iterator[Workspace]:
    for widget in workspace_of(qtbot, fill(project, tmp_path), 1000, 700):
        widget.context.choose_model(from_text("starter-en"))
        yield widget


@pytest.fixture
def empty(window: MainWindow, measured_computer: None, project: Project) -> MainWindow:
    project.close()
    assert open_in(window, project.folder)
    return window


@pytest.fixture
def full(window: MainWindow, measured_computer: None, tale_project: Project) -> MainWindow:
    for name in ("first", "second"):
        ended(tale_project, name)
    tale_project.close()
    assert open_in(window, tale_project.folder)
    assert window.context is not None
    window.context.choose_model(from_text("starter-en"))
    return window
