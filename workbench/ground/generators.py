"""Long actions are generators: what they yield is told on the way, what they return is their result."""

from __future__ import annotations

from collections.abc import Callable, Generator
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
