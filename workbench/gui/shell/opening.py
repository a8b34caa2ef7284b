"""Opening a project beside the window, and which ones were open before."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path
from typing import cast

from PySide6.QtCore import QSettings

from workbench.messages.errors import KnownError
from workbench.project.project import DATABASE, Project

MOST_RECENT = 8  # projects on the welcome page
RECENT = "recent"  # a setting


def recent_projects(settings: QSettings) -> list[Path]:
    """The newest first, as far as they are still there."""
    stored = cast("list[str]", settings.value(RECENT, [], type=list))
    return [Path(folder) for folder in stored if (Path(folder) / DATABASE).is_file()][:MOST_RECENT]


def remember_project(settings: QSettings, folder: Path) -> None:
    others = (str(known) for known in recent_projects(settings) if known != folder)
    settings.setValue(RECENT, [str(folder), *others][:MOST_RECENT])


def opened(folder: Path) -> Project:
    """Where it cannot be written to it is looked at; where it is open elsewhere, the person is told so."""
    try:
        return Project.open(folder)
    except KnownError as error:
        if error.code != "project.read_only":
            raise
    return Project.look(folder)


def until_taken(make: Callable[[], Project]) -> Generator[None, None, Project]:
    """What `make` opens is closed again where nobody waits for it any more."""
    project = make()
    try:
        yield
    except GeneratorExit:
        project.close()
        raise
    return project
