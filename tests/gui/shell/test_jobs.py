"""Long work: events in order, cancelling, pausing, short work in between, errors, and nothing that outlives its end."""

from __future__ import annotations

import ast
import threading
from collections.abc import Callable, Generator, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.places import ROOT
from workbench.gui import jobs as jobs_module
from workbench.gui.jobs import Endings, Job, Jobs
from workbench.gui.lanes import Kind, Task

WAIT = 10_000  # milliseconds, at most


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.shutdown()


class Endless:
    """Counts until it is closed, and remembers on which thread what happened to it."""

    def __init__(self) -> None:
        self.last = 0
        self.threads: set[int] = set()
        self.closed_on: int | None = None
        self.messages: list[Any] = []

    def __call__(self) -> Generator[int, Any, None]:
        try:
            while True:
                self.last += 1
                self.threads.add(threading.get_ident())
                message = yield self.last
                if message is not None:
                    self.messages.append(message)
        finally:
            self.closed_on = threading.get_ident()


def collect(job: Job) -> list[Any]:
    seen: list[Any] = []
    job.events.connect(seen.extend)
    return seen


def wait_until_ended(qtbot: QtBot, jobs: Jobs) -> None:
    qtbot.waitUntil(lambda: not jobs.running, timeout=WAIT)


def test_events_come_in_order_before_the_result_and_in_the_windows_thread(qtbot: QtBot, jobs: Jobs) -> None:
    def work() -> Generator[int, None, str]:
        yield from range(1000)
        return "done"

    log: list[Any] = []
    threads = set()
    job = jobs.start_job("", work)
    job.events.connect(log.extend)
    job.events.connect(lambda _events: threads.add(threading.get_ident()))
    job.finished.connect(log.append)
    job.ended.connect(lambda: log.append("ended"))
    wait_until_ended(qtbot, jobs)
    assert log == [*range(1000), "done", "ended"]
    assert threads == {threading.get_ident()}


def test_a_plain_function_is_a_job_too(qtbot: QtBot, jobs: Jobs) -> None:
    job = jobs.start_job("", threading.get_ident, lane="files")
    with qtbot.waitSignal(job.finished, timeout=WAIT) as finished:
        pass
    assert finished.args[0] != threading.get_ident()


def test_cancelling_closes_the_generator_on_the_thread_that_ran_it(qtbot: QtBot, jobs: Jobs) -> None:
    work = Endless()
    job = jobs.start_job("", work)
    seen = collect(job)
    qtbot.waitUntil(lambda: bool(seen), timeout=WAIT)
    job.cancel()
    heard = len(seen)
    results: list[object] = []
    job.finished.connect(results.append)
    job.failed.connect(results.append)
    with qtbot.waitSignal(job.ended, timeout=WAIT):
        pass
    assert {work.closed_on} == work.threads
    assert len(seen) == heard and not results


def test_a_failure_to_tidy_up_after_cancelling_is_not_swallowed(
    qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[BaseException | None] = []
    monkeypatch.setattr(threading, "excepthook", lambda failure: told.append(failure.exc_value))

    def work() -> Iterator[int]:
        try:
            while True:
                yield 0
        finally:
            raise OSError("the disk is gone")

    job = jobs.start_job("", work)
    with qtbot.waitSignal(job.events, timeout=WAIT):
        pass
    job.cancel()
    wait_until_ended(qtbot, jobs)
    assert [str(error) for error in told] == ["the disk is gone"]


def test_a_paused_job_makes_no_event_but_short_work_runs(qtbot: QtBot, jobs: Jobs) -> None:
    work = Endless()
    job = jobs.start_job("", work)
    with qtbot.waitSignal(job.events, timeout=WAIT):
        pass
    job.pause()
    counts = []
    for _ in range(2):  # the first answer says that the event under way is over
        with qtbot.waitSignal(
            jobs.start_job("", lambda: work.last, kind=Kind.SHORT).finished, timeout=WAIT
        ) as answered:
            pass
        counts.append(answered.args[0])
    assert counts[0] == counts[1]
    job.resume()
    qtbot.waitUntil(lambda: work.last > counts[1], timeout=WAIT)


def test_pausing_at_any_moment_never_ends_the_lane(qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    class Flickering(Task):
        """Paused at every second look, as by a window whose thread comes in between."""

        has_started, looks = False, 0

        @property
        def is_paused(self) -> bool:
            self.looks += self.has_started
            return self.has_started and self.looks % 2 == 0

        @is_paused.setter
        def is_paused(self, _value: bool) -> None:
            pass

    work = Endless()
    with monkeypatch.context() as patch:
        patch.setattr(jobs_module, "Task", Flickering)
        job = jobs.start_job("", work)
    with qtbot.waitSignal(job.events, timeout=WAIT):
        pass
    Flickering.has_started = True
    for _ in range(3):
        with qtbot.waitSignal(jobs.start_job("", lambda: work.last, kind=Kind.SHORT).finished, timeout=WAIT):
            pass


def test_short_work_is_done_between_two_events_on_the_same_thread(qtbot: QtBot, jobs: Jobs) -> None:
    work = Endless()
    jobs.start_job("", work)
    qtbot.waitUntil(lambda: work.last > 0, timeout=WAIT)
    with qtbot.waitSignal(jobs.start_job("", threading.get_ident, kind=Kind.SHORT).finished, timeout=WAIT) as answered:
        pass
    assert {answered.args[0]} == work.threads
    assert work.closed_on is None


def test_long_work_waits_for_the_long_work_before_it(qtbot: QtBot, jobs: Jobs) -> None:
    log: list[str] = []

    def work(name: str) -> Callable[[], Iterator[int]]:
        def counting() -> Iterator[int]:
            for number in range(20):
                log.append(name)
                yield number

        return counting

    jobs.start_job("", work("first"))
    jobs.start_job("", work("second"))
    wait_until_ended(qtbot, jobs)
    assert log == ["first"] * 20 + ["second"] * 20


def test_the_files_lane_goes_on_while_the_models_lane_is_busy(qtbot: QtBot, jobs: Jobs) -> None:
    jobs.start_job("", Endless())
    with qtbot.waitSignal(jobs.start_job("", lambda: "imported", lane="files").finished, timeout=WAIT) as finished:
        pass
    assert finished.args == ["imported"]


def test_every_message_reaches_the_generator_also_while_paused(qtbot: QtBot, jobs: Jobs) -> None:
    work = Endless()
    job = jobs.start_job("", work)
    job.send("sent before the first event")
    with qtbot.waitSignal(job.events, timeout=WAIT):
        pass
    job.pause()
    job.send("sent while paused")
    qtbot.waitUntil(lambda: len(work.messages) == 2, timeout=WAIT)
    assert work.messages == ["sent before the first event", "sent while paused"]


@pytest.mark.parametrize("events", [0, 3])
def test_an_exception_ends_the_job_after_the_events_before_it(qtbot: QtBot, jobs: Jobs, events: int) -> None:
    def work() -> Iterator[int]:
        yield from range(events)
        raise ValueError("bad")

    log: list[Any] = []
    job = jobs.start_job("", work)
    job.events.connect(log.extend)
    job.failed.connect(lambda error: log.append(str(error)))
    job.ended.connect(lambda: log.append("ended"))
    wait_until_ended(qtbot, jobs)
    assert log == [*range(events), "bad", "ended"]


def test_newer_work_with_the_same_key_replaces_what_still_waits(qtbot: QtBot, jobs: Jobs) -> None:
    gate = threading.Event()
    jobs.start_job("", gate.wait)
    done: list[int] = []
    told: list[int] = []
    for number in range(5):
        jobs.start_job("", lambda number=number: done.append(number) or number, key="typing").finished.connect(
            told.append
        )
    jobs.start_job("", lambda: done.append(99), key="another")
    gate.set()
    wait_until_ended(qtbot, jobs)
    assert done == [4, 99]
    assert told == [4]


def test_cancelling_everything_waits_for_generators_to_close_and_the_lanes_go_on(qtbot: QtBot, jobs: Jobs) -> None:
    work, paused = Endless(), Endless()
    jobs.start_job("", work)
    jobs.start_job("", paused, lane="files").pause()
    qtbot.waitUntil(lambda: work.last > 0, timeout=WAIT)
    jobs.end_all()
    assert work.closed_on is not None
    assert jobs.running == []
    with qtbot.waitSignal(jobs.start_job("", lambda: "again").finished, timeout=WAIT):
        pass


@pytest.mark.parametrize("is_paused", [False, True])
def test_what_can_be_left_ends_by_itself_when_everything_ends(qtbot: QtBot, jobs: Jobs, is_paused: bool) -> None:
    heard: list[str] = []

    def work() -> Generator[int, str | None, str]:
        while (told := (yield 1)) is None:
            pass
        heard.append(told)
        return "left"

    job = jobs.start_job("", work, endings=Endings(stop="stop", leave="leave"))
    with qtbot.waitSignal(job.events, timeout=WAIT):
        pass
    if is_paused:
        job.pause()
    with qtbot.waitSignal(job.finished, timeout=WAIT) as finished:
        jobs.end_all()
    assert heard == ["leave"] and finished.args == ["left"] and not job.is_cancelled


def test_nothing_outlives_shutdown(qtbot: QtBot) -> None:
    before = set(threading.enumerate())
    jobs = Jobs()
    work = Endless()
    jobs.start_job("", work)
    jobs.start_job("", work).pause()
    qtbot.waitUntil(lambda: work.last > 0, timeout=WAIT)
    assert set(threading.enumerate()) > before
    jobs.shutdown()
    assert set(threading.enumerate()) == before
    assert work.closed_on is not None
    assert not any(timer.isActive() for timer in jobs.findChildren(QTimer))


def test_no_object_of_the_window_is_left_to_be_garbage() -> None:
    """A lane's thread may collect it, and what Qt has no parent for it would delete there: both wait for each other."""
    without = []
    for file in sorted((ROOT / "workbench" / "gui").rglob("*.py")):
        for made in (node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.ClassDef)):
            if any(isinstance(base, ast.Name) and base.id == "QObject" for base in made.bases):
                calls = [ast.unparse(node) for node in ast.walk(made) if isinstance(node, ast.Call)]
                without += [f"{file.name}: {made.name}"] * ("super().__init__()" in calls)
    assert without == []
