"""Subtitles of SubStation Alpha (.ass, .ssa): what is said, without times, styles and movements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workbench.corpora.reading.formats.base import Facts, FileToRead, Pieces
from workbench.corpora.reading.formats.lines import lines_of
from workbench.corpora.reading.formats.plain import read_text, with_facts
from workbench.corpora.reading.notes import Notes
from workbench.messages.message import message
from workbench.values.importing import Reading

_SAID, _FORMAT, _EVENTS = "Dialogue:", "Format:", "[events]"
_COLUMNS = 10  # of a line of events, where the file does not name them
_OVERRIDES = re.compile(r"\{[^{}]*\}")
_DRAWING = re.compile(r"\\p[1-9]")  # from here on the line holds coordinates
_BREAKS = {"\\N": "\n", "\\n": " ", "\\h": "\xa0"}


def read_script(file: FileToRead, reading: Reading) -> Pieces:
    facts: list[Facts] = []
    yield from _said(lines_of(with_facts(read_text(file, reading), facts)), file.notes)
    return facts[0]


def _said(lines: Iterable[str], notes: Notes) -> Iterator[str]:
    commas, in_events = _COLUMNS - 1, False
    for line in lines:
        if line.startswith("["):
            in_events = line.strip().casefold() == _EVENTS
        elif in_events and line.startswith(_FORMAT):
            commas = line.count(",")
        elif line.startswith(_SAID):
            text = (line.removeprefix(_SAID).split(",", commas) + [""] * commas)[commas]
            if _DRAWING.search(text):
                notes.leave_out(message("passed.pictures"))
                continue
            text = _OVERRIDES.sub("", text)
            for written, meant in _BREAKS.items():
                text = text.replace(written, meant)
            yield text.strip() + "\n"
        elif line.strip():
            notes.leave_out(message("passed.subtitle_notes"))
