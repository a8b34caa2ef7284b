"""What is said of one term."""

from __future__ import annotations

from dataclasses import dataclass

CONTEXT = "Glossary"  # under which a translation is looked for


@dataclass(frozen=True)
class Term:
    """All words are English, to be translated; each language says by itself which words of a text mean the term."""

    name: str  # by which the program knows it
    title: str
    words: str  # what else it is called in a text, with | between; a language without other words gives its title again
    meaning: str  # two sentences for somebody who knows none of the others
    example: str
    of_run: str = (
        ""  # the same from a run, with the fields of `exporting.glossary.facts_of`; empty: it has nothing to say
    )
    picture: str = ""  # a drawing of resources/terms
    see: tuple[str, ...] = ()  # names of related ones
