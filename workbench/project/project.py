"""A project: one folder that a person can copy, zip and mail, with everything in it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from filelock import FileLock, Timeout

from workbench.messages.errors import KnownError, disk_error
from workbench.project.checkpoints import Checkpoints
from workbench.project.corpora import Corpora
from workbench.project.folder import CORPORA, DATABASE, LOCK, RUNS, ProjectFolder, check_length, discard
from workbench.project.queue import RunQueue
from workbench.project.runs import Runs
from workbench.project.sources import Sources

if TYPE_CHECKING:
    from workbench.store.store import Store

SOURCES = "sources"  # texts that are in no file of the person's: pasted, or fetched from the web


class Project:
    """An open project; only one window or process can have it open. Every method may be called from any thread."""

    def __init__(self, folder: Path, *, is_view: bool = False) -> None:
        """Use `create`, `open` or `look`."""
        # SQLAlchemy and Alembic take a quarter of a second to import, which the welcome page need not wait for.
        from workbench.store.store import Store

        self.folder = folder
        self.is_view = is_view  # to be looked at: whoever would change anything is told KnownError("project.view_only")
        self._parts = ProjectFolder(folder, is_view)
        # A lock of the operating system, so that a killed process leaves none behind.
        self._lock = FileLock(folder / LOCK, thread_local=False)
        if not is_view:
            self._hold()
        try:
            self._store: Store = Store(folder, to_look=is_view)
            try:
                if not is_view:
                    self._store.runs.interrupt_running()
                    self._parts.remove_leftovers()
            except BaseException:
                self._store.database.close()
                raise
        except BaseException:
            self._lock.release()
            raise
        self.sources = Sources(folder / SOURCES)
        self.corpora = Corpora(self._store.corpora, self._parts, self.sources)
        self.runs = Runs(self._store, self._parts)
        self.checkpoints = Checkpoints(self._store.measurements, self.runs)
        self.queue = RunQueue(self._store)
        self.sweeps = self._store.sweeps
        self.dividends = self._store.dividends
        self.findings = self._store.findings
        self.models = self._store.models
        self.costs = self._store.costs
        self.preferences = self._store.preferences

    @classmethod
    def create(cls, folder: Path) -> Self:
        """Make a project in a new or empty folder and open it. Raises KnownError("project.exists" or "disk.…")."""
        folder = folder.expanduser().resolve()
        check_length(folder)
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise KnownError("project.exists", folder=folder)
        ProjectFolder(folder, is_view=False).make_parts()
        return cls(folder)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open a project, brought up to date (with a copy of the older file kept beside it).

        Raises KnownError: project.missing, project.in_use, project.newer, project.read_only, project.damaged.
        """
        folder = folder.expanduser().resolve()
        check_length(folder)
        if not (folder / DATABASE).is_file():
            raise KnownError("project.missing", folder=folder)
        if not os.access(folder, os.W_OK):
            raise KnownError("project.read_only", folder=folder)
        return cls(folder)

    @classmethod
    def open_or_look(cls, folder: Path) -> Self:
        """Open a project, and where it is open elsewhere or cannot be written to, a view of it.

        Raises KnownError as `open`, but for project.in_use, project.read_only and what passes.
        """
        try:
            return cls.open(folder)
        except KnownError as error:
            if not error.passes and error.code not in ("project.in_use", "project.read_only"):
                raise
        return cls(folder.expanduser().resolve(), is_view=True)

    @classmethod
    def look(cls, folder: Path) -> Self:
        """A view of a project, after what a killed process left in it was settled; it stays free for others."""
        found = cls.open_or_look(folder)
        if found.is_view:
            return found
        found.close()
        return cls(found.folder, is_view=True)

    @property
    def name(self) -> str:
        return self.folder.name

    def hurry(self, hurries: bool = True) -> None:
        """Let the calling thread hardly wait where another program holds the database: it draws a window."""
        self._store.database.hurry(hurries)

    def schema(self) -> str:
        """Which one the database has. Raises KnownError where it cannot be read."""
        return self._store.database.schema()

    def unsound(self) -> str:
        """What is wrong with the database; empty where it is sound. Reads all of it."""
        return self._store.database.unsound()

    def check_changeable(self) -> None:
        """Raises KnownError("project.view_only")."""
        self._parts.check_changeable()

    def close(self) -> None:
        self._store.close()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def copy_records(self, target: Path, models: Mapping[str, str]) -> None:
        """Copy the database for another computer; `models` are model folders with their places in the project there."""
        self._store.copy_for_elsewhere(target, models)

    def strays(self) -> tuple[Path, ...]:
        """Texts, corpora and runs that lie in the project and that its records do not name.

        An import that was killed leaves some, and so does a database that was emptied, or is older than its folder.
        They are a person's: nothing of them goes unless that is asked for.
        """
        known = {corpus.folder for corpus in self.corpora.every()} | {run.folder for run in self.runs.every()}
        folders = (path for part in (CORPORA, RUNS) for path in self._parts.present(part))
        return (*self.corpora.unnamed_sources(), *(path for path in folders if path not in known))

    def throw_away(self, strays: Sequence[Path]) -> None:
        """Delete what the records do not name; anything else is left alone."""
        self.check_changeable()
        for stray in set(strays) & set(self.strays()):
            if stray.is_dir():
                discard(stray)
            else:
                stray.unlink(missing_ok=True)

    def _hold(self) -> None:
        """Raises KnownError("project.in_use" or "disk.…")."""
        try:
            self._lock.acquire(blocking=False)
        except Timeout as error:
            raise KnownError("project.in_use", folder=self.folder) from error
        except OSError as error:
            raise disk_error(error, self.folder) from error
