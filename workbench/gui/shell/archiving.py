"""A whole project to and from one file: asking where, working in the background, and opening what came out."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from workbench.gui.jobs import Job, Jobs
from workbench.gui.words import quantities

if TYPE_CHECKING:
    from workbench.exporting.project_archive import Packed
    from workbench.project.project import Project
    from workbench.values.progress import Progress


class Archiving(QObject):
    """Works for a window, whose jobs show progress and can be cancelled."""

    unpacked = Signal(Path)  # the new project's folder
    saved = Signal(str, object)  # a sentence, and where the archive is
    failed = Signal(object)

    def __init__(self, jobs: Jobs, project: Callable[[], Project | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._project = project
        self._window = parent

    def ask_pack(self) -> None:
        project = self._project()
        if project is None:
            return
        from workbench.exporting.project_archive import suggested_archive

        suggested = str(project.folder.parent / suggested_archive(project))
        kinds = self.tr("Project in one file (*.nextword)")
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save the project as one file"), suggested, kinds)
        if chosen:
            self.pack(project, Path(chosen))

    def pack(self, project: Project, file: Path) -> Job:
        def work() -> Generator[Progress, None, Packed]:
            from workbench.exporting.project_archive import pack_project

            return pack_project(project, file)

        job = self._jobs.start_job(self.tr("Saving the project"), work, lane="files")
        job.failed.connect(self.failed)
        job.finished.connect(self._tell)
        return job

    def ask_unpack(self) -> None:
        kinds = self.tr("Project in one file (*.nextword *.zip)")
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open an archived project"), str(Path.home()), kinds
        )
        if chosen:
            self.ask_place(Path(chosen))

    def ask_place(self, file: Path) -> None:
        """Where the project in `file` is to lie."""
        folder, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Where to unpack the project"),
            str(file.with_suffix("")),
            options=QFileDialog.Option.ShowDirsOnly,
        )
        if folder:
            self.unpack(file, Path(folder))

    def unpack(self, file: Path, folder: Path) -> Job:
        def work() -> Generator[Progress, None, Path]:
            from workbench.exporting.project_archive import unpack_project

            return unpack_project(file, folder)

        job = self._jobs.start_job(self.tr("Unpacking the project"), work, lane="files")
        job.failed.connect(self.failed)
        job.finished.connect(self.unpacked)
        return job

    def _tell(self, packed: Packed) -> None:
        sentence = self.tr("The whole project is in {file}.").format(file=packed.file)
        if packed.missing:
            missing = quantities.listing(Path(path).name for path in packed.missing)
            gone = self.tr("Not in it, since they are gone: the models {names}.").format(names=missing)
            sentence = f"{sentence} {gone}"
        self.saved.emit(sentence, packed.file)
