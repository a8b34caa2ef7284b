"""A disk of our own that can be full: a small tmpfs where it may be mounted, else a limit on the size of files."""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import psutil

SIZE = 400 * 1024**2
BALLAST = "ballast"


class Disk(Protocol):
    folder: Path
    kind: str

    def fill(self, process: int, leave: int) -> None:
        """Leave `leave` bytes for the process of that number."""

    def make_room(self, process: int | None = None) -> None:
        """As there was before."""

    def free(self) -> int: ...


@contextlib.contextmanager
def small_disk(folder: Path) -> Iterator[Disk]:
    """A disk at `folder`, gone after the block."""
    folder.mkdir()
    mounted = _mount(folder)
    try:
        yield _Tmpfs(folder) if mounted else _FileLimit(folder)
    finally:
        if mounted:
            subprocess.run(["umount", "--lazy", str(folder)], check=False)


def _mount(folder: Path) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "nextword-soak", str(folder)]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


class _Tmpfs:
    kind = "tmpfs"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / BALLAST

    def fill(self, process: int, leave: int) -> None:
        with self._ballast.open("ab") as file:
            while (excess := self.free() - leave) > 0:
                try:
                    os.posix_fallocate(file.fileno(), file.seek(0, os.SEEK_END), excess)
                except OSError:  # somebody else took of it meanwhile
                    return

    def make_room(self, process: int | None = None) -> None:
        self._ballast.unlink(missing_ok=True)

    def free(self) -> int:
        found = os.statvfs(self.folder)
        return found.f_bavail * found.f_frsize


class _FileLimit:
    """To the process that writes, a file that may not grow is a disk without room."""

    kind = "limit on the size of files"

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self, process: int, leave: int) -> None:
        _limit(process, leave)

    def make_room(self, process: int | None = None) -> None:
        if process is not None:
            _limit(process, psutil.RLIM_INFINITY)

    def free(self) -> int:
        return SIZE


def _limit(process: int, size: int) -> None:
    with contextlib.suppress(psutil.NoSuchProcess):
        _, hard = psutil.Process(process).rlimit(psutil.RLIMIT_FSIZE)
        psutil.Process(process).rlimit(psutil.RLIMIT_FSIZE, (size, hard))
