"""Single documents left out of a corpus that is there, and taken back: its parts follow at once, and what adds up.

A document is what stands between two separators in a part. Those that are left out lie in a file beside the parts, each
with its number among all that the import made, so that it comes back where it was.
"""

from __future__ import annotations

import json
import mmap
from collections.abc import Collection, Generator, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.corpora.documents import BREAK, documents_in, mapped
from workbench.corpora.encoding import check_unchanged
from workbench.corpora.importing import content_hash, split_file
from workbench.corpora.recounting import what_adds_up
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.corpus import Corpus, CorpusContents, LeakReport, Split
from workbench.values.progress import Progress

LEFT_OUT = "left-out.jsonl"
BEGINNING = 80  # characters of a document that it is known by
_PIECE_BYTES = 8 << 20  # written at once
_WRITING = message("progress.leaving_out")
Number = tuple[Split, int]  # of a document among all that the import made, from 1


@dataclass(frozen=True)
class LeftOut:
    """A document that is left out: `number` among all of its part that the import made, from 1."""

    split: Split
    number: int
    beginning: str


def left_out(corpus: Corpus) -> tuple[LeftOut, ...]:
    """In the order of the text."""
    texts = _left_out(corpus.folder)
    return tuple(
        LeftOut(split, number, " ".join(text[: 2 * BEGINNING].split())[:BEGINNING])
        for (split, number), text in sorted(texts.items(), key=lambda each: (list(Split).index(each[0][0]), each[0][1]))
    )


def number_of(corpus: Corpus, split: Split, document: int) -> int:
    """Of a document, counted from 1 among those that are there, its number among all that the import made."""
    number = 0
    gone = {found for part, found in _left_out(corpus.folder) if part is split}
    for _ in range(document):
        number += 1
        while number in gone:
            number += 1
    return number


def with_left_out(
    corpus: Corpus, numbers: Collection[Number], folder: Path
) -> Generator[Progress, None, CorpusContents]:
    """The corpus in `folder` without the documents of these numbers, and with all others that the import made.

    What does not follow from the figures of before is not counted yet: see `recounting`. Raises KnownError:
    left_out.labelled, left_out.missing, left_out.last, corpus.changed, file.….
    """
    if corpus.contents.labels is not None:
        raise KnownError("left_out.labelled", name=corpus.name)
    check_unchanged(corpus)
    before, after = _left_out(corpus.folder), dict[Number, str]()
    for split in Split:
        yield from _write_part(corpus, split, before, frozenset(numbers), after, split_file(folder, split))
    missing = next(iter(set(numbers) - set(after)), None)
    if missing is not None:
        part, number = missing
        raise KnownError("left_out.missing", name=corpus.name, split=_in_words(part), number=number)
    if after:
        _write_left_out(folder, after)
    gone = [(split, text) for (split, number), text in after.items() if (split, number) not in before]
    back = [(split, text) for (split, number), text in before.items() if (split, number) not in after]
    return replace(
        corpus.contents,
        statistics=what_adds_up(corpus.contents.statistics, gone, back),
        sha256=content_hash(folder),
        leaks=LeakReport(),
        left_out=len(after),
        is_counted=False,
    )


def _write_part(
    corpus: Corpus, split: Split, before: Mapping[Number, str], numbers: Collection[Number], after: dict[Number, str],
    path: Path,
) -> Iterator[Progress]:  # fmt: skip
    """One part without what is left out of it now, which `after` gets."""
    with mapped(split_file(corpus.folder, split)) as text, path.open("wb") as file:
        gone = {number: there for (part, number), there in before.items() if part is split}
        leaving = {number for part, number in numbers if part is split}
        stays: list[slice | str] = []
        for number, found in _every(text, gone):
            if number in leaving:
                after[split, number] = found if isinstance(found, str) else text[found].decode()
            elif isinstance(found, slice) and stays and isinstance(stays[-1], slice) and _follows(found, stays[-1]):
                stays[-1] = slice(stays[-1].start, found.stop)
            else:
                stays.append(found)
        for place in stays:
            file.write(BREAK if file.tell() else b"")
            for piece in [place.encode()] if isinstance(place, str) else _pieces(text, place):
                file.write(piece)
                yield Progress(file.tell(), len(text), _WRITING)
        if file.tell():
            file.write(b"\n")
        elif leaving:
            raise KnownError("left_out.last", name=corpus.name, split=_in_words(split))


def _every(text: mmap.mmap | bytes, gone: Mapping[int, str]) -> Iterator[tuple[int, slice | str]]:
    """All documents that the import made of a part, with their numbers: where they lie, or what they are."""
    number = 1
    for place in documents_in(text):
        while number in gone:
            yield number, gone[number]
            number += 1
        yield number, place
        number += 1
    while number in gone:
        yield number, gone[number]
        number += 1


def _follows(place: slice, other: slice) -> bool:
    return bool(place.start == other.stop + len(BREAK))


def _pieces(text: mmap.mmap | bytes, place: slice) -> Iterator[bytes]:
    for start in range(place.start, place.stop, _PIECE_BYTES):
        yield text[start : min(start + _PIECE_BYTES, place.stop)]


def _left_out(folder: Path) -> dict[Number, str]:
    path = folder / LEFT_OUT
    if not path.is_file():
        return {}
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        return {(Split(row["split"]), int(row["number"])): str(row["text"]) for row in rows}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KnownError("file.unreadable", file=path, detail=type(error).__name__) from error


def _write_left_out(folder: Path, texts: Mapping[Number, str]) -> None:
    rows = ({"split": split, "number": number, "text": text} for (split, number), text in texts.items())
    lines = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
    (folder / LEFT_OUT).write_text(lines, encoding="utf-8", newline="\n")


def _in_words(split: Split) -> object:
    return message(f"measured.{split}")
