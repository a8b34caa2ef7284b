"""A test leaves nothing running: a thread or a timer of one test would act in the middle of another."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from weakref import WeakSet

import pytest
import shiboken6
from PySide6.QtCore import QTimer

from workbench.ground.alongside import until_none_is_left
from workbench.ground.generators import last

GRACE_SECONDS = 2.0  # for a thread that was told to end and notices at its next look
NOT_OF_A_TEST = ("pytest_timeout ",)  # how the names of threads begin that end in their own time


@pytest.fixture(autouse=True)
def nothing_is_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Set up before a test's other fixtures and ended after them; those of a module or session may keep theirs."""
    threads, timers = set(threading.enumerate()), lonely_timers()
    had_engine = "tensorflow" in sys.modules
    yield
    last(until_none_is_left())  # what a run left compiling may end in its own time
    left = [f"the thread “{thread.name}”" for thread in threads_left(threads)]
    left += [f"a timer of {timer.interval()} ms that has no parent" for timer in lonely_timers() - timers]
    if "tensorflow" in sys.modules and not had_engine and request.node.get_closest_marker("engine") is None:
        left.append("TensorFlow, and is not marked as one that needs the engine")
    if left:
        pytest.fail(f"{request.node.name} left behind: {', '.join(left)}", pytrace=False)


def threads_left(before: set[threading.Thread], grace_seconds: float = GRACE_SECONDS) -> list[threading.Thread]:
    """Those that were not there before and do not end."""
    end = time.monotonic() + grace_seconds
    left = [thread for thread in threading.enumerate() if thread not in before and _is_of_a_test(thread)]
    for thread in left:
        thread.join(max(0.0, end - time.monotonic()))
    return [thread for thread in left if thread.is_alive()]


def lonely_timers() -> set[QTimer]:
    """That are active and have no parent that would end them."""
    return {each for each in _started if shiboken6.isValid(each) and each.isActive() and each.parent() is None}


def _is_of_a_test(thread: threading.Thread) -> bool:
    """Of a thread that Python did not start, as those of TensorFlow's, XLA's and Qt's pools, it knows no more than that
    it once called Python."""
    return not isinstance(thread, threading._DummyThread) and not thread.name.startswith(NOT_OF_A_TEST)


# Qt does not tell which timers there are, and looking through all of Python's objects takes longer than most tests.
_started: WeakSet[QTimer] = WeakSet()
_start: Callable[..., None] = QTimer.start


def _start_and_note(timer: QTimer, *arguments: object) -> None:
    _started.add(timer)
    _start(timer, *arguments)


QTimer.start = _start_and_note  # type: ignore[method-assign]
