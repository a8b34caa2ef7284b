"""The downloads from the Hub that this window runs: what each is at, and when one has ended."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from workbench.gui.context import Context
from workbench.gui.jobs import Job
from workbench.models.hub.cache import unfinished
from workbench.models.hub.connection import cache_folder, connect
from workbench.models.hub.download import download
from workbench.models.hub.progress import Downloading

NOT_BEGUN = Downloading(0, 0)


class Downloads(QObject):
    """Everything is told by the name of the model, since cards come and go while a download lasts."""

    changed = Signal(str)  # begun, come further, or ended
    finished = Signal(str)  # the model is on this computer

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._jobs: dict[str, Job] = {}
        self._progress: dict[str, Downloading] = {}
        self._files: dict[str, str] = {}

    @property
    def running(self) -> list[str]:
        return list(self._jobs)

    def progress(self, model: str) -> Downloading | None:
        """How far it is; None where it is not running."""
        return self._progress.get(model, NOT_BEGUN) if model in self._jobs else None

    def file(self, model: str) -> str:
        """Which of its files is on its way, where it is one of several that were to be chosen from."""
        return self._files.get(model, "")

    def left(self) -> dict[str, int]:
        """The downloads that can go on where they stopped, with the bytes that they have."""
        return {each.model: each.present_bytes for each in unfinished(cache_folder()) if each.model not in self._jobs}

    def start_download(self, model: str, file: str = "") -> None:
        """Begin, or go on, with a model or one GGUF file of it.

        One after the other: two at a time would only share the connection.
        """
        if model in self._jobs:
            return
        title = self.tr("Downloading {model}").format(model=model)
        job = self._context.jobs.start_job(title, lambda: download(connect(), model, file), lane="network")
        self._jobs[model], self._files[model] = job, file
        job.newest.connect(partial(self._show, model))
        job.finished.connect(lambda _folder: self._finish(model))
        job.failed.connect(self._context.failed)
        job.ended.connect(lambda: self._forget(model))
        self.changed.emit(model)

    def cancel(self, model: str) -> None:
        """What has come is kept."""
        if model in self._jobs:
            self._jobs[model].cancel()

    def _show(self, model: str, progress: Downloading) -> None:
        self._progress[model] = progress
        self.changed.emit(model)

    def _finish(self, model: str) -> None:
        self._forget(model)
        self.finished.emit(model)

    def _forget(self, model: str) -> None:
        if self._jobs.pop(model, None) is not None:
            self._progress.pop(model, None)
            self._files.pop(model, None)
            self.changed.emit(model)
