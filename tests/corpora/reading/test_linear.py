"""Twice as much of anything takes twice the work, however it is nested: work is counted in calls, not in seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from tests.made_documents import MAKERS, packed, paragraphs
from workbench.corpora.reading.formats.html import article
from workbench.corpora.reading.formats.whole_rows import guess_columns_or_rows
from workbench.corpora.reading.notes import Notes
from workbench.corpora.reading.readers import file_on_disk, kind_of, read_pieces
from workbench.values.importing import Reading

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

OFFICE = "urn:schemas-microsoft-com:office:spreadsheet"
SHEET = f"<Workbook xmlns='{OFFICE}' xmlns:ss='{OFFICE}'><Worksheet><Table>"
FAR = "<Row><Cell ss:Index='9999'><Data>some words</Data></Cell></Row>"


def word(body: str) -> bytes:
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def nested(start: str, inner: str, end: str, depth: int) -> str:
    return start * depth + inner + end * depth


# name -> a document with so many times of something that might be gone through again and again
HARD: dict[str, tuple[str, Callable[[int], str | bytes]]] = {
    "elements in one text": (".xml", lambda n: f"<d>words {'<b>x</b> y ' * n}</d>"),
    "elements without text": (".xml", lambda n: f"<d>{'<a><b>x</b></a>' * n}</d>"),
    "empty elements": (".xml", lambda n: f"<d><p>x</p>{'<a/>' * n}</d>"),
    "deep elements": (".xml", lambda n: nested("<a>", "x", "</a>", n)),
    "comments": (".xml", lambda n: f"<d>x{'<!-- c -->y' * n}</d>"),
    "entities": (".xml", lambda n: f"<d>x{'&y; z ' * n}</d>"),
    "notes in notes": (".xml", lambda n: f"<TEI><text><p>{nested('<note>a', 'x', 'b</note>', n)}</p></text></TEI>"),
    "line breaks": (".html", lambda n: f"<p>x{'y<br>' * n}</p>"),
    "deep blocks": (".html", lambda n: nested("<div>", "x", "</div>", n)),
    "cells": (".html", lambda n: f"<table><tr>{'<td>x</td>' * n}</tr></table>"),
    "nested tables": (".html", lambda n: nested("<table><tr><td>", "x", "</td></tr></table>", n // 4)),
    "unclosed elements": (".html", lambda n: "<b><i>x" * (n // 2)),
    "lines of code": (".html", lambda n: f"<pre>{'x = 1' + chr(10)}{('y = 2' + chr(10)) * n}</pre>"),
    "cells that span": (".xls", lambda n: f"<table>{'<tr><td rowspan=99>a word<td colspan=9>y' * (n // 8)}</table>"),
    "cells far away": (".xls", lambda n: f"{SHEET}{FAR * n}</Table></Worksheet></Workbook>"),
    "numbered words": (".conllu", lambda n: ("1\tOne" + "\t_" * 8 + "\n2\tword" + "\t_" * 8 + "\n\n") * n),
    "runs": (".docx", lambda n: word(f"<w:p>{'<w:r><w:t>x</w:t></w:r>' * n}</w:p>")),
    "rows": (".docx", lambda n: word(f"<w:tbl>{'<w:tr><w:tc><w:p/></w:tc></w:tr>' * n}</w:tbl>")),
    **{f"a whole {kind}": (kind, lambda n, make=MAKERS[kind]: make(paragraphs(200 * n)))
       for kind in (".srt", ".html", ".xml", ".fb2", ".docx", ".odt", ".epub", ".csv", ".jsonl")},
}  # fmt: skip


def calls(path: Path, content: str | bytes) -> int:
    """How many functions are called, of Python and of C, to read a document."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    file = file_on_disk(path)
    kind = kind_of(file)
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(note)
    try:
        for _ in read_pieces(file, kind, Reading()):
            pass
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", HARD)
def test_twice_the_document_takes_twice_the_work(name: str, tmp_path: Path) -> None:
    ending, make = HARD[name]
    path = tmp_path / f"a{ending}"
    calls(path, make(400))  # what is loaded for the first file of a kind is no work on the second
    once, twice = calls(path, make(400)), calls(path, make(800))
    assert twice <= 2.4 * once


def lines_of(library: str, page: str) -> int:
    """How many lines of a library are gone through to find the article of a page."""
    count = 0

    def note_line(frame: FrameType, event: str, argument: object) -> object:
        nonlocal count
        count += event == "line"
        return note_line

    def note_call(frame: FrameType, event: str, argument: object) -> object:
        return note_line if library in frame.f_code.co_filename else None

    sys.settrace(note_call)
    try:
        list(article(page, Notes()))
    finally:
        sys.settrace(None)
    return count


def test_a_page_of_many_short_paragraphs_is_not_gone_through_again_for_each() -> None:
    once, twice = (lines_of("justext", f"<nav>Home</nav>{'<p>Yes.</p>' * n}") for n in (1_200, 2_400))
    assert twice <= 2.4 * once


def test_one_row_with_very_many_cells_does_not_have_each_of_them_looked_for_in_every_row() -> None:
    looked_for = 0

    class Counted(dict[str, str]):
        def get(self, key: str, default: str = "") -> str:  # type: ignore[override]
            nonlocal looked_for
            looked_for += 1
            return super().get(key, default)

    columns = [str(number) for number in range(20_000)]
    guess_columns_or_rows([Counted({"0": "Some words"})] * 1_000, columns, [])
    assert looked_for <= 25 * len(columns)
