"""Sheets of a workbook (.xlsx) with a cell far away from all others: only the cells that there are take memory."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench.corpora.reading.formats.trees import local_name

_CELL = re.compile(rb"""<(?:\w+:)?c\b[^>]{0,200}?\br=["']([A-Z]{1,3})(\d{1,7})["']""")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_LARGEST_AREA = 20_000_000  # cells that a whole table may have
_FEWEST_FILLED = 0.01  # of the cells of a larger one
_CHUNK_BYTES, _OVERLAP = 1 << 20, 300


def has_far_cells(path: Path) -> bool:
    """Whether some sheet would take much memory as a whole table, and has few cells."""
    with zipfile.ZipFile(path) as package:
        return any(_is_sparse(package, name) for name in _sheets(package))


def rows_of_sheets(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """(name, rows) of each sheet, without the columns and rows that have nothing in them."""
    with zipfile.ZipFile(path) as package:
        shared = list(_shared_texts(package))
        for name in _sheets(package):
            yield name.rpartition("/")[2], _rows(package, name, shared)


def _sheets(package: zipfile.ZipFile) -> list[str]:
    names = [name for name in package.namelist() if _SHEET.fullmatch(name)]
    return sorted(names, key=lambda name: (len(name), name))


def _is_sparse(package: zipfile.ZipFile, name: str) -> bool:
    rows = columns = count = 0
    held = b""
    with package.open(name) as part:
        while chunk := part.read(_CHUNK_BYTES):
            held += chunk
            last = 0
            for found in _CELL.finditer(held):
                rows, columns = max(rows, int(found[2])), max(columns, _number(found[1].decode()))
                count += 1
                last = found.end()
            held = held[max(last, len(held) - _OVERLAP) :]
    return rows * columns > _LARGEST_AREA and count < _FEWEST_FILLED * rows * columns


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def _shared_texts(package: zipfile.ZipFile) -> Iterator[str]:
    if "xl/sharedStrings.xml" in package.namelist():
        for element in _elements(package, "xl/sharedStrings.xml", "si"):
            yield _text(element)


def _rows(package: zipfile.ZipFile, name: str, shared: list[str]) -> list[list[str]]:
    rows: list[dict[int, str]] = []
    for element in _elements(package, name, "row"):
        cells = {_column(cell, place): _value(cell, shared) for place, cell in enumerate(element, start=1)}
        rows.append({column: value for column, value in cells.items() if value})
    columns = sorted({column for row in rows for column in row})
    return [[row.get(column, "") for column in columns] for row in rows if row]


def _elements(package: zipfile.ZipFile, part: str, name: str) -> Iterator[Any]:
    from lxml import etree

    with package.open(part) as stream:
        for _, element in etree.iterparse(stream, tag=f"{{*}}{name}", resolve_entities=False, no_network=True):
            yield element
            element.clear()


def _column(cell: Any, place: int) -> int:
    letters = re.match("[A-Z]{1,3}", cell.get("r") or "")
    return _number(letters.group()) if letters else place


def _value(cell: Any, shared: list[str]) -> str:
    value = "".join(each.text or "" for each in cell if local_name(each) == "v")
    if cell.get("t") == "s":
        return shared[int(value)] if value.isdecimal() and int(value) < len(shared) else ""
    return _text(cell) if cell.get("t") == "inlineStr" else value


def _text(element: Any) -> str:
    """Without what says how characters are spoken."""
    return "".join(each.text or "" for each in element.iter("{*}t") if local_name(each.getparent()) != "rPh")
