"""The part of an import that reads: one source after the other, cleaned, into one long text on disk."""

from __future__ import annotations

from array import array
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from workbench.corpora import exported
from workbench.corpora.cleaning.cleaner import Cleaner
from workbench.corpora.example_cleaning import cleaned_examples, examples_of
from workbench.corpora.example_store import ExampleStore
from workbench.corpora.paragraphs import ParagraphCount
from workbench.corpora.reading import archives
from workbench.corpora.reading.files import shown_name, shown_place
from workbench.corpora.reading.formats.base import Facts, FileToRead
from workbench.corpora.reading.process import KeptText, Wanted, read_apart
from workbench.corpora.reading.readers import PAGED, PLAIN, file_on_disk, kind_of
from workbench.corpora.source_records import Halves, digest, report_of, source_of
from workbench.corpora.splitting.given import given_split, passages
from workbench.corpora.splitting.named_classes import class_folders, is_beside
from workbench.ground.generators import with_each
from workbench.messages.errors import KnownError
from workbench.values.corpus import SkippedFile, SourceFile, Split
from workbench.values.importing import ImportOptions, LabelsIn, Reading
from workbench.values.labels import Example, LabelKind
from workbench.values.progress import Progress

_AHEAD = 32  # files that are read while another one's text is cleaned
_SMALL_BYTES = 1 << 18


class SourceReader:
    """Fills `text` with one cleaned document after the other, and `examples` with their labels.

    What cannot be read is listed in `skipped`.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        folder: Path,
        options: ImportOptions,
        text: BinaryIO,
        examples: ExampleStore | None,
    ) -> None:
        """Without a store for `examples`, labels are passed over."""
        self.sources: list[SourceFile] = []
        self.skipped: list[SkippedFile] = []
        self.ends = array("Q")  # of the documents, in bytes
        self._splits = given_split(paths)
        self.given: list[Split] | None = None if self._splits is None else []  # of the documents, where names say it
        self.has_validation = self._splits is not None and Split.VALIDATION in self._splits.values()
        self.renamed = dict(options.renamed)
        self.text = text
        self.cleaner = Cleaner(options.recipe)
        self._examples = examples
        self._class_folders = class_folders(paths)
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
            file, reading = file_on_disk(path), self._way_to_read(path)
            found = Wanted(file, kind_of(file, reading.labels), reading)
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
                    kind = kind_of(found, reading.labels)
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
        self._check_is_of_a_class(wanted)
        start, known_ends = self.text.tell(), len(self.ends)
        self.cleaner.begin_document()
        paragraphs, examples_taken = ParagraphCount(), 0
        progress = Halves(self._done, self._total, file)
        try:
            is_cleaned = self._options.as_it_is or exported.is_cleaned(file, self._options.recipe)
            reading_it = self._reading_of(wanted, ahead, is_cleaned=is_cleaned)
            with closing((yield from with_each(reading_it, progress.first))) as kept:
                kind = _kind_of_labels(kept.facts, wanted.reading)
                if kind is not None and self._examples is not None:
                    self._examples.begin(kind, file.name)
                    examples = examples_of(kept, file, wanted.reading.labels)
                    if is_cleaned and not self.renamed:  # what its labels were before is not known any more
                        examples = (replace(example, given=None) for example in examples)
                    elif not is_cleaned:
                        examples = cleaned_examples(examples, self.cleaner, file.notes, paged=wanted.kind in PAGED)
                    filling = self._take_examples(examples, self._examples, split)
                else:
                    filling = self._take_text(kept, wanted.kind, split, paragraphs, is_cleaned=is_cleaned)
                for taken in filling:
                    examples_taken += kind is not None
                    yield progress.second(taken)
            if self.text.tell() == start:
                raise self.cleaner.why_empty(file.name, has_text=kept.has_text)
        except BaseException:
            self.text.seek(start)
            self.text.truncate()
            del self.ends[known_ends:]
            if self.given is not None:
                del self.given[known_ends:]
            self.cleaner.take_back()
            if self._examples is not None:
                self._examples.take_back(known_ends)
            raise
        asked = self._reading(file.origin)
        size, sha256 = yield from with_each(digest(file.path), lambda _: progress.second(0))
        report = report_of(file, split, paragraphs.number or examples_taken)
        self.sources.append(source_of(file, size, sha256, kept.facts, asked, report, is_labelled=kind is not None))

    def _reading_of(
        self, wanted: Wanted, ahead: Iterable[Wanted], *, is_cleaned: bool
    ) -> Generator[int, None, KeptText]:
        """Raises KnownError("file.labels_changed")."""
        if not is_cleaned:
            return read_apart(wanted, self._options.limits, self._folder, ahead)
        wants_labels = wanted.reading.labels is not LabelsIn.NONE
        if not wants_labels or not exported.has_labels(wanted.file):
            return exported.read_as_it_is(wanted.file, self._folder)
        self.renamed |= exported.renamed_in(wanted.file)
        return exported.read_labels(wanted.file, self._folder)

    def _take_text(
        self, kept: KeptText, kind: str, split: Split | None, paragraphs: ParagraphCount, *, is_cleaned: bool
    ) -> Iterator[int]:
        """One document, or each passage of a split's file; yields the characters that were taken."""
        for passage in passages(kept.pieces()) if split else (kept.pieces(),):
            blocks = self.cleaner.clean(passage, paged=kind in PAGED)
            for joiner, block in (("", piece) for piece in passage) if is_cleaned else blocks:
                self._write(joiner + block)
                paragraphs.add(joiner + block)
                yield len(block)
            if self.text.tell() > (self.ends[-1] if self.ends else 0):
                self._end_document(split)

    def _take_examples(self, found: Iterable[Example], store: ExampleStore, split: Split | None) -> Iterator[int]:
        """Each example is a document of its own; what several predicates say of one sentence is one."""
        sentence: Example | None = None
        for example in found:
            if sentence is None or not _is_of(example, sentence):
                self._write(example.text)
                self._end_document(split)
            store.add(len(self.ends) - 1, example)
            sentence = example
            yield len(example.text)

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

    def _check_is_of_a_class(self, wanted: Wanted) -> None:
        """Raises KnownError("file.beside_classes") for a README and the like, whose folder or name is no class."""
        by_name = (LabelsIn.FOLDERS, LabelsIn.FILES)
        if wanted.reading.labels in by_name and is_beside(wanted.file, self._folders_of_classes(wanted)):
            raise KnownError("file.beside_classes", file=wanted.file.name)

    def _folders_of_classes(self, wanted: Wanted) -> frozenset[str]:
        """Empty where a person has said that all folders, or all files, are named for classes."""
        is_asked = self._reading(wanted.file.origin).labels is not LabelsIn.AUTO
        return frozenset() if is_asked else self._class_folders

    def _reading(self, path: Path) -> Reading:
        return self._options.readings.get(path.absolute(), self._options.reading)

    def _way_to_read(self, path: Path) -> Reading:
        reading = self._reading(path)
        if self._examples is None:
            return replace(reading, labels=LabelsIn.NONE)
        if self._class_folders and reading.labels is LabelsIn.AUTO and not reading.label:
            return replace(reading, labels=LabelsIn.FOLDERS)
        return reading

    def _skip_member(self, file: FileToRead, error: KnownError) -> None:
        """Of a file in an archive; `file` is the archive where nothing but a name in it is known."""
        named = error.fields.get("file")
        if named is not None:
            member = file.member if named == file.name else "/".join(filter(None, (file.member, str(named))))
            error = KnownError(error.code, **{**error.fields, "file": shown_place(file.origin, member)})
        self._skip(file.origin, error)

    def _skip(self, path: Path, error: KnownError) -> None:
        self.skipped.append(SkippedFile(path.absolute(), error.code, dict(error.fields)))


def _kind_of_labels(facts: Facts, reading: Reading) -> LabelKind | None:
    return LabelKind.CLASSES if reading.labels in (LabelsIn.FOLDERS, LabelsIn.FILES) else facts.kind


def _is_of(example: Example, sentence: Example) -> bool:
    """Whether an example is of the sentence of the one before it, seen from a further predicate."""
    if example.predicate is None or sentence.predicate is None:
        return False
    return example.words == sentence.words and example.predicate > sentence.predicate


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
