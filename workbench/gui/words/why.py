"""Why a setting would be changed, as rich text: more, less, when, what it costs, here as well, and who has shown it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPalette

from workbench.costs.what_if import WhatIf
from workbench.gui.theme import colour
from workbench.gui.words import knobs, quantities
from workbench.gui.words.sentences import IN_WINDOW
from workbench.messages.why.why import CONTEXT, Why

MOST = 4  # other values whose costs are shown


class Turned(StrEnum):
    """What there is to turn, and so what more and less are called."""

    NUMBER = "number"
    SWITCH = "switch"
    CHOICE = "choice"


def answer(title: str, why: Why, turned: Turned, palette: QPalette, here: Sequence[str] = ()) -> str:
    """`here` says what it costs on this computer."""
    quiet = colour(palette, "quiet").name()
    parts = [f"<p><b>{escape(title)}</b></p>"]
    for heading, text in _rows(why, turned):
        parts.append(f'<p><span style="color:{quiet}">{escape(heading)}</span> {escape(text)}</p>')
    if here:
        heading = QCoreApplication.translate("WhyWords", "Here, as it is set up:")
        lines = "".join(f"<br>{escape(each)}" for each in here)
        parts.append(f'<p><span style="color:{quiet}">{escape(heading)}</span>{lines}</p>')
    paper = QCoreApplication.translate("WhyWords", "Paper:")
    none = QCoreApplication.translate("WhyWords", "none in particular")
    parts.append(f'<p><span style="color:{quiet}">{escape(paper)} {escape(why.paper or none)}</span></p>')
    return "".join(parts)


def costs_here(name: str, found: Sequence[WhatIf]) -> list[str]:
    """A line for what is set and each other value that takes another time or memory; or that none does."""
    now, *others = found
    differing = [each for each in others if each.differs(now)]
    if not differing:
        return [QCoreApplication.translate("WhyWords", "no difference in time or memory")]
    return [_line(name, each) for each in (now, *differing[:MOST])]


def _line(name: str, each: WhatIf) -> str:
    words = QCoreApplication.translate("WhyWords", "{value}: {time}, {memory}")
    return words.format(
        value=knobs.value_in_words(name, each.value),
        time=quantities.expected_duration([each.estimate]),
        memory=quantities.memory(each.estimate.memory_bytes),
    )


def _rows(why: Why, turned: Turned) -> Iterator[tuple[str, str]]:
    more, less = {
        Turned.NUMBER: (
            QCoreApplication.translate("WhyWords", "Higher:"), QCoreApplication.translate("WhyWords", "Lower:")
        ),
        Turned.SWITCH: (
            QCoreApplication.translate("WhyWords", "On:"), QCoreApplication.translate("WhyWords", "Off:")
        ),
        Turned.CHOICE: (
            QCoreApplication.translate("WhyWords", "On the one hand:"),
            QCoreApplication.translate("WhyWords", "On the other:"),
        ),
    }[turned]  # fmt: skip
    yield more, IN_WINDOW.translate(CONTEXT, why.raised)
    yield less, IN_WINDOW.translate(CONTEXT, why.lowered)
    yield QCoreApplication.translate("WhyWords", "When:"), IN_WINDOW.translate(CONTEXT, why.when)
    yield QCoreApplication.translate("WhyWords", "It costs:"), IN_WINDOW.translate(CONTEXT, why.cost)
