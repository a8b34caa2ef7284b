"""The sheets of a workbook in one document of XML (Excel 2003, OpenDocument)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workbench.corpora.reading.formats.trees import NONE, attribute, child_named, local_name, outermost
from workbench.corpora.reading.notes import Notes
from workbench.messages.message import message

_MOST_REPEATED = 64  # times that a cell with text stands for those after it


def sheets(root: Any, notes: Notes) -> Iterator[tuple[str, list[list[str]]]]:
    """(name, rows) of each sheet in its order; columns in which nothing stands are left out."""
    for kind, sheet in outermost([root], ("Worksheet", "table")):
        rows = outermost(sheet, ("Row", "table-row"), ("table",) if kind == "table" else NONE)
        cells_of = _cells if kind == "Worksheet" else _open_cells
        cells = [dict(cells_of(row, notes)) for _, row in rows]
        places = sorted({place for row in cells for place in row})
        yield (
            attribute(sheet, "Name" if kind == "Worksheet" else "name"),
            [[row.get(place, "") for place in places] for row in cells],
        )


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


def _open_cells(row: Any, notes: Notes) -> Iterator[tuple[int, str]]:
    """The same of OpenDocument."""
    place = 0
    for cell in row:
        if local_name(cell) not in ("table-cell", "covered-table-cell"):
            continue
        text = "\n".join("".join(each.itertext()) for each in cell if local_name(each) == "p").strip()
        repeated = _number(cell, "number-columns-repeated") or 1
        if text:
            yield from ((place + number, text) for number in range(1, min(repeated, _MOST_REPEATED) + 1))
        if child_named(cell, "annotation") is not None:
            notes.leave_out(message("passed.comments"))
        place += repeated


def _number(cell: Any, name: str) -> int:
    said = attribute(cell, name)
    return int(said) if said.isdecimal() and len(said) < 10 else 0
