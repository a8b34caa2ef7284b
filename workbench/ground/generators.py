"""Long actions are generators: what they yield is told on the way, what they return is their result."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, TypeVar

T = TypeVar("T")


def last(work: Generator[Any, Any, T]) -> T:
    """Run a generator to its end for its result."""
    while True:
        try:
            next(work)
        except StopIteration as stop:
            result: T = stop.value
            return result
