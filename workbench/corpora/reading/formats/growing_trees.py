"""XML documents of many megabytes: read as they are parsed, since a tree takes eight times a document's memory."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from workbench.corpora.reading.formats import scripts
from workbench.corpora.reading.formats.markup_damage import note_damage
from workbench.corpora.reading.formats.trees import Dialect, Walk
from workbench.corpora.reading.notes import Notes


class GrowingTree:
    """A tree that grows as parts of its document come, of elements called `only` where any names are given.

    Entities are not expanded, nothing is fetched; damage is passed over and noted at the end.
    """

    def __init__(self, parts: Iterable[bytes], notes: Notes, only: Collection[str] = ()) -> None:
        from lxml import etree

        self.root: Any = None  # None to the end where nothing of it is XML
        self._parts = iter(parts)
        self._notes = notes
        self._parser = etree.XMLPullParser(
            events=("start", "end"), tag=[f"{{*}}{name}" for name in only] or None, encoding="utf-8",
            resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=True,
        )  # fmt: skip
        self._waiting: list[Any] = []  # what ended before the root was known
        while self.root is None and (ended := self._fed()) is not None:
            self._waiting += ended

    def grow(self) -> list[Any] | None:
        """The elements that ended in the next part; None where there is no further one."""
        if self._waiting:
            ended, self._waiting = self._waiting, []
            return ended
        return self._fed()

    def _fed(self) -> list[Any] | None:
        from lxml import etree

        part = next(self._parts, None)
        try:
            if part is None:
                self._parser.close()
            else:
                self._parser.feed(part)
        except etree.XMLSyntaxError:  # it is no XML from its beginning, or has no end
            part = None
        ended = []
        for event, element in self._parser.read_events():
            if self.root is None:
                self.root = element
            if event == "end":
                ended.append(element)
        if part is None:
            note_damage(self._parser.feed_error_log, self._notes)
            return None
        return ended

    def paragraphs(self, dialect: Dialect) -> Iterator[list[str]]:
        """What `trees.paragraphs` finds, as it comes; what the dialect leaves out is noted."""
        walk = Walk(self.root, dialect, scripts.in_formulas)
        while self.grow() is not None:
            yield walk.go(is_grown=False)
        yield walk.go()
        walk.note_left_out(self._notes)


def names_in(parts: Iterable[bytes]) -> tuple[set[str], set[str]]:
    """What `xml_dialects.names_of` finds, as a document is parsed."""
    from lxml import etree

    target = _Names()
    parser = etree.XMLParser(target=target, encoding="utf-8", recover=True, huge_tree=True, resolve_entities=False)
    try:
        for part in parts:
            parser.feed(part)
        parser.close()
    except etree.XMLSyntaxError:  # what comes before is known
        pass
    return target.in_elements, target.in_text


class _Names:
    """What the parser tells of what it comes by."""

    def __init__(self) -> None:
        self.in_elements: set[str] = set()
        self.in_text: set[str] = set()
        self._inside: list[set[str]] = []  # elements around this place: the names of those in each
        self._has_text: list[bool] = []

    def start(self, tag: str, _attributes: Any) -> None:
        if self._inside:
            self._inside[-1].add(tag.rpartition("}")[2])
        self._inside.append(set())
        self._has_text.append(False)

    def end(self, _tag: str) -> None:
        (self.in_text if self._has_text.pop() else self.in_elements).update(self._inside.pop())

    def data(self, text: str) -> None:
        if self._has_text and not text.isspace():
            self._has_text[-1] = True

    def close(self) -> None:
        while self._inside:
            self.end("")
