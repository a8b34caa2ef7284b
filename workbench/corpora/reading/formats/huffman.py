"""The Huffman coding of Mobipocket books: codes stand for phrases of a dictionary, which may be coded themselves.

A HUFF record has the codes: for each first byte its code's length, or where the search for it begins, and for each
length the least and the greatest code. CDIC records have the phrases (MobileRead wiki; libmobi reads them so).
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

LONGEST_RECORD = 1 << 20  # bytes of an unpacked record, which has 4,096 in every real book
DEEPEST = 32

_WORD = 0xFFFFFFFF


class Huffman:
    """Raises struct.error, ValueError or IndexError for damaged tables and codes."""

    def __init__(self, records: Sequence[bytes]) -> None:
        table, *dictionaries = records
        if not table.startswith(b"HUFF"):
            raise ValueError("no table of codes")
        by_byte, by_length = struct.unpack_from(">II", table, 8)
        self._by_byte = [_entry(value) for value in struct.unpack_from(">256I", table, by_byte)]
        bounds = struct.unpack_from(">64I", table, by_length)
        self._least = [0, *(bounds[2 * n] << 32 - (n + 1) for n in range(32))]
        self._greatest = [0, *((bounds[2 * n + 1] + 1 << 32 - (n + 1)) - 1 for n in range(32))]
        self._phrases: list[tuple[bytes, bool] | None] = []  # and whether it is text already; None while it is unpacked
        for dictionary in dictionaries:
            self._add_phrases(dictionary)

    def unpacked(self, packed: bytes, depth: int = 0) -> bytes:
        if depth > DEEPEST:
            raise ValueError("phrases in phrases in phrases")
        found = bytearray()
        bits, left = int.from_bytes(packed), 8 * len(packed)
        while left > 0:
            code = (bits >> left - 32 if left >= 32 else bits << 32 - left) & _WORD
            length, greatest = self._code(code)
            left -= length
            if left < 0:
                break
            found += self._phrase((greatest - code) >> 32 - length, depth)
            if len(found) > LONGEST_RECORD:
                raise ValueError("a record that unpacks to far too much")
        return bytes(found)

    def _add_phrases(self, dictionary: bytes) -> None:
        if not dictionary.startswith(b"CDIC"):
            raise ValueError("no dictionary")
        phrases, bits = struct.unpack_from(">II", dictionary, 8)
        count = min(1 << min(bits, 20), phrases - len(self._phrases))
        for offset in struct.unpack_from(f">{max(0, count)}H", dictionary, 16):
            size = struct.unpack_from(">H", dictionary, 16 + offset)[0]
            start = 18 + offset
            self._phrases.append((dictionary[start : start + (size & 0x7FFF)], bool(size & 0x8000)))

    def _code(self, code: int) -> tuple[int, int]:
        """(bits of the code that a word of 32 bits begins with, the greatest code of that length)."""
        length, is_whole, greatest = self._by_byte[code >> 24]
        if not length:
            raise ValueError("no such code")
        if is_whole:
            return length, greatest
        while code < self._least[length]:
            length += 1
        return length, self._greatest[length]

    def _phrase(self, number: int, depth: int) -> bytes:
        known = self._phrases[number]
        if known is None:
            raise ValueError("a phrase that is in itself")
        phrase, is_text = known
        if not is_text:
            self._phrases[number] = None
            phrase = self.unpacked(phrase, depth + 1)
            self._phrases[number] = phrase, True
        return phrase


def _entry(value: int) -> tuple[int, bool, int]:
    length = value & 0x1F
    return length, bool(value & 0x80), ((value >> 8) + 1 << 32 - length) - 1
