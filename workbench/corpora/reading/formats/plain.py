"""Plain text."""

from __future__ import annotations

from collections.abc import Generator

from workbench.corpora.reading.decoding import decoded, find_encoding, survey
from workbench.corpora.reading.formats.base import Facts, FileToRead, Pieces
from workbench.corpora.reading.kinds import is_binary
from workbench.corpora.reading.mixed import decoded_by_lines
from workbench.messages.errors import KnownError
from workbench.values.import_report import Guessed, Sureness
from workbench.values.importing import Reading

LARGEST_BYTES = 200 << 20  # of what is parsed as a whole


def read_text(file: FileToRead, reading: Reading) -> Pieces:
    """Any size: a chunk at a time."""
    surveyed = survey(file.path)
    encoding = find_encoding(surveyed, reading.encoding)
    if not reading.encoding and is_binary(surveyed.sample, encoding):
        raise KnownError("file.binary", file=file.name)
    if reading.encoding:
        return Facts(encoding=encoding, replaced=(yield from decoded(file.path, encoding)))
    mixture = yield from decoded_by_lines(file.path, encoding)
    if mixture.other:
        file.notes.guess(Guessed.ENCODING, f"{encoding} + {mixture.other}", Sureness.UNSURE)
    return Facts(encoding=encoding, replaced=mixture.lost)


def whole_text(file: FileToRead, reading: Reading) -> tuple[str, Facts]:
    """Of a file that is read as a whole. Raises KnownError("file.too_large")."""
    if file.path.stat().st_size > LARGEST_BYTES:
        raise KnownError("file.too_large", file=file.name)
    facts: list[Facts] = []
    return "".join(with_facts(read_text(file, reading), facts)), facts[0]


def with_facts(pieces: Pieces, facts: list[Facts]) -> Generator[str, None, None]:
    """The pieces; once they have ended, what was found out lies in `facts`."""
    facts.append((yield from pieces))
