"""What lies in an archive (.zip, .tar.gz, …), one file at a time, each under a name that the archive has no say in.

So nothing can be written outside the folder, whatever the names in the archive are, and no more is unpacked than an
honest archive of its size would hold.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, Protocol

from workbench.corpora.reading.files import is_hidden, shown
from workbench.corpora.reading.formats.base import FileToRead
from workbench.corpora.reading.notes import Notes
from workbench.ground.files import leads_out
from workbench.messages.errors import KnownError
from workbench.messages.message import message

SUFFIXES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".gz", ".bz2", ".xz")
_LONGEST_FIRST = sorted(SUFFIXES, key=len, reverse=True)
DEEPEST = 2  # an archive in an archive is opened, one more is not
MOST_FILES = 200_000
_FREE_BYTES = 64 << 20  # what any archive may unpack to
_HONEST_RATIO = 100  # and how many times its size beyond that; text rarely shrinks to less than a twentieth
_CHUNK_BYTES = 1 << 20

DAMAGE = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, gzip.BadGzipFile, EOFError,
    NotImplementedError, UnicodeDecodeError, ValueError, OSError,
)  # fmt: skip


class Readable(Protocol):
    def read(self, size: int = ..., /) -> bytes: ...


@dataclass
class Allowance:
    """How much may still be unpacked; shared by an archive and the archives in it."""

    bytes_left: int
    files_left: int = MOST_FILES

    @classmethod
    def for_archive(cls, path: Path) -> Allowance:
        return cls(_FREE_BYTES + _HONEST_RATIO * path.stat().st_size)


def is_archive(name: str) -> bool:
    return name.lower().endswith(SUFFIXES)


def bare_name(name: str) -> str:
    """The name of an archive without what says that it is one."""
    return next((name[: -len(end)] for end in _LONGEST_FIRST if name.lower().endswith(end)), name)


def sizes(path: Path) -> dict[str, int]:
    """The files in an archive as they are shown, with the bytes they unpack to; none of a damaged one."""
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as package:
                entries = ((_entry_name(each), each.file_size) for each in package.infolist() if not each.is_dir())
                return {shown(name): size for name, size in entries if not _is_hidden(name)}
        with tarfile.open(path) as package:
            found = ((each.name, each.size) for each in package if each.isfile())
            return {shown(name): size for name, size in found if not _is_hidden(name)}
    except DAMAGE:
        return {}


def unpacked(archive: FileToRead, folder: Path, allowance: Allowance) -> Iterator[FileToRead | KnownError]:
    """The files of an archive, each lying in `folder` only until the next one is asked for.

    A file that cannot be had is an error in its place. Raises KnownError if the archive itself cannot be read on.
    """
    place = folder / "unpacked"
    try:
        for member, stream in _members(archive):
            allowance.files_left -= 1
            if allowance.files_left < 0:
                raise KnownError("file.unpacks_too_large", file=archive.name)
            name = shown(PurePosixPath(member.replace("\\", "/")).name)
            if stream is None:
                yield KnownError("file.protected", file=name)
                continue
            if leads_out(member):
                yield KnownError("file.outside", file=shown(member))
                continue
            if _is_hidden(member):
                continue
            _copy(stream, place, allowance, archive)
            path = f"{archive.member}/{member}" if archive.member else member
            yield replace(archive, path=place, name=name, member=shown(path), notes=Notes())
    except DAMAGE as error:
        detail = shown(str(error)) or message("damage.cut_off")
        raise KnownError("file.damaged", file=archive.name, detail=detail) from error
    finally:
        place.unlink(missing_ok=True)


def _members(archive: FileToRead) -> Iterator[tuple[str, Readable | None]]:
    """(name, content) of each file; None for one that needs a password."""
    with archive.path.open("rb") as raw:
        start = raw.read(265)
        raw.seek(0)
        is_zip = zipfile.is_zipfile(raw)
        raw.seek(0)
        if is_zip:
            yield from _zip_members(raw)
        elif start.startswith(b"PK"):
            raise zipfile.BadZipFile("its list of files is missing")
        else:
            yield from _tar_or_single(archive, raw)


def _zip_members(raw: BinaryIO) -> Iterator[tuple[str, Readable | None]]:
    with zipfile.ZipFile(raw) as package:
        for entry in package.infolist():
            if entry.is_dir():
                continue
            if entry.flag_bits & 1:
                yield _entry_name(entry), None
                continue
            with package.open(entry) as stream:
                yield _entry_name(entry), stream


def _tar_or_single(archive: FileToRead, raw: BinaryIO) -> Iterator[tuple[str, Readable]]:
    try:
        package = tarfile.open(fileobj=raw, mode="r:*")  # noqa: SIM115 - closed below
    except tarfile.ReadError:
        raw.seek(0)
        yield from _single(archive, raw)
        return
    with package:
        for entry in package:
            if entry.isfile():  # links and devices have no text of their own
                stream = package.extractfile(entry)
                assert stream is not None
                with stream:
                    yield entry.name, stream


def _single(archive: FileToRead, raw: BinaryIO) -> Iterator[tuple[str, Readable]]:
    """A compressed file that is no archive: letters.txt.gz."""
    name, _, suffix = archive.name.rpartition(".")
    openers: dict[str, Any] = {"gz": gzip.open, "bz2": bz2.open, "xz": lzma.open}
    opener = openers.get(suffix.lower())
    if opener is None:
        raise tarfile.ReadError("not an archive")
    with opener(raw, "rb") as stream:
        yield name, stream


def _entry_name(entry: zipfile.ZipInfo) -> str:
    """Names that are not marked as UTF-8 are often in the system's own encoding; most of those are UTF-8 or Chinese."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        raw = entry.filename.encode("cp437")
    except UnicodeEncodeError:
        return entry.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.filename


def _copy(stream: Readable, place: Path, allowance: Allowance, archive: FileToRead) -> None:
    with place.open("wb") as file:
        while chunk := stream.read(_CHUNK_BYTES):
            allowance.bytes_left -= len(chunk)
            if allowance.bytes_left < 0:
                raise KnownError("file.unpacks_too_large", file=archive.name)
            file.write(chunk)


def _is_hidden(member: str) -> bool:
    """What systems put into archives for themselves."""
    return any(
        is_hidden(part) or part.startswith("__MACOSX") for part in PurePosixPath(member.replace("\\", "/")).parts
    )
