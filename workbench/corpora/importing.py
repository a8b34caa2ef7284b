"""From files to the three text files of a corpus; the files themselves are only read.

Every document goes through reading and cleaning a piece at a time into one long text on disk, which is then divided.
So a text of any size takes little memory.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from workbench.corpora.cleaning.cleaner import Cleaner
from workbench.corpora.reading import archives
from workbench.corpora.reading.decoding import survey
from workbench.corpora.reading.files import find_files, shown_name
from workbench.corpora.reading.formats.base import Facts, FileToRead
from workbench.corpora.reading.readers import PAGED, file_on_disk, kind_of, read_pieces
from workbench.corpora.splitting.blocks import SEGMENT_SEPARATOR, Segment, divide, divide_given, stretches
from workbench.corpora.splitting.given import given_split, passages
from workbench.corpora.splitting.leaks import Leaks
from workbench.corpora.statistics.description import Counting
from workbench.messages.errors import KnownError, disk_error
from workbench.messages.message import Message, in_turn, message
from workbench.values.corpus import CorpusContents, SkippedFile, SourceFile, Split
from workbench.values.import_report import FileReport, Guessed, Unit
from workbench.values.importing import ImportOptions, Reading, SplitBy
from workbench.values.progress import Progress


def read_corpus(
    files: Sequence[Path], folder: Path, options: ImportOptions | None = None
) -> Generator[Progress, None, CorpusContents]:
    """Read, clean and split `files` (and folders and archives of them) into train.txt, validation.txt and test.txt.

    Progress counts bytes. A file that cannot be read is listed in the contents and passed over; if none can be,
    nothing is left in `folder` and KnownError("corpus.nothing_read") says why. Neither if it is closed before its end.
    """
    options = options or ImportOptions()
    whole = folder / _WHOLE
    try:
        with whole.open("w+b") as text:
            reading = _Import(find_files(files), folder, options, text)
            yield from reading.read_all()
            if not reading.sources:
                raise KnownError("corpus.nothing_read", reasons=_reasons(files, reading.skipped))
            return (yield from _finished(reading, folder, options))
    except BaseException as error:
        for split in Split:
            split_file(folder, split).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise disk_error(error, folder) from error
        raise
    finally:
        whole.unlink(missing_ok=True)


def split_file(folder: Path, split: Split) -> Path:
    """The file in a corpus's folder that holds the text of one split."""
    return folder / f"{split}.txt"


def default_name(files: Sequence[Path]) -> str:
    """A name for the corpus made of `files`: that of the one file or folder, or of the folder they share."""
    paths = [file.resolve() for file in files]
    folders = {path.parent for path in paths}
    if len(paths) > 1 and len(folders) == 1:
        return _as_name(folders.pop().name)
    return _as_name(paths[0].name if paths[0].is_dir() else paths[0].stem) if paths else _as_name("")


def repeated(contents: CorpusContents) -> tuple[list[Path], ImportOptions]:
    """The files that a corpus was made from, and the options that make it again."""
    readings = {source.path: source.reading for source in contents.sources}
    by = SplitBy.AUTO if contents.split_by is SplitBy.GIVEN else contents.split_by
    options = ImportOptions(recipe=contents.recipe, readings=readings, split_by=by, split_seed=contents.split_seed)
    return list(readings), options


_WHOLE = ".whole.txt"
_REASONS_SHOWN = 3


class _Import:
    """The part of an import that reads: fills `text` with one cleaned document after the other."""

    def __init__(self, paths: Sequence[Path], folder: Path, options: ImportOptions, text: BinaryIO) -> None:
        self.sources: list[SourceFile] = []
        self.skipped: list[SkippedFile] = []
        self.ends = array("Q")  # of the documents, in bytes
        self._splits = given_split(paths)
        self.given: list[Split] | None = None if self._splits is None else []  # of the documents, where names say it
        self.text = text
        self.cleaner = Cleaner(options.recipe)
        self._paths = paths
        self._folder = folder
        self._options = options
        self._done = 0
        self._total = sum(_size(path) for path in paths)

    def read_all(self) -> Iterator[Progress]:
        for path in self._paths:
            before = self._done
            try:
                file = file_on_disk(path)
                yield from self._read(file, self._reading(path))
            except KnownError as error:
                self._skip(path, error)
            self._done = before + _size(path)
            yield Progress(self._done, self._total, shown_name(path))

    def _read(self, file: FileToRead, reading: Reading) -> Iterator[Progress]:
        kind = kind_of(file)
        if kind == ".zip":
            allowance = archives.Allowance.for_archive(file.path)
            yield from self._read_archive(file, reading, allowance, self._folder / "unpacked", 1)
        else:
            yield from self._read_document(file, kind, reading)

    def _read_archive(
        self, archive: FileToRead, reading: Reading, allowance: archives.Allowance, folder: Path, depth: int
    ) -> Iterator[Progress]:
        folder.mkdir()
        before = len(self.sources) + len(self.skipped)
        try:
            for found in archives.unpacked(archive, folder, allowance):
                if isinstance(found, KnownError):
                    self._skip(archive.origin, found)
                    continue
                try:
                    kind = kind_of(found)
                    if kind != ".zip":
                        yield from self._read_document(found, kind, reading)
                    elif depth < archives.DEEPEST:
                        yield from self._read_archive(found, reading, allowance, folder / "inner", depth + 1)
                    else:
                        raise KnownError("file.too_deep", file=found.name)
                except KnownError as error:
                    self._skip(archive.origin, error)
                yield Progress(self._done, self._total, found.name)
            if len(self.sources) + len(self.skipped) == before:
                raise KnownError("file.empty", file=archive.name)
        finally:
            for leftover in folder.iterdir():
                leftover.unlink()
            folder.rmdir()

    def _read_document(self, file: FileToRead, kind: str, reading: Reading) -> Iterator[Progress]:
        """Append the cleaned document to the text; if it cannot be read to its end, nothing of it stays."""
        split = self._split(file)
        start, known_ends = self.text.tell(), len(self.ends)
        self.cleaner.begin_document()
        facts: list[Facts] = []
        size, read, paragraphs = max(1, file.path.stat().st_size), 0, 0

        def pieces() -> Iterator[str]:
            facts.append((yield from read_pieces(file, kind, reading)))

        try:
            for passage in passages(pieces()) if split else (pieces(),):
                for joiner, block in self.cleaner.clean(passage, paged=kind in PAGED):
                    self._write(joiner + block)
                    read += len(block)
                    paragraphs += 1
                    if file.path == file.origin:  # what lies in an archive counts when the archive is done
                        yield Progress(self._done + min(read, size), self._total, file.name)
                if self.text.tell() > (self.ends[-1] if self.ends else 0):
                    self._end_document(split)
            if self.text.tell() == start:
                raise KnownError("file.empty", file=file.name)
        except BaseException:
            self.text.seek(start)
            self.text.truncate()
            del self.ends[known_ends:]
            if self.given is not None:
                del self.given[known_ends:]
            self.cleaner.take_back()
            raise
        self.sources.append(_source(file, facts[0], reading, _report(file, split, paragraphs)))

    def _write(self, text: str) -> None:
        self.text.write(text.encode("utf-8", errors="replace"))

    def _end_document(self, split: Split | None) -> None:
        self.ends.append(self.text.tell())
        if self.given is not None and split is not None:
            self.given.append(split)

    def _split(self, file: FileToRead) -> Split | None:
        """The split that the file's name says; raises KnownError("file.beside_split") where only others say one."""
        if self._splits is None:
            return None
        for place in ((file.origin, file.member), (file.origin, "")):
            if place in self._splits:
                return self._splits[place]
        raise KnownError("file.beside_split", file=file.name)

    def _reading(self, path: Path) -> Reading:
        return self._options.readings.get(path.absolute(), self._options.reading)

    def _skip(self, path: Path, error: KnownError) -> None:
        self.skipped.append(SkippedFile(path.absolute(), error.code, dict(error.fields)))


def _finished(reading: _Import, folder: Path, options: ImportOptions) -> Generator[Progress, None, CorpusContents]:
    """Divide the text, write the splits, and look at what came out."""
    total = reading.ends[-1]
    yield Progress(0, total)
    if reading.given is not None:
        by = SplitBy.GIVEN
        segments = divide_given(reading.text, reading.ends, reading.given, options.split_seed)
    else:
        by, segments = divide(reading.text, reading.ends, options.split_seed, options.split_by)
    counting = Counting(total)
    yield from _write_splits(reading.text, segments, folder, counting, total)
    leaks = Leaks()
    for done in leaks.search({split: split_file(folder, split) for split in Split}):
        yield Progress(done, total)
    return CorpusContents(
        sources=tuple(reading.sources),
        skipped=tuple(reading.skipped),
        cleaning=dict(reading.cleaner.removed),
        split_seed=options.split_seed,
        statistics=counting.statistics(),
        sha256=content_hash(folder),
        recipe=reading.cleaner.recipe,
        split_by=by,
        leaks=leaks.report(),
    )


def _write_splits(
    text: BinaryIO, segments: Sequence[Segment], folder: Path, counting: Counting, total: int
) -> Iterator[Progress]:
    separator = f"\n{SEGMENT_SEPARATOR}\n".encode()
    done = 0
    with ExitStack() as stack:
        files = {split: stack.enter_context(split_file(folder, split).open("wb")) for split in Split}
        for segment in segments:
            file = files[segment.split]
            start, end = _trimmed(text, segment)
            if start == end:
                continue
            if file.tell():
                file.write(separator)
            for place, stretch in stretches(text, start, end, counting.stretch_bytes):
                file.write(stretch)
                counting.add(segment.split, stretch.decode(), ends=place + len(stretch) >= end)
                done += len(stretch)
                yield Progress(min(done, total), total)
        for file in files.values():
            if file.tell():
                file.write(b"\n")


def _trimmed(text: BinaryIO, segment: Segment) -> tuple[int, int]:
    """A segment without the line ends before it and the white space after it."""
    start, end = segment.start, segment.end
    text.seek(start)
    head = text.read(min(64, end - start))
    start += len(head) - len(head.lstrip(b"\n"))
    text.seek(max(start, end - 64))
    tail = text.read(end - max(start, end - 64))
    return start, end - (len(tail) - len(tail.rstrip()))


def content_hash(folder: Path) -> str:
    """Of the three splits' text as it lies on the disk."""
    digest = hashlib.sha256()
    for split in Split:
        path = split_file(folder, split)
        digest.update(f"{split} {path.stat().st_size}\n".encode())
        with path.open("rb") as file:
            while chunk := file.read(1 << 20):
                digest.update(chunk)
    return digest.hexdigest()


def _report(file: FileToRead, split: Split | None, paragraphs: int) -> FileReport:
    if split is not None:
        file.notes.guess_likely(Guessed.SPLIT, split)
    report = file.notes.report()
    return report if report.unit is not Unit.PARAGRAPHS or report.read else replace(report, read=paragraphs)


def _source(file: FileToRead, facts: Facts, reading: Reading, report: FileReport) -> SourceFile:
    surveyed = survey(file.path)
    return SourceFile(
        file.origin,
        surveyed.size_bytes,
        surveyed.sha256,
        member=file.member,
        encoding=facts.encoding,
        replaced=facts.replaced,
        columns=facts.columns,
        column=facts.column,
        label=facts.label,
        labels=facts.labels,
        report=report,
        reading=replace(reading, password=""),
    )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _as_name(file_name: str) -> str:
    return " ".join(shown_name(Path(file_name)).split()) if file_name else "Text"


def _reasons(files: Sequence[Path], skipped: Sequence[SkippedFile]) -> Message:
    if not skipped:
        return message("folder.empty", folder=tuple(shown_name(path) for path in files))
    return in_turn(file.reason for file in skipped[:_REASONS_SHOWN])
