"""Opening project.sqlite: connection settings, and migrations that keep a copy of the older file."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, event
from sqlalchemy.exc import DatabaseError

from workbench.messages.errors import KnownError, disk_error
from workbench.store.tables import Base

MIGRATIONS = Path(__file__).parent / "migrations"
PATIENCE = 5.0  # seconds that a write waits for another program to let the database go
ROOM = 256 * 1024  # bytes; where less is free, a write that failed did so for want of room
APPLICATION_ID = 0x4E585457  # “NXTW”, in the header of the file; packaging/linux/nextword-workbench.xml knows it
WAL = "-wal"  # what SQLite appends to a database's name for its write-ahead log


def open_database(file: Path, folder: Path | None = None) -> Engine:
    """An engine on `file`, made or migrated to the newest schema; it is a copy where `folder` is that of the project.

    Raises KnownError: project.newer (the file is left as it is), project.busy, project.damaged, disk.full,
    project.read_only.
    """
    engine = _engine(file)
    try:
        current = _known_revision(engine, file)
        engine.dispose()  # from here on every connection gets the settings; turning on WAL writes to the file
        event.listen(engine, "connect", _on_connect)
        _migrate(engine, file, current, folder)
        _mark(engine)
    except DatabaseError as error:
        engine.dispose()
        raise database_error(error, file.parent) from error
    except BaseException:
        engine.dispose()
        raise
    return engine


def open_to_look(file: Path, folder: Path) -> Engine:
    """An engine that changes nothing in `file`, nor beside it, and follows what another process writes there.

    Where that cannot be had (the folder is read-only, or the schema an older one), it is on a copy, made in `folder`.
    Raises KnownError as `open_database`.
    """
    is_still = not (os.access(file.parent, os.W_OK) and os.access(file, os.W_OK))  # nobody can be writing there
    try:
        engine = None if is_still else _engine_to_follow(file)
        if engine is not None:
            return engine
        copy = folder / file.name
        _copy(file, copy)
        made = open_database(copy, file.parent)
        if is_still:  # what reads as running was left by a process that is gone
            with made.begin() as connection:
                connection.exec_driver_sql("UPDATE runs SET status = 'interrupted' WHERE status = 'running'")
        made.dispose()
    except DatabaseError as error:
        raise database_error(error, file.parent) from error
    except sqlite3.Error as error:
        raise sqlite_error(error, file.parent) from error
    except OSError as error:
        raise disk_error(error, folder) from error
    engine = _engine(copy)
    event.listen(engine, "connect", _only_read)
    return engine


def _engine_to_follow(file: Path) -> Engine | None:
    """None where the file has another schema than this program's."""
    engine = _engine(file)
    current = _known_revision(engine, file)
    engine.dispose()
    if current != _newest_revision():
        return None
    event.listen(engine, "connect", _only_read)
    return engine


def schema(connection: sqlalchemy.Connection) -> str:
    """The revision that the file has now."""
    return MigrationContext.configure(connection).get_current_revision() or "none"


def unsound(engine: Engine) -> str:
    """What SQLite finds wrong with the file; empty where it is sound. Reads all of it."""
    with engine.connect() as connection:
        found = connection.exec_driver_sql("PRAGMA quick_check(3)").scalars().all()
    return "" if found == ["ok"] else "; ".join(map(str, found))


def wait_at_most(connection: sqlalchemy.Connection, seconds: float) -> None:
    """For another program's lock, in what `connection` does from now on."""
    if connection.info.get("patience") != seconds:
        connection.exec_driver_sql(f"PRAGMA busy_timeout={round(1000 * seconds)}")
        connection.info["patience"] = seconds


def database_error(error: DatabaseError, folder: Path) -> KnownError:
    """The KnownError for what SQLAlchemy passes on from SQLite."""
    return sqlite_error(error.orig, folder)


def sqlite_error(error: BaseException | None, folder: Path) -> KnownError:
    """The KnownError for what SQLite reported (https://sqlite.org/rescode.html)."""
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return KnownError("project.busy", folder=folder)
        case sqlite3.SQLITE_FULL:
            return KnownError("disk.full", path=folder)
        case sqlite3.SQLITE_READONLY:
            return KnownError("project.read_only", folder=folder)
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_IOERR if code in _WRITING or not _has_room(folder):
            return KnownError("disk.full", path=folder)
        case sqlite3.SQLITE_CANTOPEN:
            return KnownError("project.read_only", folder=folder)
        case sqlite3.SQLITE_IOERR:
            return KnownError("disk.failed", path=folder, detail=error)
    return KnownError("project.damaged", folder=folder, detail=error)


# A quota or a limit on a file's size, which SQLite tells apart from a full disk, leaves no more room than one.
_WRITING = (sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE)


def _has_room(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free >= ROOM
    except OSError:
        return True


def _engine(file: Path) -> Engine:
    # Not as text: a “?” or “%” in the path would mean something else there.
    address = sqlalchemy.URL.create("sqlite", database=str(file))
    return sqlalchemy.create_engine(address, connect_args={"timeout": PATIENCE})


def alembic_config(engine: Engine, folder: Path) -> Config:
    """Alembic's configuration, made in code so that an installed program needs no alembic.ini.

    A migration reads what it takes into the database from the project's `folder`, and says which files it "moved".
    """
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes |= {"engine": engine, "folder": folder, "moved": []}
    return config


def _known_revision(engine: Engine, file: Path) -> str | None:
    """The file's schema revision, None when it is new. Raises KnownError: project.newer."""
    with engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    if current is not None and current not in {script.revision for script in _scripts(MIGRATIONS).walk_revisions()}:
        raise KnownError("project.newer", folder=file.parent)
    return current


def _newest_revision() -> str | None:
    return _scripts(MIGRATIONS).get_current_head()


@cache  # reading all migrations takes half of the time in which a project opens
def _scripts(folder: Path) -> ScriptDirectory:
    return ScriptDirectory(str(folder))


def _migrate(engine: Engine, file: Path, current: str | None, folder: Path | None) -> None:
    if current == _newest_revision():
        return
    if current is None and _is_empty(engine):
        _make(engine)
        return
    if current is not None:
        _keep_copy(file, current)
    config = alembic_config(engine, folder or file.parent)
    command.upgrade(config, "head")
    engine.dispose()  # a migration may have switched off the foreign keys of its connection
    if folder is None:
        _remove(config.attributes["moved"])


def _is_empty(engine: Engine) -> bool:
    with engine.connect() as connection:
        return not connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()


def _make(engine: Engine) -> None:
    """The newest schema at once: a new project need not go through those that there were."""
    with engine.begin() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")  # all tables, or none
        Base.metadata.create_all(connection, checkfirst=False)
        scripts = _scripts(MIGRATIONS)
        MigrationContext.configure(connection).stamp(scripts, str(scripts.get_current_head()))


def _remove(files: Iterable[Path]) -> None:
    """What is in the database now; where it cannot be removed, nobody reads it again."""
    for file in files:
        with suppress(OSError):
            file.unlink()
            file.parent.rmdir()  # if that was the last one


def _keep_copy(file: Path, revision: str) -> None:
    """Copy the database as it is, including what still lies in its write-ahead log."""
    copy = file.with_name(f"{file.name}.before-{revision}")
    draft = copy.with_name(copy.name + ".draft")
    with sqlite3.connect(file) as source, sqlite3.connect(draft) as target:
        source.backup(target)
    source.close()
    target.close()
    shutil.move(draft, copy)


def _copy(file: Path, copy: Path) -> None:
    """As it is at one moment, with what still lies in its write-ahead log."""
    try:
        address = f"{file.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
    except sqlite3.OperationalError:  # a log can only be read where a file may be made beside it
        for name in (file.name, file.name + WAL):
            if (found := file.with_name(name)).exists():
                shutil.copyfile(found, copy.with_name(name))


def _mark(engine: Engine) -> None:
    """As a project, by which desktops tell it from any other database; written once."""
    with engine.begin() as connection:
        if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID:
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


def _only_read(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA query_only=ON").close()


def _on_connect(connection: Any, _record: Any) -> None:
    """SQLite's defaults neither check foreign keys nor let readers read while something is written."""
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}").close()
