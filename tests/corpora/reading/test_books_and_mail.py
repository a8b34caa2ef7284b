"""Mail and e-books made here, byte by byte."""

from __future__ import annotations

import struct
from email.message import EmailMessage
from pathlib import Path

import pytest

from workbench.corpora.reading.formats.mobipocket import unpacked_palmdoc
from workbench.corpora.reading.readers import file_on_disk, kind_of, read_document, read_pieces
from workbench.messages.errors import KnownError
from workbench.values.importing import Reading

SAID = "The rain fell all night, and “nobody” said a word."


def letter(body: str = SAID, subject: str = "Grüße aus Köln") -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "a@example.org", "b@example.org", subject
    made.set_content(body)
    return made


def test_of_a_letter_its_subject_and_its_words_are_read(tmp_path: Path) -> None:
    made = letter()
    made.add_alternative(f"<html><body><p>{SAID}</p></body></html>", subtype="html")
    (tmp_path / "a.eml").write_bytes(bytes(made))
    assert read_document(tmp_path / "a.eml")[0] == f"Grüße aus Köln\n\n{SAID}"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_letter_that_was_saved_in_utf_16_is_a_letter(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.eml").write_bytes(bytes(letter()).decode().encode(encoding))
    assert read_document(tmp_path / "a.eml")[0] == f"Grüße aus Köln\n\n{SAID}"


def test_a_letter_that_has_a_page_alone_is_read_and_its_attachments_are_named(tmp_path: Path) -> None:
    made = letter("See the page.")
    made.add_alternative(f"<html><body><p>{SAID * 4}</p></body></html>", subtype="html")
    made.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="picture.png")
    (tmp_path / "a.eml").write_bytes(bytes(made))
    file = file_on_disk(tmp_path / "a.eml")
    assert SAID * 4 in "".join(read_pieces(file, kind_of(file), Reading()))
    (passed,) = file.notes.report().passed_over
    assert (passed.count, passed.places) == (1, ("picture.png",))


def test_every_letter_of_a_mailbox_is_read(tmp_path: Path) -> None:
    box = b""
    for number in range(3):
        content = bytes(letter(f"Letter {number}.\n\nFrom here it goes on in 2024.", f"Subject {number}"))
        box += (
            b"From a@example.org Thu Jan  1 00:00:00 2026\n" + content.replace(b"\nFrom here", b"\n>From here") + b"\n"
        )
    (tmp_path / "Inbox").write_bytes(box)
    text = read_document(tmp_path / "Inbox")[0]
    assert [text.count(f"Letter {number}.") for number in range(3)] == [1, 1, 1]
    assert text.count("\nFrom here it goes on") == 3 and "example.org" not in text


def test_a_letter_that_is_no_text_costs_itself_alone(tmp_path: Path) -> None:
    start = b"From a@example.org Thu Jan  1 00:00:00 2026\n"
    broken = b"Subject: =?utf-8?b?abc?=\nContent-Type: text/plain\n\n" + b"\0\x01\x02" * 40 + b"\n\n"
    (tmp_path / "a.mbox").write_bytes(
        start + bytes(letter("One.")) + b"\n" + start + broken + start + bytes(letter("Two."))
    )
    file = file_on_disk(tmp_path / "a.mbox")
    text = "".join(read_pieces(file, kind_of(file), Reading()))
    assert "One." in text and "Two." in text
    assert [passed.reason.code for passed in file.notes.report().passed_over] == ["passed.damaged_letter"]


def palm_database(records: list[bytes]) -> bytes:
    start = 78 + 8 * len(records) + 2
    head = b"a book".ljust(60, b"\0") + b"BOOKMOBI" + bytes(8) + struct.pack(">H", len(records))
    for number, record in enumerate(records):
        head += struct.pack(">II", start, number)
        start += len(record)
    return head + bytes(2) + b"".join(records)


def book(text: list[bytes], packed_as: int, size: int, more: list[bytes] | None = None, encryption: int = 0) -> bytes:
    head = bytearray(264)
    struct.pack_into(">HHIHHH", head, 0, packed_as, 0, size, len(text), 4096, encryption)
    head[16:20] = b"MOBI"
    struct.pack_into(">III", head, 20, 232, 2, 65001)
    struct.pack_into(">II", head, 112, 1 + len(text), len(more or []))
    struct.pack_into(">H", head, 242, 3)  # one trailing entry, and the rest of a character
    records = [record + b"\x00" + b"zz\x83" for record in text]  # the last byte of an entry says its size
    return palm_database([bytes(head), *records, *(more or [])])


PAGE = f"<html><head><title>T</title></head><body><p>{SAID}</p><mbp:pagebreak/><p>The second one.</p></body></html>"


def read(tmp_path: Path, content: bytes, name: str = "a.mobi") -> str:
    (tmp_path / name).write_bytes(content)
    return read_document(tmp_path / name)[0]


def packed_palmdoc(text: bytes) -> bytes:
    """Runs of up to eight bytes, and each “the” a copy where there was one before."""
    return b"".join(bytes((len(text[at : at + 8]),)) + text[at : at + 8] for at in range(0, len(text), 8))


@pytest.mark.parametrize("name", ["a.mobi", "a.azw3", "a"])
def test_a_mobipocket_book_is_read(tmp_path: Path, name: str) -> None:
    content = PAGE.encode()
    halves = [content[:60], content[60:]]
    expected = f"{SAID}\n\nThe second one."
    assert read(tmp_path, book(halves, 1, len(content)), name) == expected
    assert read(tmp_path, book([packed_palmdoc(half) for half in halves], 2, len(content)), name) == expected


def test_copies_and_spaces_of_the_older_packing() -> None:
    assert unpacked_palmdoc(b"ab\x80\x13" + bytes((ord("c") ^ 0x80,))) == b"abababab c"
    with pytest.raises(ValueError, match="copy"):
        unpacked_palmdoc(b"\x80\x13")


def huffman(phrases: list[tuple[bytes, bool]]) -> list[bytes]:
    """Codes of one byte: phrase number n has the code 255 - n."""
    table = b"HUFF" + struct.pack(">III", 24, 24, 24 + 1024) + bytes(8)
    table += struct.pack(">256I", *[255 << 8 | 0x80 | 8] * 256) + struct.pack(">64I", *[0] * 64)
    offsets, body = [], b""
    for phrase, is_text in phrases:
        offsets.append(2 * len(phrases) + len(body))
        body += struct.pack(">H", len(phrase) | is_text << 15) + phrase
    head = b"CDIC" + struct.pack(">III", 16, len(phrases), 8)
    return [table, head + struct.pack(f">{len(phrases)}H", *offsets) + body]


def test_a_book_with_a_dictionary_of_phrases_is_read(tmp_path: Path) -> None:
    content = PAGE.encode()
    phrases = [(content[:50], True), (bytes((255, 255 - 2)), False), (content[50:], True)]
    assert read(tmp_path, book([bytes((255 - 1,))], 17480, len(content), huffman(phrases))).endswith("The second one.")
    in_itself = huffman([(bytes((255,)), False)])
    with pytest.raises(KnownError) as caught:
        read(tmp_path, book([bytes((255,))], 17480, 9, in_itself))
    assert caught.value.code == "file.damaged"


def test_a_copy_protected_book_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        read(tmp_path, book([PAGE.encode()], 1, len(PAGE), encryption=2))
    assert caught.value.code == "file.protected"
