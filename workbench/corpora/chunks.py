"""The text of a corpus as it lies on disk, a chunk at a time.

A chunk lies in one segment, the passages that follow on each other, and ends between words where it can, so that its
tokens are those of the whole.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from workbench.corpora.importing import split_file
from workbench.corpora.splitting.blocks import SEGMENT_SEPARATOR
from workbench.messages.errors import KnownError
from workbench.values.corpus import Corpus, Split

_PIECE_BYTES = 1 << 18
_BREAK = f"\n{SEGMENT_SEPARATOR}\n"
CHUNK = 64_000  # characters encoded at once
_CHUNK_SLACK = 2_000  # how much longer a chunk may be to end between words
# A chunk ends before a single white space between two words: byte-level tokenizers never join tokens there.
_CHUNK_END = re.compile(r"(?<=\S)(?=\s\S)")


def chunks(corpus: Corpus, split: Split) -> Iterator[str]:
    """The text of a split as it is encoded, read from disk a chunk at a time."""
    return (chunk for _, chunk in parts_of(corpus, split))


def segments(corpus: Corpus, split: Split) -> Iterator[str]:
    """The passages of a split that follow on each other, read from disk one at a time."""
    held: list[str] = []
    for begins, chunk in parts_of(corpus, split):
        if begins and held:
            yield "".join(held)
            held = []
        held.append(chunk)
    if held:
        yield "".join(held)


def parts_of(corpus: Corpus, split: Split) -> Iterator[tuple[bool, str]]:
    """Its chunks, and whether a text begins with the chunk that does not follow on what stands before it."""
    return _parts(_pieces(split_file(corpus.folder, split)))


def _parts(pieces: Iterator[str]) -> Iterator[tuple[bool, str]]:
    """The text of a split in chunks that lie in one segment, and whether the segment begins with the chunk."""
    held, begins, is_last = "", True, False
    while not is_last:
        piece = next(pieces, None)
        is_last = piece is None
        held = held.removesuffix("\n") if piece is None else held + piece
        *whole, held = held.split(_BREAK) if is_last or _BREAK in held else (held,)
        for segment in [*whole, held] if is_last else whole:
            for chunk in chunks_of(segment):
                yield begins, chunk
                begins = False
            begins = True
        # The same chunks as if the segment were at hand as a whole: a boundary is looked for where it would be.
        while not is_last and len(held) > CHUNK + _CHUNK_SLACK + len(_BREAK):
            end = _chunk_end(held, 0)
            yield begins, held[:end]
            held, begins = held[end:], False


def chunks_of(text: str) -> Iterator[str]:
    start = 0
    while len(text) - start > CHUNK:
        end = _chunk_end(text, start)
        yield text[start:end]
        start = end
    if start < len(text):
        yield text[start:]


def _chunk_end(text: str, start: int) -> int:
    end = start + CHUNK
    boundary = _CHUNK_END.search(text, end, end + _CHUNK_SLACK)
    return boundary.start() if boundary else end


def _pieces(path: Path) -> Iterator[str]:
    """A file's text, a piece at a time."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    read = 0
    try:
        with path.open("rb") as file:
            while content := file.read(_PIECE_BYTES):
                yield decoder.decode(content)
                read += len(content)
            decoder.decode(b"", final=True)
    except FileNotFoundError as error:
        raise KnownError("file.missing", file=path) from error
    except OSError as error:
        raise KnownError("file.unreadable", file=path, detail=error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise KnownError("file.not_utf8", file=path, offset=read + error.start) from error
