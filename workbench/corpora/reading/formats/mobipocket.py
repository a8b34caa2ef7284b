"""E-books of Mobipocket and Kindle (.mobi, .azw, .azw3, .prc): a database of records, of which the first ones are text.

Their layout, and both ways in which the text is packed, are described by the MobileRead wiki (“MOBI”, “PalmDOC”) and
read in the same way by libmobi. Copy-protected books are refused.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.corpora.reading.decoding import decode
from workbench.corpora.reading.formats.base import Facts, FileToRead, Pieces
from workbench.corpora.reading.formats.html import page_text
from workbench.corpora.reading.formats.huffman import Huffman
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.importing import Reading

LARGEST_BYTES = 200 << 20
_STORED, _PALMDOC, _HUFFMAN = 1, 2, 17480  # how the text is packed
_NOTHING = 0xFFFFFFFF
_ENCODINGS = {1252: "cp1252", 65001: "utf-8"}
_KF8 = 8  # the version of the format in which a book is made of flows, the first of which is its text
_MARKUP = re.compile(r"<(?:html|body|p|div|mbp:|h\d)\b", re.IGNORECASE)


def read_mobipocket(file: FileToRead, reading: Reading) -> Pieces:
    if file.path.stat().st_size > LARGEST_BYTES:
        raise KnownError("file.too_large", file=file.name)
    try:
        book = _Book(file.path.read_bytes())
        if book.is_protected:
            raise KnownError("file.protected", file=file.name)
        content = b"".join(book.text_records())[: book.text_bytes]
        content = content[: book.first_flow_end()]
    except (struct.error, ValueError, IndexError) as error:
        raise KnownError("file.damaged", file=file.name, detail=message("damage.not_mobipocket")) from error
    text, encoding, replaced = decode(content, reading.encoding or book.encoding)
    if not _MARKUP.search(text):
        yield text
    else:
        pages = re.split(r"(?=<html\b)", text)
        yield "\n\n".join(filter(None, (page_text(page, file.notes, is_book=True) for page in pages if page.strip())))
    return Facts(encoding=encoding, replaced=replaced)


@dataclass(frozen=True)
class _Field:
    """A number in the first record of a book."""

    place: int
    form: str = ">I"

    def of(self, record: bytes, missing: int = _NOTHING) -> int:
        size = struct.calcsize(self.form)
        if len(record) < self.place + size:
            return missing
        value: int = struct.unpack_from(self.form, record, self.place)[0]
        return value


_PACKED_AS, _TEXT_BYTES, _TEXT_RECORDS, _ENCRYPTION = _Field(0, ">H"), _Field(4), _Field(8, ">H"), _Field(12, ">H")
_HEADER_BYTES, _ENCODING, _VERSION = _Field(20), _Field(28), _Field(36)
_FIRST_HUFFMAN, _HUFFMAN_RECORDS, _FLOWS, _TRAILING = _Field(112), _Field(116), _Field(192), _Field(242, ">H")


class _Book:
    """Raises struct.error, ValueError or IndexError where it is damaged."""

    def __init__(self, content: bytes) -> None:
        count = struct.unpack_from(">H", content, 76)[0]
        starts = [struct.unpack_from(">I", content, 78 + 8 * number)[0] for number in range(count)]
        if not starts or sorted(starts) != starts:
            raise ValueError("its records are not in their order")
        self._content = content
        self._bounds = list(zip(starts, [*starts[1:], len(content)], strict=True))
        self._head = self._record(0)
        self._is_mobi = self._head[16:20] == b"MOBI"
        self.is_protected = _ENCRYPTION.of(self._head, 0) != 0
        self.text_bytes = _TEXT_BYTES.of(self._head) if not self._is_huffman else _NOTHING
        self.encoding = _ENCODINGS.get(_ENCODING.of(self._head), "") if self._is_mobi else ""

    @property
    def _is_huffman(self) -> bool:
        return _PACKED_AS.of(self._head) == _HUFFMAN

    def text_records(self) -> Iterator[bytes]:
        packed_as = _PACKED_AS.of(self._head)
        huffman = Huffman(self._huffman_records()) if packed_as == _HUFFMAN else None
        if packed_as not in (_STORED, _PALMDOC, _HUFFMAN):
            raise ValueError("packed in an unknown way")
        for number in range(1, _TEXT_RECORDS.of(self._head, 0) + 1):
            record = self._without_trailing_data(self._record(number))
            if huffman is not None:
                yield huffman.unpacked(record)
            else:
                yield unpacked_palmdoc(record) if packed_as == _PALMDOC else record

    def first_flow_end(self) -> int:
        """Where the text ends and style sheets and drawings begin, in bytes."""
        place = _FLOWS.of(self._head)
        if not self._is_mobi or _VERSION.of(self._head) != _KF8 or place >= len(self._bounds):
            return _NOTHING
        record = self._record(place)
        return struct.unpack_from(">I", record, 16)[0] if record.startswith(b"FDST") else _NOTHING

    def _record(self, number: int) -> bytes:
        start, end = self._bounds[number]
        return self._content[start:end]

    def _huffman_records(self) -> Sequence[bytes]:
        first = _FIRST_HUFFMAN.of(self._head)
        return [
            self._record(first + number) for number in range(min(_HUFFMAN_RECORDS.of(self._head), len(self._bounds)))
        ]

    def _without_trailing_data(self, record: bytes) -> bytes:
        """Behind the text of a record stand entries that say their own size, in their last bytes."""
        flags = _TRAILING.of(self._head, 0) if self._is_mobi and _HEADER_BYTES.of(self._head, 0) >= 228 else 0
        for bit in range(15, 0, -1):
            if flags >> bit & 1:
                record = record[: max(0, len(record) - _trailing_size(record))]
        if flags & 1 and record:  # the rest of a character that lies across two records
            record = record[: max(0, len(record) - (record[-1] & 3) - 1)]
        return record


def _trailing_size(record: bytes) -> int:
    """A number of seven bits a byte that is read from the end; its first byte has the highest bit."""
    size = 0
    for byte in record[-4:]:
        size = (0 if byte & 0x80 else size) << 7 | byte & 0x7F
    return size


def unpacked_palmdoc(packed: bytes) -> bytes:
    """Bytes, runs of bytes, a space with a letter, and copies of up to ten bytes of what came before."""
    found = bytearray()
    place = 0
    while place < len(packed):
        byte = packed[place]
        place += 1
        if 1 <= byte <= 8:
            found += packed[place : place + byte]
            place += byte
        elif byte < 0x80:
            found.append(byte)
        elif byte >= 0xC0:
            found += bytes((0x20, byte ^ 0x80))
        elif place < len(packed):
            pair = byte << 8 | packed[place]
            place += 1
            distance, length = pair >> 3 & 0x7FF, (pair & 7) + 3
            if not 0 < distance <= len(found):
                raise ValueError("a copy of what is not there")
            for _ in range(length):  # it may go on into what it has just copied
                found.append(found[-distance])
    return bytes(found)
