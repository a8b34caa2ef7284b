"""What was found out about runs, as rows: JSON that holds for the checkpoints that a run had then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from workbench.store.database import Database
from workbench.store.tables import FindingRow


class FindingStore:
    """Runs are named by their ids."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, run_id: int, name: str, checkpoints: Sequence[str]) -> Mapping[str, Any] | None:
        """None where there is none, or one of other checkpoints."""
        with self._database.session() as session:
            row = session.get(FindingRow, (run_id, name))
            return row.content if row is not None and row.checkpoints == list(checkpoints) else None

    def keep(self, run_id: int, name: str, checkpoints: Sequence[str], content: Mapping[str, Any]) -> None:
        """In the place of what was found out before."""
        row = FindingRow(run_id=run_id, name=name, checkpoints=list(checkpoints), content=dict(content))
        with self._database.session() as session:
            session.merge(row)
