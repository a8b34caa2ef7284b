"""What a reader notes about a file while it reads it: the report of an import is made of this."""

from __future__ import annotations

from dataclasses import replace

from workbench.messages.message import Message
from workbench.values.import_report import (
    PLACES_KEPT,
    FileReport,
    Guess,
    Guessed,
    PassedOver,
    Sureness,
    Unit,
)


class Notes:
    """Every file that is read has its own, `file.notes`; a reader writes into it, whatever function it is in."""

    def __init__(self) -> None:
        self.unit = Unit.PARAGRAPHS
        self.read = 0
        self._passed: dict[str, PassedOver] = {}
        self._guesses: dict[Guessed, Guess] = {}

    def count(self, unit: Unit, number: int = 1) -> None:
        """So many more records or pages were read. Whoever counts nothing leaves the paragraphs to the import."""
        self.unit = unit
        self.read += number

    def pass_over(self, reason: Message, place: Message | str = "", count: int = 1) -> None:
        """Something is left out of the text: `reason` is a “passed.…”, `place` a “place.…” or a name."""
        key = f"{reason.code} {reason.fields}"
        known = self._passed.get(key, PassedOver(reason, 0))
        places = known.places
        if place and len(places) < PLACES_KEPT:
            places = (*places, place)
        self._passed[key] = replace(known, count=known.count + count, places=places)

    def leave_out(self, reason: Message, place: Message | str = "", count: int = 1) -> None:
        """The same for what no text is meant to have, such as the menus around an article."""
        self.pass_over(reason, place, count)
        key = f"{reason.code} {reason.fields}"
        self._passed[key] = replace(self._passed[key], is_meant=True)

    def guess(self, what: Guessed, value: str, sure: Sureness) -> None:
        """The file does not say it; a later guess of the same thing replaces an earlier one."""
        self._guesses[what] = Guess(what, value, sure)

    def guess_unless_known(self, what: Guessed, value: str, sure: Sureness = Sureness.LIKELY) -> None:
        """Unless something more exact was said of it already."""
        if what not in self._guesses:
            self.guess(what, value, sure)

    def take(self, other: Notes) -> None:
        """Those that were made in another process."""
        vars(self).update(vars(other))

    def report(self) -> FileReport:
        return FileReport(self.unit, self.read, tuple(self._passed.values()), tuple(self._guesses.values()))
