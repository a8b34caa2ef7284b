"""Standing still while the disk is full or another program holds the database, and going on by itself afterwards."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TypeVar

from workbench.messages.errors import KnownError
from workbench.training.events import Command, Event, Waiting

T = TypeVar("T")

SECONDS_BETWEEN_TRIES = 0.5


def until_written(write: Callable[[], T], folder: Path) -> Generator[Event, Command | None, T | None]:
    """What `write` returns, as soon as it can; None where the driver would rather leave."""
    while True:
        try:
            return write()
        except KnownError as error:
            if not error.passes:
                raise
            if (yield Waiting.for_end_of(error, folder)) is Command.LEAVE:
                return None
        time.sleep(SECONDS_BETWEEN_TRIES)


def until_prepared(work: Callable[[], Generator[Event, None, T]], folder: Path) -> Generator[Event, None, T]:
    """What comes of `work`, which is begun again when that which was in its way is over."""
    while True:
        try:
            return (yield from work())
        except KnownError as error:
            if not error.passes:
                raise
            yield Waiting.for_end_of(error, folder)
        time.sleep(SECONDS_BETWEEN_TRIES)
