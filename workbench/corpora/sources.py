"""The part of an import that reads: one source after the other, cleaned, into one long text on disk."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from workbench.corpora import exported
from workbench.corpora.cleaning.cleaner import Cleaner
from workbench.corpora.reading import archives
from workbench.corpora.reading.files import shown_name, shown_place
from workbench.corpora.reading.formats.base import Facts, FileToRead
from workbench.corpora.reading.process import Wanted, read_apart
from workbench.corpora.reading.readers import PAGED, PLAIN, file_on_disk, kind_of
from workbench.corpora.splitting.given import given_split, passages
from workbench.ground.generators import with_each
from workbench.messages.errors import KnownError
from workbench.values.corpus import SkippedFile, SourceFile, Split
from workbench.values.import_report import FileReport, Guessed, Unit
from workbench.values.importing import ImportOptions, Reading
from workbench.values.progress import Progress

_AHEAD = 32  # files that are read while another one's text is cleaned
_SMALL_BYTES = 1 << 18
_CHUNK_BYTES = 1 << 20


class SourceReader:
    """Fills `text` with one cleaned document after the other; what cannot be read is listed in `skipped`."""

    def __init__(self, paths: Sequence[Path], folder: Path, options: ImportOptions, text: BinaryIO) -> None:
        self.sources: list[SourceFile] = []
        self.skipped: list[SkippedFile] = []
        self.ends = array("Q")  # of the documents, in bytes
        self._splits = given_split(paths)
        self.given: list[Split] | None = None if self._splits is None else []  # of the documents, where names say it
        self.has_validation = self._splits is not None and Split.VALIDATION in self._splits.values()
        self.text = text
        self.cleaner = Cleaner(options.recipe)
        self._paths = paths
        self._folder = folder
        self._options = options
        self._looked_at: dict[Path, Wanted] = {}
        self._done = 0
        self._total = sum(_size(path) for path in paths)

    def read_all(self) -> Iterator[Progress]:
        for number, path in enumerate(self._paths):
            before = self._done
            try:
                wanted = self._wanted(path)
                if not exported.is_about(wanted.file):
                    yield from self._read(wanted, self._ahead(number))
            except KnownError as error:
                if error.code == "file.reader_lost":  # nothing else could be read either
                    raise
                self._skip(path, error)
            self._done = before + _size(path)
            yield Progress(self._done, self._total, shown_name(path))

    def _wanted(self, path: Path) -> Wanted:
        """Raises KnownError("file.…")."""
        found = self._looked_at.pop(path, None)
        if found is None:
            file = file_on_disk(path)
            found = Wanted(file, kind_of(file), self._reading(path))
        return found

    def _ahead(self, number: int) -> Iterator[Wanted]:
        """The small texts that come next; reading them takes no library that could end the process."""
        for path in self._paths[number + 1 : number + 1 + _AHEAD]:
            with suppress(KnownError):  # which is said when it is its turn
                found = self._looked_at[path] = self._wanted(path)
                if found.kind not in PLAIN or found.file.path.stat().st_size > _SMALL_BYTES:
                    return
                self._split(found.file)
                yield found

    def _read(self, wanted: Wanted, ahead: Iterable[Wanted]) -> Iterator[Progress]:
        if wanted.kind == ".zip":
            allowance = archives.Allowance.for_archive(wanted.file.path)
            yield from self._read_archive(wanted.file, wanted.reading, allowance, self._folder / "unpacked", 1)
        else:
            yield from self._read_document(wanted, ahead)

    def _read_archive(
        self, archive: FileToRead, reading: Reading, allowance: archives.Allowance, folder: Path, depth: int
    ) -> Iterator[Progress]:
        folder.mkdir()
        before = len(self.sources) + len(self.skipped)
        first = len(self.sources)
        try:
            for found in archives.unpacked(archive, folder, allowance):
                if found is None:
                    yield Progress(self._done, self._total, archive.name)
                    continue
                if isinstance(found, KnownError):
                    self._skip_member(archive, found)
                    continue
                if exported.is_about(found):
                    continue
                try:
                    kind = kind_of(found)
                    if kind != ".zip":
                        yield from self._read_document(Wanted(found, kind, reading))
                    elif depth < archives.DEEPEST:
                        yield from self._read_archive(found, reading, allowance, folder / "inner", depth + 1)
                    else:
                        raise KnownError("file.too_deep", file=found.name)
                except KnownError as error:
                    self._skip_member(found, error)
                yield Progress(self._done, self._total, found.name)
            if len(self.sources) + len(self.skipped) == before:
                raise KnownError("file.empty", file=archive.name)
        finally:
            self._report_of_archive(archive, first)
            for leftover in folder.iterdir():
                leftover.unlink()
            folder.rmdir()

    def _report_of_archive(self, archive: FileToRead, first: int) -> None:
        """What was left out of an archive is told with the first of its files that was read."""
        left_out = archive.notes.report().passed_over
        if left_out and first < len(self.sources):
            source = self.sources[first]
            report = replace(source.report, passed_over=(*source.report.passed_over, *left_out))
            self.sources[first] = replace(source, report=report)

    def _read_document(self, wanted: Wanted, ahead: Iterable[Wanted] = ()) -> Iterator[Progress]:
        """Append the cleaned document to the text; if it cannot be read to its end, nothing of it stays."""
        file = wanted.file
        split = self._split(file)
        start, known_ends = self.text.tell(), len(self.ends)
        self.cleaner.begin_document()
        paragraphs = 0
        progress = _Halves(self._done, self._total, file)
        try:
            is_cleaned = self._options.as_it_is or exported.is_cleaned(file, self._options.recipe)
            if is_cleaned:
                reading_it = exported.read_as_it_is(file, self._folder)
            else:
                reading_it = read_apart(wanted, self._options.limits, self._folder, ahead)
            with closing((yield from with_each(reading_it, progress.first))) as kept:
                for passage in passages(kept.pieces()) if split else (kept.pieces(),):
                    blocks = self.cleaner.clean(passage, paged=wanted.kind in PAGED)
                    for joiner, block in (("", piece) for piece in passage) if is_cleaned else blocks:
                        self._write(joiner + block)
                        paragraphs += 1
                        yield progress.second(len(block))
                    if self.text.tell() > (self.ends[-1] if self.ends else 0):
                        self._end_document(split)
            if self.text.tell() == start:
                raise self.cleaner.why_empty(file.name, has_text=kept.has_text)
        except BaseException:
            self.text.seek(start)
            self.text.truncate()
            del self.ends[known_ends:]
            if self.given is not None:
                del self.given[known_ends:]
            self.cleaner.take_back()
            raise
        size, sha256 = yield from with_each(_digest(file.path), lambda _: progress.second(0))
        self.sources.append(_source(file, size, sha256, kept.facts, wanted.reading, _report(file, split, paragraphs)))

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

    def _skip_member(self, file: FileToRead, error: KnownError) -> None:
        """Of a file in an archive; `file` is the archive where nothing but a name in it is known."""
        named = error.fields.get("file")
        if named is not None:
            member = file.member if named == file.name else "/".join(filter(None, (file.member, str(named))))
            error = KnownError(error.code, **{**error.fields, "file": shown_place(file.origin, member)})
        self._skip(file.origin, error)

    def _skip(self, path: Path, error: KnownError) -> None:
        self.skipped.append(SkippedFile(path.absolute(), error.code, dict(error.fields)))


class _Halves:
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


def _report(file: FileToRead, split: Split | None, paragraphs: int) -> FileReport:
    if split is not None:
        file.notes.guess_unless_known(Guessed.SPLIT, split)
    report = file.notes.report()
    return report if report.unit is not Unit.PARAGRAPHS or report.read else replace(report, read=paragraphs)


def _digest(path: Path) -> Generator[None, None, tuple[int, str]]:
    """(size in bytes, SHA-256)."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            digest.update(chunk)
            size += len(chunk)
            if size > _CHUNK_BYTES:  # small files are at once
                yield
    return size, digest.hexdigest()


def _source(
    file: FileToRead, size_bytes: int, sha256: str, facts: Facts, reading: Reading, report: FileReport
) -> SourceFile:
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
    )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
