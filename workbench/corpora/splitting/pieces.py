"""Where a text may be cut: at its paragraphs, its sentences, its lines or its words, and never inside a character.

The text lies in a file and is read a stretch at a time, so that its size does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import BinaryIO

Piece = tuple[int, int, int]  # document, start, end

_PARAGRAPH_END = re.compile(rb"\n{2,}")
_LINE_END = re.compile(rb"\n")
# “…” and the stops of Chinese and Japanese are three bytes each.
_SENTENCE_END = re.compile("(?:(?<=[.!?])|(?<=…))\\s+|(?<=(?:。|！|？))(?!。|！|？|…|」|』|”|’|）|$)".encode())
_WORD_END = re.compile(rb"\s+")
# A line may end amid a sentence, as in subtitles.
_SENTENCE_AND_LINE_END = re.compile("(?:[.!?]|…|。|！|？)(?:[\"')\\]]|[”’»」』）]){0,3}[ \t]*\n".encode())
ALL = (_PARAGRAPH_END, _SENTENCE_AND_LINE_END, _LINE_END, _SENTENCE_END, _WORD_END)
SENTENCES = (_PARAGRAPH_END, _SENTENCE_AND_LINE_END, _SENTENCE_END)

_STRETCH_BYTES = 4 << 20
_LONGEST_WORD = 10_000  # bytes; a longer run without any boundary is no word, and may be cut where it must


def stretches(text: BinaryIO, start: int, end: int, size: int) -> Iterator[tuple[int, bytes]]:
    """(place, bytes) of stretches of nearly `size` bytes between `start` and `end`, of whole paragraphs where possible.

    Put together they are the text; no character is ever cut.
    """
    held = b""
    place = start
    while place + len(held) < end:
        text.seek(place + len(held))
        chunk = text.read(min(size, end - place - len(held)))
        if not chunk:
            break
        held += chunk
        if place + len(held) >= end:
            break
        cut = _last_end(held)
        yield place, held[:cut]
        place, held = place + cut, held[cut:]
    if held:
        yield place, held


def pieces_of(
    text: BinaryIO, ends: Sequence[int], longest: int, boundaries: Sequence[re.Pattern[bytes]] = ALL
) -> Iterator[Piece]:
    """What lies between boundaries of the first kind, in each document; a longer piece is cut at those of the next."""
    for document, (begin, after) in enumerate(pairwise((0, *ends))):
        for place, stretch in stretches(text, begin, after, _STRETCH_BYTES):
            for start, end in _divided(stretch, 0, len(stretch), longest, boundaries):
                if not stretch[start:end].isspace():
                    yield document, place + start, place + end


def _last_end(stretch: bytes) -> int:
    """Where the last whole paragraph of a stretch ends, or the last whole line, word or character."""
    for end in (b"\n\n", b"\n", b" "):
        if (found := stretch.rfind(end)) > 0:
            return found + len(end)
    cut = len(stretch)
    while cut > len(stretch) - 4 and (stretch[cut - 1] & 0xC0) == 0x80:  # inside a character of UTF-8
        cut -= 1
    return max(1, cut - 1) if cut > 1 else len(stretch)


def _divided(
    text: bytes, start: int, end: int, longest: int, boundaries: Sequence[re.Pattern[bytes]]
) -> Iterator[tuple[int, int]]:
    """Cut at the first kind of boundary, and what is still longer than `longest` at the next kind."""
    piece = start
    for boundary in boundaries[0].finditer(text, start, end):
        yield from _shortened(text, piece, boundary.end(), longest, boundaries[1:])
        piece = boundary.end()
    if piece < end:
        yield from _shortened(text, piece, end, longest, boundaries[1:])


def _shortened(
    text: bytes, start: int, end: int, longest: int, boundaries: Sequence[re.Pattern[bytes]]
) -> Iterator[tuple[int, int]]:
    if end - start <= longest:
        yield start, end
    elif boundaries:
        yield from _divided(text, start, end, longest, boundaries)
    else:
        yield from _cut_anywhere(text, start, end, max(longest, _LONGEST_WORD))


def _cut_anywhere(text: bytes, start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    """Pieces of a run without any boundary; no character is cut."""
    while end - start > longest:
        cut = start + longest
        while (text[cut] & 0xC0) == 0x80:  # inside a character of UTF-8
            cut -= 1
        yield start, cut
        start = cut
    yield start, end
