"""Driving a generator to its end, as the window and the command line do."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, TypeVar

Result = TypeVar("Result")


def run(job: Generator[Any, None, Result]) -> tuple[list[Any], Result]:
    """(what it yielded, what it returned)."""
    seen: list[Any] = []
    while True:
        try:
            seen.append(next(job))
        except StopIteration as stop:
            return seen, stop.value
