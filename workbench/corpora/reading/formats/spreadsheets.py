"""Spreadsheets: .xlsx, .xls, .ods, and what is called so and is a web page or XML. Each sheet is a table."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from workbench.corpora.reading.decoding import decode
from workbench.corpora.reading.formats import flat_sheets, page_tables, sparse_sheets
from workbench.corpora.reading.formats.base import Facts, FileToRead, Pieces
from workbench.corpora.reading.formats.beside_sheets import leave_out_beside
from workbench.corpora.reading.formats.column_names import named
from workbench.corpora.reading.formats.columns import asked_for
from workbench.corpora.reading.formats.html import LARGEST_BYTES, article, decoded
from workbench.corpora.reading.formats.package import opened
from workbench.corpora.reading.formats.rows import GUESS_ROWS, paragraphs_of
from workbench.corpora.reading.formats.separated import delimiter_of
from workbench.corpora.reading.formats.trees import parse_xml
from workbench.corpora.reading.formats.whole_rows import guess_columns_or_rows
from workbench.corpora.reading.notes import Notes
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.importing import LabelsIn, Reading

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods")
PAGE, FLAT = ".xls.html", ".xls.xml"  # no names of files: what is called a spreadsheet, and is that
Sheet = tuple[str, Sequence[Sequence[Any]]]
"""Its name and its rows of cells."""
_MANY_LINES = 2


def read_spreadsheet(file: FileToRead, reading: Reading) -> Pieces:
    """Every sheet that has a text column. Formulas are never run: their last result is what is read."""
    import python_calamine

    sheets: list[Sheet] = []
    if zipfile.is_zipfile(file.path):  # the older format is not packed
        with opened(file) as package:
            leave_out_beside(package, file.notes)
            if sparse_sheets.is_sparse(package):
                sheets = list(sparse_sheets.sheets(package))
    try:
        if not sheets:
            book = python_calamine.CalamineWorkbook.from_path(str(file.path))
            sheets = [(name, book.get_sheet_by_name(name).to_python(skip_empty_area=True)) for name in book.sheet_names]
    except python_calamine.PasswordError as error:
        raise KnownError("file.protected", file=file.name) from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise KnownError("file.damaged", file=file.name, detail=message("damage.not_spreadsheet")) from error
    return (yield from _of_sheets(sheets, file, reading))


def kind_of_sheet(kind: str, start: bytes) -> str:
    """Of a text that is called a spreadsheet, begins so and would else be of a `kind`: the suffix of its reader."""
    if kind == ".html":
        return PAGE
    if kind != ".txt":
        return kind
    lines = decode(start)[0].splitlines()
    delimiter = delimiter_of(lines[:-1] if len(lines) > _MANY_LINES else lines)  # the last one may be cut
    return {"": kind, "\t": ".tsv"}.get(delimiter, ".csv")


def read_page(file: FileToRead, reading: Reading) -> Pieces:
    """The tables that a web page under the name of a spreadsheet consists of; else the page as such."""
    text, facts = decoded(file, reading)
    sheets = page_tables.sheets(text, file.notes)
    if not sheets:
        yield from article(text, file.notes)
        return facts
    found = yield from _of_sheets(sheets, file, reading)
    return replace(found, encoding=facts.encoding, replaced=facts.replaced)


def read_flat(file: FileToRead, reading: Reading) -> Pieces:
    """A workbook in one document of XML: of Excel 2003, or OpenDocument's."""
    if file.path.stat().st_size > LARGEST_BYTES:
        raise KnownError("file.too_large", file=file.name)
    root = parse_xml(file.path.read_bytes(), file.notes)
    if root is None:
        raise KnownError("file.damaged", file=file.name, detail=message("damage.not_spreadsheet"))
    return (yield from _of_sheets(list(flat_sheets.sheets(root, file.notes)), file, reading))


def _of_sheets(sheets: Sequence[Sheet], file: FileToRead, reading: Reading) -> Pieces:
    """Each of them that has a column of text; the others are counted."""
    reading = reading if _are_all_labelled(sheets, reading) else replace(reading, labels=LabelsIn.NONE)
    found: list[Facts] = []
    missing: KnownError | None = None
    for name, sheet in sheets:
        rows = ([_cell(value) for value in row] for row in sheet)
        try:
            head, named_rows = named(rows, file.notes, asked=asked_for(reading))
            found.append((yield from paragraphs_of(named_rows, file, reading, [], head)))
            if found[-1].kind is None:
                yield "\n\n"
        except KnownError as error:
            missing = error
            if characters := sum(len(_cell(cell)) for row in sheet for cell in row):
                file.notes.pass_over(message("passed.sheet_without_text"), name, characters)
    if not found:
        raise missing or KnownError("file.no_text_column", file=file.name)
    return found[0]


def _are_all_labelled(sheets: Sequence[Sheet], reading: Reading) -> bool:
    """Whether each sheet with text has a label column as well: else all of them are text alone, unless one is named."""
    if reading.label or reading.labels is not LabelsIn.AUTO:
        return True
    guesses = []
    for _, sheet in sheets:
        head, named_rows = named(([_cell(value) for value in row] for row in sheet), Notes())
        rows = list(islice(named_rows, GUESS_ROWS))
        guesses.append(guess_columns_or_rows(rows, tuple(dict.fromkeys(name for row in rows for name in row)), head))
    return all(label for text, label in guesses if text)


def _cell(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\0", "")  # one follows each letter of some older files
