"""Tables: .csv, .tsv, .jsonl, .json, .parquet. One column is the text, perhaps another one labels it.

Every reader, that of spreadsheets as well, makes rows of them (column -> text), and the rest is the same for all.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice
from pathlib import PurePath
from typing import Any

from workbench.corpora.reading.decoding import decode
from workbench.corpora.reading.formats.base import Facts, FileToRead, Pieces
from workbench.corpora.reading.formats.class_names import class_names, with_names
from workbench.corpora.reading.formats.column_names import named
from workbench.corpora.reading.formats.columns import asked_for
from workbench.corpora.reading.formats.conversations import (
    are_conversations,
    read_turns,
    wants_turns,
)
from workbench.corpora.reading.formats.flattening import documents_in, flattened, records_in, strings_in
from workbench.corpora.reading.formats.lines import lines_of
from workbench.corpora.reading.formats.plain import LARGEST_BYTES, read_text, whole_text, with_facts
from workbench.corpora.reading.formats.rows import GUESS_ROWS, paragraph, paragraphs_of
from workbench.corpora.reading.formats.separated import rows_of
from workbench.corpora.reading.kinds import RECORDS_IN_SCRIPT
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.importing import Reading


def read_csv(file: FileToRead, reading: Reading) -> Pieces:
    facts: list[Facts] = []
    suffix = PurePath(file.name).suffix.lower()
    delimiter, rows = rows_of(_text_lines(file, reading, facts), suffix, file.notes)
    head, named_rows = named(rows, file.notes, delimiter, asked_for(reading))
    return (yield from paragraphs_of(named_rows, file, reading, facts, head))


def read_jsonl(file: FileToRead, reading: Reading) -> Pieces:
    facts: list[Facts] = []
    is_small = file.path.stat().st_size <= LARGEST_BYTES
    if is_small and not _begins_with_a_record(_text_lines(file, reading, facts)):
        text, read = whole_text(file, reading)
        if (documents := documents_in(text)) is not None:
            return (yield from _records(documents, file, reading, [read]))
    return (yield from _records(_json_lines(_text_lines(file, reading, facts), file), file, reading, facts))


def _begins_with_a_record(lines: Iterable[str]) -> bool:
    """Whether the first line is one: JSON may also be written one document after the other, over many lines each."""
    first = next(filter(str.strip, lines), "")
    try:
        json.loads(first, strict=False)
    except (ValueError, RecursionError):
        return False
    return True


def _records(records: Iterable[Any], file: FileToRead, reading: Reading, facts: list[Facts]) -> Pieces:
    """Of conversations who says what, of any others what a table has."""
    records = iter(records)
    first = list(islice(records, GUESS_ROWS))
    every = chain(first, records)
    if wants_turns(reading) and are_conversations(first):
        found = yield from read_turns(every, file, reading, Facts())
        return replace(found, encoding=facts[0].encoding, replaced=facts[0].replaced) if facts else found
    return (yield from paragraphs_of((flattened(each, file.notes) for each in every), file, reading, facts))


def read_json(file: FileToRead, reading: Reading) -> Pieces:
    """A list of records, wherever in the document it is; of any other document its texts, one paragraph each."""
    if file.path.stat().st_size > LARGEST_BYTES:
        raise KnownError("file.too_large", file=file.name)
    facts: list[Facts] = []
    text = RECORDS_IN_SCRIPT.sub("", "".join(with_facts(read_text(file, reading), facts)), count=1)
    try:
        found = json.loads(text, strict=False)  # tabs and line ends in a text are no harm
    except (ValueError, RecursionError) as error:
        if text.lstrip().startswith("{") and "\n" in text.strip():  # JSON lines under another name
            return (yield from read_jsonl(file, reading))
        raise KnownError("file.damaged", file=file.name, detail=message("damage.not_json")) from error
    whole = found if isinstance(found, list) else [found]
    if wants_turns(reading) and are_conversations(whole):
        return (yield from read_turns(whole, file, reading, facts[0]))
    records = records_in(found, file.notes)
    if records is None:
        if not any(map(str.strip, strings_in(found))):
            raise KnownError("file.no_text_column", file=file.name)
        yield "\n\n".join(paragraph(text) for text in strings_in(found) if text.strip())
        return facts[0]
    return (yield from _records(records, file, reading, facts))


def read_parquet(file: FileToRead, reading: Reading) -> Pieces:
    import pyarrow
    from pyarrow import parquet

    try:
        with parquet.ParquetFile(file.path, memory_map=False) as table:
            names = class_names(table.schema_arrow.metadata)
            rows = _parquet_rows(table)
            first = list(islice(rows, GUESS_ROWS))
            if wants_turns(reading) and are_conversations(first):
                return (yield from read_turns(chain(first, rows), file, reading, Facts()))
            named_rows = (with_names(flattened(row, file.notes), names) for row in chain(first, rows))
            return (yield from paragraphs_of(named_rows, file, reading, []))
    except (pyarrow.ArrowException, OSError, ValueError, OverflowError) as error:
        raise KnownError("file.damaged", file=file.name, detail=message("damage.not_parquet")) from error


_BATCH_ROWS, _BATCH_BYTES = 1_000, 64 << 20


def _parquet_rows(table: Any) -> Iterator[Any]:
    """The rows, few at a time where they hold pictures."""
    import pyarrow

    meta = table.metadata
    size = sum(meta.row_group(number).total_byte_size for number in range(meta.num_row_groups))
    at_once = max(1, min(_BATCH_ROWS, _BATCH_BYTES * meta.num_rows // max(1, size)))
    for batch in table.iter_batches(batch_size=at_once):
        try:
            yield from batch.to_pylist()
        except UnicodeDecodeError:  # texts that are said to be UTF-8 and are not
            columns = [_decoded(column) if pyarrow.types.is_string(column.type) else column for column in batch.columns]
            yield from pyarrow.RecordBatch.from_arrays(columns, names=batch.schema.names).to_pylist()


def _decoded(column: Any) -> Any:
    """A column of texts whose encoding all of them together tell."""
    import pyarrow

    contents = column.cast(pyarrow.binary()).to_pylist()
    encoding = decode(b"\n".join(filter(None, contents)))[1]
    return pyarrow.array([None if content is None else decode(content, encoding)[0] for content in contents])


def _text_lines(file: FileToRead, reading: Reading, facts: list[Facts]) -> Iterator[str]:
    return lines_of(piece.replace("\0", "") for piece in with_facts(read_text(file, reading), facts))


def _json_lines(lines: Iterable[str], file: FileToRead) -> Iterator[Any]:
    """One record a line; lines that are none are passed over, unless that is how the file begins."""
    sound, broken = 0, 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line, strict=False)
        except (ValueError, RecursionError) as error:
            broken += 1
            if broken > sound + 10:
                raise KnownError("file.damaged", file=file.name, detail=message("damage.not_json_lines")) from error
            file.notes.pass_over(message("passed.not_a_json_line"), message("place.line", number=number))
            continue
        sound += 1
        yield record
    if not sound:
        raise KnownError("file.damaged", file=file.name, detail=message("damage.not_json_lines"))
