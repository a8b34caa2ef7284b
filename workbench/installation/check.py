"""A check of an installation, and what comes of several."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench import __version__
from workbench.ground.resources import resource
from workbench.messages.errors import ReasonError, message_of
from workbench.messages.message import Message, message
from workbench.messages.rendering import ENGLISH, Language, render

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel


@dataclass(frozen=True)
class Surroundings:
    """What is checked where it lies, a folder that may be written to, and the models that later checks ask as well."""

    scratch: Path
    resources: Path = resource("")
    opened: dict[str, LanguageModel] = field(default_factory=dict)


@dataclass(frozen=True)
class Check:
    """`look` returns a few words on what it found, names and numbers; whatever it raises is what is wrong."""

    name: str
    failed: str  # the code of the sentence, with the placeholder “reason”
    look: Callable[[Surroundings], str]


@dataclass(frozen=True)
class Outcome:
    name: str
    seconds: float
    found: str = ""
    wrong: Message | None = None


def outcomes(checks: Iterable[Check], where: Surroundings) -> Generator[Outcome]:
    """One after the other; a check that fails holds up none of the others."""
    for check in checks:
        begun = time.monotonic()
        try:
            found, wrong = check.look(where), None
        except Exception as error:
            found, wrong = "", message(check.failed, reason=_told(error))
        yield Outcome(check.name, time.monotonic() - begun, found, wrong)


def document(outcomes: Iterable[Outcome], language: Language = ENGLISH) -> dict[str, Any]:
    """For --json and for whoever runs it from a program: names are the same in every language."""
    every = list(outcomes)
    return {
        "version": __version__,
        "passed": all(each.wrong is None for each in every),
        "seconds": round(sum(each.seconds for each in every), 1),
        "checks": [
            {
                "name": each.name,
                "passed": each.wrong is None,
                "seconds": round(each.seconds, 2),
                "found": each.found,
                "sentence": "" if each.wrong is None else render(each.wrong, language),
            }
            for each in every
        ],
    }


def _told(error: Exception) -> Message:
    return error.message if isinstance(error, ReasonError) else message_of(error)
