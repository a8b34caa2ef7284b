"""OpenDocument text (.odt): paragraphs, headings, tables, numbered lists, text boxes, formulas and notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from workbench.corpora.reading.formats import scripts
from workbench.corpora.reading.formats.base import FileToRead, Pieces, no_facts
from workbench.corpora.reading.formats.document_tables import rows
from workbench.corpora.reading.formats.open_document_lists import ListNumbers
from workbench.corpora.reading.formats.package import Package, opened
from workbench.corpora.reading.formats.trees import attribute, child_named, local_name, outermost
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
        text = "\n\n".join(blocks(package.xml("content.xml"), file.notes, package))
    return (yield from no_facts(text))


def blocks(root: Any, notes: Notes, package: Package | None = None) -> Iterator[str]:
    styles = package.xml("styles.xml") if package and "styles.xml" in package.names else None
    _note_left_out(root, styles, notes)
    yield from filter(str.strip, _Document(root, styles, package).blocks(root))


def _note_left_out(root: Any, styles: Any, notes: Notes) -> None:
    """A document that is one XML file has its styles in it."""
    reasons = {"annotation": "passed.comments", "deletion": "passed.deleted", "ruby-text": "passed.ruby"}
    for element in root.iter(*(f"{{*}}{name}" for name in reasons)):
        notes.leave_out(message(reasons[local_name(element)]))
    for element in (root if styles is None else styles).iter("{*}header", "{*}footer"):
        if any(not text.isspace() for text in element.itertext()):
            notes.leave_out(message("passed.headers"))


class _Document:
    def __init__(self, root: Any, styles: Any, package: Package | None) -> None:
        self._package = package
        self._numbers = ListNumbers(root, styles)
        self._places = {**_places(styles), **_places(root)}  # style -> “super” or “sub”, where it says one

    def blocks(self, elements: Iterable[Any]) -> Iterator[str]:
        for name, child in outermost(elements, ("p", "h", "table", "list"), _LEFT_OUT):
            if name in ("p", "h"):
                parts: list[str] = []
                notes: list[str] = []
                self._gather(child, parts, notes)
                yield "".join(parts)
                yield from notes
            elif name == "table":
                yield "\n".join(filter(str.strip, rows(child, "table-row", "table-cell", self.blocks)))
            else:
                yield from self._list(child, 1, "")

    def _list(self, element: Any, level: int, style: str) -> Iterator[str]:
        """Items with their numbers; the lists in them are numbered as the one around them says."""
        style = attribute(element, "style-name") or style
        self._numbers.begin(style, level, goes_on=attribute(element, "continue-numbering") == "true")
        for item in element:
            is_item = local_name(item) == "list-item"
            number = self._numbers.next(style, level, attribute(item, "start-value")) if is_item else ""
            for child in item:
                if local_name(child) == "list" and level < _DEEPEST_LIST:
                    yield from self._list(child, level + 1, style)
                    continue
                for block in self.blocks([child]):
                    yield number + block
                    number = ""

    def _gather(self, paragraph: Any, parts: list[str], notes: list[str]) -> None:
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
                parts.append(self._formula(child))
                notes.extend(self.blocks(child))
            elif name in _MARKS:
                parts.append(_MARKS[name])
            elif name == "s":
                parts.append(" " * _spaces(child))
            elif name and name not in _LEFT_OUT:
                place = self._places.get(attribute(child, "style-name"), "") if name == "span" else ""
                parts.append(scripts.placed(_SPACES.sub(" ", child.text or ""), place))
                stack.append((child, iter(child)))
                continue
            parts.append(_SPACES.sub(" ", child.tail or ""))

    def _formula(self, frame: Any) -> str:
        """Of a frame that shows one, which is a document of its own."""
        found = child_named(frame, "object")
        place = attribute(found, "href").removeprefix("./") if found is not None else ""
        if self._package is None or not place or f"{place}/content.xml" not in self._package.names:
            return ""
        root = self._package.xml(f"{place}/content.xml")
        if local_name(root) != "math":
            self._package.file.notes.pass_over(message("passed.inserted"), place)
            return ""
        scripts.in_formulas(root)
        return "".join(
            (each.text or "").strip() for each in root.iter() if local_name(each) in ("mi", "mn", "mo", "mtext", "ms")
        )


_DEEPEST_LIST = 20
_LEFT_OUT = frozenset((
    "tracked-changes", "forms", "annotation", "ruby-text", "desc", "title", "scripts", "font-face-decls", "styles",
    "automatic-styles", "master-styles", "meta", "settings", "binary-data", "index-title-template",
))  # fmt: skip
_SPACES = re.compile(r"[ \t\r\n]+")
_MARKS = {"tab": "\t", "line-break": "\n"}


def _places(root: Any) -> dict[str, str]:
    """Where the styles put their text that is not on the line: “super 58%”, or by how much, “-33% 58%”."""
    found: dict[str, str] = {}
    for properties in root.iter("{*}text-properties") if root is not None else ():
        position, style = attribute(properties, "text-position"), properties.getparent()
        if position and style is not None and not position.startswith("0%"):
            is_named = position.startswith("su")
            below = position.startswith("-")
            found[attribute(style, "name")] = position[:5] if is_named else "sub" if below else "super"
    return found


def _spaces(element: Any) -> int:
    count = attribute(element, "c") or "1"
    return int(count) if count.isdecimal() and len(count) < 4 else 1
