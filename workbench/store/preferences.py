"""Small choices of the window."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from workbench.messages.errors import KnownError
from workbench.store.database import Database
from workbench.store.tables import PreferenceRow
from workbench.values.changes import Changes


class PreferenceStore:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._unwritten: dict[str, Any] = {}  # that could not be written yet

    def close(self) -> None:
        """Write what waits, if that can be."""
        if self._unwritten:
            with suppress(KnownError):
                self._write()

    def get(self, key: str, default: object = None) -> Any:
        if key in self._unwritten:
            return self._unwritten[key]
        with self._database.session() as session:
            row = session.get(PreferenceRow, key)
            return default if row is None else row.value["value"]

    def set(self, key: str, value: object) -> Changes:
        """`value` is anything that JSON can hold.

        Where it cannot be written just now it is kept in memory, and written with the next one or at the end.
        """
        self._unwritten[key] = json.loads(json.dumps(value))  # as it will be read back
        try:
            self._write()
        except KnownError as error:
            if not (error.passes or error.code == "project.view_only"):
                raise
        return Changes(preferences=frozenset({key}))

    def _write(self) -> None:
        waiting = dict(self._unwritten)
        statement = sqlite_insert(PreferenceRow)
        statement = statement.on_conflict_do_update(index_elements=["key"], set_={"value": statement.excluded.value})
        with self._database.session() as session:
            session.execute(statement, [{"key": key, "value": {"value": value}} for key, value in waiting.items()])
        for key, value in waiting.items():
            if self._unwritten.get(key) is value:  # and not a newer one, that came meanwhile
                del self._unwritten[key]
