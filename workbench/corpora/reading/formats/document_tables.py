"""Tables of office documents: a line for each row, a tabulator between its cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from workbench.corpora.reading.formats.trees import outermost


def rows(table: Any, row_name: str, cell_name: str, blocks: Callable[[Any], Iterable[str]]) -> Iterator[str]:
    """The rows of a table itself; a table in one of its cells is read as a part of that cell."""
    for row in _nearest(table, row_name):
        cells = (" ".join(" ".join(blocks(cell)).split()) for cell in _nearest(row, cell_name))
        yield "\t".join(cells).rstrip("\t")


def _nearest(element: Any, name: str) -> Iterator[Any]:
    """The elements of that name below `element`, but none below another one of them, or in another table."""
    return (found for _, found in outermost(element, (name,), ("tbl", "table")))
