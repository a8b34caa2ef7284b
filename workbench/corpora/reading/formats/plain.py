"""Plain text and notebooks."""

from __future__ import annotations

import json
import re
from collections.abc import Generator

from workbench.corpora.reading.decoding import decoded, find_encoding, survey
from workbench.corpora.reading.formats.base import Facts, FileToRead, Pieces
from workbench.corpora.reading.kinds import is_binary
from workbench.corpora.reading.mixed import decoded_by_lines
from workbench.messages.errors import KnownError
from workbench.messages.message import message
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


def read_notebook(file: FileToRead, reading: Reading) -> Pieces:
    """The text and the code of the cells, without what running them printed."""
    text, facts = whole_text(file, reading)
    try:
        notebook = json.loads(text)
        cells = notebook.get("cells") or [cell for sheet in notebook["worksheets"] for cell in sheet["cells"]]
        sources = [
            cell.get("source", cell.get("input", ""))
            for cell in cells
            if cell.get("cell_type") in ("markdown", "code", "raw", "heading")
        ]
        texts = [source if isinstance(source, str) else "".join(source) for source in sources]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise KnownError("file.damaged", file=file.name, detail=message("damage.not_notebook")) from error
    printed = sum(bool(cell.get("outputs")) for cell in cells)
    if printed:
        file.notes.leave_out(message("passed.outputs"), count=printed)
    pictures = 0
    for text in texts:
        text, found = _IMAGE_DATA.subn("", text)
        pictures += found
        yield text + "\n\n"
    if pictures:
        file.notes.leave_out(message("passed.pictures"), count=pictures)
    return facts


_IMAGE_DATA = re.compile(r"data:image/[\w+.-]{1,40};base64,[A-Za-z0-9+/=]+")


def whole_text(file: FileToRead, reading: Reading) -> tuple[str, Facts]:
    """Of a file that is read as a whole. Raises KnownError("file.too_large")."""
    if file.path.stat().st_size > LARGEST_BYTES:
        raise KnownError("file.too_large", file=file.name)
    facts: list[Facts] = []
    return "".join(with_facts(read_text(file, reading), facts)), facts[0]


def with_facts(pieces: Pieces, facts: list[Facts]) -> Generator[str, None, None]:
    """The pieces; once they have ended, what was found out lies in `facts`."""
    facts.append((yield from pieces))
