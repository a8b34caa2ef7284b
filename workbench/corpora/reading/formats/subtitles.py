"""Subtitles (.srt, .vtt, YouTube's .sbv): what is said, without numbers, times and markup."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import PurePath

from workbench.corpora.reading.formats.base import Facts, FileToRead, Pieces
from workbench.corpora.reading.formats.lines import lines_of
from workbench.corpora.reading.formats.plain import read_text, with_facts
from workbench.corpora.reading.notes import Notes
from workbench.messages.message import message
from workbench.values.importing import Reading

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})(?:[,.](\d{1,3}))?"
_TIMES = re.compile(rf"^\s{{0,20}}{_TIME}\s{{0,20}}-->\s{{0,20}}{_TIME}")
_TIMES_OF_YOUTUBE = re.compile(r"^(\d{1,3}:\d\d:\d\d\.\d{3}),(\d{1,3}:\d\d:\d\d\.\d{3})\s*$")
_MARKUP = re.compile(r"</?(?:[bius]|font|c|v|lang|ruby|rt)\b[^<>]*>|<\d[\d:.]*>|</?c[.\w]*>|\{\\[^{}]*\}")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[\da-fA-F]{1,6}|[A-Za-z]{2,8});")
_BLOCKS = ("NOTE", "STYLE", "REGION")  # of WebVTT, that are not said
_TOUCHING = 0.15  # seconds between two captions that follow on each other
_FLASH = 0.1  # seconds; a caption that is shown so short belongs to the moving of lines


@dataclass
class _Caption:
    begin: float
    end: float
    lines: list[str] = field(default_factory=list)


def read_subtitles(file: FileToRead, reading: Reading) -> Pieces:
    """A line that only stays on for the next caption, as where lines roll up, is kept once; one said twice is twice."""
    facts: list[Facts] = []
    before = _Caption(0, -1)
    lines = lines_of(with_facts(read_text(file, reading), facts))
    if PurePath(file.name).suffix.lower() == ".sbv":
        lines = (_TIMES_OF_YOUTUBE.sub(r"\1 --> \2", line) for line in lines)
    head = _head(lines)
    if head and not _TIMES.match(head[-1]):  # there is no caption in all of it
        yield "\n".join(head)
        return facts[0]
    _note_head(head, file.notes)
    for caption in _captions(chain(head, lines), file.notes):
        staying = _staying(before, caption)
        if staying:
            file.notes.leave_out(message("passed.staying_lines"), count=staying)
        yield from (line + "\n" for line in caption.lines[staying:])
        before = caption if caption.lines else before
    return facts[0]


def _head(lines: Iterator[str]) -> list[str]:
    """The lines up to the first one with times, and this one."""
    head = []
    for line in lines:
        head.append(line)
        if _TIMES.match(line):
            break
    return head


def _note_head(head: list[str], notes: Notes) -> None:
    """What stands before the captions and is neither the format's own nor the first one's number or name."""
    if head and head[0].startswith("WEBVTT"):
        return
    others = [number for number, line in enumerate(head[:-2], start=1) if line.strip()]
    for number in others:
        notes.pass_over(message("passed.outside_captions"), message("place.line", number=number))


def _staying(before: _Caption, caption: _Caption) -> int:
    """How many of a caption's first lines are the last ones of the caption before it, which it takes over."""
    if not -_TOUCHING <= caption.begin - before.end <= _TOUCHING:
        return 0
    flashes = caption.end - caption.begin < _FLASH or before.end - before.begin < _FLASH
    for count in range(min(len(before.lines), len(caption.lines)), 0, -1):
        if before.lines[-count:] == caption.lines[:count] and (flashes or count < len(caption.lines)):
            return count
    return 0


def _captions(lines: Iterable[str], notes: Notes) -> Iterator[_Caption]:
    """Each caption with its lines: those after a line with times, up to the number of the next caption.

    Some have blank lines in them; what stands before the first one is the file's own.
    """
    caption: _Caption | None = None
    is_web, in_block, after_blank, may_be_name = False, False, True, False
    for number, line in enumerate(lines):
        is_web = is_web or (number == 0 and line.startswith("WEBVTT"))
        times = _TIMES.match(line)
        if times:
            if caption is not None:
                if may_be_name and (is_web or caption.lines[-1].isdecimal()):
                    caption.lines.pop()  # the number, or the name, of the caption that begins
                yield caption
            caption, in_block, may_be_name = _Caption(_seconds(times, 1), _seconds(times, 5)), False, False
        elif not line.strip():
            in_block = may_be_name = False
        elif is_web and after_blank and line.startswith(_BLOCKS):
            in_block = True
            notes.leave_out(message("passed.subtitle_notes"))
        elif caption is not None and not in_block and (said := _plain(line)):
            caption.lines.append(said)
            may_be_name = after_blank or said.isdecimal()
        after_blank = not line.strip()
    if caption is not None:
        yield caption


def _plain(line: str) -> str:
    return _ENTITY.sub(lambda entity: html.unescape(entity.group()), _MARKUP.sub("", line)).strip()


def _seconds(times: re.Match[str], first: int) -> float:
    hours, minutes, seconds, part = (times.group(first + number) for number in range(4))
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + (int(part) / 10 ** len(part) if part else 0)
