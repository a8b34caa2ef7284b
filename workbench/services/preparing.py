"""What comes before the first step of a run: work that tells of itself in events, and that a command ends."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TypeVar

from workbench.training.events import Command, Event

T = TypeVar("T")
U = TypeVar("U")


def heard(work: Generator[Event, None, T], told: list[Command]) -> Generator[Event, Command | None, T | None]:
    """Work that takes no commands: the first that the driver gives ends it, and is written down in `told`."""
    try:
        while True:
            command = yield next(work)
            if command is not None:
                told.append(command)
                return None
    except StopIteration as stop:
        result: T = stop.value
        return result
    finally:
        work.close()


def told_as(work: Generator[U, None, T], event: Callable[[U], Event]) -> Generator[Event, None, T]:
    """The same work, with an event for each thing that it yields."""
    try:
        while True:
            yield event(next(work))
    except StopIteration as stop:
        result: T = stop.value
        return result
    finally:
        work.close()
