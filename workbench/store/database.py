"""A project's database file: sessions that any thread may open, and what they wait for."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from workbench.ground.files import leads_out
from workbench.messages.errors import KnownError
from workbench.store.schema import PATIENCE, database_error, open_database, open_to_look, schema, unsound, wait_at_most

FILE = "project.sqlite"
HASTE = 0.1  # seconds to wait for another program's lock, where waiting would be felt
NOWHERE = ".nowhere"  # a folder that never is


class Database:
    """The file in a project's `folder`; where a row names a place in the project, it does so relative to that."""

    def __init__(self, folder: Path, *, to_look: bool = False) -> None:
        """`to_look`: nothing is ever written, and whoever writes is told so."""
        self._folder = folder
        self._thread = threading.local()  # .patience of each thread, in seconds
        self._aside: TemporaryDirectory[str] | None = None  # for a copy, where the file cannot be read in place
        if to_look:
            self._aside = TemporaryDirectory(ignore_cleanup_errors=True)
            self._engine = open_to_look(folder / FILE, Path(self._aside.name))
        else:
            self._engine = open_database(folder / FILE)

    @property
    def file(self) -> Path:
        """The one that is read, which is a copy where the project's own cannot be."""
        return Path(str(self._engine.url.database))

    def close(self) -> None:
        self._engine.dispose()
        if self._aside is not None:
            self._aside.cleanup()

    def hurry(self, hurries: bool = True) -> None:
        """Let the calling thread hardly wait for another program's lock: somebody looks at what it draws."""
        self._thread.patience = HASTE if hurries else PATIENCE

    @contextmanager
    def hurrying(self) -> Iterator[None]:
        """Within the block, do as after `hurry`: what cannot be written at once can be written later."""
        before = getattr(self._thread, "patience", PATIENCE)
        self._thread.patience = HASTE
        try:
            yield
        finally:
            self._thread.patience = before

    def schema(self) -> str:
        with self.session() as session:
            return schema(session.connection())

    def unsound(self) -> str:
        """What is wrong with the database file; empty where it is sound."""
        try:
            return unsound(self._engine)
        except DatabaseError as error:
            return str(error.orig)

    @contextmanager
    def session(self) -> Iterator[Session]:
        """One transaction; SQLite's errors leave as KnownErrors."""
        try:
            with Session(self._engine, expire_on_commit=False) as session, session.begin():
                wait_at_most(session.connection(), getattr(self._thread, "patience", PATIENCE))
                yield session
        except DatabaseError as error:
            known = database_error(error, self._folder)
            if self._aside is not None and known.code == "project.read_only":
                known = KnownError("project.view_only", folder=self._folder)
            raise known from error

    def place(self, name: str, part: str) -> Path:
        """A folder that a row names, in its part of the project.

        A project may come from a stranger, and what it names is read, replaced and deleted: a name that leads anywhere
        else names nothing.
        """
        path = PurePosixPath(name)
        if leads_out(name) or "\\" in name or len(path.parts) < 2 or path.parts[0] != part:
            return self._folder / part / NOWHERE
        return self._folder / path

    def relative(self, folder: Path) -> str:
        return folder.relative_to(self._folder).as_posix()
