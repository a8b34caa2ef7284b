"""Single documents left out of a corpus that is there already, and taken back: its parts follow, and all figures.

A document is what stands between two separators in a part. Those that are left out lie in a file beside the parts, each
with its number among all that the import made, so that it comes back where it was.
"""

from __future__ import annotations

import io
import json
from collections.abc import Collection, Generator, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.corpora.encoding import check_unchanged, segments
from workbench.corpora.importing import content_hash, split_file
from workbench.corpora.splitting.blocks import SEGMENT_SEPARATOR
from workbench.corpora.splitting.leaks import Leaks
from workbench.corpora.splitting.pieces import stretches
from workbench.corpora.statistics.description import Counting
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.corpus import Corpus, CorpusContents, Split
from workbench.values.progress import Progress

LEFT_OUT = "left-out.jsonl"
BEGINNING = 80  # characters of a document that it is known by
_COUNTING = message("progress.counting")
_COMPARING = message("progress.comparing")
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

    Raises KnownError: left_out.labelled, left_out.missing, left_out.last, corpus.changed, file.….
    """
    if corpus.contents.labels is not None:
        raise KnownError("left_out.labelled", name=corpus.name)
    check_unchanged(corpus)
    before, after = _left_out(corpus.folder), dict[Number, str]()
    counting = Counting(sum(split_file(corpus.folder, split).stat().st_size for split in Split))
    for split in Split:
        yield from _write_part(corpus, split, before, frozenset(numbers), after, split_file(folder, split), counting)
    missing = next(iter(set(numbers) - set(after)), None)
    if missing is not None:
        part, number = missing
        raise KnownError("left_out.missing", name=corpus.name, split=_in_words(part), number=number)
    if after:
        _write_left_out(folder, after)
    leaks = Leaks()
    for _ in leaks.search(folder):
        yield Progress(0, 0, _COMPARING)
    return replace(
        corpus.contents,
        statistics=counting.statistics(),
        sha256=content_hash(folder),
        leaks=leaks.report(),
        left_out=len(after),
    )


def _write_part(
    corpus: Corpus, split: Split, before: Mapping[Number, str], numbers: Collection[Number], after: dict[Number, str],
    path: Path, counting: Counting,
) -> Iterator[Progress]:  # fmt: skip
    """One part without what is left out of it now, which `after` gets; the rest is counted as it goes by."""
    had_some = False
    done, total = 0, split_file(corpus.folder, split).stat().st_size
    with path.open("wb") as file:
        for number, text in _every(corpus, split, before):
            content = text.encode()
            done += len(content)
            if (split, number) in numbers:
                after[split, number] = text
                had_some = True
                continue
            file.write((f"\n{SEGMENT_SEPARATOR}\n" if file.tell() else "").encode() + content)
            for place, stretch in stretches(io.BytesIO(content), 0, len(content), counting.stretch_bytes):
                counting.add(split, stretch.decode(), ends=place + len(stretch) >= len(content))
                yield Progress(min(done, total), total, _COUNTING)
        if file.tell():
            file.write(b"\n")
        elif had_some:
            raise KnownError("left_out.last", name=corpus.name, split=_in_words(split))


def _every(corpus: Corpus, split: Split, gone: Mapping[Number, str]) -> Iterator[tuple[int, str]]:
    """All documents that the import made of a part, with their numbers."""
    number = 1
    for text in segments(corpus, split):
        while (split, number) in gone:
            yield number, gone[split, number]
            number += 1
        yield number, text
        number += 1
    while (split, number) in gone:
        yield number, gone[split, number]
        number += 1


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
