"""The sheets of a workbook in one document of XML (SpreadsheetML, Excel 2003)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workbench.corpora.reading.formats.trees import attribute, child_named, local_name
from workbench.corpora.reading.notes import Notes
from workbench.messages.message import message

_WIDEST = 16_384  # cells of a row


def sheets(root: Any, notes: Notes) -> Iterator[tuple[str, list[list[str]]]]:
    """(name, rows) of each sheet in its order."""
    for sheet in root:
        if local_name(sheet) == "Worksheet":
            table = child_named(sheet, "Table")
            rows = () if table is None else (row for row in table if local_name(row) == "Row")
            yield attribute(sheet, "Name"), [_cells(row, notes) for row in rows]


def _cells(row: Any, notes: Notes) -> list[str]:
    cells: list[str] = []
    for cell in row:
        if local_name(cell) != "Cell":
            continue
        place, across = _number(cell, "Index") - 1, _number(cell, "MergeAcross")
        cells += [""] * (place - len(cells))
        data = child_named(cell, "Data")
        cells += ["" if data is None else "".join(data.itertext()).strip(), *[""] * across]
        if child_named(cell, "Comment") is not None:
            notes.leave_out(message("passed.comments"))
    return cells


def _number(cell: Any, name: str) -> int:
    said = attribute(cell, name)
    return min(int(said), _WIDEST) if said.isdecimal() and len(said) < 10 else 0
