"""What is said of markup that breaks the rules."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from workbench.corpora.reading.notes import Notes
from workbench.messages.message import message

# “&nbsp;” without a DTD is no damage: the character is known.
_HARMLESS = frozenset(("ERR_UNDECLARED_ENTITY", "WAR_UNDECLARED_ENTITY", "ERR_DOCUMENT_EMPTY"))


def note_damage(errors: Iterable[Any], notes: Notes) -> None:
    """Of a parser's log."""
    for error in errors:
        if error.level_name == "FATAL" and error.type_name not in _HARMLESS:
            notes.pass_over(message("passed.damaged_markup"), message("place.line", number=error.line))
