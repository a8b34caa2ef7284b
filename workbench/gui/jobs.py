"""Long work for the window: generators driven on a few lanes, their events handed to the window's thread in lists.

The `projects`, `files`, `reading` and `network` lanes are apart, so that an import need not wait for a download, the
opening of a project for an import, nor what is looked for in a text for any of them. The `models` lane is the one
thread that owns TensorFlow. Between two events of a long job it runs the short ones, so that a prediction is answered
while training goes on. The lanes see tasks, never anything of Qt.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.gui.lanes import Kind, Lane, Report, Task, Work

POLL_MS = 50
SHORT_POLL_MS = 8  # while somebody waits for the answer to a key


@dataclass(frozen=True)
class Endings:
    """What a generator can be sent so that it ends, where that is better than closing it."""

    stop: Any  # end and keep everything
    leave: Any  # end soon, to go on from there another time


class Job(QObject):
    """One piece of work as the window sees it; the signals come in the window's thread."""

    events = Signal(list)
    newest = Signal(object)  # the last of them, for whom the others are past
    finished = Signal(object)  # the result
    failed = Signal(object)  # the exception
    ended = Signal()  # after finished, failed or cancelled
    paused = Signal(bool)
    stopping = Signal()  # it was told to stop, and will after its present bit of work

    def __init__(self, title: str, task: Task, key: str | None, endings: Endings | None, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self.key = key
        self._task = task
        self._endings = endings

    @property
    def kind(self) -> Kind:
        return self._task.kind

    @property
    def is_cancelled(self) -> bool:
        return self._task.is_cancelled

    def cancel(self) -> None:
        """Hear no more of it, then let its lane close the generator."""
        self._task.is_cancelled = True
        self._task.wake()

    @property
    def can_stop(self) -> bool:
        """Whether it keeps what it has done when it is stopped; else it can only be cancelled."""
        return self._endings is not None

    def pause(self) -> None:
        """Ask for no further event until `resume`; short jobs still run."""
        self._task.is_paused = True
        self.paused.emit(True)

    def resume(self) -> None:
        self._go_on()
        self.paused.emit(False)

    def send(self, message: Any) -> None:
        """Hand `message` to the generator at its next event; a paused job goes on for it."""
        self._task.messages.append(message)
        self._go_on()

    def stop(self) -> None:
        """Let it end after its present bit of work and keep everything. Only where it `can_stop`."""
        assert self._endings is not None
        self.stopping.emit()
        self.send(self._endings.stop)

    def leave(self) -> None:
        """Let it end soon, to go on another time; what cannot, or has not begun, is cancelled."""
        if self._endings is None or not self._task.has_begun:
            self.cancel()
        else:
            self.send(self._endings.leave)

    def _go_on(self) -> None:
        self._task.is_paused = False
        self._task.wake()


class Jobs(QObject):
    """Starts jobs and reports on them. `shutdown` before the program ends: it waits until every generator is closed."""

    started = Signal(Job)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outbox: deque[Report] = deque()
        self._lanes = {name: Lane(name, self._outbox) for name in ("projects", "files", "reading", "network", "models")}
        self._jobs: dict[Task, Job] = {}
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._drain)

    @property
    def running(self) -> list[Job]:
        """Everything that was started and has not ended, oldest first."""
        return list(self._jobs.values())

    def start_job(
        self, title: str, work: Work, *, lane: str = "models", kind: Kind = Kind.LONG, key: str | None = None,
        endings: Endings | None = None,
    ) -> Job:  # fmt: skip
        """Queue `work` on a lane. It replaces an older job with the same `key`, which never runs if it still waits."""
        if key is not None:
            self.cancel(key)
        task = Task(work, kind)
        job = self._jobs[task] = Job(title, task, key, endings, self)
        self._lanes[lane].put(task)
        self._set_pace()
        self.started.emit(job)
        return job

    def cancel(self, *keys: str) -> None:
        """Hear no more of the jobs with these keys."""
        for job in self.running:
            if job.key in keys:
                job.cancel()

    def end_all(self) -> None:
        """Let everything end, what can so that it goes on another time, and wait for it; the lanes go on."""
        for job in self.running:
            job.leave()
        for lane in self._lanes.values():
            lane.wait_until_idle()
        self._drain()

    def shutdown(self) -> None:
        """End everything and wait for the lanes to end."""
        self.end_all()
        for lane in self._lanes.values():
            lane.end()
        self._timer.stop()

    def _drain(self) -> None:
        """Report what has come in, the events of each job as one list."""
        batches: dict[Task, list[Any]] = {}
        endings: list[Report] = []
        while self._outbox:
            task, what, value = report = self._outbox.popleft()
            if what == "event":
                batches.setdefault(task, []).append(value)
            else:
                endings.append(report)
        for task, events in batches.items():
            if not task.is_cancelled:
                self._jobs[task].events.emit(events)
                self._jobs[task].newest.emit(events[-1])
        for task, what, value in endings:
            job = self._jobs.pop(task)
            if what == "finished" and not task.is_cancelled:
                job.finished.emit(value)
            elif what == "failed" and not task.is_cancelled:
                job.failed.emit(value)
            job.ended.emit()
            job.setParent(None)  # whoever still holds it may ask it how it ended
        self._set_pace()

    def _set_pace(self) -> None:
        """Look often while a short job runs, seldom while only long ones do, and not at all while nothing does."""
        wanted = SHORT_POLL_MS if any(task.kind is Kind.SHORT for task in self._jobs) else POLL_MS
        if not self._jobs:
            self._timer.stop()
        elif not self._timer.isActive() or self._timer.interval() != wanted:
            self._timer.start(wanted)
