"""The status bar: what runs, how far it is, and how to end it; memory and device in use."""

from __future__ import annotations

import psutil
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QStatusBar, QWidget

from workbench.gui.jobs import Job, Jobs
from workbench.gui.lanes import Kind
from workbench.gui.plain import Label
from workbench.gui.words.quantities import duration
from workbench.gui.words.sentences import told
from workbench.training.events import StepMeasured
from workbench.values.progress import Progress

MEMORY_EVERY_MS = 2_000
_STEPS = 1000  # of a bar: Qt counts in 32 bits, which bytes exceed


class StatusBar(QStatusBar):
    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        jobs.started.connect(self._follow)
        self._idle = Label(self.tr("Ready"))
        self._idle.setProperty("quiet", True)
        self.addWidget(self._idle)
        self._memory = Label()
        self._memory.setProperty("quiet", True)
        self.addPermanentWidget(self._memory)
        self.shown: dict[Job, JobView] = {}
        self._process = psutil.Process()
        self.device = ""  # what models run on, empty until TensorFlow is loaded
        self._timer = QTimer(self, interval=MEMORY_EVERY_MS)
        self._timer.timeout.connect(self._show_memory)
        self._timer.start()
        self._show_memory()

    def show_device(self, name: str) -> None:
        self.device = name
        self._show_memory()

    def _follow(self, job: Job) -> None:
        if job.kind is Kind.SHORT:
            return
        view = JobView(job)
        self.shown[job] = view
        self.addWidget(view)
        self._idle.hide()
        job.ended.connect(lambda: self._forget(job))

    def _forget(self, job: Job) -> None:
        view = self.shown.pop(job)
        self.removeWidget(view)
        view.deleteLater()
        self._idle.setVisible(not self.shown)

    def _show_memory(self) -> None:
        gigabytes = self._process.memory_info().rss / 1e9
        memory = self.tr("Memory {used} GB").format(used=f"{gigabytes:.1f}")
        self._memory.setText(f"{memory} · {self.device}" if self.device else memory)


class JobView(QWidget):
    """One job: its title, progress, time left, and a button to end it: to stop and keep it where that can be done."""

    def __init__(self, job: Job, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job = job
        self._note = ""
        self._ending = ""  # what it says once it was told to end
        self._is_paused = False
        self.text = Label(job.title)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(140)
        self.bar.setAccessibleName(self.tr("Progress of {title}").format(title=job.title))
        self.end = QPushButton(self.tr("Stop and keep") if job.can_stop else self.tr("Cancel"))
        self.end.setAccessibleName(f"{self.end.text()}: {job.title}")
        self.end.clicked.connect(job.stop if job.can_stop else self._cancel)
        self.end.hide()  # until the first event: only what reports can be ended
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 2, 8, 2)
        for widget in (self.text, self.bar, self.end):
            layout.addWidget(widget)
        job.events.connect(self._show)
        job.paused.connect(self._show_paused)
        job.stopping.connect(lambda: self._show_ending(self.tr("stopping …")))

    def _cancel(self) -> None:
        self._job.cancel()
        self._show_ending(self.tr("cancelling …"))

    def _show_ending(self, words: str) -> None:
        self.end.setEnabled(False)
        self._ending = words
        self._write()

    def _show_paused(self, paused: bool) -> None:
        self._is_paused = paused
        self._note = ""  # how much time is left is not known before the next step
        self._write()

    def _show(self, events: list[object]) -> None:
        self.end.show()
        for event in reversed(events):
            if isinstance(event, Progress):
                self._progress(event.done, event.total, told(event.what))
                return
            if isinstance(event, StepMeasured):
                left = "" if event.seconds_left is None else duration(event.seconds_left)
                self._progress(
                    event.step, event.total_steps, self.tr("{time} left").format(time=left) if left else ""
                )  # fmt: skip
                return

    def _progress(self, done: int, total: int, note: str) -> None:
        self.bar.setRange(0, _STEPS if total else 0)
        self.bar.setValue(_STEPS * done // total if total else 0)
        self._note = note
        self._write()

    def _write(self) -> None:
        paused = self.tr("paused") if self._is_paused else ""
        note = self._ending or paused or self._note
        self.text.setText(f"{self._job.title} · {note}" if note else self._job.title)
