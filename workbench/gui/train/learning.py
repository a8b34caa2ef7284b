"""The run that is learning: its job, how far it is, and which row of the project it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QLocale, QObject, Signal

from workbench.experiments.side_by_side import Beside
from workbench.experiments.what_now import what_now
from workbench.gui.context import Context
from workbench.gui.jobs import Endings, Job
from workbench.gui.train.train_live import TrainLive
from workbench.gui.words.sentences import sentence, told
from workbench.messages.errors import KnownError
from workbench.training.events import (
    Arrived,
    CheckpointPassedOver,
    CheckpointSaved,
    Command,
    Event,
    StepMeasured,
    TextRemarked,
    WentOn,
)
from workbench.values.run import Run

ENDINGS = Endings(stop=Command.STOP, leave=Command.LEAVE)


class Learning(QObject):
    """Drives one run at a time, and shows it on the face that is given."""

    recorded = Signal()  # there is something new to be read of it: that it is there, or a checkpoint
    beside_changed = Signal(object)  # others learn at the same time
    finished = Signal(object)  # what its work returned
    ended = Signal(bool)  # after that, or a failure; whether it was cancelled

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._job: Job | None = None
        self._run_id: int | None = None  # where it had a row before it began
        self._newest_before: int | None = None  # the newest run when it began: it is a newer one
        self._step = 0  # that it has made, since it began or went on
        self._told_of_run = False

    @property
    def is_running(self) -> bool:
        return self._job is not None

    def begin(
        self, title: str, work: Callable[[], Any], live: TrainLive, run: Run | None = None, step: int = 0
    ) -> None:
        """`run` is the one that `work` makes, where it has its row already; it goes on from `step`."""
        newest = self._context.project.runs.newest()
        self._run_id = None if run is None else run.id
        self._newest_before = None if newest is None else newest.id
        self._step = step
        self._told_of_run = False
        self._job = job = self._context.jobs.start_job(title, work, endings=ENDINGS)
        job.events.connect(live.take)
        job.events.connect(self._take)
        job.paused.connect(live.show_paused)
        job.stopping.connect(live.show_stopping)
        job.finished.connect(self.finished)
        job.failed.connect(lambda error: self._fail(error, live))
        job.ended.connect(self._forget)

    def tell(self, what: Callable[[Job], None]) -> None:
        """Pause, resume, stop or leave it, if it is still at work."""
        if self._job is not None:
            what(self._job)

    def own_run(self) -> Run | None:
        """The run that is learning or was just now; None where it has no row."""
        project = self._context.project
        if self._run_id is not None:
            return project.runs.find(str(self._run_id))
        newest = project.runs.newest()
        return None if newest is None or newest.id == self._newest_before else newest

    def leaving_in_words(self) -> str:
        """What becomes of it if the window is closed now."""
        if self._step:
            words = self.tr(
                "It has made {step} steps. If you close now, it ends after the present one and can go on from there."
            )
            return words.format(step=QLocale().toString(self._step))
        return self.tr("It has not made its first step yet. If you close now, it can be begun again next time.")

    def _take(self, events: Sequence[Event]) -> None:
        for event in events:
            if isinstance(event, StepMeasured):
                self._step = event.step
            if isinstance(event, CheckpointPassedOver):
                passed = KnownError("checkpoint.passed_over", step=event.step, used=event.used)
                self._context.failed.emit(passed)
            if isinstance(event, TextRemarked):
                self._context.told.emit(told(event.remark))
            if isinstance(event, Arrived) and event.otherwise is not None:
                self._context.told.emit(told(event.otherwise))
            if isinstance(event, Beside):
                self.beside_changed.emit(event)
            if isinstance(event, WentOn):
                self._context.told.emit(told(event.said))
        if not self._told_of_run or any(isinstance(event, CheckpointSaved) for event in events):
            self._told_of_run = True
            self.recorded.emit()

    def _fail(self, error: Exception, live: TrainLive) -> None:
        failed, project = self.own_run(), self._context.project
        if failed is None:
            live.end(None, sentence(error))
        else:
            live.end(failed, sentence(error), project.runs.samples(failed), what_now(project, failed))
        self._context.failed.emit(error)

    def _forget(self) -> None:
        cancelled = self._job is not None and self._job.is_cancelled
        self._job = None
        self.ended.emit(cancelled)
