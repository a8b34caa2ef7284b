"""Chats as telephones export them: lines with a time, who says it, and what (WhatsApp), or what below it (QQ, WeChat).

A chat goes on for years; each of its days is a conversation, so that some can be kept from learning.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice, pairwise

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
_DAY_AND_TIME = (
    r"(?P<day{0}>\d{{4}}[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}日?)\s(?:\S{{1,4}}\s)?\d{{1,2}}:\d{{2}}(?::\d{{2}})?"
)
_HEAD = re.compile(
    rf"{_DAY_AND_TIME.format(1)}\s+(?P<who1>\S.{{0,59}})|(?P<who2>\S.{{0,59}}?)\s+{_DAY_AND_TIME.format(2)}"
)
_ADDRESS = re.compile(r"\s?(?:\(\d{4,12}\)|<[^<>]{1,60}>)$")  # of who says it
_LOOKED_AT = 200  # lines
_MESSAGES_A_DAY = 1.5  # on average; a diary has one
_FOLLOWED = 0.8  # of these heads: in a log each is a line of its own


def is_chat(lines: Sequence[str]) -> bool:
    """Whether a text that begins with these is one: what it says may go over several lines."""
    filled = [line for line in lines if line.strip(f"{_MARKS} ")]
    if _have_heads(filled):
        return True
    found = [said for line in filled if (said := _message(line)) is not None]
    speakers = {who for _, who, _ in found if who}
    return len(found) >= max(_FEWEST, _SHARE * len(filled)) and len(speakers) >= _SPEAKERS


def _have_heads(lines: Sequence[str]) -> bool:
    """Whether time and name stand in a line of their own, above what is said."""
    found = [_head(line) for line in lines]
    speakers = [head[1] for head in found if head is not None]
    days = {head[0] for head in found if head is not None}
    followed = sum(head is not None and after is None for head, after in pairwise(found))
    return (
        len(speakers) >= _FEWEST
        and _SPEAKERS <= len(set(speakers)) <= len(speakers) / 2
        and len(days) <= len(speakers) / _MESSAGES_A_DAY
        and followed >= _FOLLOWED * (len(speakers) - 1)
    )


def _head(line: str) -> tuple[str, str, str] | None:
    found = _HEAD.fullmatch(line.strip(f"{_MARKS} "))
    if found is None:
        return None
    return found["day1"] or found["day2"], _ADDRESS.sub("", found["who1"] or found["who2"]), ""


def read_chat(file: FileToRead, reading: Reading) -> Pieces:
    """Each day as a conversation; what the program itself wrote there is passed over."""
    facts: list[Facts] = []
    lines = lines_of(with_facts(read_text(file, reading), facts))
    first = list(islice(lines, _LOOKED_AT))
    begins = max((_message, _head), key=lambda begins: sum(begins(line) is not None for line in first))
    days = _days(chain(first, lines), begins, file.notes)
    return (yield from read_conversations(days, file, lambda: facts[0]))


def _days(
    lines: Iterable[str], begins: Callable[[str], tuple[str, str, str] | None], notes: Notes
) -> Iterator[list[Turn]]:
    day, turns = "", list[Turn]()
    is_said = False  # whether a line without a time goes on with somebody's words
    for number, line in enumerate(lines, start=1):
        found = begins(line)
        if found is None:
            text = line.strip(_MARKS)
            if is_said and turns and text.strip():
                turns[-1] = (turns[-1][0], f"{turns[-1][1]}\n{text}".lstrip("\n"))
            elif text.strip():
                notes.leave_out(message("passed.chat_notice"), message("place.line", number=number))
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
