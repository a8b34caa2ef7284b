"""Files read in a process of its own, which is watched, ended where it takes too much, and used again."""

from __future__ import annotations

import multiprocessing
import tempfile
import threading
import time
from collections import deque
from collections.abc import Generator, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import psutil

from workbench.corpora.reading.formats.base import Facts, FileToRead, Pieces
from workbench.corpora.reading.readers import NO_TEXT, READERS
from workbench.corpora.reading.worker import Answer, Ended, Request, serve
from workbench.messages.errors import KnownError
from workbench.messages.message import Message
from workbench.values.importing import Limits, Reading

_SECONDS_BETWEEN_LOOKS = 0.1
IN_MEMORY = 4 << 20  # characters of a text; a longer one waits on the disk
_CHUNK = 1 << 20  # characters
_BYTES_FOR_A_LIMIT = 16 << 20  # of a file; a larger one may take so many times the seconds
_SECONDS_TO_START = 60.0  # on a computer that has much to do


class KeptText:
    """The text of one file, which was read to its end; `close` gives back where it was kept."""

    def __init__(self, folder: Path | None) -> None:
        self.facts = Facts()
        self.has_text = False  # beside white space
        self._folder = folder
        self._parts: list[str] = []
        self._characters = 0
        self._file: IO[str] | None = None

    def add(self, text: str) -> None:
        self.has_text = self.has_text or bool(text.strip(NO_TEXT))
        self._parts.append(text)
        self._characters += len(text)
        if self._characters > IN_MEMORY:
            self._put_on_disk()

    def pieces(self) -> Pieces:
        if self._file is not None:
            self._put_on_disk()
            self._file.seek(0)
            while chunk := self._file.read(_CHUNK):
                yield chunk
        yield from self._parts
        return self.facts

    def close(self) -> None:
        if self._file is not None:
            self._file.close()

    def _put_on_disk(self) -> None:
        if self._file is None:
            self._file = tempfile.TemporaryFile(  # noqa: SIM115 - `close` closes it
                "w+", encoding="utf-8", errors="surrogatepass", newline="", dir=self._folder
            )
        self._file.writelines(self._parts)
        self._parts.clear()
        self._characters = 0


@dataclass(frozen=True, eq=False)
class Wanted:
    """A file that is to be read, and how."""

    file: FileToRead
    kind: str
    reading: Reading


def read_apart(
    wanted: Wanted, limits: Limits, folder: Path | None = None, ahead: Iterable[Wanted] = ()
) -> Generator[int, None, KeptText]:
    """The text of a file. Yields the characters that have come, several times a second, also while none come.

    Files that will be wanted next, small ones, can be read `ahead` while this one's text is worked on. Closing the
    generator ends the process. What was noted is in the file's `notes`. Raises KnownError("file.…") whatever happens
    to the process.
    """
    text = KeptText(folder)
    try:
        yield from _received(text, wanted, limits, ahead)
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
        self.asked: deque[Wanted] = deque()  # whose answers have not come to their ends
        self.answers: deque[Answer] = deque()
        self._base = 0

    def ask(self, wanted: Sequence[Wanted], limits: Limits) -> None:
        self.asked.extend(wanted)
        self.connection.send(
            [Request(READERS[each.kind], each.file, each.kind, each.reading, _seconds(each, limits)) for each in wanted]
        )

    def started(self, file: str) -> Generator[int, None, None]:
        """Wait until it has said that it can be asked, and note what it takes before it has read anything."""
        end = time.monotonic() + _SECONDS_TO_START
        while not self.connection.poll(_SECONDS_BETWEEN_LOOKS):
            yield 0
            if time.monotonic() > end:
                raise KnownError("file.reader_lost", file=file)
        try:
            self.connection.recv()
        except (EOFError, OSError) as error:
            raise KnownError("file.reader_lost", file=file) from error
        self._base = self._rss()

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


def _received(text: KeptText, wanted: Wanted, limits: Limits, ahead: Iterable[Wanted]) -> Generator[int, None, None]:
    process, answer = yield from _asked(wanted, limits, ahead)
    is_fit = False
    characters = 0
    try:
        while True:
            if isinstance(answer, Message):
                is_fit = answer.code != "file.takes_memory"
                raise KnownError.of(answer)
            if isinstance(answer, Ended):
                text.facts = answer.facts
                wanted.file.notes.take(answer.notes)
                is_fit = not answer.is_last
                return
            text.add(answer)
            characters += len(answer)
            yield characters
            answer = yield from _answer(process, wanted, limits, characters)
    finally:
        if is_fit:
            process.asked.popleft()
            with _lock:
                _idle.append(process)
        else:
            process.end()


def _asked(wanted: Wanted, limits: Limits, ahead: Iterable[Wanted]) -> Generator[int, None, tuple[_Process, Answer]]:
    """(a process, its first answer). Only one that was started for this file alone says something about the file.

    One that waited may have ended meanwhile, and one that was asked for several files may have failed at another.
    """
    while True:
        process, is_new = _taken(wanted, limits.memory_bytes)
        is_fit = False
        try:
            if is_new:
                yield from process.started(wanted.file.name)
            if not process.asked:
                with suppress(OSError):  # there is no answer either
                    process.ask([wanted, *ahead], limits)
            answer = yield from _answer(process, wanted, limits, 0)
            is_fit = True
            return process, answer
        except KnownError:
            if is_new and len(process.asked) <= 1:  # none where it did not even start
                raise
            ahead = ()
        finally:
            if not is_fit:
                process.end()


def _taken(wanted: Wanted, memory_bytes: int) -> tuple[_Process, bool]:
    """(a process, whether it was started for this)."""
    with _lock:
        while _idle:
            process = _idle.pop()
            is_for_this = not process.asked or process.asked[0] is wanted
            if is_for_this and process.memory_bytes == memory_bytes:
                return process, False
            process.end()
    return _Process(memory_bytes), True


def _answer(process: _Process, wanted: Wanted, limits: Limits, characters: int) -> Generator[int, None, Answer]:
    """The next thing that it sends; meanwhile it is watched."""
    name = wanted.file.name
    end = time.monotonic() + _seconds(wanted, limits)
    while not process.answers:
        if process.connection.poll(_SECONDS_BETWEEN_LOOKS):
            try:
                process.answers.extend(process.connection.recv())
            except (EOFError, OSError) as error:
                raise KnownError("file.ends_reader", file=name) from error
            continue
        if process.takes_too_much():
            raise KnownError("file.takes_memory", file=name)
        if time.monotonic() > end:
            raise KnownError("file.takes_time", file=name)
        yield characters
    return process.answers.popleft()


def _seconds(wanted: Wanted, limits: Limits) -> float:
    """In which nothing may come."""
    return limits.seconds * (1 + wanted.file.path.stat().st_size / _BYTES_FOR_A_LIMIT)
