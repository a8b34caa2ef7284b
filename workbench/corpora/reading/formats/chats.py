"""Chats as telephones export them: lines with a time, who says it, and what. WhatsApp writes them so, on any system.

A chat goes on for years; each of its days is a conversation, so that some can be kept from learning.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from workbench.corpora.reading.formats.base import Facts, FileToRead, Pieces
from workbench.corpora.reading.formats.conversations import Turn, joined_turns, read_conversations
from workbench.corpora.reading.formats.lines import lines_of
from workbench.corpora.reading.formats.plain import read_text, with_facts
from workbench.corpora.reading.notes import Notes
from workbench.messages.message import message
from workbench.values.importing import Reading

_MARKS = "\u200e\u200f\u202a\u202c\ufeff"  # of directions, which the export sprinkles over its lines
_LINE = re.compile(
    r"\[?(?P<day>\d{1,4}[./-]\d{1,2}[./-]\d{1,4}),?\s(?P<time>\d{1,2}[:.]\d{2}(?:[:.]\d{2})?"
    r"(?:\s?[AaPp]\.?\s?[Mm]\.?)?)(?:\]\s|\s?-\s)(?P<rest>.*)"
)
_SAID = re.compile(r"(?P<who>[^:]{1,60}):(?:\s(?P<what>.*))?")
_FEWEST, _SHARE, _SPEAKERS = 4, 0.5, 2  # lines that must be messages, of all that there are; and who says them


def is_chat(lines: Sequence[str]) -> bool:
    """Whether a text that begins with these is one: what it says may go over several lines."""
    filled = [line for line in lines if line.strip()]
    found = [said for line in filled if (said := _message(line)) is not None]
    speakers = {who for _, who, _ in found if who}
    return len(found) >= max(_FEWEST, _SHARE * len(filled)) and len(speakers) >= _SPEAKERS


def read_chat(file: FileToRead, reading: Reading) -> Pieces:
    """Each day as a conversation; what the program itself wrote there is passed over."""
    facts: list[Facts] = []
    days = _days(lines_of(with_facts(read_text(file, reading), facts)), file.notes)
    return (yield from read_conversations(days, file, lambda: facts[0]))


def _days(lines: Iterable[str], notes: Notes) -> Iterator[list[Turn]]:
    day, turns = "", list[Turn]()
    is_said = False  # whether a line without a time goes on with somebody's words
    for number, line in enumerate(lines, start=1):
        found = _message(line)
        if found is None:
            if is_said and turns and line.strip():
                turns[-1] = (turns[-1][0], f"{turns[-1][1]}\n{line.strip(_MARKS)}")
            continue
        on, who, what = found
        is_said = bool(who)
        if not who:
            notes.leave_out(message("passed.chat_notice"), message("place.line", number=number))
            continue
        if on != day and turns:
            yield joined_turns(turns)
            turns = []
        day = on
        turns.append((who, what))
    if turns:
        yield joined_turns(turns)


def _message(line: str) -> tuple[str, str, str] | None:
    """The day, who says it (nobody in the program's own), and what; None where a line begins with no time."""
    found = _LINE.fullmatch(line.strip(_MARKS))
    if found is None:
        return None
    rest = found["rest"].strip(_MARKS)
    said = _SAID.fullmatch(rest)
    if said is None:
        return found["day"], "", rest
    return found["day"], said["who"].strip(f"{_MARKS} ~"), (said["what"] or "").strip(_MARKS)
