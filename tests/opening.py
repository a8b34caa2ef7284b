"""Opening a project in a window, which happens beside the window's thread, and waiting until that is over.

`workspace_of` shows the pages of one without a window around them.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.gui.context import Context
from workbench.gui.jobs import Jobs
from workbench.gui.shell.window import MainWindow
from workbench.gui.shell.workspace import Workspace
from workbench.gui.theme import Theme
from workbench.project.project import Project

WAIT_SECONDS = 60


def open_in(window: MainWindow, folder: Path) -> bool:
    """Whether the window shows the project in `folder`."""
    return _ended(window, folder, partial(window.open_project, folder))


def create_in(window: MainWindow, folder: Path) -> bool:
    """Whether the window shows a new project in `folder`."""
    return _ended(window, folder, partial(window.create_project, folder))


def workspace_of(qtbot: QtBot, project: Project, look: Theme, width: int, height: int) -> Iterator[Workspace]:
    """For a fixture to yield from; its jobs have ended afterwards."""
    jobs = Jobs()
    widget = Workspace(Context(project, jobs))
    look.dress(widget)
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    yield widget
    jobs.shutdown()


def _ended(window: MainWindow, folder: Path, begin: Callable[[], None]) -> bool:
    begin()
    end = time.monotonic() + WAIT_SECONDS
    while not window.welcome.isEnabled():
        assert time.monotonic() < end, "the project is not opened"
        QApplication.processEvents()
        time.sleep(0.005)  # QTest's own waiting would keep the other threads from running
    return window.context is not None and window.context.project.folder == folder.resolve()
