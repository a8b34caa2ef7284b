"""What is kept of a file that was read, and how far the reading of it has come."""

from __future__ import annotations

import hashlib
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

from workbench.corpora.reading.formats.base import Facts, FileToRead
from workbench.values.corpus import SourceFile, Split
from workbench.values.import_report import FileReport, Guessed, Unit
from workbench.values.importing import Reading
from workbench.values.progress import Progress

_CHUNK_BYTES = 1 << 20


class Halves:
    """The progress of one file: it is read, then cleaned. What lies in an archive counts when the archive is done."""

    def __init__(self, done: int, total: int, file: FileToRead) -> None:
        self._done, self._total, self._name = done, total, file.name
        self._size = max(1, file.path.stat().st_size) if file.path == file.origin else 0
        self._cleaned = 0

    def first(self, characters: int) -> Progress:
        return self._at(min(characters, self._size) // 2)

    def second(self, characters: int) -> Progress:
        self._cleaned += characters
        return self._at((self._size + min(self._cleaned, self._size)) // 2)

    def _at(self, share: int) -> Progress:
        return Progress(self._done + share, self._total, self._name)


def report_of(file: FileToRead, split: Split | None, paragraphs: int) -> FileReport:
    """What its reader noted; one that counted nothing was read by paragraphs."""
    if split is not None:
        file.notes.guess_unless_known(Guessed.SPLIT, split)
    report = file.notes.report()
    return report if report.unit is not Unit.PARAGRAPHS or report.read else replace(report, read=paragraphs)


def digest(path: Path) -> Generator[None, None, tuple[int, str]]:
    """(size in bytes, SHA-256)."""
    found, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            found.update(chunk)
            size += len(chunk)
            if size > _CHUNK_BYTES:  # small files are at once
                yield
    return size, found.hexdigest()


def source_of(
    file: FileToRead,
    size_bytes: int,
    sha256: str,
    facts: Facts,
    reading: Reading,
    report: FileReport,
    *,
    is_labelled: bool,
) -> SourceFile:
    """What a corpus keeps of a file that it was made from."""
    return SourceFile(
        file.origin,
        size_bytes,
        sha256,
        member=file.member,
        encoding=facts.encoding,
        replaced=facts.replaced,
        columns=facts.columns,
        column=facts.column,
        label=facts.label,
        labels=facts.labels,
        report=report,
        reading=replace(reading, password=""),
        is_labelled=is_labelled,
    )
