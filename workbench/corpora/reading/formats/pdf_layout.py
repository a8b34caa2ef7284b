"""The order of the characters on a page of a PDF file that is not read from left to right, line under line.

Pdfium reads any page so. A page that is turned is turned back before it is read; columns of characters under each
other, as in Japanese novels, are put in their order here.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from workbench.corpora.reading.notes import Notes
from workbench.ground.scripts import DENSE, pattern
from workbench.messages.message import message

_ANGLES_LOOKED_AT = 40  # characters of a page
_WIDE_SHARE = 0.3  # of the characters of a page in vertical writing, at least
_VERTICAL_SHARE = 0.6  # of them that stand under the one before
_RUBY = 0.7  # of the usual size; smaller ones beside a column say how its characters are spoken


def upright_rotation(found: Any) -> int:
    """By how many degrees a page has to be turned for most of its text to stand upright."""
    from pypdfium2 import raw

    count = found.count_chars()
    step = max(1, count // _ANGLES_LOOKED_AT)
    angles = (math.degrees(raw.FPDFText_GetCharAngle(found.raw, place)) for place in range(0, count, step))
    turned = Counter(round(angle / 90) * 90 % 360 for angle in angles)
    return (360 - turned.most_common(1)[0][0]) % 360 if turned else 0


@dataclass
class _Column:
    x: float
    top: float
    bottom: float
    size: float
    text: str


def vertical_text(found: Any, text: str, notes: Notes) -> str | None:
    """The columns of a page from right to left; None where it is not written so."""
    visible = sum(not character.isspace() for character in text)
    if len(pattern(f"[{DENSE}]").findall(text)) < max(2, _WIDE_SHARE * visible):
        return None
    columns = list(_columns(found))
    under = sum(len(column.text) - 1 for column in columns)
    if under < _VERTICAL_SHARE * (visible - 1):
        return None
    size = median(column.size for column in columns for _ in column.text)
    read = [column for column in columns if column.size >= _RUBY * size]
    if len(read) < len(columns):
        notes.leave_out(message("passed.ruby"), count=len(columns) - len(read))
    return "\n".join(column.text for tier in _tiers(read) for column in sorted(tier, key=lambda each: -each.x))


def _columns(found: Any) -> Iterator[_Column]:
    """Characters that stand under each other."""
    from pypdfium2 import raw

    x, y = ctypes.c_double(), ctypes.c_double()
    current: _Column | None = None
    for place in range(found.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(found.raw, place))
        if character.isspace() or raw.FPDFText_IsGenerated(found.raw, place) == 1:
            continue
        raw.FPDFText_GetCharOrigin(found.raw, place, x, y)
        size = raw.FPDFText_GetFontSize(found.raw, place)
        if current is not None and abs(x.value - current.x) < 0.3 * size and 0 < current.bottom - y.value < 3 * size:
            current.text += character
            current.bottom = y.value
            continue
        if current is not None:
            yield current
        current = _Column(x.value, y.value, y.value, size, character)
    if current is not None:
        yield current


def _tiers(columns: Sequence[_Column]) -> Iterator[list[_Column]]:
    """Columns beside each other; a page may have two rows of columns, the upper of which comes first."""
    tier: list[_Column] = []
    bottom = 0.0
    for column in sorted(columns, key=lambda each: -each.top):
        if tier and column.top < bottom:
            yield tier
            tier = []
        bottom = min(bottom, column.bottom) if tier else column.bottom
        tier.append(column)
    if tier:
        yield tier
