"""What is looked for in a text, and where it was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.values.corpus import Split


class Way(StrEnum):
    """What the words that are looked for mean."""

    PLAIN = "plain"  # these letters, wherever they stand
    WORD = "word"  # with no further letter before and behind
    EXPRESSION = "expression"  # a regular expression, within one line


class Order(StrEnum):
    """In which order places are listed."""

    TEXT = "text"  # as they stand
    FOLLOWING = "following"  # by what follows
    PRECEDING = "preceding"  # by what stands before, the nearest word first


@dataclass(frozen=True)
class Query:
    text: str
    way: Way = Way.PLAIN
    case: bool = False  # whether capital and small letters are told apart


@dataclass(frozen=True)
class Place:
    """A place in a part of a text: its document there, and from which byte of it to which, as the file has them."""

    split: Split
    document: int  # counted from 1; what stands between two separators
    start: int
    end: int


@dataclass(frozen=True)
class Line:
    """A line of a concordance: what was found, and what stands around it in its line."""

    place: Place
    before: str
    found: str
    after: str


@dataclass(frozen=True)
class Concordance:
    """In the order of the text. Where there is more than can be listed, `share` of the text was looked through."""

    lines: tuple[Line, ...]
    is_whole: bool
    share: float = 1.0
