"""Opening project.sqlite: connection settings, and migrations that keep a copy of the older file."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from typing import Any

import sqlalchemy
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, event
from sqlalchemy.exc import DatabaseError

from workbench.errors import KnownError

MIGRATIONS = Path(__file__).parent / "migrations"


def open_database(file: Path) -> Engine:
    """An engine on `file`, made or migrated to the newest schema.

    Raises KnownError: project.newer (the file is left as it is), project.damaged, disk.full, project.read_only.
    """
    # Not as text: a “?” or “%” in the path would mean something else there.
    address = sqlalchemy.URL.create("sqlite", database=str(file))
    engine = sqlalchemy.create_engine(address, connect_args={"timeout": 30})
    try:
        current = _known_revision(engine, file)
        engine.dispose()  # from here on every connection gets the settings; turning on WAL writes to the file
        event.listen(engine, "connect", _on_connect)
        _migrate(engine, file, current)
    except DatabaseError as error:
        engine.dispose()
        raise database_error(error, file.parent) from error
    except BaseException:
        engine.dispose()
        raise
    return engine


def database_error(error: DatabaseError, folder: Path) -> KnownError:
    """The KnownError for what SQLite reported."""
    detail = str(error.orig)
    if "full" in detail:
        return KnownError("disk.full", path=folder)
    if "readonly" in detail or "unable to open" in detail:
        return KnownError("project.read_only", folder=folder)
    return KnownError("project.damaged", folder=folder, detail=detail)


def alembic_config(engine: Engine) -> Config:
    """Alembic's configuration, made in code so that an installed program needs no alembic.ini."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["engine"] = engine
    return config


def _known_revision(engine: Engine, file: Path) -> str | None:
    """The file's schema revision, None when it is new. Raises KnownError: project.newer."""
    with engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    known = {script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()}
    if current is not None and current not in known:
        raise KnownError("project.newer", folder=file.parent)
    return current


def _migrate(engine: Engine, file: Path, current: str | None) -> None:
    if current == ScriptDirectory(str(MIGRATIONS)).get_current_head():
        return
    if current is not None:
        _keep_copy(file, current)
    command.upgrade(alembic_config(engine), "head")


def _keep_copy(file: Path, revision: str) -> None:
    """Copy the database as it is, including what still lies in its write-ahead log."""
    copy = file.with_name(f"{file.name}.before-{revision}")
    draft = copy.with_name(copy.name + ".draft")
    with sqlite3.connect(file) as source, sqlite3.connect(draft) as target:
        source.backup(target)
    source.close()
    target.close()
    shutil.move(draft, copy)


def _on_connect(connection: Any, _record: Any) -> None:
    """SQLite's defaults neither check foreign keys nor let readers read while something is written."""
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}").close()
