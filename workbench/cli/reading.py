"""What is found in a text and left out of it, as documents of --json and in lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workbench.corpora.leaving_out import LeftOut, Number
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.corpus import Corpus, Split
from workbench.values.search import Concordance, Line

AROUND = 36  # characters on each side, so that a line fits a terminal
MOST_SHOWN = 100


def concordance_json(corpus: str, found: Concordance, lines: Sequence[Line]) -> dict[str, Any]:
    """ "found" is null where there is more than is listed, and "share" how much of the text was looked through."""
    return {
        "corpus": corpus,
        "found": len(found.lines) if found.is_whole else None,
        "share": found.share,
        "lines": [
            {
                "part": line.place.split.value,
                "document": line.place.document,
                "start": line.place.start,
                "end": line.place.end,
                "before": line.before,
                "found": line.found,
                "after": line.after,
            }
            for line in lines
        ],
    }


def place_of(line: Line) -> str:
    """In which document something was found, as `document_named` reads it."""
    return f"{line.place.split}:{line.place.document}"


def document_named(text: str) -> Number:
    """Such as train:3. Raises KnownError("setting.invalid")."""
    part, _, number = text.partition(":")
    if part not in set(Split) or not (number.isascii() and number.isdecimal() and int(number)):
        raise KnownError("setting.invalid", name=message("word.document"), value=text, reason=message("value.document"))
    return Split(part), int(number)


def left_out_json(corpus: Corpus, gone: Sequence[LeftOut]) -> dict[str, Any]:
    """Each with its number among all documents of its part that the import made."""
    return {
        "corpus": corpus.name,
        "sha256": corpus.contents.sha256,
        "left_out": [{"part": each.split.value, "document": each.number, "beginning": each.beginning} for each in gone],
    }
