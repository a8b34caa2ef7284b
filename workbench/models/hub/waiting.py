"""Waiting for a server without being held up by it: what blocks runs in a thread of its own."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Generator, Iterable
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")

TICK_SECONDS = 0.1
_AHEAD = 16  # items that the thread may be ahead


def in_thread(make: Callable[[], Iterable[T]]) -> Generator[T | None, None, None]:
    """Yield the items of `make()`, and None about every tenth of a second while none has come.

    Closing this generator returns at once, however long the server is silent; the thread notices after its next item
    or when its own time is up, and closes the iterable itself.
    """
    items: queue.Queue[tuple[T] | BaseException | None] = queue.Queue(_AHEAD)
    is_over = threading.Event()

    def hand_over(item: tuple[T] | BaseException | None) -> bool:
        while not is_over.is_set():
            try:
                items.put(item, timeout=TICK_SECONDS)
                return True
            except queue.Full:
                continue
        return False

    def work() -> None:
        try:
            iterator = iter(make())
            try:
                for item in iterator:
                    if not hand_over((item,)):
                        return
            finally:
                if isinstance(iterator, Generator):
                    iterator.close()
            hand_over(None)
        except BaseException as error:
            hand_over(error)

    threading.Thread(target=work, name="hub", daemon=True).start()
    try:
        while True:
            try:
                item = items.get(timeout=TICK_SECONDS)
            except queue.Empty:
                yield None
                continue
            if item is None:
                return
            if isinstance(item, BaseException):
                raise item
            yield item[0]
    finally:
        is_over.set()


def result_of(call: Callable[[], T], tick: U) -> Generator[U, None, T]:
    """Yield `tick` while `call()` blocks; returns its result."""
    for answer in in_thread(lambda: [(call(),)]):
        if answer is not None:
            return answer[0]
        yield tick
    raise AssertionError("a call has a result or raises")
