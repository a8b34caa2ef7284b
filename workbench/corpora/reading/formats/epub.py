"""Books (.epub): the chapters in reading order, without the table of contents."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from workbench.corpora.reading.decoding import declared_encoding, decode
from workbench.corpora.reading.formats.base import FileToRead, Pieces, no_facts
from workbench.corpora.reading.formats.html import page_text
from workbench.corpora.reading.formats.package import Package, opened
from workbench.corpora.reading.formats.trees import local_name
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.importing import Reading


def read_epub(file: FileToRead, reading: Reading) -> Pieces:
    with opened(file) as package:
        place = _book(package)
        if place is None:
            raise KnownError("file.damaged", file=file.name, detail=message("damage.no_chapters"))
        chapters = list(_chapters(package, place))
        if _is_copy_protected(package, chapters):
            raise KnownError("file.protected", file=file.name)
        texts = [_chapter_text(package, chapter) for chapter in chapters]
    return (yield from no_facts("\n\n".join(filter(None, texts))))


def _chapter_text(package: Package, chapter: str) -> str:
    """Of a chapter that is damaged nothing, so that it does not cost the others."""
    notes = package.file.notes
    try:
        content = package.part(chapter)
    except KnownError as error:
        if error.code != "file.damaged":
            raise
        notes.pass_over(message("passed.damaged_chapter"), chapter)
        return ""
    return page_text(decode(content, declared=declared_encoding(content))[0], notes, is_book=True)


def _book(package: Package) -> str | None:
    """The part that lists the chapters; without the container that names it, the one that is called like one."""
    if "META-INF/container.xml" in package.names:
        for each in package.xml("META-INF/container.xml").iter():
            if local_name(each) == "rootfile" and each.get("full-path") in package.names:
                return str(each.get("full-path"))
    return next((name for name in sorted(package.names) if name.endswith(".opf")), None)


def _chapters(package: Package, place: str) -> Iterator[str]:
    folder = posixpath.dirname(place)
    items: dict[str, Any] = {}
    order: list[str] = []
    for each in package.xml(place).iter():
        if local_name(each) == "item":
            items[each.get("id", "")] = each
        elif local_name(each) == "itemref":
            order.append(each.get("idref", ""))
    notes = package.file.notes
    for number, item in items.items():
        if number not in order and _is_page(item) and _CONTENTS not in item.get("properties", "").split():
            notes.leave_out(message("passed.chapter_without_place"), _place(item, folder))
    for number in order:
        if number not in items:
            notes.pass_over(message("passed.missing_chapter"), number)
    for item in (items[number] for number in order if number in items):
        path = _place(item, folder)
        if _CONTENTS in item.get("properties", "").split():
            notes.leave_out(message("passed.elements", name=_CONTENTS))
        elif not _is_page(item):
            notes.pass_over(message("passed.inserted"), path)
        elif path in package.names:
            yield path
        else:
            notes.pass_over(message("passed.missing_chapter"), path)


def _place(item: Any, folder: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(item.get("href", "").partition("#")[0])))


def _is_page(item: Any) -> bool:
    kind, address = item.get("media-type", ""), item.get("href", "").partition("#")[0]
    return "html" in kind or kind in _OLDER_PAGES or (not kind and address.endswith(("html", "htm")))


_CONTENTS = "nav"  # what a page with the table of contents calls itself
_OLDER_PAGES = ("text/x-oeb1-document", "text/x-oeb-document")  # of books before EPUB 2


def _is_copy_protected(package: Package, chapters: list[str]) -> bool:
    """Whether a chapter itself is encrypted; fonts are in many books that anyone can read."""
    if "META-INF/encryption.xml" not in package.names:
        return False
    encrypted = {
        unquote(each.get("URI", ""))
        for each in package.xml("META-INF/encryption.xml").iter()
        if local_name(each) == "CipherReference"
    }
    return any(chapter in encrypted for chapter in chapters)
