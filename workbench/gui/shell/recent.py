"""The projects that were open before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMenu

from workbench.gui.plain import tip
from workbench.project.folder import DATABASE

MOST_RECENT = 8  # projects on the welcome page
RECENT = "recent"  # a setting


def recent_projects(settings: QSettings) -> list[Path]:
    """The newest first, as far as they are still there."""
    stored = cast("list[str]", settings.value(RECENT, [], type=list))
    return [Path(folder) for folder in stored if (Path(folder) / DATABASE).is_file()][:MOST_RECENT]


def remember_project(settings: QSettings, folder: Path) -> None:
    others = (str(known) for known in recent_projects(settings) if known != folder)
    settings.setValue(RECENT, [str(folder), *others][:MOST_RECENT])


def offer_recent(menu: QMenu, folders: Sequence[Path], open_one: Callable[[Path], object]) -> None:
    """Fill a menu with them."""
    menu.clear()
    for folder in folders:
        action = menu.addAction(folder.name.replace("&", "&&"))
        action.setToolTip(tip(str(folder)))
        action.triggered.connect(lambda _checked, folder=folder: open_one(folder))
    menu.setToolTipsVisible(True)
    menu.setEnabled(bool(folders))
