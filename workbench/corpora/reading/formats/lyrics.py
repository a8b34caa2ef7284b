"""Lyrics (.lrc): what is sung, in its order, without times."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.corpora.reading.formats.base import Facts, FileToRead, Pieces
from workbench.corpora.reading.formats.lines import lines_of
from workbench.corpora.reading.formats.plain import read_text, with_facts
from workbench.corpora.reading.notes import Notes
from workbench.messages.message import message
from workbench.values.importing import Reading

_TIME = re.compile(r"\[(\d{1,3}):(\d{1,2}(?:[.:]\d{1,3})?)\]")
_WORD_TIME = re.compile(r"<\d{1,3}:\d{1,2}(?:[.:]\d{1,3})?>")  # before a word
_ABOUT = re.compile(r"\[[a-z#]{1,12}:[^\]]*\]", re.IGNORECASE)  # title, singer and the like


def read_lyrics(file: FileToRead, reading: Reading) -> Pieces:
    """A line with several times is sung as often; where no line has any, the file is a text."""
    facts: list[Facts] = []
    lines = list(lines_of(with_facts(read_text(file, reading), facts)))
    timed = any(map(_TIME.match, lines))
    yield "".join(f"{line}\n" for line in (_sung(lines, file.notes) if timed else lines))
    return facts[0]


def _sung(lines: Iterable[str], notes: Notes) -> list[str]:
    found: list[tuple[float, str]] = []
    for line in lines:
        times, place = [], 0
        while time := _TIME.match(line, place):
            times.append(60 * int(time[1]) + float(time[2].replace(":", ".")))
            place = time.end()
        text = " ".join(_WORD_TIME.sub("", line[place:]).split())
        if times:
            found += [(time, text) for time in times]
        elif _ABOUT.fullmatch(line.strip()):
            notes.leave_out(message("passed.about_song"))
        elif text:
            found.append((found[-1][0] if found else 0.0, text))
    return [text for _, text in sorted(found, key=lambda each: each[0])]
