"""Choosing another language, which the window has when it starts the next time: at once, if the person likes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


class RestartQuestion(QMessageBox):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(self.tr("Language"))
        self.setText(
            self.tr("The window takes the language when it starts the next time. Your projects stay as they are.")
        )
        self._now = self.addButton(self.tr("Restart now"), QMessageBox.ButtonRole.AcceptRole)
        later = self.addButton(self.tr("Later"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self._now)
        self.setEscapeButton(later)

    def is_answered_yes(self) -> bool:
        self.exec()
        return self.clickedButton() is self._now


def restart_command(
    project: Path | None, typed: Sequence[str] = sys.orig_argv, own: Sequence[str] = sys.argv
) -> list[str]:
    """What starts the window again, on the project that was open."""
    script = list(typed[1 : len(typed) - len(own) + 1])  # Python's own options, and what it runs
    return [sys.executable, *script, "window", *([] if project is None else [str(project)])]


def start_again(command: Sequence[str]) -> None:
    """Raises OSError. The new process outlives this one."""
    subprocess.Popen(list(command), start_new_session=True)
