"""In front of an audience: the whole screen, large type, the curve and the words alone, prompts on the number keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow, QStatusBar, QWidget

from workbench.gui.theme import Theme

if TYPE_CHECKING:
    from workbench.gui.shell.workspace import Workspace

PLACES = frozenset({"train", "predict"})  # whose pages can be presented
LARGER = 1.5  # times as large as it was
LARGEST = 200  # percent
SMALLER = 10  # percent less at a time, where that is too large for the screen
QWIDGETSIZE_MAX = (1 << 24) - 1  # what Qt calls so: no limit


class Presentable(Protocol):
    """A page of one of PLACES."""

    def present(self, is_on: bool) -> None:
        """Leave what an audience wants to see alone, or bring all of it back."""

    def present_prompt(self, number: int) -> None:
        """Turn to one of the prompts, counted from 0, if there is such a one."""


class Presenting(QObject):
    """Shows a run that learns, or next words; afterwards all is as large, and as it was, before."""

    def __init__(self, window: QMainWindow, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._workspace: Workspace | None = None  # that is presented
        self._page: Presentable | None = None
        self._state = window.windowState()
        self._percent = theme.percent

    @property
    def is_on(self) -> bool:
        return self._workspace is not None

    def toggle(self, workspace: Workspace | None) -> None:
        if self.is_on:
            self.end()
        elif workspace is not None:
            self.begin(workspace)

    def begin(self, workspace: Workspace) -> None:
        """The run that is seen on Train, else next words."""
        if workspace.place != "train" or not workspace.train.has_run:
            workspace.go("predict")
        self._workspace, self._state, self._percent = workspace, self._window.windowState(), self._theme.percent
        self._show_frame(is_shown=False)
        self._window.setWindowState(self._state | Qt.WindowState.WindowFullScreen)
        workspace.place_changed.connect(self._turn_to)
        self._turn_to()
        self._enlarge(workspace.page(workspace.place))

    def _enlarge(self, page: QWidget) -> None:
        """As far as the page still fits the width of the screen."""
        percent, room = min(LARGEST, round(LARGER * self._percent)), self._window.screen().size().width()
        self._theme.zoom(percent)
        while percent > self._percent and page.minimumSizeHint().width() > room:
            percent = max(self._percent, percent - SMALLER)
            self._theme.zoom(percent)

    def end(self) -> None:
        workspace = self._workspace
        if workspace is None:
            return
        workspace.place_changed.disconnect(self._turn_to)
        if self._page is not None:
            self._page.present(False)
        self._page = None
        self._show_frame(is_shown=True)
        self._workspace = None
        self._window.setWindowState(self._state)
        self._theme.zoom(self._percent)

    def press(self, event: QKeyEvent) -> bool:
        """Whether it is a key of its own: Escape ends it, a number is a prompt."""
        if not self.is_on:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.end()
            return True
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < 9 and self._page is not None:
            self._page.present_prompt(number)
            return True
        return False

    def _turn_to(self) -> None:
        """To the page that is seen now; one that has nothing to present ends it."""
        if self._workspace is None:
            return
        if self._page is not None:
            self._page.present(False)
        place = self._workspace.place
        self._page = cast(Presentable, self._workspace.page(place)) if place in PLACES else None
        if self._page is None:
            self.end()
        else:
            self._page.present(True)

    def _show_frame(self, *, is_shown: bool) -> None:
        """A menu bar that is hidden does not answer to its keys; one of no height does."""
        self._window.menuBar().setMaximumHeight(QWIDGETSIZE_MAX if is_shown else 0)
        status = self._window.findChild(QStatusBar)
        if status is not None:
            status.setVisible(is_shown)
        if self._workspace is not None:
            self._workspace.rail.setVisible(is_shown)
