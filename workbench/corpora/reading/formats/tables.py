"""Tables: .csv, .tsv, .xlsx, .jsonl, .json, .parquet. One column is the text, perhaps another one labels it.

Every reader makes rows of them (column -> text), and the rest is the same for all. A row becomes one paragraph, so
that it is never divided between two splits.
"""

from __future__ import annotations

import csv
import json
import re
import zipfile
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Any

from workbench.corpora.reading.formats.base import Facts, FileToRead, Pieces
from workbench.corpora.reading.formats.columns import JOINED, guess_columns, texts_of
from workbench.corpora.reading.formats.package import check_unpacked_size
from workbench.corpora.reading.formats.plain import LARGEST_BYTES, read_text
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.import_report import Unit
from workbench.values.importing import Reading

Row = Mapping[str, str]

GUESS_ROWS = 1_000
_LABELS_SHOWN = 12
_LABELS_COUNTED = 1_000


def read_csv(file: FileToRead, reading: Reading) -> Pieces:
    facts: list[Facts] = []
    rows = _named(_csv_rows(_text_lines(file, reading, facts), file))
    return (yield from _paragraphs(rows, file, reading, facts))


def read_jsonl(file: FileToRead, reading: Reading) -> Pieces:
    facts: list[Facts] = []
    return (yield from _paragraphs(_json_lines(_text_lines(file, reading, facts), file), file, reading, facts))


def read_json(file: FileToRead, reading: Reading) -> Pieces:
    """A list of records, wherever in the document it is; of any other document its texts, one paragraph each."""
    if file.path.stat().st_size > LARGEST_BYTES:
        raise KnownError("file.too_large", file=file.name)
    facts: list[Facts] = []
    text = "".join(_noting(read_text(file, reading), facts))
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        if text.lstrip().startswith("{") and "\n" in text.strip():  # JSON lines under another name
            return (yield from read_jsonl(file, reading))
        raise KnownError("file.damaged", file=file.name, detail=message("damage.not_json")) from error
    records = _records(found)
    if records is None:
        yield "\n\n".join(_paragraph(text) for text in _strings(found) if text.strip())
        return facts[0]
    return (yield from _paragraphs(map(flattened, records), file, reading, facts))


def read_spreadsheet(file: FileToRead, reading: Reading) -> Pieces:
    """Every sheet that has a text column. Formulas are never run: their last result is what is read."""
    import python_calamine

    if zipfile.is_zipfile(file.path):  # the older format is not packed
        check_unpacked_size(file)
    try:
        book = python_calamine.CalamineWorkbook.from_path(str(file.path))
        sheets = [book.get_sheet_by_name(name).to_python(skip_empty_area=True) for name in book.sheet_names]
    except python_calamine.PasswordError as error:
        raise KnownError("file.protected", file=file.name) from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise KnownError("file.damaged", file=file.name, detail=message("damage.not_spreadsheet")) from error
    found: list[Facts] = []
    missing: KnownError | None = None
    for sheet in sheets:
        rows = ([_cell(value) for value in row] for row in sheet)
        try:
            found.append((yield from _paragraphs(_named(rows), file, reading, [])))
            yield "\n\n"
        except KnownError as error:
            missing = error
    if not found:
        raise missing or KnownError("file.no_text_column", file=file.name)
    return found[0]


def read_parquet(file: FileToRead, reading: Reading) -> Pieces:
    import pyarrow
    from pyarrow import parquet

    try:
        with parquet.ParquetFile(file.path, memory_map=False) as table:
            rows = (flattened(row) for batch in table.iter_batches(batch_size=1_000) for row in batch.to_pylist())
            return (yield from _paragraphs(rows, file, reading, []))
    except (pyarrow.ArrowException, OSError) as error:
        raise KnownError("file.damaged", file=file.name, detail=message("damage.not_parquet")) from error


def flattened(record: Any) -> dict[str, str]:
    """A JSON value as columns: "instances.output" for what lies inside; the texts of a list are joined by lines."""
    found: dict[str, list[str]] = {}
    pending = [("", record, 0)]
    while pending:
        name, value, depth = pending.pop()
        if isinstance(value, Mapping) and depth < _DEEPEST:
            pending.extend(
                (f"{name}.{key}".lstrip("."), inner, depth + 1) for key, inner in reversed(list(value.items()))
            )
        elif isinstance(value, list) and depth < _DEEPEST:
            pending.extend((name, inner, depth + 1) for inner in reversed(value))
        elif value is not None:
            found.setdefault(name or "text", []).append(str(value))
    return {name: "\n".join(values) for name, values in found.items()}


_DEEPEST = 20
_BLANK_LINES = re.compile(r"\s*\n\s*\n\s*")
_DELIMITERS = ",\t;|"


def _paragraphs(rows: Iterable[Row], file: FileToRead, reading: Reading, facts: list[Facts]) -> Pieces:
    """The text column's cells as paragraphs; which columns there are is told at the end."""
    rows = iter(rows)
    first = list(islice(rows, GUESS_ROWS))
    columns = tuple(dict.fromkeys(name for row in first for name in row))
    text, label = guess_columns(first, columns)
    text, label = reading.column or text, reading.label or label
    for asked in (*filter(None, text.split(JOINED)), *([label] if label else [])):
        if asked not in columns:
            raise KnownError("file.no_column", file=file.name, column=asked, known=tuple(columns))
    if not text:
        raise KnownError("file.no_text_column", file=file.name)
    labels: Counter[str] = Counter()
    names = text.split(JOINED)
    for row in chain(first, rows):
        paragraph = _paragraph(texts_of(row, names))
        if paragraph:
            file.notes.count(Unit.RECORDS)
            yield paragraph + "\n\n"
            if label and len(labels) < _LABELS_COUNTED:
                labels[row.get(label, "")] += 1
    read = facts[0] if facts else Facts()
    return Facts(read.encoding, read.replaced, columns, text, label, tuple(labels.most_common(_LABELS_SHOWN)))


def _paragraph(text: str) -> str:
    return _BLANK_LINES.sub("\n", text).strip()


def _noting(pieces: Pieces, facts: list[Facts]) -> Generator[str, None, None]:
    facts.append((yield from pieces))


def _text_lines(file: FileToRead, reading: Reading, facts: list[Facts]) -> Iterator[str]:
    """The file's lines with their ends, as the csv module wants them."""
    rest = ""
    for piece in _noting(read_text(file, reading), facts):
        lines = (rest + piece.replace("\0", "")).splitlines(keepends=True)
        rest = lines.pop() if lines else ""
        yield from _only_line_ends(lines)
    if rest:
        yield rest


def _only_line_ends(lines: Iterable[str]) -> Iterator[str]:
    """`splitlines` also cuts at characters that end no line of a table; put those together again."""
    held = ""
    for line in lines:
        held += line
        if held.endswith(("\n", "\r")):
            yield held
            held = ""
    if held:
        yield held


def _csv_rows(lines: Iterator[str], file: FileToRead) -> Iterator[list[str]]:
    csv.field_size_limit(1 << 28)
    sample = list(islice(lines, 200))
    delimiter = _delimiter(sample)
    reader = csv.reader(chain(sample, lines), delimiter=delimiter, strict=False)
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:  # a line that no table can have; the next one may be sound
            file.notes.pass_over(message("passed.not_a_row"), message("place.line", number=reader.line_num))


def _delimiter(sample: list[str]) -> str:
    """The delimiter that gives most rows the same number of cells, more than one; a comma where none does."""

    def consistency(delimiter: str) -> tuple[float, int]:
        try:
            widths = Counter(len(row) for row in csv.reader(sample, delimiter=delimiter) if row)
        except csv.Error:
            return 0.0, 0
        width, count = widths.most_common(1)[0] if widths else (0, 0)
        return (count / widths.total(), width) if width > 1 else (0.0, 0)

    return max(_DELIMITERS, key=consistency)


def _named(rows: Iterable[list[str]]) -> Iterator[Row]:
    """Rows by the names in the first one, where it looks like names; columns without a name get a number."""
    rows = (row for row in rows if any(cell.strip() for cell in row))
    first = list(islice(rows, 50))
    if not first:
        return
    head = [cell.strip() for cell in first[0]]
    has_names = len(first) > 1 and _looks_like_names(head, first[1:])
    names = _distinct(head if has_names else [])
    for row in chain(first[has_names:], rows):
        while len(names) < len(row):
            names.append(str(len(names) + 1))
        yield dict(zip(names, row, strict=False))


def _looks_like_names(head: list[str], rows: list[list[str]]) -> bool:
    given = [cell for cell in head if cell]
    if not given or len(set(given)) < len(given) or any(_NUMBER.fullmatch(cell) or len(cell) > 60 for cell in given):
        return False
    if any(_NUMBER.fullmatch(cell.strip()) for row in rows for cell in row):
        return True
    longest = max(len(cell) for row in rows for cell in row)
    return longest > 2 * max(map(len, given))


_NUMBER = re.compile(r"[-+]?[\d.,\s]*\d[\d.,]*%?")


def _distinct(names: list[str]) -> list[str]:
    return [name or str(number) for number, name in enumerate(names, start=1)]


def _cell(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _json_lines(lines: Iterable[str], file: FileToRead) -> Iterator[Row]:
    """One record a line; lines that are none are passed over, unless that is how the file begins."""
    sound, broken = 0, 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            broken += 1
            if broken > sound + 10:
                raise KnownError("file.damaged", file=file.name, detail=message("damage.not_json_lines")) from error
            file.notes.pass_over(message("passed.not_a_json_line"), message("place.line", number=number))
            continue
        sound += 1
        yield flattened(record)
    if not sound:
        raise KnownError("file.damaged", file=file.name, detail=message("damage.not_json_lines"))


def _records(found: Any) -> list[Any] | None:
    """The longest list of records in a document, not deeper than two levels; None where there is none."""
    if isinstance(found, list):
        return found if found and all(isinstance(each, dict | str) for each in found) else None
    if isinstance(found, dict):
        inside = [value for value in found.values() if isinstance(value, list | dict)]
        lists = [records for records in map(_records, inside) if records is not None and isinstance(records[0], dict)]
        return max(lists, key=len, default=None)
    return None


def _strings(value: Any) -> Iterator[str]:
    pending = [value]
    while pending:
        item = pending.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item, list):
            pending.extend(reversed(item))
        elif isinstance(item, dict):
            pending.extend(reversed(item.values()))
