"""OpenDocument text (.odt): paragraphs, headings, tables, text boxes and notes; no comments and deleted text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from workbench.corpora.reading.formats.base import FileToRead, Pieces, no_facts
from workbench.corpora.reading.formats.document_tables import rows
from workbench.corpora.reading.formats.package import opened
from workbench.corpora.reading.formats.trees import local_name
from workbench.corpora.reading.notes import Notes
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.importing import Reading

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"  # also of a document that is one XML file


def read_odt(file: FileToRead, reading: Reading) -> Pieces:
    with opened(file) as package:
        manifest = "META-INF/manifest.xml"
        if manifest in package.names and b"encryption-data" in package.part(manifest):
            raise KnownError("file.protected", file=file.name)
        root = package.xml("content.xml")
    return (yield from no_facts("\n\n".join(blocks(root, file.notes))))


def blocks(root: Any, notes: Notes) -> Iterator[str]:
    for element in root.iter():
        if local_name(element) == "annotation":
            notes.leave_out(message("passed.comments"))
    yield from filter(str.strip, _blocks(root))


def _blocks(element: Any) -> Iterator[str]:
    stack = [iter(element)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            continue
        name = local_name(child)
        if name in ("p", "h"):
            parts: list[str] = []
            notes: list[str] = []
            _gather(child, parts, notes)
            yield "".join(parts)
            yield from notes
        elif name == "table":
            yield "\n".join(filter(str.strip, rows(child, "table-row", "table-cell", _blocks)))
        elif name and name not in _LEFT_OUT:
            stack.append(iter(child))


_LEFT_OUT = frozenset((
    "tracked-changes", "forms", "annotation", "ruby-text", "desc", "title", "scripts", "font-face-decls", "styles",
    "automatic-styles", "master-styles", "meta", "settings", "binary-data", "index-title-template",
))  # fmt: skip
_SPACES = re.compile(r"[ \t\r\n]+")


def _gather(paragraph: Any, parts: list[str], notes: list[str]) -> None:
    """The text of one paragraph, and the blocks that hang on it."""
    parts.append(_SPACES.sub(" ", paragraph.text or ""))
    stack = [(paragraph, iter(paragraph))]
    while stack:
        child = next(stack[-1][1], None)
        if child is None:
            ended, _ = stack.pop()
            if stack:
                parts.append(_SPACES.sub(" ", ended.tail or ""))
            continue
        name = local_name(child)
        if name in ("note", "text-box", "frame", "custom-shape"):
            notes.extend(_blocks(child))
        elif name in _MARKS:
            parts.append(_MARKS[name])
        elif name == "s":
            parts.append(" " * _spaces(child))
        elif name and name not in _LEFT_OUT:
            parts.append(_SPACES.sub(" ", child.text or ""))
            stack.append((child, iter(child)))
            continue
        parts.append(_SPACES.sub(" ", child.tail or ""))


_MARKS = {"tab": "\t", "line-break": "\n"}


def _spaces(element: Any) -> int:
    count = next((value for key, value in element.attrib.items() if key.endswith("}c")), "1")
    return int(count) if count.isdecimal() and len(count) < 4 else 1
