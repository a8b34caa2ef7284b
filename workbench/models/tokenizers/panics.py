"""Where the tokenizer library gives up, it panics: no Exception, so that it would pass everything by and end the
program; and Rust writes of it to the terminal before anybody can catch it.

It writes to the file descriptor, past Python. While a tokenizer is asked that may panic, what is written there goes to
a file; what is not of the panic is written to the terminal afterwards, so that no other thread's words are lost.
"""

from __future__ import annotations

import atexit
import os
import re
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from workbench.messages.errors import KnownError, reason_of

_OF_PANICS = "pyo3_runtime"  # the module of what Rust's panics become
_TERMINAL = 2  # the file descriptor
# What stands before and after what a panic says; where the environment asks for them, with the calls that led there.
_AROUND = (
    re.compile(rb"\n?thread '[^'\n]*'(?: \(\d+\))? panicked at \S+:\n"),
    re.compile(rb"stack backtrace:\n(?: +\d+: [^\n]*\n| +at [^\n]*\n)*"),
    re.compile(rb"note: [^\n]*\bRUST_BACKTRACE=[^\n]*\n|note: Some details are omitted, [^\n]*\n"),
)


@contextmanager
def panic_told(*, may_panic: bool = True) -> Iterator[None]:
    """Raises KnownError("model.wild_tokenizer") in place of a panic, of which the terminal says nothing where one was
    thought possible."""
    told = None
    if may_panic:
        _KEPT.hold()
    try:
        yield
    except BaseException as error:
        if type(error).__module__ != _OF_PANICS:
            raise
        told = str(error)
        raise KnownError("model.wild_tokenizer", detail=reason_of(error)) from None
    finally:
        if may_panic:
            _KEPT.give_back(told)


class _KeptTerminal:
    """What is written to the terminal between `hold` and `give_back` stands in a file.

    There is one for the whole time: who was about to write while it was given back still writes to the file, and what
    is found there later is shown then.
    """

    def __init__(self) -> None:
        self._held = threading.Lock()  # the terminal is everybody's
        self._file: tuple[int, BinaryIO] | None = None  # to be written to, and to be read from
        self._terminal: int | None = None

    def hold(self) -> None:
        self._held.acquire()
        try:
            self._terminal = os.dup(_TERMINAL)
            os.dup2(self._written(), _TERMINAL)
        except OSError:  # a window that was started without one, as on Windows, or no room for a file
            self._close()

    def give_back(self, told: str | None) -> None:
        """`told` is what a panic said, if there was one."""
        try:
            if self._terminal is not None:
                os.dup2(self._terminal, _TERMINAL)
                self._show(told)
                self._close()
        finally:
            self._held.release()

    def _written(self) -> int:
        if self._file is None:
            descriptor, name = tempfile.mkstemp()
            self._file = descriptor, Path(name).open("rb", buffering=0)  # noqa: SIM115 - until the end
            with suppress(OSError):  # Windows deletes no file that is open
                Path(name).unlink()
            atexit.register(self._end)
        return self._file[0]

    def _show(self, told: str | None) -> None:
        assert self._file is not None
        found = self._file[1].read()
        if told is not None:
            for part in _AROUND:
                found = part.sub(b"", found, count=1)
            found = found.replace(told.encode() + b"\n", b"", 1)
        with suppress(OSError):  # nobody reads it any more
            for line in found.splitlines(keepends=True):  # by itself no other line comes in between
                while line:
                    line = line[os.write(_TERMINAL, line) :]

    def _end(self) -> None:
        assert self._file is not None
        self._show(None)
        os.close(self._file[0])
        self._file[1].close()

    def _close(self) -> None:
        if self._terminal is not None:
            os.close(self._terminal)
            self._terminal = None


_KEPT = _KeptTerminal()
