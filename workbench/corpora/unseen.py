"""Passages of a text that was never trained on nor chosen by, to play with."""

from __future__ import annotations

from pathlib import Path

from workbench.corpora.paragraphs import paragraphs_of
from workbench.corpora.splitting.blocks import SEGMENT_SEPARATOR
from workbench.corpora.statistics.words import beginning
from workbench.values.corpus import Split

PASSAGE = 1200  # characters
MOST_LOOKED_AT = 400_000  # characters


def unseen_passage(corpus: Path, number: int) -> str:
    """Another place of what is kept for the last check each time, from the beginning of a paragraph."""
    text = (corpus / f"{Split.TEST}.txt").read_text(encoding="utf-8")
    place = (number * PASSAGE) % max(1, len(text) - PASSAGE)
    begin = text.find("\n\n", place) + 2 if place else 0
    return text[begin : begin + PASSAGE].strip()


def unseen_beginning(corpus: Path, number: int, words: int) -> str:
    """The first words of a paragraph of the same, another one each time as long as there are some that go on."""
    with (corpus / f"{Split.TEST}.txt").open(encoding="utf-8") as file:
        text = file.read(MOST_LOOKED_AT).replace(SEGMENT_SEPARATOR, "\n")
    begun = ((beginning(paragraph, words), paragraph) for paragraph in paragraphs_of(text))
    found = list(dict.fromkeys(first for first, paragraph in begun if len(paragraph) > len(first) + 1))
    return found[number % len(found)] if found else ""
