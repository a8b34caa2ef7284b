"""How tags of words are written: BIO2, BIOES, IOB1, or brackets around the words; all become BIO2."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.values.labels import OUTSIDE

_TAG = re.compile(r"([BIOESLUM])-(\S+)")
_BRACKETS = re.compile(r"(?:\([^\s()*]+)*\*\)*|\((?:[^\s()*]+)\*?\)")
_OPENED = re.compile(r"\(([^\s()*]+)")
_BEGINS = frozenset("BSU")
_ENDS = frozenset("ESLU")


def is_tag(cell: str) -> bool:
    return cell == OUTSIDE or _TAG.fullmatch(cell) is not None


def is_bracket(cell: str) -> bool:
    """Whether a cell is one of a column of roles: “*”, “(A0*”, “*)” or “(V*)”."""
    return _BRACKETS.fullmatch(cell) is not None


def as_bio2(tags: Sequence[str]) -> tuple[str, ...]:
    """Tags of one sentence in BIO2: every span begins with B-, whatever said so before. Raises ValueError."""
    found: list[str] = []
    within = ""  # the kind of the span that goes on
    for tag in tags:
        if tag == OUTSIDE:
            found.append(OUTSIDE)
            within = ""
            continue
        read = _TAG.fullmatch(tag)
        if read is None:
            raise ValueError(tag)
        place, kind = read.groups()
        found.append(f"{'B' if place in _BEGINS or kind != within else 'I'}-{kind}")
        within = "" if place in _ENDS else kind
    return tuple(found)


def scheme_of(tags: Sequence[str]) -> str:
    """The name of the scheme that tags of one sentence must be in; empty where they may be in BIO2."""
    if any(tag[:2] in ("E-", "S-", "L-", "U-", "M-") for tag in tags):
        return "BIOES"
    before = OUTSIDE
    for tag in tags:
        if tag.startswith("I-") and before[2:] != tag[2:]:
            return "IOB1"
        before = tag
    return ""


def from_brackets(cells: Sequence[str]) -> tuple[str, ...]:
    """A column of roles as tags in BIO2; of spans in each other the outer one. Raises ValueError where one is open."""
    found: list[str] = []
    kind, depth = "", 0
    for cell in cells:
        opened = _OPENED.findall(cell)
        begins = bool(opened) and not depth
        if begins:
            kind = opened[0]
        depth += len(opened)
        found.append(f"{'B' if begins else 'I'}-{kind}" if depth else OUTSIDE)
        depth -= cell.count(")")
        if depth < 0:
            raise ValueError(cell)
    if depth:
        raise ValueError(kind)
    return tuple(found)


def without_predicate(tags: Sequence[str]) -> tuple[str, ...]:
    """The predicate itself, in one piece or in two, plays no role: it is marked beside the tags, and is not counted."""
    return tuple(OUTSIDE if tag[2:] in ("V", "C-V") else tag for tag in tags)
