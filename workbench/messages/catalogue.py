"""All sentences, each with the context under which a translation of it is looked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from workbench.messages.sentences import (
    advice,
    arguments,
    bundled,
    card,
    commands,
    curves,
    explaining,
    exporting,
    hub,
    importing,
    installation,
    measuring,
    models,
    places,
    progress,
    projects,
    reasons,
    report,
    runs,
    terminal,
    texts,
    what_now,
)


class Sentence(NamedTuple):
    context: str
    text: str


ERRORS: dict[str, str] = {
    **projects.SENTENCES,
    **texts.SENTENCES,
    **models.SENTENCES,
    **hub.SENTENCES,
    **runs.SENTENCES,
    **places.SENTENCES,
    **exporting.SENTENCES,
    **arguments.SENTENCES,
}


def _under(context: str, sentences: Mapping[str, str]) -> dict[str, Sentence]:
    return {code: Sentence(context, text) for code, text in sentences.items()}


SENTENCES: dict[str, Sentence] = {
    **_under("errors", ERRORS),
    **_under("reasons", reasons.SENTENCES),
    **_under("progress", progress.SENTENCES),
    **_under("importing", importing.SENTENCES),
    **_under("measuring", measuring.SENTENCES),
    **_under("curves", curves.SENTENCES),
    **_under("places", places.PARTS),
    **_under("bundled", bundled.SENTENCES),
    **_under("card", card.SENTENCES),
    **_under("report", report.SENTENCES),
    **_under("advice", advice.SENTENCES),
    **_under("what_now", what_now.SENTENCES),
    **_under("explaining", explaining.SENTENCES),
    **_under("installation", installation.SENTENCES),
    **_under("commands", commands.SENTENCES),
    **_under("terminal", terminal.SENTENCES),
}
