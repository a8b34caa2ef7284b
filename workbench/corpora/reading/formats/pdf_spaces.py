"""Spaces and line ends of a PDF file's text as they are seen on its page.

Where letters stand apart evenly, as a scanner's program sets them, Pdfium takes the room before one for a space; some
programs write a space into the room of a ligature; and between words under each other that are turned, or cells of one
letter, Pdfium sees nothing. What is seen decides: letters between which there is no more room than within their words
belong together, and letters that stand in two lines, or in two columns, do not.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Any

_SAME_ROOM = 0.05  # of a letter's height: rooms between letters that differ by less look alike
_APART = (0.08, 0.5)  # letters of a word that stand apart; beyond that they are columns
_NO_ROOM = 0.02
_IN_LINE = 0.4  # of the lower of two letters, beside each other; a raised one is
_ALONE = 0.7  # of the rooms in a line, where each of its letters is set apart
_FEWEST_ALONE = 5
_HYPHENS = "\x02\ufffe"  # Pdfium's, of words that go on in the next line
_TURNED = math.radians(45), math.radians(135)  # of half a turn: written upwards or downwards


def with_seen_spaces(found: Any, text: str) -> str:
    """`text` is that of the page `found`, in the order of its characters."""
    letters = _letters(found)
    changes = {number: change for line in letters.lines() for number, change in _changes(letters, *line)}
    if not changes or len(letters.characters) != sum(not character.isspace() for character in text):
        return text
    kept: list[str] = []
    before, had_space = 0, True
    for each in text:
        character = each
        if character.isspace():
            had_space = True
            change = changes.get(before)
            if (change == "" and character in _BREAK) or (change == _BREAK and character == "\r"):
                continue
            if change == _BREAK and character == "\n":
                character = " "
        else:
            kept.append("" if had_space else changes.get(before, ""))
            before, had_space = before + 1, False
        kept.append(character)
    return "".join(kept)


@dataclass(slots=True)
class _Letters:
    """The characters of a page that are seen, one list for each thing that is known of them: there are many."""

    characters: list[str] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)  # before each: nothing, a space, one that Pdfium added, or more
    starts: list[float] = field(default_factory=list)  # along its line
    ends: list[float] = field(default_factory=list)
    lows: list[float] = field(default_factory=list)  # across it
    highs: list[float] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)  # of lines, in order
    turned: set[int] = field(default_factory=set)  # of these, the lines that are written upwards or downwards

    def lines(self) -> Iterator[tuple[int, int]]:
        """(the first letter of a line, the one after its last)."""
        return pairwise((*self.firsts, len(self.characters)))

    def room(self, number: int) -> float:
        """Between a letter and the one before it, in whichever direction their line is written."""
        before = number - 1
        return max(self.starts[number] - self.ends[before], self.starts[before] - self.ends[number])

    def height(self, number: int) -> float:
        return self.highs[number] - self.lows[number]


_SPACE, _ADDED, _MORE, _BROKEN = " ", "added", "more", "broken"
_BREAK = " \r\n"


def _letters(found: Any) -> _Letters:
    from pypdfium2 import raw

    letters, handle, box = _Letters(), found.raw, raw.FS_RECTF()
    unicode_at, box_of, gap = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox, ""
    start = end = low = high = height = 0.0
    was_turned = True
    for place in range(found.count_chars()):
        character = chr(unicode_at(handle, place))
        if character.isspace():
            if character == " " and not gap:
                gap = _ADDED if raw.FPDFText_IsGenerated(handle, place) == 1 else _SPACE
            else:
                gap = _BROKEN if character in "\r\n" and gap in ("", _BROKEN) else _MORE
            continue
        box_of(handle, place, box)
        last_start, last_end, last_low, last_high = start, end, low, high
        start, end, low, high = box.left, box.right, box.bottom, box.top
        follows = -height < 2 * (low - last_low) < height and last_start - height < start < last_end + height
        if was_turned or not follows:  # asking for each would take as long as all the rest
            is_turned = _TURNED[0] < raw.FPDFText_GetCharAngle(handle, place) % math.pi < _TURNED[1]
            if is_turned:
                start, end, low, high = low, high, start, end
            overlap = min(high, last_high) - max(low, last_low)
            is_other = was_turned != is_turned or overlap < _IN_LINE * min(high - low, last_high - last_low)
            if is_other or not letters.firsts:
                letters.firsts.append(len(letters.characters))
                letters.turned |= {letters.firsts[-1]} if is_turned else set()
            was_turned = is_turned
        height = high - low
        letters.characters.append(character)
        letters.gaps.append(gap)
        letters.starts.append(start)
        letters.ends.append(end)
        letters.lows.append(low)
        letters.highs.append(high)
        gap = ""
    return letters


def _changes(letters: _Letters, first: int, end: int) -> Iterator[tuple[int, str]]:
    """(how many letters come before, what belongs there instead of nothing or of a space) of one line."""
    if first > 0 and not letters.gaps[first] and letters.characters[first - 1] not in _HYPHENS:
        yield first, "\n"
    gaps = letters.gaps
    usual = -1.0
    for number in range(first + 1, end):
        gap = gaps[number]
        if gap == _MORE or letters.characters[number - 1] in _HYPHENS:
            continue
        room, height = letters.room(number), letters.height(number)
        if gap == _BROKEN:  # Pdfium may end a line at a letter of one that is turned, or is drawn letter by letter
            is_turned = first in letters.turned
            if (is_turned or abs(letters.lows[number] - letters.lows[number - 1]) <= _SAME_ROOM * height) and abs(
                room
            ) <= _APART[0] * height:
                yield number, ""
            elif is_turned and 0 <= room <= height:
                yield number, _BREAK
        elif not gap:
            if room > max(height, letters.height(number - 1)):
                yield number, " "
        elif gap == _ADDED:
            if usual < 0:
                usual = max(0.0, _usual_room(letters, first, end))
            if _is_within_word(letters, number, usual, [at for at in (number - 1, number + 1) if first < at < end]):
                yield number, ""
        elif room <= _NO_ROOM * height and number - 2 >= first and _are_one(letters, number - 2, number - 1):
            yield number, ""


def _usual_room(letters: _Letters, first: int, end: int) -> float:
    """Within the words of a line; where each letter is set apart, Pdfium sees a space before all of them."""
    every = [letters.room(number) for number in range(first + 1, end) if letters.gaps[number] in ("", _ADDED)]
    within = [letters.room(number) for number in range(first + 1, end) if not letters.gaps[number]]
    if len(within) > (1 - _ALONE) * len(every) or len(every) < _FEWEST_ALONE:
        return median(within) if within else 0.0
    usual, height = median(every), letters.height(first)
    alike = sum(abs(room - usual) <= _SAME_ROOM * height for room in every)
    return usual if alike >= _ALONE * len(every) else 0.0


def _is_within_word(letters: _Letters, number: int, usual: float, beside: list[int]) -> bool:
    """The room before a letter, which is taken for a space, is that of letters which stand apart."""
    if not (letters.characters[number - 1].isalnum() and letters.characters[number].isalnum()):
        return False
    height = max(letters.height(number - 1), letters.height(number))
    around = [usual, *(letters.room(at) for at in beside if not letters.gaps[at])]
    apart = [room for room in around if _APART[0] * height <= room <= _APART[1] * height]
    return bool(apart) and letters.room(number) <= max(apart) + _SAME_ROOM * height


def _are_one(letters: _Letters, one: int, other: int) -> bool:
    """Two letters of a ligature, which are in one place."""
    return letters.starts[one] == letters.starts[other] and letters.ends[one] == letters.ends[other]
