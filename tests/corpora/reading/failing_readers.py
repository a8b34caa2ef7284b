"""Readers that fail as libraries do; another process finds them by their names."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

from workbench.corpora.reading.formats.base import Facts, FileToRead, Pieces
from workbench.values.importing import Reading


class PanicException(BaseException):
    """What a library in Rust raises where it should not have come."""


def abort(file: FileToRead, reading: Reading) -> Pieces:
    yield "something"
    os.abort()


def panic(file: FileToRead, reading: Reading) -> Pieces:
    yield "something"
    raise PanicException("index out of range")


def grow(file: FileToRead, reading: Reading) -> Pieces:
    taken = []
    while True:
        taken.append(bytearray(b"x" * (8 << 20)))
        yield ""


def grow_at_once(file: FileToRead, reading: Reading) -> Pieces:
    yield str(len(bytearray(1 << 40)))
    return Facts()


def stand_still(file: FileToRead, reading: Reading) -> Pieces:
    yield "something"
    threading.Event().wait(600)
    return Facts()


def tell_who(file: FileToRead, reading: Reading) -> Pieces:
    yield f"read by {os.getpid()}"
    return Facts()


def go_on_for_ever(file: FileToRead, reading: Reading) -> Pieces:
    Path(file.path.parent, "reader.pid").write_text(str(os.getpid()))
    while True:
        yield "more "
        time.sleep(0.05)


def do_not_start(connection: object, memory_bytes: int) -> None:
    """In the place of what a process does that reads: as one that finds no memory to begin with."""
    raise SystemExit(1)
