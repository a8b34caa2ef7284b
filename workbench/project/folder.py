"""The folder of a project: where its parts lie, what is half-made in it, and whether any of it may be changed."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from workbench.ground.names import free_name, slug
from workbench.messages.errors import KnownError, disk_error

ARCHIVE = ".nextword"  # the ending of a whole project as one file
ARCHIVES = (ARCHIVE, ".zip")  # the second is what they were called before
DATABASE, LOCK = "project.sqlite", "project.lock"
CORPORA, MODELS, RUNS = "corpora", "models", "runs"
DRAFT, TRASH = "draft", "trash"  # endings of hidden folders that are not (or no longer) part of the project
LONGEST_PATH = 480  # bytes; SQLite takes 512, with the names of its own files


@dataclass(frozen=True)
class ProjectFolder:
    path: Path
    is_view: bool

    def check_changeable(self) -> None:
        """Raises KnownError("project.view_only")."""
        if self.is_view:
            raise KnownError("project.view_only", folder=self.path)

    def make_parts(self) -> None:
        """Raises KnownError("disk.…")."""
        try:
            for part in (CORPORA, MODELS, RUNS):
                (self.path / part).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise disk_error(error, self.path) from error

    def present(self, part: str) -> Iterator[Path]:
        """The folders in a part that are whole."""
        return (path for path in sorted((self.path / part).glob("*")) if path.is_dir() and path.name[0] != ".")

    def new_place(self, part: str, name: str) -> Path:
        """Where something of that name can be made."""
        parent = self.path / part
        parent.mkdir(exist_ok=True)
        return parent / free_name(slug(name), {path.name for path in parent.iterdir()}, "-{}")

    @contextmanager
    def draft(self, part: str) -> Iterator[Path]:
        """A folder that is gone at the end of the block, unless it was renamed. Raises KnownError("disk.…")."""
        folder = self.path / part / f".{uuid.uuid4().hex[:8]}.{DRAFT}"
        try:
            folder.mkdir()
        except OSError as error:
            raise disk_error(error, self.path) from error
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    @contextmanager
    def in_its_place(self, draft: Path, part: str, name: str) -> Iterator[Path]:
        """The folder that a draft becomes; it is a draft again if the block fails, and can be stored another time."""
        folder = self.new_place(part, name)
        try:
            draft.rename(folder)
        except OSError as error:
            raise disk_error(error, folder) from error
        try:
            yield folder
        except BaseException:
            folder.rename(draft)
            raise

    def remove_leftovers(self) -> None:
        """What a process that was killed left half-made or half-deleted; nothing that was ever whole."""
        for ending in (DRAFT, TRASH):
            for part in (CORPORA, RUNS):
                for leftover in (self.path / part).rglob(f".*.{ending}"):
                    shutil.rmtree(leftover, ignore_errors=True)


def discard(folder: Path) -> None:
    """Delete a folder whose row is gone: renamed first, so that half of it is never taken for the whole."""
    trash = folder.with_name(f".{uuid.uuid4().hex[:8]}.{TRASH}")
    if folder.exists():
        folder.rename(trash)
        shutil.rmtree(trash, ignore_errors=True)


def check_length(folder: Path) -> None:
    """Raise KnownError("project.path_too_long"): SQLite would only say that it cannot open the file."""
    size = len(os.fsencode(folder))
    if size > LONGEST_PATH:
        raise KnownError("project.path_too_long", folder=folder, bytes=size, most=LONGEST_PATH)
