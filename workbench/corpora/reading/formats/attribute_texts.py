"""XML whose text stands in attributes: outlines (OPML), and rows of a database, as the dumps of Stack Exchange are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from workbench.corpora.reading.formats.markup_damage import note_damage
from workbench.corpora.reading.notes import Notes
from workbench.messages.message import message

OUTLINE = ("text", "_note")  # the attributes of OPML that are text
_OUTLINE_TITLE = "title"  # the one element of it that has text
_NEVER = frozenset(("class", "style", "schemaLocation"))
# From the beginning of a word, of which nothing is looked at twice.
_WORDS = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,}+[,;:.!?]?\s++[^\W\d_]{2}")
_LETTER = re.compile(r"[^\W\d_]")


def has_words(name: str, value: str) -> bool:
    """Whether an attribute has at least two words beside each other, as no name, number or address has."""
    return _local(name) not in _NEVER and _WORDS.search(value) is not None


def names_of_texts(beginning: bytes) -> tuple[str, ...]:
    """The attributes that have words, of a document that has text nowhere else in its beginning; else none."""
    found = _Looking()
    for _ in _parse((beginning,), found, Notes()):
        pass
    return () if found.has_text else tuple(found.names)


class _Looking:
    """A parser's target."""

    def __init__(self) -> None:
        self.has_text = False
        self.names: dict[str, None] = {}  # in the order in which they come

    def start(self, _tag: str, attributes: Mapping[str, str]) -> None:
        self.names.update((_local(name), None) for name, value in attributes.items() if has_words(name, value))

    def data(self, text: str) -> None:
        self.has_text = self.has_text or not text.isspace()

    def close(self) -> None:
        pass


class _Texts:
    """A parser's target: what stands in attributes called `wanted`, in the order of the document.

    `as_text` makes a text of what is written as a page. `taken` gives what has come since the last time.
    """

    def __init__(self, wanted: Collection[str], as_text: Callable[[str], str]) -> None:
        self._wanted = wanted
        self._as_text = as_text
        self._found: list[str] = []
        self._left_out: Counter[tuple[str, str]] = Counter()
        self._inside: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._inside.append(_local(tag))
        values = {_local(name): value for name, value in attributes.items()}
        for name, value in values.items():
            if name not in self._wanted and _LETTER.search(value):
                self._left_out["passed.attributes", name] += 1
        for name in self._wanted:
            self._add(values.get(name, ""))

    def data(self, text: str) -> None:
        if self._inside[-1:] == [_OUTLINE_TITLE]:
            self._add(text)
        elif self._inside and not text.isspace():
            self._left_out["passed.elements", self._inside[-1]] += 1

    def end(self, _tag: str) -> None:
        self._inside.pop()

    def close(self) -> None:
        pass

    def taken(self) -> list[str]:
        found, self._found = self._found, []
        return found

    def note_left_out(self, notes: Notes) -> None:
        for (code, name), count in self._left_out.items():
            notes.leave_out(message(code, name=name), count=count)

    def _add(self, value: str) -> None:
        text = self._as_text(value) if "<" in value else value.strip()
        if text.strip():
            self._found.append(text)


def texts_in_attributes(
    parts: Iterable[bytes], wanted: Collection[str], as_text: Callable[[str], str], notes: Notes, *, is_checked: bool
) -> Iterator[list[str]]:
    """The paragraphs of a document of any size, as it is parsed; what else stands in it is counted as left out.

    So is damage, unless it `is_checked` already.
    """
    found = _Texts(wanted, as_text)
    for _ in _parse(parts, found, Notes() if is_checked else notes):
        yield found.taken()
    found.note_left_out(notes)


def _parse(parts: Iterable[bytes], target: Any, notes: Notes) -> Iterator[None]:
    """Yields after each part."""
    from lxml import etree

    parser = etree.XMLParser(target=target, encoding="utf-8", recover=True, huge_tree=True, resolve_entities=False)
    try:
        for part in parts:
            parser.feed(part)
            yield
        parser.close()
    except etree.XMLSyntaxError:  # what comes before is known
        pass
    note_damage(parser.feed_error_log, notes)
    yield


def _local(name: str) -> str:
    return name.rpartition("}")[2]
