"""What a paragraph is in a text: what stands between blank lines, or in many texts each line."""

from __future__ import annotations

import re

_BETWEEN_BLANK_LINES = re.compile("(\n{2,})")
_LINES = re.compile("(\n+)")
_LOOKED_AT = 60_000  # characters
_FEWEST_LINES = 4
_SENTENCE_ENDS = tuple('.!?…:"”’»)。！？：；」』”）】》~～')
_SHARE_OF_SENTENCES = 0.6  # of the lines that end as a sentence does; of lines cut at a width a seventh do
_MANY_LINES = 50  # without a blank one
_WIDTHS = 110  # characters; lines are cut at fewer


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a text that have something in them."""
    return [paragraph for paragraph in divided(text)[::2] if paragraph.strip()]


def divided(text: str) -> list[str]:
    """Paragraphs and what stands between them, in turns: put together they are the text."""
    return (_LINES if has_one_a_line(text) else _BETWEEN_BLANK_LINES).split(text)


class ParagraphCount:
    """How many paragraphs a text has that comes in pieces, cut anywhere."""

    def __init__(self) -> None:
        self.number = 0
        self._between: re.Pattern[str] | None = None
        self._line_ends = ""  # with which the piece before ended

    def add(self, piece: str) -> None:
        text = (self._line_ends + piece) if self.number else piece.lstrip("\n")
        kept = text.rstrip("\n")
        self._line_ends = text[len(kept) :]
        if not kept:
            return
        self._between = self._between or (_LINES if has_one_a_line(kept) else _BETWEEN_BLANK_LINES)
        self.number += len(self._between.findall(kept)) + (not self.number)


def has_one_a_line(text: str) -> bool:
    """Whether each line is a paragraph, as in most novels in Chinese."""
    sample = text[:_LOOKED_AT]
    blocks = [[line for line in block.split("\n") if line.strip()] for block in _BETWEEN_BLANK_LINES.split(sample)[::2]]
    blocks = [block for block in blocks if block]
    lines = [line for block in blocks for line in block]
    if len(lines) < max(_FEWEST_LINES, 2 * len(blocks)):
        return False
    ended = sum(line.rstrip().endswith(_SENTENCE_ENDS) for line in lines)
    if ended >= _SHARE_OF_SENTENCES * len(lines):
        return True
    return len(lines) >= _MANY_LINES * len(blocks) and not _are_cut_at_a_width([len(line) for line in lines])


def _are_cut_at_a_width(lengths: list[int]) -> bool:
    ordered = sorted(lengths)
    width = ordered[int(0.9 * (len(ordered) - 1))]
    return width <= _WIDTHS and sum(length >= 0.75 * width for length in lengths) >= len(lengths) / 2
