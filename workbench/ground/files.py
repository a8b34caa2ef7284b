"""Writing to disk so that a file or folder is either whole or absent, whatever happens in between."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import stat
import uuid
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from workbench.messages.errors import disk_error


def write_atomically(path: Path, data: bytes) -> None:
    """Replace the content of `path`. Raises KnownError("disk.…"), leaving the old content."""
    draft = _sibling(path)
    try:
        with draft.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise disk_error(error, path) from error


def leads_out(name: str) -> bool:
    """Whether a name from outside (of an archive, a database, an index) would lie outside of the folder it is put in,
    on any system."""
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or bool(re.match(r"[A-Za-z]:", str(path)))


@contextlib.contextmanager
def usual_rights(path: Path) -> Iterator[None]:
    """Give what a library writes in the block, for its owner's eyes alone, the rights that any new file has here."""
    path.touch()
    rights = stat.S_IMODE(path.stat().st_mode)
    yield
    path.chmod(rights)


@contextlib.contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """Yield a temporary sibling that becomes `path` when the block ends well, and vanishes when it does not.

    `path` must not exist. Raises KnownError("disk.…") for a write that failed.
    """
    draft = _sibling(path)
    try:
        draft.mkdir(parents=True)
        yield draft
        for file in draft.rglob("*"):
            if file.is_file():
                _sync_file(file)
        _sync_folder(draft)
        draft.rename(path)
        _sync_folder(path.parent)
    except BaseException as error:
        shutil.rmtree(draft, ignore_errors=True)
        if isinstance(error, OSError):
            raise disk_error(error, path) from error
        raise


@contextlib.contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """Yield a temporary sibling, to be written, that replaces `path` when the block ends well and vanishes otherwise.

    Raises KnownError("disk.…") for a write that failed.
    """
    draft = _sibling(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield draft
        _sync_file(draft)
        draft.replace(path)
        _sync_folder(path.parent)
    except BaseException as error:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise disk_error(error, path) from error
        raise


def _sibling(path: Path) -> Path:
    return path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.draft")


def _sync_file(file: Path) -> None:
    """Opened to be written, which Windows insists on."""
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())


def _sync_folder(folder: Path) -> None:
    """A rename is on disk only when its folder is; Windows has no such call."""
    if os.name != "nt":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
