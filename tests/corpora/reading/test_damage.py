"""Damaged documents, made here: what can be read of them is read, and a refusal is in plain words."""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from tests.made_documents import packed as packed_parts
from workbench.corpora.reading import archives
from workbench.corpora.reading.formats import package
from workbench.corpora.reading.readers import READERS, file_on_disk, kind_of, read_document
from workbench.messages.errors import KnownError
from workbench.messages.message import Message

SAID = "It was dark and the rain fell all night."
NAMES = ("exception", "error", "panic", "range start", "zip", "zlib", "traceback")  # words of libraries


def refusal(path: Path) -> KnownError:
    with pytest.raises(KnownError) as caught:
        read_document(path)
    return caught.value


def book(path: Path, mimetype: bytes = b"application/epub+zip") -> Path:
    container = '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'
    chapters = (
        '<package><manifest><item id="1" href="1.html" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="1"/></spine></package>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", mimetype)
        packed.writestr("META-INF/container.xml", container)
        packed.writestr("a.opf", chapters)
        packed.writestr("1.html", f"<html><body><p>{SAID}</p></body></html>")
    return path


def with_bad_mimetype(path: Path) -> Path:
    """What is packed of it does not unpack any more."""
    content = bytearray(book(path).read_bytes())
    start = content.index(b"mimetype") + len("mimetype")
    content[start : start + 8] = b"\xff" * 8
    path.write_bytes(content)
    return path


def compound_file(path: Path) -> Path:
    """An older Excel file that is cut off in its directory, where the library that reads it panics."""
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
        0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0,
    )  # fmt: skip
    sectors = struct.pack("<II", 0xFFFFFFFD, 0xFFFFFFFE)
    path.write_bytes(head.ljust(512, b"\xff") + sectors.ljust(512, b"\xff") + bytes(496))
    return path


def test_a_book_whose_mimetype_cannot_be_unpacked_is_read(tmp_path: Path) -> None:
    damaged = with_bad_mimetype(tmp_path / "a.epub")
    with zipfile.ZipFile(damaged) as packed, pytest.raises(zlib.error):
        packed.read("mimetype")
    assert read_document(damaged)[0] == SAID


@pytest.mark.parametrize("said", [b"", b"application/zip", b"\xff\xfe\0nonsense"])
def test_a_book_that_says_to_be_something_else_is_read(tmp_path: Path, said: bytes) -> None:
    assert read_document(book(tmp_path / "a.epub", said))[0] == SAID


def test_a_book_whose_mimetype_is_a_bomb_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "FREE_BYTES", 1 << 20)
    bomb = book(tmp_path / "a.epub", bytes(8 << 20))
    taken: list[int] = []
    read = zipfile.ZipExtFile.read

    def counted(stream: zipfile.ZipExtFile, size: int | None = -1) -> bytes:
        content = read(stream, size)
        taken.append(len(content))
        return content

    monkeypatch.setattr(zipfile.ZipExtFile, "read", counted)
    assert refusal(bomb).code == "file.unpacks_too_large"
    assert sum(taken) <= 80  # of the mimetype's beginning, by which the kind is told


def test_an_excel_file_in_which_the_library_panics_is_refused_in_plain_words(tmp_path: Path) -> None:
    error = refusal(compound_file(tmp_path / "a.xls"))
    detail = error.fields["detail"]
    assert error.code == "file.damaged" and isinstance(detail, Message) and detail.code == "damage.unforeseen"
    assert "a.xls" in str(error) and not any(name in str(error).lower() for name in NAMES)


@pytest.mark.parametrize("name", ["a.docx", "a.epub", "a.odt", "a.xlsx", "a.zip", "a.pdf", "a.parquet", "a.xls"])
def test_no_refusal_of_a_damaged_file_shows_the_words_of_a_library(tmp_path: Path, name: str) -> None:
    start = {"a.pdf": b"%PDF-1.7\n1 0 obj", "a.parquet": b"PAR1"}.get(name, b"PK\x03\x04")
    path = tmp_path / name
    path.write_bytes(start + bytes(range(200)))
    file = file_on_disk(path)
    with pytest.raises(KnownError) as caught:
        if kind_of(file) in READERS:
            read_document(path)
        else:
            list(archives.unpacked(file, tmp_path, archives.Allowance.for_archive(path)))
    assert caught.value.code == "file.damaged"
    assert not any(word in str(caught.value).replace(name, "").lower() for word in NAMES)


def with_places_before_its_beginning(path: Path) -> None:
    """Of a ZIP file: its list of files says to lie ten bytes further on, and so does all that it names."""
    content = bytearray(path.read_bytes())
    end = content.rindex(b"PK\x05\x06") + 16
    content[end : end + 4] = struct.pack("<I", struct.unpack_from("<I", content, end)[0] + 10)
    path.write_bytes(content)


def test_a_document_that_points_before_its_beginning_is_damaged_and_not_called_unreadable(tmp_path: Path) -> None:
    parts = ("_rels/.rels", "word/document.xml", "[Content_Types].xml")
    (tmp_path / "a.docx").write_bytes(packed_parts(dict.fromkeys(parts, "<d/>")))
    with_places_before_its_beginning(tmp_path / "a.docx")
    assert refusal(tmp_path / "a.docx").code == "file.damaged"


def test_each_file_of_such_an_archive_is_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        for number in range(3):
            packed.writestr(f"{number}.txt", SAID)
    with_places_before_its_beginning(tmp_path / "a.zip")
    allowance = archives.Allowance.for_archive(tmp_path / "a.zip")
    found = list(archives.unpacked(file_on_disk(tmp_path / "a.zip"), tmp_path, allowance))
    errors = [each for each in found if isinstance(each, KnownError)]
    assert [(error.code, error.fields["file"]) for error in errors] == [
        ("file.damaged", f"{number}.txt") for number in range(3)
    ]
