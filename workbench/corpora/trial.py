"""What an import would make of files, tried on their beginnings: how they are read, and what each step removes."""

from __future__ import annotations

import difflib
import tempfile
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path

from workbench.corpora import exported
from workbench.corpora.cleaning.cleaner import Cleaner
from workbench.corpora.labelled import texts_in
from workbench.corpora.reading import archives
from workbench.corpora.reading.files import find_files, shown_name
from workbench.corpora.reading.formats.base import Facts, FileToRead
from workbench.corpora.reading.formats.lines import lines_of
from workbench.corpora.reading.process import Wanted, read_apart
from workbench.corpora.reading.readers import NO_TEXT, PAGED, TABLES, file_on_disk, kind_of
from workbench.corpora.splitting.given import passages
from workbench.ground.generators import with_each
from workbench.messages.errors import KnownError
from workbench.values.importing import ImportOptions, Limits, Reading
from workbench.values.progress import Progress

MOST_FILES = 12  # that are tried
CHARACTERS = 150_000  # of each file
EXAMPLES_TRIED = 1_000  # of a file with labels
EXAMPLES = 12  # of each step
_EXAMPLE_CHARACTERS = 240
_HEAD_BYTES = 4 << 20
_CUT_ANYWHERE = frozenset((".txt", ".text", ".log", ".rst", ".csv", ".tsv", ".tab", ".jsonl", ".ndjson", ""))


@dataclass(frozen=True)
class Example:
    """Lines as they were and as a step left them; empty where it removed all of them."""

    before: str
    after: str


@dataclass(frozen=True)
class Effect:
    """What one cleaning step did to the beginnings that were tried."""

    step: str
    removed: int = 0  # characters
    changes: int = 0  # places
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True)
class TriedFile:
    """One file's beginning as it was read and as it was cleaned, or why it cannot be read."""

    path: Path
    name: str
    raw: str = ""
    cleaned: str = ""
    facts: Facts = field(default_factory=Facts)
    is_table: bool = False
    error: KnownError | None = None


@dataclass(frozen=True)
class Trial:
    files: tuple[TriedFile, ...]
    effects: tuple[Effect, ...]  # in the order of the recipe
    more_files: int = 0  # that were not tried


def try_import(files: Sequence[Path], options: ImportOptions) -> Generator[Progress, None, Trial]:
    """Read and clean the beginnings of the first files; nothing is stored. Raises KnownError("recipe.invalid")."""
    found = [path for path in find_files(files) if not exported.is_about(FileToRead(path, shown_name(path), path))]
    watching = _Watching()
    cleaner = Cleaner(options.recipe, watching.watch)
    tried = []
    for number, path in enumerate(found[:MOST_FILES], start=1):
        reading = options.readings.get(path.absolute(), options.reading)
        progress = partial(Progress, total=min(len(found), MOST_FILES), what=shown_name(path))
        tried.append((yield from _try_file(path, reading, options.limits, cleaner, progress(number - 1))))
        yield progress(number)
    effects = (
        Effect(name, removed, watching.changes.get(name, 0), tuple(watching.examples.get(name, ())))
        for name, removed in cleaner.removed.items()
    )
    return Trial(tuple(tried), tuple(effects), max(0, len(found) - MOST_FILES))


class _Watching:
    """Keeps the first changes of each step."""

    def __init__(self) -> None:
        self.changes: dict[str, int] = {}
        self.examples: dict[str, list[Example]] = {}

    def watch(self, step: str, before: str, after: str) -> None:
        examples = self.examples.setdefault(step, [])
        for example in _differences(before, after):
            self.changes[step] = self.changes.get(step, 0) + 1
            if len(examples) < EXAMPLES:
                examples.append(example)


def _differences(before: str, after: str) -> Iterator[Example]:
    old, new = before.split("\n"), after.split("\n")
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False) if len(old) < 3_000 else None
    if matcher is None:  # comparing takes the square of the lines; the same lines in the same places are passed over
        yield from (Example(_short(a), _short(b)) for a, b in zip(old, new, strict=False) if a != b)
        return
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind != "equal":
            yield Example(_short("\n".join(old[start:end])), _short("\n".join(new[new_start:new_end])))


def _short(text: str) -> str:
    return text if len(text) <= _EXAMPLE_CHARACTERS else text[: _EXAMPLE_CHARACTERS - 1] + "…"


def _try_file(
    path: Path, reading: Reading, limits: Limits, cleaner: Cleaner, progress: Progress
) -> Generator[Progress, None, TriedFile]:
    name = shown_name(path)
    try:
        file = file_on_disk(path)
        with tempfile.TemporaryDirectory() as folder:
            kind = kind_of(file, reading.labels)
            if kind == ".zip":
                file, kind = _first_in_archive(file, Path(folder), reading)
            is_cleaned = exported.is_cleaned(file, cleaner.recipe)
            beginning = _beginning(file, kind, reading, limits, Path(folder))
            raw, facts = yield from with_each(beginning, lambda _: progress)
        cleaner.begin_document()
        blocks = cleaner.clean([raw], paged=kind in PAGED)
        if is_cleaned:  # as it is imported
            cleaned = "\n\n".join(map("".join, passages([raw])))
        else:
            cleaned = "".join(joiner + block for joiner, block in blocks)
        if not cleaned:
            raise cleaner.why_empty(name, has_text=bool(raw.strip(NO_TEXT)))
        return TriedFile(path, name, raw, cleaned, facts, kind in TABLES)
    except KnownError as error:
        return TriedFile(path, name, error=error)


def _first_in_archive(archive: FileToRead, folder: Path, reading: Reading) -> tuple[FileToRead, str]:
    """The first file in an archive that can be read."""
    for found in archives.unpacked(archive, folder, archives.Allowance.for_archive(archive.path)):
        if found is None or isinstance(found, KnownError) or exported.is_about(found):
            continue
        try:
            kind = kind_of(found, reading.labels)
        except KnownError:
            continue
        if kind != ".zip":
            kept = folder / f"first{found.path.suffix}"
            for part in {found.path, *folder.glob(f"{found.path.stem}.*")}:  # with what it is read together with
                part.rename(folder / f"first{part.suffix}")
            return FileToRead(kept, found.name, archive.origin, found.member), kind
    raise KnownError("file.empty", file=archive.name)


def _beginning(
    file: FileToRead, kind: str, reading: Reading, limits: Limits, folder: Path
) -> Generator[int, None, tuple[str, Facts]]:
    """The beginning of a file's text. Of a large one only its first bytes are read, where it can be cut anywhere."""
    if kind in _CUT_ANYWHERE and file.path.stat().st_size > _HEAD_BYTES:
        head = folder / "head"
        with file.path.open("rb") as whole:
            head.write_bytes(whole.read(_HEAD_BYTES))
        file = FileToRead(head, file.name, file.origin, file.member)
    with closing((yield from read_apart(Wanted(file, kind, reading), limits, folder))) as kept:
        if kept.facts.kind is not None:
            return "\n\n".join(islice(texts_in(lines_of(kept.pieces())), EXAMPLES_TRIED))[:CHARACTERS], kept.facts
        return "".join(kept.pieces())[:CHARACTERS], kept.facts
