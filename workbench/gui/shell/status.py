"""The status bar: what runs, how far it is, and how to end it; memory and device in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QStatusBar, QWidget

from workbench.gui.jobs import Job, Jobs
from workbench.gui.lanes import Kind
from workbench.gui.parts.elided import ElidedLabel
from workbench.gui.plain import Label, tip
from workbench.gui.words import quantities
from workbench.gui.words.quantities import duration
from workbench.gui.words.sentences import told
from workbench.training.events import StepMeasured
from workbench.values.progress import Progress

if TYPE_CHECKING:
    from psutil import Process

MEMORY_EVERY_MS = 2_000
MEMORY_CHARACTERS = 34  # of room for memory and device
LEAST_CHARACTERS, MOST_CHARACTERS = 72, 90  # of room for a job
TITLE_CHARACTERS = 14  # that are seen of it, however long what it is at is called
_STEPS = 1000  # of a bar: Qt counts in 32 bits, which bytes exceed


class StatusBar(QStatusBar):
    """As high with jobs as without; each job stays in its place until it has ended, whatever others come and go."""

    told = Signal(str)  # how far a job is, at each quarter, and that it is done: to be read aloud

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        jobs.started.connect(self._follow)
        self._places = JobPlaces()
        self.addWidget(self._places, 1)
        self._memory = ElidedLabel()
        self._memory.setProperty("quiet", True)
        self._memory.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)  # whatever the device is called
        self._memory.setFixedWidth(MEMORY_CHARACTERS * self.fontMetrics().averageCharWidth())
        self.addPermanentWidget(self._memory)
        self.shown: dict[Job, JobView] = {}
        self._process: Process | None = None
        self.device = ""  # what models run on, empty until TensorFlow is loaded
        self._timer = QTimer(self, interval=MEMORY_EVERY_MS)
        self._timer.timeout.connect(self._show_memory)

    def watch_memory(self) -> None:
        """From the first picture on."""
        from psutil import Process

        self._process = Process()
        self._timer.start()
        self._show_memory()

    def show_device(self, name: str) -> None:
        self.device = name
        self._show_memory()

    def _follow(self, job: Job) -> None:
        if job.kind is Kind.SHORT:
            return
        self.shown[job] = JobView(job)
        self._places.take_in(self.shown[job])
        self.shown[job].told.connect(self.told)
        job.ended.connect(lambda: self._forget(job))

    def _forget(self, job: Job) -> None:
        view = self.shown.pop(job)
        self._places.let_go(view)
        view.deleteLater()

    def _show_memory(self) -> None:
        if self._process is None:
            return
        gigabytes = self._process.memory_info().rss / 1e9
        memory = self.tr("Memory {used} GB").format(used=f"{gigabytes:.1f}")
        self._memory.setText(f"{memory} · {self.device}" if self.device else memory)


class JobPlaces(QWidget):
    """Places beside each other, as many as there is room for; who finds none waits unseen, and is counted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._views: list[JobView | None] = []  # by place
        self._idle = Label(self.tr("Ready"), self)
        self._idle.setProperty("quiet", True)
        self._more = Label(parent=self)
        self._more.setProperty("quiet", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._button = QPushButton(self)  # as high as those of the jobs will be
        self._button.hide()
        self._hold_height()

    def take_in(self, view: JobView) -> None:
        free = next((place for place, taken in enumerate(self._views) if taken is None), len(self._views))
        self._views[free : free + 1] = [view]
        view.setParent(self)
        self._place()

    def let_go(self, view: JobView) -> None:
        """Its place is free for the next, or for one that waits unseen; the others stay where they are."""
        place = self._views.index(view)
        self._views[place] = None
        view.hide()
        if place < self._seen:
            waiting = next((other for other in range(self._seen, len(self._views)) if self._views[other]), None)
            if waiting is not None:
                self._views[place] = self._views.pop(waiting)
        while self._views and self._views[-1] is None:
            self._views.pop()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "_button"):
            self._hold_height()

    def _hold_height(self) -> None:
        self.setFixedHeight(self._button.sizeHint().height() + 4)

    @property
    def _room(self) -> int:
        """For the places, beside the count of those that are not seen."""
        return self.width() - self.fontMetrics().horizontalAdvance("+00")

    @property
    def _seen(self) -> int:
        return max(1, self._room // (LEAST_CHARACTERS * self.fontMetrics().averageCharWidth()))

    def _place(self) -> None:
        most = MOST_CHARACTERS * self.fontMetrics().averageCharWidth()
        width = min(most, self._room // self._seen)
        for place, view in enumerate(self._views):
            if view is not None:
                view.setGeometry(place * width, 0, width, self.height())
                view.setVisible(place < self._seen)
        unseen = [view for view in self._views[self._seen :] if view is not None]
        self._more.setText(f"+{len(unseen)}" if unseen else "")
        self._more.setToolTip(tip("\n".join(view.title for view in unseen)))
        self._more.setGeometry(self._room, 0, self.width() - self._room, self.height())
        self._idle.setVisible(not any(self._views))
        self._idle.setGeometry(0, 0, self._idle.sizeHint().width(), self.height())


class JobView(QWidget):
    """One job: its title, progress, time left, and a button to end it: to stop and keep it where that can be done."""

    told = Signal(str)

    def __init__(self, job: Job, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job = job
        self._note = ""
        self._ending = ""  # what it says once it was told to end
        self._is_paused = False
        self._quarter = 0  # that was told of last
        self.text = ElidedLabel(job.title, mode=Qt.TextElideMode.ElideMiddle)
        self.text.setMinimumWidth(TITLE_CHARACTERS * self.fontMetrics().averageCharWidth())
        self.left = ElidedLabel()  # how long it takes yet, or what it is at: seen whole before the title is
        self.left.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(10 * self.fontMetrics().averageCharWidth())
        self.bar.setAccessibleName(self.tr("Progress of {title}").format(title=job.title))
        self.end = QPushButton(self.tr("Stop and keep") if job.can_stop else self.tr("Cancel"))
        self.end.setAccessibleName(quantities.named(self.end.text(), job.title))
        self.end.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # it is disabled when it is clicked, and the focus would go on
        self.end.clicked.connect(job.stop if job.can_stop else self._cancel)
        room = self.end.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.end.setSizePolicy(room)
        self.end.hide()  # until the first event: only what reports can be ended
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.left)
        layout.addWidget(self.bar)
        layout.addWidget(self.end)
        job.events.connect(self._show)
        job.paused.connect(self._show_paused)
        if not job.can_stop:  # what comes of a training is told where it is shown
            job.finished.connect(lambda _: self._tell_done())
        job.stopping.connect(lambda: self._show_ending(self.tr("stopping …")))

    @property
    def title(self) -> str:
        return self._job.title

    @property
    def words(self) -> str:
        """What it is and how far, however much of that is seen."""
        return quantities.named(self.title, self.left.text()) if self.left.text() else self.title

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
                self._progress(event.done, event.total, told(event.what) or self._left(event.seconds_left))
                return
            if isinstance(event, StepMeasured):
                self._progress(event.step, event.total_steps, self._left(event.seconds_left))
                return

    def _left(self, seconds: float | None) -> str:
        return "" if seconds is None else self.tr("{time} left").format(time=duration(seconds))

    def _progress(self, done: int, total: int, note: str) -> None:
        self.bar.setRange(0, _STEPS if total else 0)
        self.bar.setValue(_STEPS * done // total if total else 0)
        self._note = note
        self._write()
        quarter = 4 * done // total if total else 0
        if self._quarter < quarter < 4:
            share = self.tr("{share} % done").format(share=25 * quarter)
            self.told.emit(quantities.listing(filter(None, (quantities.named(self._job.title, share), note))))
        self._quarter = quarter

    def _tell_done(self) -> None:
        if not self.end.isHidden():  # what reported nothing took no time that anyone noticed
            self.told.emit(quantities.named(self._job.title, self.tr("done")))

    def _write(self) -> None:
        paused = self.tr("paused") if self._is_paused else ""
        note = self._ending or paused or self._note
        self.left.setText(note)
