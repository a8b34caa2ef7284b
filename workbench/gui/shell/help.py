"""What Help offers of the installed program: whether it is whole, its log, its files, and newer versions of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from workbench.ground.log import without_home
from workbench.ground.places import log_folder
from workbench.gui.jobs import Jobs
from workbench.gui.parts.places import open_place
from workbench.gui.shell.files import FilesDialog
from workbench.installation.apart import checked
from workbench.services.updates import Release, is_off, newer_release


class Help(QObject):
    told = Signal(str)
    offered = Signal(str, str, object)  # a sentence, what can be done, and what does it
    failed = Signal(object)

    def __init__(self, jobs: Jobs, recent: Callable[[], Sequence[Path]], parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs, self._recent, self._window = jobs, recent, parent
        self.does: dict[str, Callable[[], object]] = {
            "check": self.check,
            "log": self.show_log,
            "files": self.show_files,
            "updates": self.look_for_updates,
        }

    @property
    def can(self) -> dict[str, bool]:
        return {"updates": not is_off()}

    def check(self) -> None:
        """In a process of its own."""
        job = self._jobs.start_job(self.tr("Checking this installation"), checked, lane="files", key="check")
        job.finished.connect(self._tell_checked)
        job.failed.connect(self.failed)

    def show_log(self) -> None:
        folder = log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        open_place(folder)

    def show_files(self) -> None:
        FilesDialog(self._recent(), self._window).open()

    def look_for_updates(self) -> None:
        """The one moment at which the program asks anybody, and only because a person does."""
        job = self._jobs.start_job(self.tr("Looking for a newer version"), newer_release, lane="network", key="updates")
        job.finished.connect(self._tell_release)
        job.failed.connect(self.failed)

    def offer_crash(self, left: str) -> None:
        """What the last start wrote when it ended by force: to be copied, or left where it is."""
        text = self.tr("The program ended unexpectedly last time; what it wrote of that is on this computer alone.")
        copied = without_home(left)
        self.offered.emit(text, self.tr("Copy"), lambda: QGuiApplication.clipboard().setText(copied))

    def _tell_checked(self, found: dict[str, Any]) -> None:
        wrong = [str(each["sentence"]) for each in found["checks"] if not each["passed"]]
        if wrong:
            self.told.emit("\n".join(wrong))
            return
        words = self.tr("This installation is whole: all {count} checks passed.")
        self.told.emit(words.format(count=len(found["checks"])))

    def _tell_release(self, found: Release | None) -> None:
        if found is None:
            self.told.emit(self.tr("This is the newest version."))
            return
        is_dated = (
            self.tr("Version {version} of {date} is there.") if found.date else self.tr("Version {version} is there.")
        )
        text = is_dated.format(version=found.version, date=found.date)
        text = " ".join(filter(None, (text, found.notes)))
        if found.page:
            page = QUrl(found.page)
            self.offered.emit(text, self.tr("Open its page"), lambda: QDesktopServices.openUrl(page))
        else:
            self.told.emit(text)
