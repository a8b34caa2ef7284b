"""Runs in order: which wait for their turn, which were made together, and what a person filed them under."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from workbench.store.tables import RunRow, SweepRow
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import ModelRef, OfRun
from workbench.values.run import RunStatus, SweepRecord


class OrderStore:
    """The part of a Store that deals with many runs at once; runs are named by their ids."""

    def __init__(self, session: Callable[[], AbstractContextManager[Session]]) -> None:
        self._session = session

    def change_runs(self, changes: Mapping[int, Mapping[str, Any]]) -> None:
        """Give each run its own new values, all of them or none."""
        with self._session() as session:
            for run_id, values in changes.items():
                session.execute(update(RunRow).where(RunRow.id == run_id).values(**values))

    # The queue

    def waiting(self) -> tuple[int, ...]:
        """First come those whose turn is next."""
        waits = select(RunRow.id).where(RunRow.status == RunStatus.QUEUED).order_by(RunRow.place, RunRow.id)
        with self._session() as session:
            return tuple(session.scalars(waits))

    def append(self, run_ids: Sequence[int]) -> None:
        """Let runs wait behind all that wait already."""
        with self._session() as session:
            last = session.scalar(select(func.max(RunRow.place)).where(RunRow.status == RunStatus.QUEUED)) or 0
            for place, run_id in enumerate(run_ids, start=last + 1):
                session.execute(update(RunRow).where(RunRow.id == run_id).values(status=RunStatus.QUEUED, place=place))

    def arrange(self, run_ids: Sequence[int]) -> None:
        """The order in which the waiting runs take their turns."""
        self.change_runs({run_id: {"place": place} for place, run_id in enumerate(run_ids, start=1)})

    def begin_run(self, run_id: int, base: ModelRef, model_sha256: str, fine_tuning: FineTuning) -> bool:
        """Whether the run still waited; it reads as running now."""
        values = {
            "status": RunStatus.RUNNING, "place": None,
            "base_step": base.step if isinstance(base, OfRun) else None,
            "model_sha256": model_sha256, "fine_tuning": fine_tuning.to_json(),
            "begun": datetime.now(UTC).replace(tzinfo=None),
        }  # fmt: skip
        waits = (RunRow.id == run_id, RunRow.status == RunStatus.QUEUED)
        with self._session() as session:
            begun = session.execute(update(RunRow).where(*waits).values(**values).returning(RunRow.id))
            return begun.first() is not None

    # Sweeps

    def add_sweep(self, name: str, plan: Mapping[str, Any], keeps_all: bool) -> SweepRecord:
        row = SweepRow(name=name, plan=dict(plan), keeps_all=keeps_all, created=datetime.now(UTC).replace(tzinfo=None))
        with self._session() as session:
            session.add(row)
            session.flush()
            return _sweep(row)

    def sweep(self, sweep_id: int) -> SweepRecord:
        with self._session() as session:
            return _sweep(session.get_one(SweepRow, sweep_id))

    def mark_winner(self, sweep_id: int, run_id: int | None) -> None:
        with self._session() as session:
            session.execute(
                update(RunRow).where(RunRow.sweep_id == sweep_id).values(is_winner=RunRow.id == (run_id or 0))
            )


def _sweep(row: SweepRow) -> SweepRecord:
    return SweepRecord(row.id, row.name, row.plan, row.keeps_all)
