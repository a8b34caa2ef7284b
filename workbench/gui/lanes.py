"""Threads that work off tasks bit by bit; they hold no widget and nothing of Qt."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Generator
from enum import Enum
from types import GeneratorType
from typing import Any

from workbench.ground.alongside import STACK_BYTES

Work = Callable[[], Any]  # returns a result, or a generator whose events and result are reported


class Kind(Enum):
    LONG = "long"  # one after the other
    SHORT = "short"  # before and between the events of long ones


class Task:
    """What a lane works on: it holds no widget and no QObject, so that none of them can die on a lane's thread."""

    def __init__(self, work: Work, kind: Kind) -> None:
        self.kind = kind
        self.is_paused = False
        self.is_cancelled = False
        self.messages: deque[Any] = deque()
        self.wake: Callable[[], None] = lambda: None
        self._work = work
        self._generator: Generator[Any, Any, Any] | None = None
        self.has_begun = False  # has told of anything

    def advance(self) -> tuple[str, Any] | None:
        """Do the next bit on the lane's thread; None where there is nothing to report yet."""
        if self.is_cancelled:
            return self._close()
        try:
            if self._generator is None:
                result = self._work()
                if not isinstance(result, GeneratorType):
                    return "finished", result
                self._generator = result
                return None
            if not self.has_begun:  # a generator takes no message before its first event
                self.has_begun = True
                return "event", next(self._generator)
            return "event", self._generator.send(self.messages.popleft() if self.messages else None)
        except StopIteration as stop:
            return "finished", stop.value
        except BaseException as error:
            return "failed", error

    def _close(self) -> tuple[str, Any]:
        try:
            if self._generator is not None:
                self._generator.close()
        except Exception as error:
            # Nobody listens to a cancelled job any more, but the person should hear of a failure to tidy up.
            kind, trace = type(error), error.__traceback__
            threading.excepthook(threading.ExceptHookArgs((kind, error, trace, threading.current_thread())))
        return "cancelled", None


Report = tuple[Task, str, Any]  # what: event, finished, failed or cancelled


class Lane:
    """A thread that advances tasks: short ones first, then the first long one unless it is paused, bit by bit."""

    def __init__(self, name: str, outbox: deque[Report]) -> None:
        self._outbox = outbox
        self._changed = threading.Condition()
        self._tasks: list[Task] = []
        self._ending = False
        before = threading.stack_size(STACK_BYTES)
        self._thread = threading.Thread(target=self._run, name=f"{name} lane", daemon=True)
        self._thread.start()
        threading.stack_size(before)

    def put(self, task: Task) -> None:
        task.wake = self._wake
        with self._changed:
            self._tasks.append(task)
            self._changed.notify_all()

    def end(self) -> None:
        with self._changed:
            self._ending = True
            self._changed.notify_all()
        self._thread.join()

    def wait_until_idle(self) -> None:
        with self._changed:
            self._changed.wait_for(lambda: not self._tasks)

    def _wake(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def _run(self) -> None:
        while self._advance():
            pass

    def _advance(self) -> bool:
        """Do one bit of work as soon as there is any, keeping hold of nothing else; False when the lane is to end."""
        task = self._wait_for_next()
        if task is None:
            return False
        if (report := task.advance()) is not None:
            with self._changed:
                self._outbox.append((task, *report))
                if report[0] != "event":
                    self._tasks.remove(task)
                    self._changed.notify_all()
        return True

    def _wait_for_next(self) -> Task | None:
        """The task to advance; None when the lane is to end."""
        with self._changed:
            while not self._ending:
                # Looked at once: a task may be paused by the window at any moment, also between two looks.
                if (task := self._next()) is not None:
                    return task
                self._changed.wait()
            return None

    def _next(self) -> Task | None:
        """Cancelled tasks are closed first; of the long ones a later one waits for an earlier one, paused or not."""
        for task in self._tasks:
            if task.is_cancelled:
                return task
        for task in self._tasks:
            if task.kind is Kind.SHORT:
                return task
        return next((task for task in self._tasks[:1] if not task.is_paused), None)
