"""PowerPoint (.pptx): the slides in their order, each followed by its speaker's notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workbench.corpora.reading.formats.base import FileToRead, Pieces, no_facts
from workbench.corpora.reading.formats.document_tables import rows
from workbench.corpora.reading.formats.package import Package, opened
from workbench.corpora.reading.formats.trees import local_name, outermost
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.import_report import Unit
from workbench.values.importing import Reading

INSERTED = frozenset(("chart", "chartEx", "package", "oleObject", "subDocument"))  # documents of their own kinds


def read_pptx(file: FileToRead, reading: Reading) -> Pieces:
    with opened(file) as package:
        blocks: list[str] = []
        for number, slide in enumerate(_slides(package), start=1):
            try:
                blocks += _slide_blocks(package, slide)
                file.notes.count(Unit.PAGES)
            except KnownError as error:
                if error.code != "file.damaged":
                    raise
                file.notes.pass_over(message("passed.damaged_page"), message("place.page", number=number))
    return (yield from no_facts("\n\n".join(filter(str.strip, blocks))))


def _slides(package: Package) -> list[str]:
    presentation = package.main_part("ppt/presentation.xml")
    relations = package.relations(presentation)
    order = [
        value
        for each in package.xml(presentation).iter()
        if local_name(each) == "sldId"
        for key, value in each.attrib.items()
        if key.endswith("}id")
    ]
    return [relations[number].target for number in order if number in relations]


def _slide_blocks(package: Package, slide: str) -> Iterator[str]:
    yield from drawing_blocks(package.xml(slide))
    for relation in package.relations(slide).values():
        if relation.target not in package.names:
            continue
        if relation.kind in ("notesSlide", "diagramData"):
            yield from drawing_blocks(package.xml(relation.target))
        elif relation.kind == "comments":
            package.file.notes.leave_out(message("passed.comments"), count=max(1, len(package.xml(relation.target))))
        elif relation.kind in INSERTED:
            package.file.notes.pass_over(message("passed.inserted"), relation.target)


def drawing_blocks(root: Any) -> Iterator[str]:
    """The paragraphs of a slide or a table cell; slide numbers and dates are fields, which are left out."""
    for name, child in outermost(root, ("p", "tbl"), ("Fallback",)):
        if name == "tbl":
            yield "\n".join(filter(str.strip, rows(child, "tr", "tc", drawing_blocks)))
        elif child_is_of_text(child):
            runs = (each for each in child.iter() if local_name(each) in ("t", "br"))
            yield "".join(
                "\n" if local_name(each) == "br" else each.text or ""
                for each in runs
                if local_name(each.getparent()) != "fld"
            )


def child_is_of_text(element: Any) -> bool:
    """Whether a “p” is a paragraph, as in DrawingML, and not a picture's coordinates."""
    return "drawingml" in str(element.tag) or "wordprocessingml" in str(element.tag)
