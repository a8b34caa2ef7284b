"""Files and passages that are dropped on the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from workbench.gui.shell.drop_sign import DropSign

DRAGGING = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class Dropping(QObject):
    """Takes what is dragged over `window`, with a sign that says what dropping it would do.

    Files are taken wherever they fall: a box to type in would else have them as addresses. A passage that falls on such
    a box goes on being that box's.
    """

    files_dropped = Signal(list)  # of Paths
    text_dropped = Signal(str)  # a passage, or the address of a page

    def __init__(self, window: QWidget, has_project: Callable[[], bool]) -> None:
        super().__init__(window)
        self.sign = DropSign(window)
        self._window = window
        self._has_project = has_project
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and (handle := self._window.windowHandle()) is not None:
            handle.installEventFilter(self)  # which hears of a drag before any box does
        if event.type() is QEvent.Type.DragLeave:
            self.sign.hide()
            return watched is self._window
        # Entering and moving are a kind of dropping to Qt, and may be taken or not as that is.
        if event.type() not in DRAGGING or not isinstance(event, QDropEvent):
            return False
        dropped = event.mimeData()
        if watched is not self._window and (not _files(dropped) or QApplication.activeModalWidget() is not None):
            return False
        if self._takes(dropped):
            _take(event)
        if event.type() is QEvent.Type.Drop:
            self.sign.hide()
            self._drop(dropped)
        elif event.isAccepted() and self.sign.isHidden():
            self.sign.say(self._words())
        return True

    def _takes(self, dropped: QMimeData) -> bool:
        return bool(_files(dropped)) or (self._has_project() and dropped.hasText())

    def _drop(self, dropped: QMimeData) -> None:
        if files := _files(dropped):
            self.files_dropped.emit(files)
        elif self._takes(dropped):
            self.text_dropped.emit(dropped.text())

    def _words(self) -> str:
        if self._has_project():
            return self.tr("Drop it here to import it as a text, or to open it as a model if it is one")
        return self.tr("Drop a project folder or an archive of one here to open it")


def _take(event: QDropEvent) -> None:
    """Whoever is told that it was moved deletes it."""
    can_copy = event.possibleActions() & Qt.DropAction.CopyAction
    event.setDropAction(Qt.DropAction.CopyAction if can_copy else Qt.DropAction.TargetMoveAction)
    event.accept()


def _files(dropped: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
