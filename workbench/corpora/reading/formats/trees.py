"""From a tree of elements to paragraphs, for every kind of markup: a dialect says what its elements are.

Trees are walked without recursion, so that no depth is too much, and text is gathered in lists, so that a paragraph
of a million pieces takes a million steps.
"""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from workbench.corpora.reading.formats.attribute_texts import has_words
from workbench.corpora.reading.formats.markup_damage import note_damage
from workbench.corpora.reading.formats.page import Page
from workbench.corpora.reading.notes import Notes
from workbench.messages.message import message

NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Dialect:
    """Names of elements, without their namespaces. An element that is in none of these is inline."""

    blocks: frozenset[str]  # a paragraph of its own
    lines: frozenset[str] = NONE  # a line of its own in a paragraph: of a poem, of a table
    breaks: frozenset[str] = NONE  # nothing but the end of a line
    spaces: frozenset[str] = NONE  # nothing but a space
    cells: frozenset[str] = NONE  # apart from the one before it in the same line
    preformatted: frozenset[str] = NONE  # whose white space is text
    asides: frozenset[str] = NONE  # notes that hang on a word: after the paragraph that they stand in
    left_out: frozenset[str] = NONE
    is_left_out: Callable[[Any], bool] = field(default=lambda element: False)  # what takes more than a name
    counts_attributes: bool = False  # those with words in them, as left out
    keeps_space_where_said: bool = False  # white space is text where the document says so (“xml:space”)


def text_of(root: Any, dialect: Dialect) -> str:
    """The paragraphs of a tree, with blank lines between them."""
    return "\n\n".join(paragraphs(root, dialect))


def paragraphs(root: Any, dialect: Dialect) -> list[str]:
    """The paragraphs of a tree in their order; none is empty."""
    return Walk(root, dialect).go()


class _Visit:
    """An element that the walk is in."""

    __slots__ = ("element", "is_whole", "keeps_space", "last", "name")

    def __init__(self, element: Any, name: str, is_whole: bool, keeps_space: bool) -> None:
        self.element = element
        self.name = name
        self.keeps_space = keeps_space
        self.is_whole = is_whole  # nothing more will come into it, nor change
        self.last: Any = None  # the child that was visited last; what follows it has not been read


class Walk:
    """From element to element of a tree, which may still be growing as it is parsed.

    Of such a tree what was read is taken out, and `prepare` is asked for each part of it that is whole.
    """

    def __init__(self, root: Any, dialect: Dialect, prepare: Callable[[Any], None] | None = None) -> None:
        self._left_out: Counter[str] = Counter()  # elements by their names, without those in them
        self._attributes: Counter[str] = Counter()  # that have words
        self._root: Any = root
        self._dialect = dialect
        self._prepare = prepare
        self._page = Page()
        self._kept = 0  # elements around this one whose white space is text
        self._asides: list[Page] = []
        self._stack: list[_Visit] = []

    def go(self, *, is_grown: bool = True) -> list[str]:
        """The paragraphs that end from here on, of a tree that still grows as far as nothing of it can change."""
        if self._root is not None:
            if not is_grown and not len(self._root):
                return []
            root, self._root = self._root, None
            self._enter(root, is_grown)
        is_whole = is_grown
        for visit in self._stack:  # what has something behind it is whole, and so is all that is in it
            is_whole = visit.is_whole = is_whole or visit.element.getnext() is not None
        while self._stack and self._step(self._stack[-1]):
            pass
        return self._page.ended() if is_grown else self._page.taken()

    def note_left_out(self, notes: Notes) -> None:
        for name, count in self._left_out.items():
            notes.leave_out(message("passed.elements", name=name), count=count)
        for name, count in self._attributes.items():
            notes.leave_out(message("passed.attributes", name=name), count=count)

    def _step(self, visit: _Visit) -> bool:
        """To the next child, or out of the element; False where that is not there yet."""
        element, last = visit.element, visit.last
        child = last.getnext() if last is not None else element[0] if len(element) else None
        if child is None:
            if not visit.is_whole:
                return False
            self._leave_behind(visit)
            self._leave(visit)
            return True
        is_whole = visit.is_whole
        if not is_whole:
            is_whole = child.getnext() is not None
            if not is_whole and not (len(child) and local_name(child) in self._dialect.blocks):
                return False
        self._leave_behind(visit)
        visit.last = child
        if not isinstance(child.tag, str):
            self._page.add(_entity(child), self._kept > 0)
            return True
        if is_whole and not visit.is_whole and self._prepare is not None:
            self._prepare(child)
        self._enter(child, is_whole)
        return True

    def _leave_behind(self, visit: _Visit) -> None:
        """What follows the child that was visited last; of a tree that grows the child has been of use then."""
        last = visit.last
        if last is not None:
            self._page.add(last.tail, self._kept > 0)
            if not visit.is_whole:
                visit.element.remove(last)

    def _enter(self, element: Any, is_whole: bool) -> None:
        name, dialect, page = local_name(element), self._dialect, self._page
        if element.tag in _ANNOTATIONS:
            return
        if name in dialect.left_out or dialect.is_left_out(element):
            self._left_out[name] += 1
            return
        if dialect.counts_attributes:
            self._attributes.update(key for key, value in element.attrib.items() if has_words(key, value))
        if name in dialect.breaks:
            page.end_line()
        elif name in dialect.spaces and element.get("break") != "no":  # TEI's, in the middle of a word
            page.add(" ", self._kept > 0)
        if name in dialect.asides:
            self._asides.append(page)
            page = self._page = Page()
        _begin(page, name, dialect)
        keeps_space = name in dialect.preformatted or (
            dialect.keeps_space_where_said and element.get(_XML_SPACE) == "preserve"
        )
        self._kept += keeps_space
        page.add(element.text, self._kept > 0)
        self._stack.append(_Visit(element, name, is_whole, keeps_space))

    def _leave(self, visit: _Visit) -> None:
        self._stack.pop()
        self._kept -= visit.keeps_space
        _finish(self._page, visit.name, self._dialect)
        if visit.name in self._dialect.asides:
            note, self._page = self._page, self._asides.pop()
            self._page.after.extend(note.ended())


def parse_xml(content: bytes, notes: Notes | None = None) -> Any:
    """The root element, or None. Entities are not expanded, nothing is fetched; damage is passed over and noted."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if notes is not None:
        note_damage(parser.error_log, notes)
    return root


def local_name(element: Any) -> str:
    """The name of an element without its namespace; empty for a comment or an entity."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def namespace(element: Any) -> str:
    tag = element.tag
    return tag[1:].partition("}")[0] if isinstance(tag, str) and tag.startswith("{") else ""


def child_named(element: Any, *names: str) -> Any:
    """The first child with one of these names, or None."""
    return next((child for child in element if local_name(child) in names), None)


def outermost(
    elements: Iterable[Any], wanted: Collection[str], left_out: Collection[str] = NONE
) -> Iterator[tuple[str, Any]]:
    """(name, element) of those with a wanted name among `elements` and below them, in their order.

    Neither what is wanted nor what is left out is looked into.
    """
    stack = [iter(elements)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
            continue
        name = local_name(element)
        if name in wanted:
            yield name, element
        elif name and name not in left_out:
            stack.append(iter(element))


def attribute(element: Any, name: str) -> str:
    """An attribute by its name without the namespace; empty where there is none."""
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


class Gathering:
    """The paragraphs of what begins and ends one after the other, of a dialect without asides."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._page = Page()
        self._kept = 0  # elements around this place whose white space is text

    def begin(self, name: str) -> None:
        if name in self._dialect.breaks:
            self._page.end_line()
        elif name in self._dialect.spaces:
            self._page.add(" ", self._kept > 0)
        _begin(self._page, name, self._dialect)
        self._kept += name in self._dialect.preformatted

    def add(self, text: str) -> None:
        self._page.add(text, self._kept > 0)

    def finish(self, name: str) -> None:
        self._kept -= name in self._dialect.preformatted
        _finish(self._page, name, self._dialect)

    def ended(self) -> list[str]:
        return self._page.ended()


def _begin(page: Page, name: str, dialect: Dialect) -> None:
    if name in dialect.blocks:
        page.end_block()
    elif name in dialect.lines:
        page.begin_line()
    elif name in dialect.cells:
        page.next_cell()


def _finish(page: Page, name: str, dialect: Dialect) -> None:
    if name in dialect.blocks:
        page.end_block()
    elif name in dialect.lines:
        page.begin_line()


def _entity(node: Any) -> str:
    """The character that an entity of HTML stands for; of any other its name stays, so that it is not lost."""
    if not hasattr(node, "name"):  # a comment or an instruction
        return ""
    return html.unescape(node.text)


_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# A formula once more, in the language of a program.
_ANNOTATIONS = frozenset(f"{{http://www.w3.org/1998/Math/MathML}}{name}" for name in ("annotation", "annotation-xml"))
