"""Documents that are ZIP files of XML: Word (.docx), PowerPoint (.pptx), OpenDocument (.odt), books (.epub)."""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from workbench.corpora.reading.decoding import decode
from workbench.corpora.reading.formats.base import FileToRead, Pieces, no_facts
from workbench.corpora.reading.formats.markup import local_name, page_text, parse_xml
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.importing import Reading

LARGEST_PART_BYTES = 256 << 20  # of one part when unpacked


def read_docx(file: FileToRead, reading: Reading) -> Pieces:
    """Paragraphs, tables, text boxes, equations and notes, in the order of the text; no headers and footers."""
    with _opened(file) as package:
        blocks = list(_word_blocks(_xml(package, "word/document.xml", file)))
        for notes in ("word/footnotes.xml", "word/endnotes.xml"):
            if notes in package.namelist():
                blocks += _word_blocks(_xml(package, notes, file))
    return (yield from no_facts("\n\n".join(filter(str.strip, blocks))))


def read_pptx(file: FileToRead, reading: Reading) -> Pieces:
    """The slides in their order, each followed by its speaker's notes."""
    with _opened(file) as package:
        blocks = [block for slide in _slides(package, file) for block in _slide_blocks(package, slide, file)]
    return (yield from no_facts("\n\n".join(filter(str.strip, blocks))))


def read_odt(file: FileToRead, reading: Reading) -> Pieces:
    with _opened(file) as package:
        if "META-INF/manifest.xml" in package.namelist() and b"encryption-data" in _part(
            package, "META-INF/manifest.xml", file
        ):
            raise KnownError("file.protected", file=file.name)
        root = _xml(package, "content.xml", file)
    return (yield from no_facts("\n\n".join(filter(str.strip, _open_document_blocks(root)))))


def read_epub(file: FileToRead, reading: Reading) -> Pieces:
    """The chapters in reading order, without the table of contents."""
    with _opened(file) as package:
        container = _xml(package, "META-INF/container.xml", file)
        place = next((each.get("full-path") for each in container.iter() if local_name(each) == "rootfile"), None)
        if place is None:
            raise KnownError("file.damaged", file=file.name, detail=message("damage.no_chapters"))
        chapters = list(_chapters(package, place, file))
        if _is_copy_protected(package, chapters, file):
            raise KnownError("file.protected", file=file.name)
        texts = [page_text(decode(_part(package, chapter, file))[0]) for chapter in chapters]
    return (yield from no_facts("\n\n".join(filter(None, texts))))


def kind_of_zip(path: Path) -> str:
    """The suffix of the format that a ZIP file is in, whatever it is called; .zip where it is just an archive."""
    try:
        with zipfile.ZipFile(path) as package:
            names = set(package.namelist())
            kind = package.read("mimetype")[:80].decode("ascii", "replace") if "mimetype" in names else ""
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, KeyError, ValueError, EOFError):
        return ".zip"
    if "epub" in kind or "META-INF/container.xml" in names:
        return ".epub"
    for part, suffix in (
        ("word/document.xml", ".docx"),
        ("ppt/presentation.xml", ".pptx"),
        ("xl/workbook.xml", ".xlsx"),
    ):
        if part in names:
            return suffix
    if "opendocument.spreadsheet" in kind:
        return ".ods"
    return ".odt" if "content.xml" in names and "opendocument" in kind else ".zip"


def check_unpacked_size(file: FileToRead) -> None:
    """For a library that unpacks by itself: refuse a ZIP file that would unpack to too much, whatever its list says."""
    with _opened(file) as package:
        for name in package.namelist():
            _part(package, name, file, keep=False)


@contextmanager
def _opened(file: FileToRead) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(file.path) as package:
            yield package
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, ValueError) as error:
        raise KnownError("file.damaged", file=file.name, detail=str(error) or message("damage.cut_off")) from error
    except RuntimeError as error:  # zipfile's word for an encrypted file
        raise KnownError("file.protected", file=file.name) from error


def _part(package: zipfile.ZipFile, name: str, file: FileToRead, *, keep: bool = True) -> bytes:
    """One file of the package; no more of it is unpacked than an honest document has."""
    content, size = bytearray(), 0
    try:
        with package.open(name) as stream:
            while chunk := stream.read(1 << 20):
                size += len(chunk)
                if size > LARGEST_PART_BYTES:
                    raise KnownError("file.unpacks_too_large", file=file.name)
                if keep:
                    content += chunk
    except KeyError as error:
        raise KnownError("file.damaged", file=file.name, detail=message("damage.no_part", name=name)) from error
    except zlib.error as error:
        raise KnownError("file.damaged", file=file.name, detail=str(error)) from error
    return bytes(content)


def _xml(package: zipfile.ZipFile, name: str, file: FileToRead) -> Any:
    root = parse_xml(_part(package, name, file))
    if root is None:
        raise KnownError("file.damaged", file=file.name, detail=message("damage.part_not_xml", name=name))
    return root


# Word


def _word_blocks(element: Any) -> Iterator[str]:
    for child in element:
        name = local_name(child)
        if name == "p":
            text, inside = _word_paragraph(child)
            yield text
            yield from inside
        elif name == "tbl":
            yield "\n".join(filter(str.strip, _rows(child, "tr", "tc", _word_blocks)))
        elif name not in _WORD_LEFT_OUT:
            yield from _word_blocks(child)


_WORD_LEFT_OUT = frozenset(("Fallback", "del", "moveFrom", "sectPr", "pPr", "rPr", "separator"))


def _word_paragraph(paragraph: Any) -> tuple[str, list[str]]:
    """The paragraph's own text, and the blocks of the text boxes that hang on it."""
    parts: list[str] = []
    boxes: list[str] = []

    def walk(element: Any) -> None:
        for child in element:
            name = local_name(child)
            if name == "txbxContent":
                boxes.extend(_word_blocks(child))
            elif name in _WORD_LEFT_OUT:
                continue
            elif name == "t":
                parts.append(child.text or "")
            elif name == "tab":
                parts.append("\t")
            elif name in ("br", "cr"):
                parts.append("\n")
            elif name == "noBreakHyphen":
                parts.append("-")
            else:
                walk(child)

    walk(paragraph)
    return "".join(parts), boxes


def _rows(table: Any, row_name: str, cell_name: str, blocks: Any) -> Iterator[str]:
    for row in table.iter():
        if local_name(row) == row_name:
            cells = [cell for cell in row.iter() if local_name(cell) == cell_name]
            yield "\t".join(" ".join(" ".join(blocks(cell)).split()) for cell in cells).rstrip("\t")


# PowerPoint


def _slides(package: zipfile.ZipFile, file: FileToRead) -> list[str]:
    targets = _targets(package, "ppt/presentation.xml", file)
    order = [
        value
        for each in _xml(package, "ppt/presentation.xml", file).iter()
        if local_name(each) == "sldId"
        for key, value in each.attrib.items()
        if key.endswith("}id")
    ]
    return [targets[number][1] for number in order if number in targets]


def _slide_blocks(package: zipfile.ZipFile, slide: str, file: FileToRead) -> Iterator[str]:
    yield from _drawing_blocks(_xml(package, slide, file))
    for kind, target in _targets(package, slide, file).values():
        if kind == "notesSlide" and target in package.namelist():
            yield from _drawing_blocks(_xml(package, target, file))


def _targets(package: zipfile.ZipFile, part: str, file: FileToRead) -> dict[str, tuple[str, str]]:
    """Relationship id -> (kind, the part it points to)."""
    folder, name = posixpath.split(part)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in package.namelist():
        return {}
    return {
        each.get("Id", ""): (
            each.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join(folder, each.get("Target", ""))).lstrip("/"),
        )
        for each in _xml(package, relations, file)
        if local_name(each) == "Relationship"
    }


def _drawing_blocks(element: Any) -> Iterator[str]:
    """The paragraphs of a slide or a table cell; slide numbers and dates are fields, which are left out."""
    for child in element:
        name = local_name(child)
        if name == "p":
            runs = (each for each in child.iter() if local_name(each) in ("t", "br"))
            yield "".join(
                "\n" if local_name(each) == "br" else each.text or ""
                for each in runs
                if local_name(each.getparent()) != "fld"
            )
        elif name == "tbl":
            yield "\n".join(filter(str.strip, _rows(child, "tr", "tc", _drawing_blocks)))
        elif name != "Fallback":
            yield from _drawing_blocks(child)


# OpenDocument


def _open_document_blocks(element: Any) -> Iterator[str]:
    for child in element:
        name = local_name(child)
        if name in ("p", "h"):
            parts: list[str] = []
            notes: list[str] = []
            _open_document_text(child, parts, notes)
            yield "".join(parts)
            yield from notes
        elif name == "table":
            yield "\n".join(filter(str.strip, _rows(child, "table-row", "table-cell", _open_document_blocks)))
        elif name not in ("tracked-changes", "forms"):
            yield from _open_document_blocks(child)


def _open_document_text(element: Any, parts: list[str], notes: list[str]) -> None:
    parts.append(re.sub(r"\s+", " ", element.text or ""))
    for child in element:
        name = local_name(child)
        if name == "s":
            count = next((value for key, value in child.attrib.items() if key.endswith("}c")), "1")
            parts.append(" " * (int(count) if count.isdecimal() and len(count) < 4 else 1))
        elif name == "tab":
            parts.append("\t")
        elif name == "line-break":
            parts.append("\n")
        elif name in ("note", "annotation", "text-box", "frame"):
            notes.extend(_open_document_blocks(child))
        elif name:
            _open_document_text(child, parts, notes)
        parts.append(re.sub(r"\s+", " ", child.tail or ""))


# Books


def _chapters(package: zipfile.ZipFile, place: str, file: FileToRead) -> Iterator[str]:
    names = set(package.namelist())
    folder = posixpath.dirname(place)
    items: dict[str, Any] = {}
    order: list[str] = []
    for each in _xml(package, place, file).iter():
        if local_name(each) == "item":
            items[each.get("id", "")] = each
        elif local_name(each) == "itemref":
            order.append(each.get("idref", ""))
    for item in (items[number] for number in order if number in items):
        path = posixpath.normpath(posixpath.join(folder, unquote(item.get("href", "").partition("#")[0])))
        is_page = item.get("media-type") in ("application/xhtml+xml", "text/html")
        if is_page and "nav" not in item.get("properties", "").split() and path in names:
            yield path


def _is_copy_protected(package: zipfile.ZipFile, chapters: list[str], file: FileToRead) -> bool:
    """Whether a chapter itself is encrypted; fonts are in many books that anyone can read."""
    if "META-INF/encryption.xml" not in package.namelist():
        return False
    encrypted = {
        unquote(each.get("URI", ""))
        for each in _xml(package, "META-INF/encryption.xml", file).iter()
        if local_name(each) == "CipherReference"
    }
    return any(chapter in encrypted for chapter in chapters)
