"""The texts of a file that is to be labelled: of a table its text column, of any other file its lines."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from workbench.corpora.reading.process import Wanted, read_apart
from workbench.corpora.reading.readers import TABLES, file_on_disk, kind_of
from workbench.messages.errors import KnownError
from workbench.values.importing import LabelsIn, Limits, Reading
from workbench.values.progress import Progress


def texts_to_label(path: Path) -> Generator[Progress, None, tuple[str, ...]]:
    """As they stand there, without the empty ones. Raises KnownError("file.…")."""
    file = file_on_disk(path)
    kind = kind_of(file, LabelsIn.NONE)
    reading = read_apart(Wanted(file, kind, Reading(labels=LabelsIn.NONE)), Limits())
    while True:
        try:
            yield Progress(next(reading), 0, file.name)
        except StopIteration as stop:
            text = stop.value
            break
    try:
        whole = "".join(text.pieces())
    finally:
        text.close()
    pieces = whole.split("\n\n") if kind in TABLES else whole.splitlines()
    found = tuple(piece.strip() for piece in pieces if piece.strip())
    if not found:
        raise KnownError("file.empty", file=file.name)
    return found
