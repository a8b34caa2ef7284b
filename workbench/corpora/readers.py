"""From a file to a Document; a new format is a Reader added to READERS."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import KnownError
from workbench.records import SourceFile


@dataclass(frozen=True)
class Document:
    """The text of one file as it was found, not cleaned yet."""

    title: str
    text: str
    source: SourceFile


@dataclass(frozen=True)
class Reader:
    """Makes a Document of the bytes of a file; `suffixes` (lower case, with the dot) are the files it is for.

    `read` raises KnownError("file.…") for content that it cannot make sense of.
    """

    suffixes: frozenset[str]
    read: Callable[[SourceFile, bytes], Document]


def read_document(path: Path) -> Document:
    """Read one file with the reader for its suffix. Raises KnownError("file.…") if there is no text in it."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise KnownError("file.unreadable", file=shown_name(path), detail="the folder cannot be opened")
        if not stat.S_ISREG(mode):  # reading a pipe or a device might never end
            raise KnownError("file.unreadable", file=shown_name(path), detail="it is not a regular file")
        reader = _reader_for(path)
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise KnownError("file.missing", file=shown_name(path)) from error
    except OSError as error:
        detail = error.strerror or str(error)
        raise KnownError("file.unreadable", file=shown_name(path), detail=detail) from error
    if not content:
        raise KnownError("file.empty", file=shown_name(path))
    source = SourceFile(path.absolute(), len(content), hashlib.sha256(content).hexdigest())
    return reader.read(source, content)


def find_files(paths: Iterable[Path]) -> list[Path]:
    """The files among `paths` and in the folders among them, each once; what is hidden in a folder is left out.

    Links to folders inside a folder are not followed, so a loop cannot occur. A folder that cannot be opened stays
    in the list, so that it is reported and not passed over.
    """
    found: dict[str, Path] = {}
    for path in paths:
        is_folder = os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises for a name that is too long
        for file in _walk(path) if is_folder else [path]:
            found.setdefault(os.path.realpath(file), file)
    return list(found.values())


def shown_name(path: Path) -> str:
    """The name of a file as text that can be shown and stored, even if the name itself is not valid text."""
    return os.fsencode(path.name or str(path)).decode("utf-8", errors="replace")


def _walk(folder: Path) -> Iterable[Path]:
    closed: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent, name) for name in sorted(names) if not name.startswith("."))
    yield from closed


def _reader_for(path: Path) -> Reader:
    for reader in READERS:
        if path.suffix.lower() in reader.suffixes:
            return reader
    raise KnownError("file.unsupported", file=shown_name(path))


# How files begin that are no plain text, although they may have no NUL byte near their start.
_MAGIC = (
    b"%PDF-",
    b"%!PS",
    b"{\\rtf",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\xd0\xcf\x11\xe0",
    b"\x7fELF",
)
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CONTROL_BYTES = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b\b")) + b"\x7f"
_MAXIMUM_CONTROL_SHARE = 0.01  # real texts have a stray control character now and then; cleaning removes it


def _looks_binary(content: bytes) -> bool:
    if content.startswith(_MAGIC) or b"\0" in content:
        return True
    controls = len(content) - len(content.translate(None, _CONTROL_BYTES))
    return controls > len(content) * _MAXIMUM_CONTROL_SHARE


def _read_plain_text(source: SourceFile, content: bytes) -> Document:
    file = shown_name(source.path)
    if content.startswith(_UTF16_MARKS):
        raise KnownError("file.not_utf8", file=file, offset=0)
    if _looks_binary(content):
        raise KnownError("file.binary", file=file)
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise KnownError("file.not_utf8", file=file, offset=error.start) from error
    if not text.strip():
        raise KnownError("file.empty", file=file)
    return Document(Path(file).stem, text, source)


READERS: tuple[Reader, ...] = (Reader(frozenset({".txt", ".text", ".md"}), _read_plain_text),)
