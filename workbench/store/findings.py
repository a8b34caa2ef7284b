"""What was found out about runs, as rows: JSON that holds for the checkpoints that a run had then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from workbench.store.database import Database
from workbench.store.pending import PendingRows
from workbench.store.tables import FindingRow


class FindingStore:
    """Runs are named by their ids."""

    def __init__(self, database: Database) -> None:
        self._rows = PendingRows(database, FindingRow)

    def close(self) -> None:
        """Write what waits, if that can be."""
        self._rows.close()

    def find(self, run_id: int, name: str, checkpoints: Sequence[str]) -> Mapping[str, Any] | None:
        """None where there is none, or one of other checkpoints."""
        row = self._rows.get(run_id, name)
        found: Mapping[str, Any] | None = row["content"] if row and row["checkpoints"] == list(checkpoints) else None
        return found

    def keep(self, run_id: int, name: str, checkpoints: Sequence[str], content: Mapping[str, Any]) -> None:
        """In the place of what was found out before."""
        self._rows.put({"run_id": run_id, "name": name, "checkpoints": list(checkpoints), "content": dict(content)})
