"""Sheets of .xlsx with a few cells far apart, cell by cell: the rectangle around them might fill any memory."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from workbench.corpora.reading.formats.package import Package
from workbench.corpora.reading.formats.trees import child_named, local_name
from workbench.messages.errors import KnownError

_LARGEST_RECTANGLE = 500_000  # cells that the spreadsheet library may lay out, filled or not
_MOST_EMPTY = 4  # times as many empty cells as filled ones are no reason
_ELEMENT = re.compile(rb"<(?:\w{1,40}:)?(row|c)\b([^<>]*)")
_NAMED = re.compile(rb"""\br\s*=\s*["']\s*([A-Za-z]{0,9})([0-9]{1,18})\b""")  # the place of a cell, the number of a row
_LONGEST_TAG = 4_096  # bytes, which may lie in two pieces


def is_sparse(package: Package) -> bool:
    """Whether one of the sheets is a large rectangle with little in it. Unpacks all, whatever its list says."""
    found = False
    for name in package.names:
        is_sheet = name.startswith("xl/worksheets/") and name.endswith(".xml")
        found = _is_sparse(package.chunks(name)) or found if is_sheet else _drained(package.chunks(name), found)
    return found


def sheets(package: Package) -> Iterator[tuple[str, list[list[str]]]]:
    """(name, rows) of each sheet in its order; columns and rows in which nothing stands are left out."""
    workbook = package.main_part("xl/workbook.xml")
    relations = package.relations(workbook)
    strings = next((each.target for each in relations.values() if each.kind == "sharedStrings"), "")
    shared = [_text(each) for each in package.xml(strings) if local_name(each) == "si"] if strings else []
    for sheet in package.xml(workbook).iter():
        if local_name(sheet) == "sheet":
            number = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")
            if number in relations and relations[number].kind == "worksheet":
                yield sheet.get("name", ""), _rows(package.part(relations[number].target), shared)


class _Places:
    """Where rows and cells stand: where they say so, else each one after the one before it."""

    def __init__(self) -> None:
        self.row = self.column = 0

    def begin_row(self, said: re.Match[bytes] | None) -> None:
        self.row = int(said[2]) if said else self.row + 1
        self.column = 0

    def begin_cell(self, said: re.Match[bytes] | None) -> None:
        if said and said[1]:
            self.row, self.column = int(said[2]), _column(said[1].upper())
        else:
            self.column += 1


def _is_sparse(chunks: Iterator[bytes]) -> bool:
    rest, cells = b"", 0
    places = _Places()
    rows: list[int] = []
    columns: list[int] = []
    for chunk in chunks:
        piece = rest + chunk
        end = piece.rfind(b"<", max(0, len(piece) - _LONGEST_TAG))
        rest = piece[end:] if end >= 0 else b""
        for name, attributes in _ELEMENT.findall(piece, 0, end if end >= 0 else len(piece)):
            said = _NAMED.search(attributes)
            if name == b"row":
                places.begin_row(said)
                continue
            places.begin_cell(said)
            cells += 1
            rows = [min(rows[0], places.row), max(rows[1], places.row)] if rows else [places.row] * 2
            column = places.column
            columns = [min(columns[0], column), max(columns[1], column)] if columns else [column] * 2
    if not cells:
        return False
    rectangle = (rows[1] - rows[0] + 1) * (columns[1] - columns[0] + 1)
    return rectangle > max(_LARGEST_RECTANGLE, _MOST_EMPTY * cells)


def _drained(chunks: Iterator[bytes], answer: bool) -> bool:
    try:
        for _ in chunks:
            pass
    except KnownError as error:
        if error.code != "file.damaged":  # a damaged list of pictures, say, costs no cell
            raise
    return answer


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - ord("A") + 1
    return number


def _rows(content: bytes, shared: list[str]) -> list[list[str]]:
    from lxml import etree

    cells: dict[int, dict[int, str]] = {}
    places = _Places()
    events = etree.iterparse(
        io.BytesIO(content), events=("start", "end"), resolve_entities=False, huge_tree=True, recover=True
    )
    for event, element in events:
        name = local_name(element)
        if event == "start" and name in ("row", "c"):
            said = _NAMED.search(f'r="{element.get("r", "")}"'.encode())
            (places.begin_row if name == "row" else places.begin_cell)(said)
        elif event == "end" and name == "c" and (text := _value(element, shared)):
            cells.setdefault(places.row, {})[places.column] = text
        elif event == "end" and name == "row":
            element.clear()
    columns = sorted({column for row in cells.values() for column in row})
    if len(cells) * len(columns) > _LARGEST_RECTANGLE:  # no table, then: all that is written in it is one column
        return [[cells[row][column]] for row in sorted(cells) for column in sorted(cells[row])]
    return [[cells[row].get(column, "") for column in columns] for row in sorted(cells)]


def _value(cell: Any, shared: list[str]) -> str:
    inline = child_named(cell, "is")
    if inline is not None:
        return _text(inline)
    value = child_named(cell, "v")
    text = (value.text or "") if value is not None else ""
    if cell.get("t") != "s":
        return text
    return shared[int(text)] if text.isdecimal() and int(text) < len(shared) else ""


def _text(element: Any) -> str:
    """Of all its runs, without the readings of characters."""
    return "".join(
        each.text or "" for each in element.iter() if local_name(each) == "t" and local_name(each.getparent()) != "rPh"
    )
