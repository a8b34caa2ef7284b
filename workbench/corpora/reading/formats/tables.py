"""Tables: .csv, .tsv, .jsonl, .json, .parquet. One column is the text, perhaps another one labels it.

Every reader, that of spreadsheets as well, makes rows of them (column -> text), and the rest is the same for all. A row
becomes one paragraph, so that it is never divided between two splits.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice
from pathlib import PurePath
from typing import Any

from workbench.corpora.labelled import joined, written
from workbench.corpora.reading.decoding import decode
from workbench.corpora.reading.formats.base import Facts, FileToRead, Pieces
from workbench.corpora.reading.formats.class_names import class_names, with_names
from workbench.corpora.reading.formats.column_names import named
from workbench.corpora.reading.formats.columns import (
    JOINED,
    counting_others,
    guess_columns,
    labels_in,
    sounds_like_label,
    texts_of,
)
from workbench.corpora.reading.formats.conversations import (
    are_conversations,
    question_and_answer,
    read_asked,
    read_turns,
    wants_turns,
)
from workbench.corpora.reading.formats.flattening import Row, documents_in, flattened, records_in, strings_in
from workbench.corpora.reading.formats.lines import lines_of
from workbench.corpora.reading.formats.plain import LARGEST_BYTES, read_text, whole_text, with_facts
from workbench.corpora.reading.formats.separated import rows_of
from workbench.corpora.reading.formats.tag_schemes import as_bio2, is_tag
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.import_report import Guessed, Sureness, Unit
from workbench.values.importing import LabelsIn, Reading
from workbench.values.labels import Example, LabelKind

GUESS_ROWS = 1_000
_LABELS_SHOWN = 12
_LABELS_COUNTED = 1_000


def read_csv(file: FileToRead, reading: Reading) -> Pieces:
    facts: list[Facts] = []
    suffix = PurePath(file.name).suffix.lower()
    delimiter, rows = rows_of(_text_lines(file, reading, facts), suffix, file.notes)
    return (yield from paragraphs_of(named(rows, file.notes, delimiter), file, reading, facts))


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
    text = "".join(with_facts(read_text(file, reading), facts))
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
        yield "\n\n".join(_paragraph(text) for text in strings_in(found) if text.strip())
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


def paragraphs_of(rows: Iterable[Row], file: FileToRead, reading: Reading, facts: list[Facts]) -> Pieces:
    """The text column's cells as paragraphs, or with their labels as examples; the columns are told at the end."""
    rows = iter(rows)
    first = list(islice(rows, GUESS_ROWS))
    columns = tuple(dict.fromkeys(name for row in first for name in row))
    # What labels the texts is not the text, however much is in it.
    text, label = guess_columns(first, tuple(name for name in columns if name != reading.label))
    asking = question_and_answer(columns) if wants_turns(reading) else None
    if asking is not None and (reading.labels is LabelsIn.TURNS or not sounds_like_label(label)):
        found = yield from read_asked(chain(first, rows), columns, asking, file, Facts())
        return replace(found, encoding=facts[0].encoding, replaced=facts[0].replaced) if facts else found
    if reading.labels is LabelsIn.TURNS:
        raise KnownError("file.no_turns", file=file.name)
    text, label = reading.column or text, reading.label or label
    for asked in (*filter(None, text.split(JOINED)), *([label] if label else [])):
        if asked not in columns:
            raise KnownError("file.no_column", file=file.name, column=asked, known=tuple(columns))
    if not text:
        raise KnownError("file.no_text_column", file=file.name)
    if reading.labels is LabelsIn.COLUMN and not label:
        raise KnownError("file.no_label_column", file=file.name, known=columns)
    labels: Counter[str] = Counter()
    is_labelled = bool(label) and reading.labels in (LabelsIn.AUTO, LabelsIn.COLUMN)
    if is_labelled and not reading.label:
        sure = Sureness.LIKELY if sounds_like_label(label) else Sureness.UNSURE
        file.notes.guess(Guessed.LABEL, label, sure)
    is_tagged = is_labelled and all(_has_tags(row, text, label) for row in first)
    names = text.split(JOINED)
    columns_read = {*names, label} if is_labelled else set(names)
    for number, row in enumerate(counting_others(chain(first, rows), columns_read, file.notes), start=1):
        paragraph = _paragraph(texts_of(row, names))
        if not paragraph:
            file.notes.pass_over(message("passed.record_without_text"), message("place.record", number=number))
            continue
        if is_tagged and not _has_tags(row, text, label):
            file.notes.pass_over(message("passed.tags_do_not_fit"), message("place.record", number=number))
            continue
        file.notes.count(Unit.RECORDS)
        if is_tagged:
            words = tuple(row[text].split("\n"))
            yield written(Example(joined(words), as_bio2(row[label].split("\n")), words)) + "\n"
        elif is_labelled:
            yield written(Example(paragraph, labels_in(row.get(label, ""), reading.several))) + "\n"
        else:
            yield paragraph + "\n\n"
        if label and len(labels) < _LABELS_COUNTED:
            labels[row.get(label, "")] += 1
    read = facts[0] if facts else Facts()
    shown = tuple(labels.most_common(_LABELS_SHOWN))
    kind = LabelKind.TAGS if is_tagged else LabelKind.CLASSES if is_labelled else None
    return Facts(read.encoding, read.replaced, columns, text, label, shown, kind)


def _has_tags(row: Row, text: str, label: str) -> bool:
    """Whether a record has a list of words and one of their tags, as it is kept in JSON and Parquet."""
    words, tags = row.get(text, "").split("\n"), row.get(label, "").split("\n")
    return len(words) == len(tags) and all(words) and all(map(is_tag, tags))


def _paragraph(text: str) -> str:
    """A record is one paragraph, so that it is never divided: blank lines in it go."""
    lines = text.strip().splitlines()
    return text.strip() if all(map(str.strip, lines)) else "\n".join(line for line in lines if line.strip())


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
