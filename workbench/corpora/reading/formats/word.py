"""Word (.docx): paragraphs with their numbers, tables, text boxes, equations and notes, in the order of the text.

Headers, footers, comments and deleted text are left out, and said to be.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workbench.corpora.reading.decoding import declared_encoding, decode
from workbench.corpora.reading.formats import scripts
from workbench.corpora.reading.formats.base import FileToRead, Pieces, no_facts
from workbench.corpora.reading.formats.document_tables import rows
from workbench.corpora.reading.formats.html import page_text
from workbench.corpora.reading.formats.package import Package, Relation, opened
from workbench.corpora.reading.formats.slides import INSERTED, drawing_blocks
from workbench.corpora.reading.formats.trees import attribute, child_named, local_name, outermost
from workbench.corpora.reading.formats.word_numbers import Numbering
from workbench.corpora.reading.notes import Notes
from workbench.messages.message import message
from workbench.values.importing import Reading

# Of documents of Word that are one XML file.
FLAT = frozenset((
    "http://schemas.microsoft.com/office/word/2003/wordml", "http://schemas.microsoft.com/office/2006/xmlPackage",
))  # fmt: skip


def read_docx(file: FileToRead, reading: Reading) -> Pieces:
    with opened(file) as package:
        main = package.main_part("word/document.xml")
        document = _Document(package, main)
        root = package.xml(main)
        blocks = list(document.blocks(root))
        _note_left_out(root, file.notes)
        for relation in (*package.relations(main).values(), *_unnamed(package, main)):
            if relation.target not in package.names:
                continue
            if relation.kind in ("footnotes", "endnotes"):
                blocks += document.blocks(package.xml(relation.target))
            elif relation.kind == "diagramData":
                blocks += drawing_blocks(package.xml(relation.target))
            elif relation.kind in ("header", "footer"):
                file.notes.leave_out(message("passed.headers"))
            elif relation.kind == "comments":
                comments = package.xml(relation.target)
                file.notes.leave_out(message("passed.comments"), count=max(1, len(comments)))
            elif relation.kind in INSERTED:
                file.notes.pass_over(message("passed.inserted"), relation.target)
    return (yield from no_facts("\n\n".join(filter(str.strip, blocks))))


def _note_left_out(root: Any, notes: Notes) -> None:
    for code, count in (
        ("passed.deleted", sum(next(each.iter("{*}delText"), None) is not None for each in root.iter("{*}del"))),
        ("passed.ruby", sum(1 for _ in root.iter("{*}rt"))),
        ("passed.symbols", sum(not _symbol(each) for each in root.iter("{*}sym"))),
    ):
        if count:
            notes.leave_out(message(code), count=count)


def _unnamed(package: Package, main: str) -> Iterator[Relation]:
    """Parts under their usual names that nothing refers to, as where the list of what belongs together is lost."""
    named = {relation.target for relation in package.relations(main).values()}
    for name in sorted(package.names - named):
        if name.startswith(_PARTS):
            yield Relation(name.removeprefix("word/").removesuffix(".xml").rstrip("0123456789"), name)


def flat_blocks(root: Any, notes: Notes) -> Iterator[str]:
    """Of a document that is one XML file."""
    body = next((each for each in root.iter() if local_name(each) == "body"), root)
    yield from filter(str.strip, _Document(None, "").blocks(body))


class _Document:
    def __init__(self, package: Package | None, main: str, depth: int = 0) -> None:
        self._package = package
        self._relations = package.relations(main) if package else {}
        self._numbering = Numbering.of(package, self._relations)

    def blocks(self, element: Any) -> Iterator[str]:
        initial = ""
        for name, child in outermost(element, ("p", "tbl", "altChunk"), _LEFT_OUT):
            if name == "p":
                text, inside = self._paragraph(child)
                if _is_initial(child):  # a large first letter is a paragraph of its own, for Word
                    initial += text
                else:
                    yield initial + text
                    initial = ""
                yield from inside
            elif name == "tbl":
                yield "\n".join(filter(str.strip, rows(child, "tr", "tc", self.blocks)))
            else:
                yield self._inserted(child)
        yield initial

    def _paragraph(self, paragraph: Any) -> tuple[str, list[str]]:
        """The paragraph's own text with its number, and the blocks of the text boxes that hang on it."""
        parts: list[str] = []
        boxes: list[str] = []
        for name, child in outermost(paragraph, _IN_PARAGRAPHS, _LEFT_OUT):
            if name == "txbxContent":
                boxes.extend(self.blocks(child))
            elif name == "t":
                parts.append(_letters(child))
            elif name == "sym":
                parts.append(_symbol(child))
            else:
                parts.append(_MARKS[name])
        text = "".join(parts)
        return self._numbering.number(paragraph, has_text=bool(text.strip())) + text, boxes

    def _inserted(self, element: Any) -> str:
        """A page or a text that Word shows as a part of the document."""
        relation = self._relations.get(attribute(element, "id"))
        package = self._package
        if package is None or relation is None or relation.target not in package.names:
            return ""
        content = package.part(relation.target)
        if content.startswith(b"PK"):
            package.file.notes.pass_over(message("passed.inserted"), relation.target)
            return ""
        text, _, _ = decode(content, declared=declared_encoding(content))
        if "<" in text[:1000]:
            return page_text(text, package.file.notes, is_book=True)
        if text.startswith("{\\rtf"):
            package.file.notes.pass_over(message("passed.inserted"), relation.target)
            return ""
        return text


_PARTS = tuple(f"word/{kind}" for kind in ("footnotes", "endnotes", "comments", "header", "footer"))
_LEFT_OUT = frozenset((
    "Fallback", "del", "moveFrom", "sectPr", "pPr", "rPr", "separator", "instrText", "delText", "rt", "docPr",
))  # fmt: skip
_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad", "ptab": "\t"}
_IN_PARAGRAPHS = frozenset(("txbxContent", "t", "sym", *_MARKS))


def _is_initial(paragraph: Any) -> bool:
    properties = child_named(paragraph, "pPr")
    frame = child_named(properties, "framePr") if properties is not None else None
    return frame is not None and attribute(frame, "dropCap") not in ("", "none")


def _letters(element: Any) -> str:
    """The text of a run, or of a formula; figures stand where it puts them."""
    text = element.text or ""
    if not scripts.are_figures(text):
        return text
    run = element.getparent()
    properties = child_named(run, "rPr")
    align = child_named(properties, "vertAlign") if properties is not None else None
    if align is not None:
        return scripts.placed(text, attribute(align, "val"))
    around = run.getparent()
    is_alone = around is not None and sum(local_name(each) != "ctrlPr" for each in around) == 1
    return scripts.placed(text, local_name(around)) if is_alone and local_name(around) in ("sup", "sub") else text


def _symbol(element: Any) -> str:
    """A character by its number; those of fonts of symbols alone have no meaning beyond these."""
    try:
        character = chr(int(attribute(element, "char"), 16))
    except (ValueError, OverflowError):
        return ""
    return "" if "\ue000" <= character <= "\uf8ff" else character
