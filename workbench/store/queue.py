"""Runs that wait for their turn, as rows."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select, update

from workbench.store.database import Database
from workbench.store.rows import now
from workbench.store.runs import teacher_row
from workbench.store.tables import RunRow
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import ModelRef, OfRun
from workbench.values.run import RunStatus, Teacher


class QueueStore:
    """Runs are named by their ids."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def waiting(self) -> tuple[int, ...]:
        """First come those whose turn is next."""
        waits = select(RunRow.id).where(RunRow.status == RunStatus.QUEUED).order_by(RunRow.place, RunRow.id)
        with self._database.session() as session:
            return tuple(session.scalars(waits))

    def append(self, run_ids: Sequence[int]) -> None:
        """Let runs wait behind all that wait already."""
        with self._database.session() as session:
            last = session.scalar(select(func.max(RunRow.place)).where(RunRow.status == RunStatus.QUEUED)) or 0
            for place, run_id in enumerate(run_ids, start=last + 1):
                session.execute(update(RunRow).where(RunRow.id == run_id).values(status=RunStatus.QUEUED, place=place))

    def begin(
        self, run_id: int, base: ModelRef, model_sha256: str, fine_tuning: FineTuning, teacher: Teacher | None = None
    ) -> bool:
        """Whether the run still waited; it reads as running now."""
        values = {
            "status": RunStatus.RUNNING, "place": None,
            "base_step": base.step if isinstance(base, OfRun) else None,
            "model_sha256": model_sha256, "fine_tuning": fine_tuning.to_json(), "begun": now(),
        }  # fmt: skip
        waits = (RunRow.id == run_id, RunRow.status == RunStatus.QUEUED)
        with self._database.session() as session:
            begun = session.execute(update(RunRow).where(*waits).values(**values).returning(RunRow.id))
            is_begun = begun.first() is not None
            if is_begun and teacher is not None:
                session.merge(teacher_row(run_id, teacher))
            return is_begun
