"""Where the documents of a part of a text lie, found in its bytes."""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.corpora.splitting.blocks import SEGMENT_SEPARATOR
from workbench.messages.errors import KnownError

BREAK = f"\n{SEGMENT_SEPARATOR}\n".encode()  # between two documents
_AT_ONCE = 16 << 20  # bytes that are looked through while no other thread can do anything


@contextmanager
def mapped(path: Path) -> Iterator[mmap.mmap | bytes]:
    """The bytes of a file, read as they are needed. Raises KnownError("file.…")."""
    try:
        with path.open("rb") as file:
            if not file.seek(0, 2):
                yield b""  # an empty file cannot be mapped
                return
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as text:
                yield text
    except FileNotFoundError as error:
        raise KnownError("file.missing", file=path) from error


def documents_in(text: mmap.mmap | bytes) -> Iterator[slice]:
    """What stands between two separators, without the line end that closes the file."""
    end = len(text) - (text[-1:] == b"\n")
    start = looked = 0
    while looked < end:
        cut = text.find(BREAK, looked, looked + _AT_ONCE)
        if cut < 0:
            looked += _AT_ONCE - len(BREAK) + 1
        else:
            yield slice(start, cut)
            start = looked = cut + len(BREAK)
    if start < end:
        yield slice(start, end)
