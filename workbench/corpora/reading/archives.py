"""What lies in an archive (.zip, .tar.gz, …), one file at a time, each under a name that the archive has no say in.

So nothing can be written outside the folder, whatever the names in the archive are, and no more is unpacked than an
honest archive of its size would hold.
"""

from __future__ import annotations

import bz2
import errno
import gzip
import lzma
import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, Any, BinaryIO, Protocol

from workbench.corpora.reading.files import is_hidden, shown
from workbench.corpora.reading.formats.base import FileToRead
from workbench.corpora.reading.notes import Notes
from workbench.corpora.reading.pairs import Pairs
from workbench.ground.files import leads_out
from workbench.messages.errors import KnownError
from workbench.messages.message import message

SUFFIXES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".gz", ".bz2", ".xz")
_LONGEST_FIRST = sorted(SUFFIXES, key=len, reverse=True)
DEEPEST = 2  # an archive in an archive is opened, one more is not
MOST_FILES = 200_000
FREE_BYTES = 64 << 20  # what any archive may unpack to
_HONEST_RATIO = 100  # and how many times its size beyond that; text rarely shrinks to less than a twentieth
_CHUNK_BYTES = 1 << 20

# Formats that take a library of their own; a person has a program for them.
UNSUPPORTED = {
    ".7z": "7-Zip", ".rar": "RAR", ".zst": "Zstandard", ".lz4": "LZ4", ".lz": "lzip", ".lzh": "LZH", ".lha": "LZH",
    ".cab": "Cabinet", ".arj": "ARJ", ".br": "Brotli", ".z": "compress", ".ace": "ACE", ".dmg": "DMG", ".iso": "ISO",
}  # fmt: skip
_UNPACKED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA})
_METHODS = {9: "Deflate64", 14: "LZMA", 93: "Zstandard", 95: "XZ", 97: "WavPack", 98: "PPMd"}
_COMPRESSED: dict[bytes, Any] = {b"\x1f\x8b": gzip.open, b"BZh": bz2.open, b"\xfd7zXZ": lzma.open}
_LONGEST_READ = 16 << 20

DAMAGE = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, gzip.BadGzipFile, EOFError,
    NotImplementedError, UnicodeDecodeError, ValueError, OSError, RuntimeError, ArithmeticError, LookupError,
    struct.error, TypeError, AttributeError,
)  # fmt: skip


class Readable(Protocol):
    def read(self, size: int = ..., /) -> bytes: ...


Open = Callable[[], AbstractContextManager[Readable]]


@dataclass
class Allowance:
    """How much may still be unpacked; shared by an archive and the archives in it."""

    bytes_left: int
    files_left: int = MOST_FILES

    @classmethod
    def for_archive(cls, path: Path) -> Allowance:
        return cls(FREE_BYTES + _HONEST_RATIO * path.stat().st_size)


def is_archive(name: str) -> bool:
    return name.lower().endswith(SUFFIXES)


def bare_name(name: str) -> str:
    """The name of an archive without what says that it is one."""
    return next((name[: -len(end)] for end in _LONGEST_FIRST if name.lower().endswith(end)), name)


def sizes(path: Path) -> dict[str, int]:
    """The files in an archive as they are shown, with the bytes they unpack to.

    None of one that is damaged, or holds more than an honest one would.
    """
    allowance = Allowance.for_archive(path)
    found: dict[str, int] = {}
    try:
        for name, size in _listed(path):
            allowance.bytes_left -= size
            allowance.files_left -= 1
            if min(allowance.bytes_left, allowance.files_left) < 0:
                return {}
            if not _is_hidden(name):
                found[shown(name)] = size
    except DAMAGE:
        return {}
    return found


def _listed(path: Path) -> Iterator[tuple[str, int]]:
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as package:
            yield from (
                (_entry_name(each), each.file_size)
                for each in package.infolist()
                if not (each.is_dir() or _is_link(each))
            )
        return
    with path.open("rb") as raw:
        start = raw.read(8)
        raw.seek(0)
        opener = next((opener for mark, opener in _COMPRESSED.items() if start.startswith(mark)), None)
        unpacking: Any = raw if opener is None else opener(raw, "rb")
        with tarfile.open(fileobj=_Bounded(unpacking), mode="r:") as tar:  # type: ignore[call-overload]
            yield from ((each.name, each.size) for each in tar if each.isfile())


def unpacked(archive: FileToRead, folder: Path, allowance: Allowance) -> Iterator[FileToRead | KnownError | None]:
    """The files of an archive, each lying in `folder` only until the next one is asked for; None now and then before.

    Two that are read together lie beside each other, whatever stands between them. A file that cannot be had is an
    error in its place; what is no text to read is noted with the archive. Raises KnownError if the archive itself
    cannot be read on.
    """
    place, pairs = folder / "unpacked", Pairs(folder)
    try:
        for member, opened, is_apart in _members(archive):
            allowance.files_left -= 1
            if allowance.files_left < 0:
                raise KnownError("file.unpacks_too_large", file=archive.name)
            name = shown(PurePosixPath(member.replace("\\", "/")).name)
            if leads_out(member):
                yield KnownError("file.outside", file=shown(member))
                continue
            if _is_hidden(member):
                archive.notes.leave_out(message("passed.hidden_in_archive", archive=archive.name), shown(member))
                continue
            try:
                with opened() as stream:
                    yield from _copy(stream, place, allowance, archive)
            except DAMAGE as error:  # of this file; those after it may be sound
                if not is_apart or (isinstance(error, OSError) and error.errno not in (None, errno.EINVAL)):
                    raise
                yield _error_of(name, error)
                continue
            except KnownError as error:
                if error.code != "file.packed_otherwise":
                    raise
                yield error
                continue
            path = f"{archive.member}/{member}" if archive.member else member
            yield from pairs.complete(replace(archive, path=place, name=name, member=shown(path), notes=Notes()))
        yield from pairs.rest()
    except DAMAGE as error:
        raise _error_of(archive.name, error) from error
    finally:
        place.unlink(missing_ok=True)
        pairs.close()


def _error_of(name: str, error: Exception) -> KnownError:
    if isinstance(error, KnownError):
        return error
    if isinstance(error, RuntimeError) and not isinstance(error, NotImplementedError):
        return KnownError("file.protected", file=name)  # zipfile's word for a file that needs a password
    return KnownError(
        "file.damaged", file=name, detail=message("damage.cut_off" if isinstance(error, EOFError) else "damage.packing")
    )


def _members(archive: FileToRead) -> Iterator[tuple[str, Open, bool]]:
    """(name, what opens it, whether it is packed apart from those after it) of each file."""
    with archive.path.open("rb") as raw:
        start = raw.read(265)
        raw.seek(0)
        is_zip = zipfile.is_zipfile(raw)
        raw.seek(0)
        if is_zip:
            yield from _zip_members(archive, raw)
        elif start.startswith(b"PK"):
            raise zipfile.BadZipFile("its list of files is missing")
        else:
            yield from _tar_or_single(archive, raw, start)


def _zip_members(archive: FileToRead, raw: BinaryIO) -> Iterator[tuple[str, Open, bool]]:
    with zipfile.ZipFile(raw) as package:
        for entry in package.infolist():
            if _is_link(entry):
                _leave_out_link(archive, _entry_name(entry))
            elif not entry.is_dir():
                yield _entry_name(entry), partial(_opened_entry, package, entry), True


def _opened_entry(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> IO[bytes]:
    if entry.compress_type not in _UNPACKED:
        kind = _METHODS.get(entry.compress_type, str(entry.compress_type))
        raise KnownError("file.packed_otherwise", file=shown(PurePosixPath(_entry_name(entry)).name), kind=kind)
    return package.open(entry)


def _tar_or_single(archive: FileToRead, raw: BinaryIO, start: bytes) -> Iterator[tuple[str, Open, bool]]:
    opener = next((opener for mark, opener in _COMPRESSED.items() if start.startswith(mark)), None)
    unpacking: Any = raw if opener is None else opener(raw, "rb")
    try:
        package = tarfile.open(fileobj=_Bounded(unpacking), mode="r:")  # type: ignore[call-overload]  # noqa: SIM115
    except tarfile.ReadError:
        if opener is None:
            raise
        unpacking.seek(0)
        yield (
            archive.name.rpartition(".")[0],
            partial(_as_it_is, unpacking),
            False,
        )  # one file: letters.txt.gz
        return
    with package:
        for entry in package:
            if entry.isfile():
                yield entry.name, partial(_opened_member, package, entry), False
            elif not entry.isdir():
                _leave_out_link(archive, entry.name)


def _leave_out_link(archive: FileToRead, name: str) -> None:
    """Links and devices have no text of their own; what a link leads to is in the archive itself, or none of it."""
    archive.notes.leave_out(message("passed.links_in_archive", archive=archive.name), shown(name))


def _is_link(entry: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(entry.external_attr >> 16)


def _as_it_is(stream: Readable) -> AbstractContextManager[Readable]:
    return nullcontext(stream)


def _opened_member(package: tarfile.TarFile, entry: tarfile.TarInfo) -> IO[bytes]:
    stream = package.extractfile(entry)
    assert stream is not None
    return stream


class _Bounded:
    """A stream that is never read in one gulp, as tarfile does with names, however long they claim to be."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self.seek, self.tell, self.close = stream.seek, stream.tell, stream.close

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= _LONGEST_READ:
            raise tarfile.ReadError("a header is too long")
        content: bytes = self._stream.read(size)
        return content


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


def _copy(stream: Readable, place: Path, allowance: Allowance, archive: FileToRead) -> Iterator[None]:
    with place.open("wb") as file:
        while chunk := stream.read(_CHUNK_BYTES):
            allowance.bytes_left -= len(chunk)
            if allowance.bytes_left < 0:
                raise KnownError("file.unpacks_too_large", file=archive.name)
            file.write(chunk)
            yield


def _is_hidden(member: str) -> bool:
    """What systems put into archives for themselves."""
    return any(
        is_hidden(part) or part.startswith("__MACOSX") for part in PurePosixPath(member.replace("\\", "/")).parts
    )
