"""From files to the three text files of a corpus; the files themselves are only read.

Every document goes through reading and cleaning a piece at a time into one long text on disk, which is then divided.
So a text of any size takes little memory.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO, TypeVar

from workbench.corpora.example_store import ExampleStore
from workbench.corpora.label_checks import is_asked_for, what_could_label, why_no_labels
from workbench.corpora.labelled import label_file
from workbench.corpora.reading.files import find_files, shown_name
from workbench.corpora.sources import SourceReader
from workbench.corpora.splitting.blocks import SEGMENT_SEPARATOR, Segment, divide, divide_given, documents
from workbench.corpora.splitting.leaks import Leaks
from workbench.corpora.splitting.pieces import stretches
from workbench.corpora.splitting.stratified import stratified
from workbench.corpora.statistics import languages
from workbench.corpora.statistics.description import Counting
from workbench.ground.alongside import alongside
from workbench.ground.generators import last, with_each
from workbench.messages.errors import KnownError, disk_error
from workbench.messages.message import Message, in_turn, message
from workbench.values.corpus import CorpusContents, SkippedFile, Split
from workbench.values.importing import ImportOptions, SplitBy
from workbench.values.labels import Labels
from workbench.values.progress import Progress

T = TypeVar("T")


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
            yield from _meanwhile(languages.load, Progress(0, 1))
            return (yield from _read_into(text, files, folder, options))
    except BaseException as error:
        for split in Split:
            split_file(folder, split).unlink(missing_ok=True)
            label_file(folder, split).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise disk_error(error, folder) from error
        raise
    finally:
        whole.unlink(missing_ok=True)


def split_file(folder: Path, split: Split) -> Path:
    """The file in a corpus's folder that holds the text of one split."""
    return folder / f"{split}.txt"


def default_name(files: Sequence[Path]) -> str:
    """A name for the corpus made of `files`: that of the first file or folder, and how many there are besides.

    That of a folder which several files share says where they lie ("Downloads", "docx") more than what they are.
    """
    paths = [file.resolve() for file in files]
    if not paths:
        return _as_name("")
    first = _as_name(paths[0].name if paths[0].is_dir() else paths[0].stem)
    return f"{first} + {len(paths) - 1}" if len(paths) > 1 else first


def repeated(contents: CorpusContents) -> tuple[list[Path], ImportOptions]:
    """The files that a corpus was made from, and the options that make it again."""
    readings = {source.path: source.reading for source in contents.sources}
    is_by_itself = contents.split_by is SplitBy.GIVEN or contents.labels is not None  # whatever was asked for
    by = SplitBy.AUTO if is_by_itself else contents.split_by
    options = ImportOptions(
        recipe=contents.recipe,
        readings=readings,
        split_by=by,
        split_seed=contents.split_seed,
        renamed={} if contents.labels is None else contents.labels.renamed,
    )
    return list(readings), options


_WHOLE = ".whole.txt"
_TRIMMED_AT_ONCE = 4096  # bytes
_REASONS_SHOWN = 3


def _read_into(
    text: BinaryIO, files: Sequence[Path], folder: Path, options: ImportOptions
) -> Generator[Progress, None, CorpusContents]:
    found = find_files(files)
    with closing(ExampleStore(folder)) as examples:
        reading = SourceReader(found, folder, options, text, examples)
        yield from reading.read_all()
        if not reading.sources:
            raise KnownError("corpus.nothing_read", reasons=_reasons(files, reading.skipped))
        reason = yield from with_each(why_no_labels(examples, reading.sources), lambda _: Progress(0, 1))
        if reason is None:
            contents = yield from _finished(reading, folder, options, examples)
            return replace(contents, without_labels=None if len(examples) else what_could_label(reading.sources))
        if is_asked_for(reading.sources):
            raise KnownError.of(reason)
        text.seek(0)
        text.truncate()
        reading = SourceReader(found, folder, options, text, None)
        yield from reading.read_all()
        examples.take_back(0)
        return replace((yield from _finished(reading, folder, options, examples)), without_labels=reason)


def _finished(
    reading: SourceReader, folder: Path, options: ImportOptions, examples: ExampleStore
) -> Generator[Progress, None, CorpusContents]:
    """Divide the text, write the splits, and look at what came out."""
    total = reading.ends[-1]
    yield Progress(0, total)
    labels: Labels | None = None
    if len(examples):
        by, segments, labels = yield from _divided_examples(reading, folder, options, examples)
    elif reading.given is not None:
        by = SplitBy.GIVEN
        segments = divide_given(
            reading.text, reading.ends, reading.given, None if reading.has_validation else options.split_seed
        )
    else:
        dividing = partial(divide, reading.text, reading.ends, options.split_seed, options.split_by)
        by, segments = yield from _meanwhile(dividing, Progress(0, total))
    counting = Counting(total)
    yield from _write_splits(reading.text, segments, folder, counting, total)
    leaks = Leaks(labels.kind if labels else None)
    for done in leaks.search(folder):
        yield Progress(done, total)
    sha256 = yield from with_each(_hashing(folder), lambda _: Progress(total, total))
    return CorpusContents(
        sources=tuple(reading.sources),
        skipped=tuple(reading.skipped),
        cleaning=dict(reading.cleaner.removed),
        split_seed=options.split_seed,
        statistics=counting.statistics(),
        sha256=sha256,
        recipe=reading.cleaner.recipe,
        split_by=by,
        leaks=leaks.report(),
        labels=labels,
    )


def _divided_examples(
    reading: SourceReader, folder: Path, options: ImportOptions, examples: ExampleStore
) -> Generator[Progress, None, tuple[SplitBy, list[Segment], Labels]]:
    """Each document is a passage of its own, beside its labels."""
    ends, given = reading.ends, reading.given
    labels = yield from with_each(examples.labels_of(len(ends)), lambda _: Progress(0, ends[-1]))
    if given is not None and reading.has_validation:
        splits = given
    else:
        dividing = stratified(documents(reading.text, ends), labels, options.split_seed, given)
        splits = yield from with_each(dividing, lambda number: Progress(ends[number], ends[-1]))
    bounds = pairwise((0, *ends))
    segments = [
        Segment(split, number, *place) for number, (split, place) in enumerate(zip(splits, bounds, strict=True))
    ]
    writing = examples.write(folder, splits, documents(reading.text, ends), reading.renamed)
    written = yield from with_each(writing, lambda _: Progress(0, ends[-1]))
    return SplitBy.DOCUMENTS if given is None else SplitBy.GIVEN, segments, written


def _meanwhile(work: Callable[[], T], progress: Progress) -> Generator[Progress, None, T]:
    """What `work` returns; it has no steps of its own between which an import could be cancelled."""
    return (yield from with_each(alongside(work), lambda _: progress))


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
    """A segment without the line ends before it and the white space after it: read again, it is the same."""
    start, end = segment.start, segment.end
    while start < end:
        text.seek(start)
        head = text.read(min(_TRIMMED_AT_ONCE, end - start))
        start += len(head) - len(head.lstrip(b"\n"))
        if head.strip(b"\n"):
            break
    while start < end:
        text.seek(max(start, end - _TRIMMED_AT_ONCE))
        tail = text.read(end - max(start, end - _TRIMMED_AT_ONCE))
        end -= len(tail) - len(tail.rstrip())
        if not tail.isspace():
            break
    return start, end


def content_hash(folder: Path) -> str:
    """Of the three splits' text as it lies on the disk."""
    return last(_hashing(folder))


def _hashing(folder: Path) -> Generator[None, None, str]:
    digest = hashlib.sha256()
    for split in Split:
        path = split_file(folder, split)
        digest.update(f"{split} {path.stat().st_size}\n".encode())
        with path.open("rb") as file:
            while chunk := file.read(1 << 20):
                digest.update(chunk)
                yield
    return digest.hexdigest()


def _as_name(file_name: str) -> str:
    return " ".join(shown_name(Path(file_name)).split()) if file_name else "Text"


def _reasons(files: Sequence[Path], skipped: Sequence[SkippedFile]) -> Message:
    if not skipped:
        return message("folder.empty", folder=tuple(shown_name(path) for path in files))
    return in_turn(file.reason for file in skipped[:_REASONS_SHOWN])
