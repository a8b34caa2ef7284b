"""Sheets of .xlsx with a few cells far apart, cell by cell: the rectangle around them might fill any memory."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from workbench.corpora.reading.formats.package import Package
from workbench.corpora.reading.formats.trees import child_named, local_name

_LARGEST_RECTANGLE = 4_000_000  # cells that the spreadsheet library may lay out, filled or not
_MOST_EMPTY = 4  # times as many empty cells as filled ones are no reason
_CELL = re.compile(rb'<(?:\w+:)?c [^>]{0,40}?\br="([A-Z]{1,3})([0-9]{1,7})"')
_LONGEST_CELL = 64  # bytes of the beginning of a cell, which may lie in two pieces


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


def _is_sparse(chunks: Iterator[bytes]) -> bool:
    rest, cells = b"", 0
    rows: list[int] = []
    columns: list[int] = []
    for chunk in chunks:
        piece = rest + chunk
        for column, row in _CELL.findall(piece):
            cells += 1
            rows = [min(rows[0], int(row)), max(rows[1], int(row))] if rows else [int(row)] * 2
            place = _column(column)
            columns = [min(columns[0], place), max(columns[1], place)] if columns else [place] * 2
        rest = piece[-_LONGEST_CELL:] if not _CELL.search(piece[-_LONGEST_CELL:]) else b""
    if not cells:
        return False
    rectangle = (rows[1] - rows[0] + 1) * (columns[1] - columns[0] + 1)
    return rectangle > max(_LARGEST_RECTANGLE, _MOST_EMPTY * cells)


def _drained(chunks: Iterator[bytes], answer: bool) -> bool:
    for _ in chunks:
        pass
    return answer


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - ord("A") + 1
    return number


def _rows(content: bytes, shared: list[str]) -> list[list[str]]:
    from lxml import etree

    cells: dict[int, dict[int, str]] = {}
    for _, element in etree.iterparse(io.BytesIO(content), events=("end",), resolve_entities=False, huge_tree=True):
        if local_name(element) == "c":
            place = re.fullmatch(r"([A-Z]{1,3})([0-9]{1,7})", element.get("r", ""))
            text = _value(element, shared)
            if place and text:
                cells.setdefault(int(place[2]), {})[_column(place[1].encode())] = text
        elif local_name(element) == "row":
            element.clear()
    columns = sorted({column for row in cells.values() for column in row})
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
