"""Small choices of the window."""

from __future__ import annotations

import json
from typing import Any

from workbench.store.database import Database
from workbench.store.pending import PendingRows
from workbench.store.tables import PreferenceRow
from workbench.values.changes import Changes


class PreferenceStore:
    def __init__(self, database: Database) -> None:
        self._rows = PendingRows(database, PreferenceRow)

    def close(self) -> None:
        """Write what waits, if that can be."""
        self._rows.close()

    def get(self, key: str, default: object = None) -> Any:
        row = self._rows.get(key)
        return default if row is None else row["value"]["value"]

    def set(self, key: str, value: object) -> Changes:
        """`value` is anything that JSON can hold."""
        as_read_back = json.loads(json.dumps(value))
        self._rows.put({"key": key, "value": {"value": as_read_back}})
        return Changes(preferences=frozenset({key}))
