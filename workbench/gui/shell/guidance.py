"""What guides somebody who is new to all this: words that explain themselves, the tour, and the lesson."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QMainWindow

from workbench.gui.shell.explaining import Explaining
from workbench.gui.shell.tour import Touring
from workbench.gui.words.pages import about_page
from workbench.values.run import Run

if TYPE_CHECKING:
    from workbench.gui.shell.workspace import Workspace


class Guidance(QObject):
    def __init__(
        self, window: QMainWindow, workspace: Callable[[], Workspace | None], make_sample: Callable[[], object],
        make_lesson: Callable[[], object], settings: QSettings,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._workspace, self._make_lesson = workspace, make_lesson
        self.explaining = Explaining(window, self._learnt_run, self._about_page)
        self.touring = Touring(window, workspace, make_sample, settings)
        self.does: dict[str, Callable[[], object]] = {
            **self.explaining.does,
            **self.touring.does,
            "lesson": self.open_lesson,
        }

    def show_project(self, is_shown: bool) -> None:
        """A project was opened, or the one that was open is closed."""
        workspace = self._workspace()
        if is_shown and workspace is not None and workspace.is_led:
            workspace.show_chapter(workspace.chapter or 0)
        self.touring.show_project(is_shown)

    def open_lesson(self) -> None:
        """Where it was left, in the project that is open if that is one for it; else in a sample project."""
        workspace = self._workspace()
        if workspace is not None and workspace.chapter is not None:
            workspace.show_chapter(workspace.chapter)
        else:
            self._make_lesson()

    def leave(self) -> bool:
        """Escape was pressed: whether there was something to leave."""
        return self.touring.end()

    def _about_page(self) -> str:
        workspace = self._workspace()
        return about_page("welcome" if workspace is None else workspace.place)

    def _learnt_run(self) -> Run | None:
        """Which examples are taken from."""
        workspace = self._workspace()
        return None if workspace is None else workspace.shown_run
