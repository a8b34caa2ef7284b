"""The tables of a web page that is nothing but tables, as many a program writes under the name of a spreadsheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from workbench.corpora.reading.formats.html import block_texts, parsed
from workbench.corpora.reading.formats.trees import outermost
from workbench.corpora.reading.notes import Notes
from workbench.messages.message import message

_MOST_AROUND = 0.1  # of the characters: a page with more text around its tables is no spreadsheet
_WIDEST = 64  # cells that one spans, and places that are kept for those that span rows


def sheets(page: str, notes: Notes) -> list[tuple[str, list[list[str]]]]:
    """(its number, its rows) of each table; none where the page is another one. What stands around them is counted."""
    root = parsed(page, notes)
    if root is None:
        return []
    found = [list(_rows(table)) for _, table in outermost([root], ("table",))]
    widths = Counter(len(row) for rows in found for row in rows if any(row))
    within = sum(len(cell) for rows in found for row in rows for cell in row)
    around = sum(map(len, block_texts(root))) - within - 2 * widths.total()  # with what parts the cells
    if widths.total() < 2 or widths.most_common(1)[0][0] < 2 or around > _MOST_AROUND * within:
        return []
    if (titles := sum(len(text) for text in _around(root))) > 0:
        notes.leave_out(message("passed.around_article"), count=titles)
    return [(str(number), rows) for number, rows in enumerate(found, start=1)]


def _around(root: Any) -> Iterator[str]:
    """What is seen of a page outside of its tables."""
    stack = [root]
    while stack:
        element = stack.pop()
        if element is not root and (element.tail or "").strip():
            yield element.tail.strip()
        if element.tag in ("table", "head", "script", "style") or not isinstance(element.tag, str):
            continue
        if (element.text or "").strip():
            yield element.text.strip()
        stack.extend(element)


def _rows(table: Any) -> Iterator[list[str]]:
    spanning: dict[int, int] = {}  # the place of a cell that goes on below, in so many rows
    for _, row in outermost(table, ("tr",), ("table",)):
        cells: list[str] = []
        for _, cell in outermost(row, ("td", "th"), ("table",)):
            while spanning.get(len(cells), 0):
                spanning[len(cells)] -= 1
                cells.append("")
            below, width = _span(cell, "rowspan") - 1, _span(cell, "colspan")
            if below and len(spanning) < _WIDEST:
                spanning[len(cells)] = below
            cells += [_text(cell), *[""] * (min(width, _WIDEST) - 1)]
        for place in [place for place, rows in spanning.items() if rows and place >= len(cells)]:
            spanning[place] -= 1
        yield cells


def _span(cell: Any, name: str) -> int:
    said = cell.get(name, "").strip()
    return max(1, int(said)) if said.isdecimal() and len(said) < 6 else 1


def _text(cell: Any) -> str:
    return "\n".join(block_texts(cell)) if len(cell) else " ".join((cell.text or "").split())
