"""Runs that were made together, as rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import update

from workbench.store.database import Database
from workbench.store.rows import now
from workbench.store.tables import RunRow, SweepRow
from workbench.values.changes import Changes
from workbench.values.run import Run, SweepRecord


class SweepStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, name: str, plan: Mapping[str, Any], *, keeps_all: bool) -> SweepRecord:
        row = SweepRow(name=name, plan=dict(plan), keeps_all=keeps_all, created=now())
        with self._database.session() as session:
            session.add(row)
            session.flush()
            return _record(row)

    def get(self, sweep_id: int) -> SweepRecord:
        with self._database.session() as session:
            return _record(session.get_one(SweepRow, sweep_id))

    def mark_winner(self, sweep: SweepRecord, winner: Run | None) -> Changes:
        """The one winner of the sweep, or none."""
        is_winner = RunRow.id == (winner.id if winner else 0)
        others = (RunRow.sweep_id == sweep.id, RunRow.is_winner != is_winner)
        with self._database.session() as session:
            changed = session.scalars(update(RunRow).where(*others).values(is_winner=is_winner).returning(RunRow.id))
            return Changes(runs=frozenset(changed))


def _record(row: SweepRow) -> SweepRecord:
    return SweepRecord(row.id, row.name, row.plan, row.keeps_all)
