"""What lies on or beside the cells of a spreadsheet and is not read with them: comments, and boxes of text."""

from __future__ import annotations

import re
from contextlib import suppress

from workbench.corpora.reading.formats.package import Package
from workbench.corpora.reading.formats.trees import local_name
from workbench.corpora.reading.notes import Notes
from workbench.messages.errors import KnownError
from workbench.messages.message import message

_COMMENTS = re.compile(r"xl/comments/?[^/]*\.xml")
_DRAWINGS = re.compile(r"xl/drawings/[^/]*\.xml")
_ANNOTATION = b"<office:annotation "


def leave_out_beside(package: Package, notes: Notes) -> None:
    """Count it; in a part that is damaged nothing is found."""
    comments = boxes = 0
    for name in package.names:
        with suppress(KnownError):
            if _COMMENTS.fullmatch(name):
                comments += sum(local_name(each) == "comment" for each in package.xml(name).iter())
            elif _DRAWINGS.fullmatch(name):
                boxes += sum(local_name(each) == "txBody" and _has_text(each) for each in package.xml(name).iter())
            elif name == "content.xml":
                comments += _annotations(package)
    if comments:
        notes.leave_out(message("passed.comments"), count=comments)
    if boxes:
        notes.pass_over(message("passed.text_boxes"), count=boxes)


def _has_text(box: object) -> bool:
    return any(text.strip() for text in box.itertext())  # type: ignore[attr-defined]  # an element of lxml


def _annotations(package: Package) -> int:
    """Of OpenDocument, in whose one part all cells are as well."""
    count, rest = 0, b""
    for chunk in package.chunks("content.xml"):
        piece = rest + chunk
        count += piece.count(_ANNOTATION) + piece.count(_ANNOTATION.replace(b" ", b">"))
        rest = piece[1 - len(_ANNOTATION) :]
    return count
