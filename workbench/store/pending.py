"""Rows of a table that are known at once and written as soon as the database can be, for what nobody waits for."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.dialects.sqlite import insert

from workbench.messages.errors import KnownError
from workbench.store.database import Database
from workbench.store.tables import Base


class PendingRows:
    """What cannot be written, since another program holds the database, waits for the next row, or for the end; in a
    project that is only looked at it is never written."""

    def __init__(self, database: Database, table: type[Base]) -> None:
        self._database = database
        self._table = table
        self._names = [column.key for column in inspect(table).columns]
        self._key = [column.name for column in inspect(table).primary_key]
        self._unwritten: dict[tuple[Any, ...], Mapping[str, Any]] = {}  # by the values of the key

    def get(self, *key: object) -> Mapping[str, Any] | None:
        """The row of that key, by the names of its columns."""
        if key in self._unwritten:
            return self._unwritten[key]
        with self._database.session() as session:
            row = session.get(self._table, key)
            return None if row is None else {name: getattr(row, name) for name in self._names}

    def put(self, values: Mapping[str, Any]) -> None:
        """In the place of the row that has the same key."""
        self._unwritten[tuple(values[name] for name in self._key)] = values
        self.write()

    def write(self) -> None:
        """What waits, if that can be; a row that never can be is forgotten. Raises KnownError for that."""
        for key, values in list(self._unwritten.items()):
            try:
                self._upsert(values)
            except KnownError as error:
                if error.passes or error.code == "project.view_only":
                    return
                self._unwritten.pop(key, None)
                raise
            if self._unwritten.get(key) is values:  # and not a newer one, that came meanwhile
                self._unwritten.pop(key, None)

    def close(self) -> None:
        with suppress(KnownError):
            self.write()

    def _upsert(self, values: Mapping[str, Any]) -> None:
        statement = insert(self._table).values(**values)
        others = {name: statement.excluded[name] for name in self._names if name not in self._key}
        with self._database.session() as session:
            session.execute(statement.on_conflict_do_update(index_elements=self._key, set_=others))
