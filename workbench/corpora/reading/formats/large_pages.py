"""Web pages that are books: their paragraphs as they are parsed, since a tree takes eight times a page's memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from workbench.corpora.reading.formats.trees import Dialect, Gathering

_SLICE = 1 << 18  # characters


def paragraphs_of(page: str, dialect: Dialect, prepared: Callable[[str], str]) -> tuple[list[str], bool]:
    """The paragraphs that `trees.paragraphs` finds, of a dialect that tells elements by their names alone, and whether
    the page is nested too deep to be read to its end. `prepared` is asked for each part of the source."""
    from lxml import etree

    target = _Target(dialect)
    reader = etree.HTMLParser(target=target, encoding="utf-8", no_network=True, huge_tree=True)
    try:
        etree.parse(_Source(_slices(page, prepared)), reader)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return target.close(), False
    return target.close(), any("Excessive depth" in error.message for error in reader.error_log)


def _slices(page: str, prepared: Callable[[str], str]) -> Iterator[bytes]:
    """Whole lines, over whose ends nothing reaches that is prepared."""
    begin = 0
    while begin < len(page):
        end = page.find("\n", begin + _SLICE) + 1 or len(page)
        yield prepared(page[begin:end]).encode("utf-8", "replace")
        begin = end


class _Source:
    """A file for the parser."""

    def __init__(self, slices: Iterator[bytes]) -> None:
        self._slices = slices

    def read(self, _most: int = -1) -> bytes:
        return next(self._slices, b"")


class _Target:
    """What the parser tells of what it comes by."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._gathering = Gathering(dialect)
        self._left_out = 0  # elements around this one, from the one on that is left out

    def start(self, name: str, _attributes: Any) -> None:
        if self._left_out or name in self._dialect.left_out:
            self._left_out += 1
        else:
            self._gathering.begin(name)

    def end(self, name: str) -> None:
        if self._left_out:
            self._left_out -= 1
        else:
            self._gathering.finish(name)

    def data(self, text: str) -> None:
        if not self._left_out:
            self._gathering.add(text)

    def comment(self, _text: str) -> None: ...

    def close(self) -> list[str]:
        return self._gathering.ended()
