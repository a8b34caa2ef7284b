"""What every reader is given and gives back."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path

from workbench.corpora.reading.notes import Notes
from workbench.values.importing import Reading
from workbench.values.labels import LabelKind

PAGE_BREAK = "\f"  # between two pages in the pieces of a document that comes in pages


@dataclass(frozen=True)
class FileToRead:
    """A file on disk; what was unpacked from an archive lies under another name than it is shown by."""

    path: Path
    name: str  # as it is shown, already harmless
    origin: Path  # the file that the person knows: an archive for what lies in it
    member: str = ""  # the file in the archive
    notes: Notes = field(default_factory=Notes, compare=False, repr=False)


@dataclass(frozen=True)
class Facts:
    """What a reader found out about a file while reading it."""

    encoding: str = ""
    replaced: int = 0
    columns: tuple[str, ...] = ()
    column: str = ""
    label: str = ""
    labels: tuple[tuple[str, int], ...] = ()
    kind: LabelKind | None = None  # what the pieces are labelled with: they are examples then, see corpora/labelled.py


Pieces = Generator[str, None, Facts]
"""The text of a document, piece by piece: put together they are the whole. Raises KnownError("file.…")."""

Read = Callable[[FileToRead, Reading], Pieces]


def no_facts(text: str) -> Pieces:
    """The pieces of a document that is at hand as a whole and has nothing to tell about itself."""
    yield text
    return Facts()
