"""Work that cannot be interrupted, in a thread of its own, so that whoever waits for it may leave.

One piece at a time: what was left alone ends before the next one begins.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from typing import TypeVar

T = TypeVar("T")

SECONDS_BETWEEN_LOOKS = 0.1
STACK_BYTES = 64 * 1024 * 1024  # XLA compiles deeply

_left: list[threading.Thread] = []  # nobody waits for them any more


def alongside(work: Callable[[], T]) -> Generator[None, None, T]:
    """What `work` returns; yields while it lasts. Closing the generator leaves it to end by itself, unheard."""
    yield from until_none_is_left()
    ended: list[tuple[T | None, BaseException | None]] = []

    def run() -> None:
        try:
            ended.append((work(), None))
        except BaseException as error:
            ended.append((None, error))

    thread = _started(run)
    try:
        while _lasts(thread):
            yield
    finally:
        if thread.is_alive():
            _left.append(thread)
    result, error = ended.pop()
    if error is not None:
        raise error
    return result  # type: ignore[return-value]  # where there is no error there is a result


def until_none_is_left() -> Generator[None, None, None]:
    """Yields until all that nobody waited for has ended."""
    while _left:
        if _lasts(_left[0]):
            yield
        else:
            _left.pop(0)


def is_any_left() -> bool:
    return any(thread.is_alive() for thread in _left)


def _started(run: Callable[[], None]) -> threading.Thread:
    before = threading.stack_size(STACK_BYTES)
    # A daemon: Python would wait for any other before it ends.
    thread = threading.Thread(target=run, name="alongside", daemon=True)
    thread.start()
    threading.stack_size(before)
    return thread


def _lasts(thread: threading.Thread) -> bool:
    thread.join(SECONDS_BETWEEN_LOOKS)
    return thread.is_alive()
