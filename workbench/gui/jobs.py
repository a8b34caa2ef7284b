"""Long work for the window: generators driven on two lanes, their events handed to the window's thread in lists.

The `models` lane is the one thread that owns TensorFlow. Between two events of a long job it runs the short ones,
so that a prediction is answered while training goes on. The lanes make no Qt call.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Generator
from enum import Enum
from types import GeneratorType
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

POLL_MS = 50
STACK_BYTES = 64 * 1024 * 1024  # XLA compiles deeply

Work = Callable[[], Any]  # returns a result, or a generator whose events and result are reported


class Kind(Enum):
    LONG = "long"  # one after the other
    SHORT = "short"  # before and between the events of long ones


class Job(QObject):
    """One piece of work as the window sees it; the signals come in the window's thread."""

    events = Signal(list)
    finished = Signal(object)  # the result
    failed = Signal(object)  # the exception
    ended = Signal()  # after finished, failed or cancelled

    def __init__(self, title: str, work: Work, kind: Kind, key: str | None, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self.kind = kind
        self.key = key
        self.is_paused = False
        self.is_cancelled = False
        self._work = work
        self._generator: Generator[Any, Any, Any] | None = None
        self._has_begun = False
        self._message: Any = None
        self._wake: Callable[[], None] = lambda: None

    def cancel(self) -> None:
        """Hear no more of it, then let its lane close the generator."""
        self.is_cancelled = True
        self._wake()

    def pause(self) -> None:
        """Ask for no further event until `resume`; short jobs still run."""
        self.is_paused = True

    def resume(self) -> None:
        self.is_paused = False
        self._wake()

    def send(self, message: Any) -> None:
        """Hand `message` to the generator at its next event; a paused job goes on for it."""
        self._message = message
        self.resume()

    def _advance(self) -> tuple[str, Any] | None:
        """Do the next bit on the lane's thread; None where there is nothing to report yet."""
        try:
            if self.is_cancelled:
                if self._generator is not None:
                    self._generator.close()
                return "cancelled", None
            if self._generator is None:
                result = self._work()
                if not isinstance(result, GeneratorType):
                    return "finished", result
                self._generator = result
                return None
            if not self._has_begun:  # a generator takes no message before its first event
                self._has_begun = True
                return "event", next(self._generator)
            message, self._message = self._message, None
            return "event", self._generator.send(message)
        except StopIteration as stop:
            return "finished", stop.value
        except BaseException as error:
            return "failed", error


class Jobs(QObject):
    """Starts jobs and reports on them. `shutdown` before the program ends: it waits until every generator is closed."""

    started = Signal(Job)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outbox: deque[tuple[Job, str, Any]] = deque()
        self._lanes = {name: _Lane(name, self._outbox) for name in ("files", "models")}
        self.running: list[Job] = []
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._drain)

    def start(
        self, title: str, work: Work, *, lane: str = "models", kind: Kind = Kind.LONG, key: str | None = None
    ) -> Job:
        """Queue `work` on a lane. A job that still waits with the same `key` is superseded: it never runs."""
        job = Job(title, work, kind, key, self)
        if key is not None:
            for older in self.running:
                if older.key == key:
                    older.cancel()
        self.running.append(job)
        self._lanes[lane].put(job)
        self._timer.start()
        self.started.emit(job)
        return job

    def cancel_all(self) -> None:
        """Cancel everything and wait until every generator is closed; the lanes go on."""
        for job in self.running:
            job.cancel()
        for lane in self._lanes.values():
            lane.wait_until_idle()
        self._drain()

    def shutdown(self) -> None:
        """Cancel everything and wait for the lanes to end."""
        for job in self.running:
            job.cancel()
        for lane in self._lanes.values():
            lane.end()
        self._timer.stop()
        self._drain()

    def _drain(self) -> None:
        """Report what has come in, the events of each job as one list."""
        batches: dict[Job, list[Any]] = {}
        endings: list[tuple[Job, str, Any]] = []
        while self._outbox:
            job, what, value = self._outbox.popleft()
            if what == "event":
                batches.setdefault(job, []).append(value)
            else:
                endings.append((job, what, value))
        for job, events in batches.items():
            if not job.is_cancelled:
                job.events.emit(events)
        for job, what, value in endings:
            self.running.remove(job)
            if what == "finished" and not job.is_cancelled:
                job.finished.emit(value)
            elif what == "failed" and not job.is_cancelled:
                job.failed.emit(value)
            job.ended.emit()
            job.setParent(None)  # whoever still holds it may ask it how it ended
        if not self.running:
            self._timer.stop()


class _Lane:
    """A thread that advances jobs: short ones first, then the first long one that is not paused, bit by bit."""

    def __init__(self, name: str, outbox: deque[tuple[Job, str, Any]]) -> None:
        self._outbox = outbox
        self._changed = threading.Condition()
        self._jobs: list[Job] = []
        self._ending = False
        before = threading.stack_size(STACK_BYTES)
        self._thread = threading.Thread(target=self._run, name=f"{name} lane", daemon=True)
        self._thread.start()
        threading.stack_size(before)

    def put(self, job: Job) -> None:
        job._wake = self._wake
        with self._changed:
            self._jobs.append(job)
            self._changed.notify_all()

    def end(self) -> None:
        with self._changed:
            self._ending = True
            self._changed.notify_all()
        self._thread.join()

    def wait_until_idle(self) -> None:
        with self._changed:
            self._changed.wait_for(lambda: not self._jobs)

    def _wake(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def _run(self) -> None:
        while True:
            with self._changed:
                job = self._next()
                while job is None:
                    if self._ending:
                        return
                    self._changed.wait()
                    job = self._next()
            report = job._advance()
            if report is None:
                continue
            what, value = report
            if what != "event":
                with self._changed:
                    self._outbox.append((job, what, value))
                    self._jobs.remove(job)
                    self._changed.notify_all()
            else:
                self._outbox.append((job, what, value))

    def _next(self) -> Job | None:
        """Cancelled jobs are closed first; of the long ones a later one waits for an earlier one, paused or not."""
        for job in self._jobs:
            if job.is_cancelled:
                return job
        short = next((job for job in self._jobs if job.kind is Kind.SHORT), None)
        if short is not None:
            return short
        long = next(iter(self._jobs), None)
        return None if long is None or long.is_paused else long
