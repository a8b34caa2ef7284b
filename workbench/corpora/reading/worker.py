"""The process that files are read in: it reads one file after the other and sends their text to who asked for it.

A library that ends the process, takes all memory or never comes back costs the file that it was reading, and nothing
else. What is here runs in that process; `reading/process.py` starts it and watches it from outside.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection

import psutil

from workbench.corpora.reading.formats.base import Facts, FileToRead, Read
from workbench.corpora.reading.notes import Notes
from workbench.corpora.reading.readers import pieces_of
from workbench.ground.child_process import behave_as_child
from workbench.messages.errors import KnownError
from workbench.messages.message import Message
from workbench.values.importing import Reading

IDLE_SECONDS = 120.0  # after which it ends by itself
_SENT_AT_ONCE = 1 << 18  # characters
_SECONDS_BETWEEN_SENDS = 0.2
_SECONDS_MORE = 15.0  # for whoever watches to end it first, who has words for it


@dataclass(frozen=True)
class Request:
    read: Read  # a function of a module, which is sent by its name
    file: FileToRead
    kind: str
    reading: Reading
    seconds: float  # that it may go without sending anything


@dataclass(frozen=True)
class Ended:
    facts: Facts
    notes: Notes
    is_last: bool  # it has grown so much that another process should read the next file


Answer = str | Ended | Message
"""Pieces of the text, then Ended, or the message of a KnownError. Several requests and several answers are sent as one
message: waking a process takes longer than reading a letter."""


def serve(connection: Connection, memory_bytes: int) -> None:
    """Answer requests until nobody asks any more."""
    behave_as_child()
    # Arrow's own allocator reserves a gigabyte before it needs any.
    os.environ["ARROW_DEFAULT_MEMORY_POOL"] = "system"
    this = psutil.Process()
    base = this.memory_info().rss
    _limit_memory(memory_bytes)
    try:
        connection.send([])  # it can be asked
        while connection.poll(IDLE_SECONDS):
            requests: list[Request] = connection.recv()
            outbox = _Outbox(connection)
            for request in requests:
                answer = _read(request, outbox)
                if isinstance(answer, Ended) and _may_have_grown(request.file):
                    answer = replace(answer, is_last=this.memory_info().rss > base + memory_bytes // 4)
                outbox.put(answer)
            outbox.send()
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # nobody is there any more


def _may_have_grown(file: FileToRead) -> bool:
    return file.path.stat().st_size > _SENT_AT_ONCE


class _Outbox:
    """Answers on their way: neither many short messages nor long ones, but something now and then while any come."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._held: list[Answer] = []
        self._characters = 0
        self._sent = time.monotonic()

    def put(self, answer: Answer) -> None:
        self._held.append(answer)
        self._characters += len(answer) if isinstance(answer, str) else 0
        if self._characters >= _SENT_AT_ONCE or time.monotonic() - self._sent > _SECONDS_BETWEEN_SENDS:
            self.send()

    def send(self) -> None:
        self._connection.send(self._held)
        self._held.clear()
        self._characters = 0
        self._sent = time.monotonic()


def _read(request: Request, outbox: _Outbox) -> Ended | Message:
    watchdog = _Watchdog(request.seconds + _SECONDS_MORE)
    facts: list[Facts] = []

    def noting() -> Iterator[str]:
        facts.append((yield from pieces_of(request.read, request.file, request.kind, request.reading)))

    try:
        for text in noting():
            watchdog.postpone()
            for start in range(0, len(text) or 1, _SENT_AT_ONCE):
                outbox.put(text[start : start + _SENT_AT_ONCE])
    except KnownError as error:
        return error.message
    except MemoryError:
        return KnownError("file.takes_memory", file=request.file.name).message
    finally:
        watchdog.end()
    return Ended(facts[0], request.file.notes, is_last=False)


class _Watchdog:
    """Lets the system end this process where nobody watches it any more and a library holds the interpreter.

    Windows has no such alarm; there the thread that waits for the parent's end has to do.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self.postpone()

    def postpone(self) -> None:
        if sys.platform != "win32":
            signal.setitimer(signal.ITIMER_REAL, self._seconds)  # whose signal ends a process that does not handle it

    def end(self) -> None:
        if sys.platform != "win32":
            signal.setitimer(signal.ITIMER_REAL, 0)


def _limit_memory(memory_bytes: int) -> None:
    """So that a huge allocation fails at once. Only Linux can; elsewhere whoever watches sees what is taken."""
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - no other system has it

        limit = psutil.Process().memory_info().data + memory_bytes
        resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
