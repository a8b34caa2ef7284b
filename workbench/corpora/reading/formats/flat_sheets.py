"""The sheets of a workbook in one document of XML (SpreadsheetML, Excel 2003)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workbench.corpora.reading.formats.trees import attribute, child_named, local_name
from workbench.corpora.reading.notes import Notes
from workbench.messages.message import message


def sheets(root: Any, notes: Notes) -> Iterator[tuple[str, list[list[str]]]]:
    """(name, rows) of each sheet in its order; columns in which nothing stands are left out."""
    for sheet in root:
        if local_name(sheet) == "Worksheet":
            table = child_named(sheet, "Table")
            rows = () if table is None else (row for row in table if local_name(row) == "Row")
            cells = [dict(_cells(row, notes)) for row in rows]
            places = sorted({place for row in cells for place in row})
            yield attribute(sheet, "Name"), [[row.get(place, "") for place in places] for row in cells]


def _cells(row: Any, notes: Notes) -> Iterator[tuple[int, str]]:
    """(the column, from 1; its text) of each cell that has something in it."""
    place = 0
    for cell in row:
        if local_name(cell) != "Cell":
            continue
        place = _number(cell, "Index") or place + 1
        data = child_named(cell, "Data")
        if data is not None and (text := "".join(data.itertext()).strip()):
            yield place, text
        if child_named(cell, "Comment") is not None:
            notes.leave_out(message("passed.comments"))
        place += _number(cell, "MergeAcross")


def _number(cell: Any, name: str) -> int:
    said = attribute(cell, name)
    return int(said) if said.isdecimal() and len(said) < 10 else 0
