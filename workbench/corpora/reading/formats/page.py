"""Paragraphs as they are gathered from the pieces of markup, with the white space that readers of it would see."""

from __future__ import annotations

import re


class Page:
    """Paragraphs that are being gathered: finished ones, and the lines of the one at hand."""

    def __init__(self) -> None:
        self.after: list[str] = []  # notes that wait for the end of the paragraph
        self._done: list[str] = []
        self._lines: list[str] = []
        self._parts: list[str] = []
        self._keeps_space = False

    def add(self, text: str | None, keep_space: bool) -> None:
        if not text:
            return
        if not keep_space:
            self._parts.append(_SPACES.sub(" ", text))
            return
        self._keeps_space = True
        first, *others = text.split("\n")
        self._parts.append(first)
        for line in others:
            self.end_line()
            self._keeps_space = True
            self._parts.append(line)

    def end_line(self) -> None:
        line = "".join(self._parts)
        if self._keeps_space:
            line = line.rstrip()
        else:  # a tabulator in it stands between two cells
            line = _SEVERAL.sub(lambda spaces: "\t" * spaces.group().count("\t") or " ", line).strip(" \t")
        self._lines.append(line)
        self._parts.clear()
        self._keeps_space = False

    def begin_line(self) -> None:
        if any(not part.isspace() for part in self._parts):
            self.end_line()

    def next_cell(self) -> None:
        if any(not part.isspace() for part in self._parts):
            self._parts.append("\t")

    def end_block(self) -> None:
        if self._parts:
            self.end_line()
        if self._lines:
            block = "\n".join(self._lines).strip("\n")
            if block.strip():
                self._done.append(block)
            self._lines.clear()
        if self.after:
            self._done += self.after
            self.after.clear()

    def ended(self) -> list[str]:
        self.end_block()
        return self._done

    def taken(self) -> list[str]:
        """The paragraphs that have been finished since the last time."""
        done, self._done = self._done, []
        return done


_SPACES = re.compile(r"[ \t\r\n\f]+")
_SEVERAL = re.compile(r"[ \t]{2,}")
