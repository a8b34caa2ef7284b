"""What an import says of each source: what was read, what was left out and why, what was guessed and how surely."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.messages.message import Message

PLACES_KEPT = 3  # of those that were left out for one reason


class Unit(StrEnum):
    """What is counted of a source."""

    PARAGRAPHS = "paragraphs"
    PAGES = "pages"
    RECORDS = "records"


class Guessed(StrEnum):
    """What a source does not say of itself."""

    ENCODING = "encoding"
    SEPARATOR = "separator"
    COLUMN = "column"
    WHOLE_ROWS = "whole_rows"  # instead of a column
    LABEL = "label"
    TAGS = "tags"
    SPLIT = "split"
    FORMAT = "format"
    OPEN_QUOTES = "open_quotes"  # of so many rows, where they end
    SURPLUS_CELLS = "surplus_cells"  # of so many rows, what they belong to


class Sureness(StrEnum):
    """How sure a guess is; only what is UNSURE is put before a person to be confirmed."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNSURE = "unsure"


@dataclass(frozen=True)
class PassedOver:
    """What was left out of a source for one reason."""

    reason: Message  # a “passed.…”, which names the things that were left out
    count: int
    places: tuple[Message | str, ...] = ()  # of the first ones: a “place.…”, or a name
    is_meant: bool = False  # no text is meant to have it, such as the menus around an article


@dataclass(frozen=True)
class Guess:
    what: Guessed
    value: str
    sure: Sureness


@dataclass(frozen=True)
class FileReport:
    """Of one source that was read."""

    unit: Unit = Unit.PARAGRAPHS
    read: int = 0
    passed_over: tuple[PassedOver, ...] = ()
    guesses: tuple[Guess, ...] = ()

    @property
    def is_known(self) -> bool:
        """False for what an older version of the program has read, which counted none of it."""
        return self != FileReport()

    @property
    def gaps(self) -> tuple[PassedOver, ...]:
        """What was left out although it is text."""
        return tuple(passed for passed in self.passed_over if not passed.is_meant)
