"""Transfer dividends, as rows."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.store.database import Database
from workbench.store.rows import UNREADABLE, check_is_of_a_row
from workbench.store.tables import DividendRow, DividendRunRow
from workbench.values.dividend import DividendRecord, Plan
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import as_text, from_text
from workbench.values.run import Run


class DividendStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    def names(self) -> tuple[str, ...]:
        """Newest first."""
        with self._database.session() as session:
            return tuple(session.scalars(select(DividendRow.name).order_by(DividendRow.id.desc())))

    def every(self) -> tuple[DividendRecord, ...]:
        """Newest first; without those whose rows are damaged, or were written by a newer program."""
        return tuple(record for name in self.names() if (record := self.find(name)) is not None)

    def find(self, name: str) -> DividendRecord | None:
        try:
            with self._database.session() as session:
                row = session.scalars(select(DividendRow).where(DividendRow.name == name)).first()
                return None if row is None else _record(session, row)
        except UNREADABLE as error:
            check_is_of_a_row(error)
            return None

    def add(self, name: str, plan: Plan) -> DividendRecord:
        row = DividendRow(
            name=name, corpus=plan.corpus, model=as_text(plan.model), fine_tuning=plan.fine_tuning.to_json(),
            shares=list(plan.shares), task=plan.task,
        )  # fmt: skip
        with self._database.session() as session:
            session.add(row)
        return DividendRecord(name, plan, {})

    def note_run(self, name: str, is_pretrained: bool, share: float, run: Run) -> None:
        """Which run was made for one of its trials."""
        with self._database.session() as session:
            (dividend_id,) = session.scalars(select(DividendRow.id).where(DividendRow.name == name))
            session.merge(
                DividendRunRow(dividend_id=dividend_id, is_pretrained=is_pretrained, share=share, run_id=run.id)
            )


def _record(session: Session, row: DividendRow) -> DividendRecord:
    runs = session.scalars(select(DividendRunRow).where(DividendRunRow.dividend_id == row.id))
    settings = FineTuning.from_json(row.fine_tuning)
    plan = Plan(row.corpus, from_text(row.model), settings, tuple(row.shares), row.task)
    return DividendRecord(row.name, plan, {(run.is_pretrained, run.share): run.run_id for run in runs})
