"""Help in scripts whose letters take two columns of a terminal, and are written without spaces between words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

import click

from workbench.cli.words import say

_CLOSING = "，。；：！？、）”’》…"  # begins no line
_PIECES = re.compile(rf"(?:[\u2e80-\uffef][{_CLOSING}]*|[^\s\u2e80-\uffef]+[{_CLOSING}]*)\s*")


class HelpFormatter(click.HelpFormatter):
    def write_heading(self, heading: str) -> None:
        self.write(f"{'':>{self.current_indent}}{say('help.heading', title=heading)}\n")

    def write_text(self, text: str) -> None:
        if not _has_wide(text):
            super().write_text(text)
            return
        for line in _wrapped(text, self.width - self.current_indent):
            self.write(f"{'':>{self.current_indent}}{line}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        rows = list(rows)
        if not any(_has_wide(cell) for row in rows for cell in row):
            super().write_dl(rows, col_max, col_spacing)
            return
        first = min(max(columns(name) for name, _ in rows), col_max) + col_spacing
        room = max(self.width - first - self.current_indent - 2, 10)
        for name, text in rows:
            lines = list(_wrapped(text, room)) or [""]
            self.write(f"{'':>{self.current_indent}}{name}")
            gap = first - columns(name)
            # A name that is too long stands on a line of its own.
            self.write(" " * gap if gap >= col_spacing else "\n" + " " * (first + self.current_indent))
            self.write(("\n" + " " * (first + self.current_indent)).join(lines) + "\n")


class HelpContext(click.Context):
    formatter_class = HelpFormatter


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _has_wide(text: str) -> bool:
    return columns(text) > len(text)


def _wrapped(text: str, width: int) -> Iterator[str]:
    line = ""
    for piece in _PIECES.findall(text):
        if line and columns((line + piece).rstrip()) > width:
            yield line.rstrip()
            line = ""
        line += piece
    if line:
        yield line.rstrip()
