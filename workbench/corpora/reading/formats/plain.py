"""Plain text, Markdown, Rich Text, subtitles and notebooks."""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterable, Iterator

from workbench.corpora.reading.decoding import decoded, find_encoding, survey
from workbench.corpora.reading.formats.base import Facts, FileToRead, Pieces
from workbench.corpora.reading.kinds import is_binary
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.importing import Reading

LARGEST_BYTES = 200 << 20  # of what is parsed as a whole


def read_text(file: FileToRead, reading: Reading) -> Pieces:
    """Any size: a chunk at a time."""
    surveyed = survey(file.path)
    encoding = find_encoding(surveyed, reading.encoding)
    if not reading.encoding and is_binary(surveyed.sample, encoding):
        raise KnownError("file.binary", file=file.name)
    replaced = yield from decoded(file.path, encoding)
    return Facts(encoding=encoding, replaced=replaced)


def read_markdown(file: FileToRead, reading: Reading) -> Pieces:
    """As it is written, without the settings at its head and the instructions of a site generator."""
    text, facts = _whole(file, reading)
    text = _FRONT_MATTER.sub("", text.replace("\r\n", "\n"), count=1)
    yield _LIQUID.sub("", text)
    return facts


def read_rtf(file: FileToRead, reading: Reading) -> Pieces:
    from striprtf.striprtf import rtf_to_text

    content = _bytes(file)
    try:
        # Characters beyond ASCII are escaped in Rich Text, so Latin-1 keeps every byte what it is.
        yield rtf_to_text(content.decode("latin-1"), errors="replace")
    except (ValueError, IndexError, LookupError, RecursionError) as error:
        raise KnownError("file.damaged", file=file.name, detail=message("damage.not_rtf")) from error
    return Facts()


def read_subtitles(file: FileToRead, reading: Reading) -> Pieces:
    """What is said, without numbers, times and markup; a line that stays on for the next caption is kept once."""
    pieces = read_text(file, reading)
    facts: list[Facts] = []
    last = ""
    for caption in _captions(_lines(_with_facts(pieces, facts))):
        for line in caption:
            if line != last:
                yield line + "\n"
                last = line
    return facts[0]


def read_notebook(file: FileToRead, reading: Reading) -> Pieces:
    """The text and the code of the cells, without what running them printed."""
    text, facts = _whole(file, reading)
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
    yield "\n\n".join(_IMAGE_DATA.sub("", text) for text in texts)
    return facts


_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_LIQUID = re.compile(r"\{%-?[^\n]*?%\}|\{\{[^\n]*?\}\}")
_IMAGE_DATA = re.compile(r"data:image/[\w+.-]+;base64,[A-Za-z0-9+/=\s]+")
_TIMES = re.compile(r"^\s*(?:\d+:)?\d{1,2}:\d{2}[,.]\d{1,3}\s*-->\s*(?:\d+:)?\d{1,2}:\d{2}[,.]\d{1,3}")
_CAPTION_MARKUP = re.compile(r"</?(?:[bius]|font|c|v|lang|ruby|rt)\b[^>]*>|<\d[\d:.]*>|</?c[.\w]*>|\{\\[^}]*\}")
_NOT_CAPTIONS = ("WEBVTT", "NOTE", "STYLE", "REGION", "X-TIMESTAMP-MAP")


def _bytes(file: FileToRead) -> bytes:
    if file.path.stat().st_size > LARGEST_BYTES:
        raise KnownError("file.too_large", file=file.name)
    return file.path.read_bytes()


def _whole(file: FileToRead, reading: Reading) -> tuple[str, Facts]:
    if file.path.stat().st_size > LARGEST_BYTES:
        raise KnownError("file.too_large", file=file.name)
    facts: list[Facts] = []
    return "".join(_with_facts(read_text(file, reading), facts)), facts[0]


def _with_facts(pieces: Pieces, facts: list[Facts]) -> Generator[str, None, None]:
    """The pieces; once they have ended, what was found out lies in `facts`."""
    facts.append((yield from pieces))


def _lines(pieces: Iterable[str]) -> Iterator[str]:
    """The lines of a text that comes in pieces, without their ends."""
    rest = ""
    for piece in pieces:
        *whole, rest = re.split("\r\n|\n", rest + piece)  # a "\r" at the end waits for its "\n"
        yield from whole
    yield rest.rstrip("\r")


def _captions(lines: Iterable[str]) -> Iterator[list[str]]:
    """The lines of each caption: those after a line with times, up to the next blank one."""
    spoken: list[str] | None = None  # None outside a caption
    for line in lines:
        if _TIMES.match(line):
            if spoken:  # two captions without a blank line between them: the last line was the next one's number
                yield spoken[:-1] if spoken[-1].isdecimal() else spoken
            spoken = []
        elif not line.strip():
            if spoken:
                yield spoken
            spoken = None
        elif spoken is not None and not line.startswith(_NOT_CAPTIONS):
            said = _CAPTION_MARKUP.sub("", line).strip()
            if said:
                spoken.append(said)
    if spoken:
        yield spoken
