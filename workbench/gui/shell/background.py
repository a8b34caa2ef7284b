"""While nobody looks: the computer stays awake while something learns, and what took long says that it has ended."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from workbench.gui.jobs import Job, Jobs
from workbench.gui.shell.awake import Awake

STAY_AWAKE = "stay_awake"  # a setting
LONG_SECONDS = 60.0  # what took longer is worth being told of


class Background(QObject):
    """Watches the jobs of a window."""

    notified = Signal(str)

    def __init__(self, jobs: Jobs, settings: QSettings, window: QWidget, long_seconds: float = LONG_SECONDS) -> None:
        super().__init__(window)
        self._settings, self._window, self._long_seconds = settings, window, long_seconds
        self._learning: set[Job] = set()
        self._tray: QSystemTrayIcon | None = None
        self.awake = Awake(self)
        jobs.started.connect(self._watch)

    @property
    def stays_awake(self) -> bool:
        return bool(self._settings.value(STAY_AWAKE, True, type=bool))

    def choose(self, stays_awake: bool) -> None:
        self._settings.setValue(STAY_AWAKE, stays_awake)
        self._look()

    def _watch(self, job: Job) -> None:
        begun = time.monotonic()
        if job.can_stop:  # what keeps what it has done when it is stopped: a run that learns
            self._learning.add(job)
            self._look()
        job.ended.connect(lambda: self._ended(job, time.monotonic() - begun))

    def _ended(self, job: Job, seconds: float) -> None:
        self._learning.discard(job)
        self._look()
        if seconds >= self._long_seconds and job.title and not job.is_cancelled and not self._window.isActiveWindow():
            self._tell(self.tr("Ended: {what}").format(what=job.title.removesuffix(" …")))

    def _look(self) -> None:
        if self._learning and self.stays_awake:
            self.awake.hold(self.tr("A model is learning"))
        else:
            self.awake.release()

    def _tell(self, text: str) -> None:
        QApplication.alert(self._window)
        if QSystemTrayIcon.isSystemTrayAvailable():
            if self._tray is None:
                self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
                self._tray.messageClicked.connect(self._window.activateWindow)
            self._tray.show()
            self._tray.showMessage(self.tr("Nextword Workbench"), text, self._window.windowIcon())
        self.notified.emit(text)
