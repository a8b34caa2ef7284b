"""Long actions are generators: what they yield is told on the way, what they return is their result."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable
from typing import Any, TypeVar

T = TypeVar("T")
Told = TypeVar("Told")
Other = TypeVar("Other")


def last(work: Generator[Any, Any, T]) -> T:
    """Run a generator to its end for its result."""
    while True:
        try:
            next(work)
        except StopIteration as stop:
            result: T = stop.value
            return result


def with_each(work: Generator[Told, None, T], change: Callable[[Told], Other]) -> Generator[Other, None, T]:
    """The same action, which tells `change(told)` instead of what it tells."""
    try:
        while True:
            try:
                told = next(work)
            except StopIteration as stop:
                result: T = stop.value
                return result
            yield change(told)
    finally:
        work.close()


def side_by_side(
    works: Iterable[Callable[[], Generator[T, None, object]]], at_once: Callable[[], int]
) -> Generator[T, None, None]:
    """What several generators yield in turns, `at_once()` of them begun and not over, at least one.

    Where one raises, or this is closed, all are closed.
    """
    waiting, going = deque(works), list[Generator[T, None, object]]()
    try:
        while waiting or going:
            while waiting and len(going) < max(1, at_once()):
                going.append(waiting.popleft()())
            for each in list(going):
                try:
                    found = next(each)
                except StopIteration:
                    going.remove(each)
                else:
                    yield found
    finally:
        for each in going:
            each.close()
