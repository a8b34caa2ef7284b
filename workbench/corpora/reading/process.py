"""Files read in a process of its own, which is watched, ended where it takes too much, and used again."""

from __future__ import annotations

import codecs
import multiprocessing
import tempfile
import threading
import time
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path

import psutil

from workbench.corpora.reading.formats.base import Facts, FileToRead, Pieces
from workbench.corpora.reading.readers import NO_TEXT, READERS
from workbench.corpora.reading.worker import Answer, Begun, Ended, Request, serve
from workbench.messages.errors import KnownError
from workbench.messages.message import Message
from workbench.values.importing import Limits, Reading

_SECONDS_BETWEEN_LOOKS = 0.1
_BYTES_IN_MEMORY = 8 << 20  # of a text; a longer one waits on the disk
_CHUNK_BYTES = 1 << 20
_BYTES_FOR_A_LIMIT = 16 << 20  # of a file; a larger one may take so many times the seconds
_SECONDS_TO_BEGIN = 60.0  # on a computer that has much to do


class KeptText:
    """The text of one file, which was read to its end; `close` gives back where it was kept."""

    def __init__(self, folder: Path | None) -> None:
        self.facts = Facts()
        self.has_text = False  # beside white space
        self._file = tempfile.SpooledTemporaryFile(max_size=_BYTES_IN_MEMORY, dir=str(folder) if folder else None)  # noqa: SIM115

    def add(self, text: str) -> None:
        self.has_text = self.has_text or (not text.isspace() and bool(text.strip(NO_TEXT)))
        self._file.write(text.encode("utf-8", "surrogatepass"))

    def pieces(self) -> Pieces:
        decoder = codecs.getincrementaldecoder("utf-8")("surrogatepass")
        self._file.seek(0)
        while chunk := self._file.read(_CHUNK_BYTES):
            yield decoder.decode(chunk)
        return self.facts

    def close(self) -> None:
        self._file.close()


def read_apart(
    file: FileToRead, kind: str, reading: Reading, limits: Limits, folder: Path | None = None
) -> Generator[int, None, KeptText]:
    """The text of a file. Yields the characters that have come, several times a second, also while none come.

    Closing the generator ends the process. What was noted is in `file.notes`. Raises KnownError("file.…") whatever
    happens to the process.
    """
    text = KeptText(folder)
    try:
        yield from _received(text, file, kind, reading, limits)
    except BaseException:
        text.close()
        raise
    return text


def end_idle() -> None:
    """End the processes that wait for a next file."""
    with _lock:
        while _idle:
            _idle.pop().end()


class _Process:
    def __init__(self, memory_bytes: int) -> None:
        context = multiprocessing.get_context("spawn")  # a forked one would share threads and locks
        self.connection, theirs = context.Pipe()
        self.memory_bytes = memory_bytes
        self._process = context.Process(target=serve, args=(theirs, memory_bytes), name="reading", daemon=True)
        self._process.start()
        theirs.close()
        self._base = 0

    @property
    def is_alive(self) -> bool:
        return self._process.is_alive()

    def note_base(self) -> None:
        """What it takes before it has read anything."""
        self._base = self._base or self._rss()

    def takes_too_much(self) -> bool:
        return self._rss() > self._base + self.memory_bytes

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self._process.close()
        self.connection.close()

    def _rss(self) -> int:
        try:
            return int(psutil.Process(self._process.pid).memory_info().rss)
        except psutil.Error:
            return 0


_idle: list[_Process] = []  # that wait for a next file, of this or a later import
_lock = threading.Lock()


def _received(
    text: KeptText, file: FileToRead, kind: str, reading: Reading, limits: Limits
) -> Generator[int, None, None]:
    seconds = limits.seconds * (1 + file.path.stat().st_size / _BYTES_FOR_A_LIMIT)
    request = Request(READERS[kind], file, kind, reading, seconds)
    process = yield from _begun(request, limits)
    is_fit = False
    characters = 0
    try:
        while True:
            answer = yield from _answer(process, file, seconds, characters)
            if isinstance(answer, str):
                text.add(answer)
                characters += len(answer)
                yield characters
            elif isinstance(answer, Ended):
                text.facts = answer.facts
                file.notes.take(answer.notes)
                is_fit = not answer.is_last
                return
            elif isinstance(answer, Message):
                is_fit = answer.code != "file.takes_memory"
                raise KnownError.of(answer)
    finally:
        if is_fit:
            with _lock:
                _idle.append(process)
        else:
            process.end()


def _begun(request: Request, limits: Limits) -> Generator[int, None, _Process]:
    """A process that has the request. One that waited may have ended meanwhile; then it goes to another."""
    while True:
        process, is_new = _taken(limits.memory_bytes)
        is_fit = False
        try:
            process.connection.send(request)
            end = time.monotonic() + _SECONDS_TO_BEGIN
            while not process.connection.poll(_SECONDS_BETWEEN_LOOKS):
                yield 0
                if time.monotonic() > end:
                    raise KnownError("file.reader_lost", file=request.file.name)
            if isinstance(process.connection.recv(), Begun):
                process.note_base()
                is_fit = True
                return process
        except (EOFError, OSError) as error:
            if is_new:
                raise KnownError("file.reader_lost", file=request.file.name) from error
        finally:
            if not is_fit:
                process.end()


def _taken(memory_bytes: int) -> tuple[_Process, bool]:
    """(a process, whether it was started for this)."""
    with _lock:
        while _idle:
            process = _idle.pop()
            if process.memory_bytes == memory_bytes and process.is_alive:
                return process, False
            process.end()
    return _Process(memory_bytes), True


def _answer(process: _Process, file: FileToRead, seconds: float, characters: int) -> Generator[int, None, Answer]:
    """The next thing that it sends; meanwhile it is watched."""
    end = time.monotonic() + seconds
    while not process.connection.poll(_SECONDS_BETWEEN_LOOKS):
        if process.takes_too_much():
            raise KnownError("file.takes_memory", file=file.name)
        if time.monotonic() > end:
            raise KnownError("file.takes_time", file=file.name)
        yield characters
    with suppress(EOFError, OSError):
        answer: Answer = process.connection.recv()
        return answer
    raise KnownError("file.ends_reader", file=file.name)
