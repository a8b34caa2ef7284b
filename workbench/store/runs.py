"""The runs of a project, as rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Select, String, cast, delete, func, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from workbench.messages.errors import KnownError
from workbench.messages.message import Message
from workbench.store.database import Database
from workbench.store.failures import text_of
from workbench.store.rows import now
from workbench.store.run_reader import RunReader
from workbench.store.tables import (
    CheckpointRow,
    CorpusRow,
    InputRow,
    MeasurementRow,
    PreferenceRow,
    RunRow,
    SampleRow,
    TeacherRow,
)
from workbench.values.changes import Changes
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import ModelRef, OfRun, as_text
from workbench.values.place import HERE, Where
from workbench.values.run import Input, Run, RunStatus, Teacher

HIGHEST_RUN = "runs.highest"  # a preference: the number of the newest run, if that was deleted


class RunStore:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._reader = RunReader(database)

    def every(self) -> tuple[Run, ...]:
        """Newest first."""
        return self._reader.read()

    def get(self, run_id: int) -> Run:
        return self._reader.read(RunRow.id == run_id)[0]

    def any_of(self, *statuses: RunStatus) -> bool:
        """Whether there is a run of one of these."""
        with self._database.session() as session:
            return session.scalar(select(RunRow.id).where(RunRow.status.in_(statuses)).limit(1)) is not None

    def learnt(self, task: str) -> tuple[tuple[int, str], ...]:
        """Number and name of each run that has learnt `task` and kept weights, newest first."""
        with_task = RunRow.id.in_(select(InputRow.run_id).where(InputRow.task == task))
        wanted = select(RunRow.id, RunRow.name).where(with_task, RunRow.kept_step.is_not(None))
        with self._database.session() as session:
            return tuple((number, name) for number, name in session.execute(wanted.order_by(RunRow.id.desc())))

    def newest(self) -> Run | None:
        """Without those that wait for their turn."""
        return next(iter(self._reader.read(RunRow.status != RunStatus.QUEUED, most=1)), None)

    def find(self, name: str) -> Run | None:
        """By its name, which is no number, or by its number."""
        return next(iter(self._reader.read(or_(RunRow.name == name, cast(RunRow.id, String) == name))), None)

    def add(
        self,
        *,
        name: str,
        folder: Path,
        inputs: Sequence[Input],
        base: ModelRef,
        model: str,
        model_sha256: str,
        fine_tuning: FineTuning,
        prompts: Sequence[str],
        status: RunStatus = RunStatus.RUNNING,
        group: str = "",
        sweep_id: int | None = None,
        teacher: Teacher | None = None,
        where: Where = HERE,
    ) -> Run:
        """`model` is what `base` is called, or would be if that run were deleted."""
        with self._database.session() as session:
            row = RunRow(
                id=self._next_run_id(session),
                name=name,
                folder=self._database.relative(folder),
                status=status,
                group=group,
                sweep_id=sweep_id,
                model=model,
                model_sha256=model_sha256,
                fine_tuning=fine_tuning.to_json(),
                prompts=list(prompts),
                created=now(),
                begun=now() if status is RunStatus.RUNNING else None,
                began_from_run=isinstance(base, OfRun),
                base_run_id=base.run if isinstance(base, OfRun) else None,
                base_step=base.step if isinstance(base, OfRun) else None,
                runs_on=str(where),
            )
            session.add(row)
            try:
                session.flush()
            except IntegrityError as error:
                raise KnownError("run.exists", name=name) from error
            run_id = row.id
            session.add_all(_rows_of(session, run_id, inputs))
            if teacher is not None:
                session.add(teacher_row(run_id, teacher))
        return self.get(run_id)

    def update(self, run_id: int, **changes: Any) -> None:
        with self._database.session() as session:
            try:
                session.execute(update(RunRow).where(RunRow.id == run_id).values(**changes))
            except IntegrityError as error:
                raise KnownError("run.exists", name=changes.get("name")) from error

    def update_all(self, changes: Mapping[int, Mapping[str, Any]]) -> Changes:
        """Give each run its own new values, all of them or none."""
        with self._database.session() as session:
            for run_id, values in changes.items():
                session.execute(update(RunRow).where(RunRow.id == run_id).values(**values))
        return Changes(runs=frozenset(changes))

    def delete(self, run_id: int) -> Changes:
        """Those that began from it change as well."""
        with self._database.session() as session:
            status = session.scalar(select(RunRow.status).where(RunRow.id == run_id))
            others = session.scalars(_descended(run_id)).all()
            if self._next_run_id(session) == run_id + 1:
                session.merge(PreferenceRow(key=HIGHEST_RUN, value={"value": run_id}))
            session.execute(update(RunRow).where(RunRow.base_run_id == run_id).values(base_run_id=None))
            session.execute(delete(RunRow).where(RunRow.id == run_id))
        return Changes(frozenset({run_id, *others}), frozenset({run_id} if status == RunStatus.QUEUED else ()))

    def rename(self, run_id: int, name: str) -> Changes:
        """Of those that began from it, it is said what it is called."""
        self.update(run_id, name=name)
        with self._database.session() as session:
            others = session.scalars(_descended(run_id)).all()
        return Changes(runs=frozenset({run_id, *others}))

    def finish(self, run_id: int, status: RunStatus, error: Message | None) -> Run:
        self.update(run_id, status=status, error=text_of(error), ended=now())
        return self.get(run_id)

    def interrupt_running(self) -> None:
        """A run that reads as running when a project is opened was left by a process that is gone."""
        with self._database.session() as session:
            session.execute(
                update(RunRow).where(RunRow.status == RunStatus.RUNNING).values(status=RunStatus.INTERRUPTED)
            )

    def prompts(self, run_id: int) -> tuple[str, ...]:
        with self._database.session() as session:
            return tuple(session.scalars(select(RunRow.prompts).where(RunRow.id == run_id)).one())

    def rewind(self, run_id: int, step: int) -> None:
        """Forget what a run measured after `step`; it reads as running and is about to measure it again."""
        with self._database.session() as session:
            for table in (MeasurementRow, CheckpointRow, SampleRow):
                session.execute(delete(table).where(table.run_id == run_id, table.step > step))
            kept = self._kept(session, run_id)
            if kept is not None:
                kept.is_best = True
            looks = select(MeasurementRow.value).where(
                MeasurementRow.run_id == run_id, MeasurementRow.name == "validation_loss"
            )
            last = session.scalar(looks.order_by(MeasurementRow.step.desc()).limit(1))
            best = None if kept is None else session.scalar(looks.where(MeasurementRow.step == kept.step))
            session.execute(
                update(RunRow)
                .where(RunRow.id == run_id)
                .values(
                    status=RunStatus.RUNNING, error="", steps=max(0, step), ended=None, final_validation_loss=last,
                    kept_step=None if kept is None else kept.step, best_validation_loss=best,
                )
            )  # fmt: skip

    @staticmethod
    def _kept(session: Session, run_id: int) -> CheckpointRow | None:
        """The checkpoint that is the run's model: the best one, else (in a run of an older version) the last."""
        rows = select(CheckpointRow).where(CheckpointRow.run_id == run_id)
        return session.scalars(rows.order_by(CheckpointRow.is_best.desc(), CheckpointRow.step.desc()).limit(1)).first()

    @staticmethod
    def _next_run_id(session: Session) -> int:
        """Higher than any that there ever was, so that a number which somebody remembers never means another run."""
        highest = session.scalar(select(func.max(RunRow.id))) or 0
        deleted = session.get(PreferenceRow, HIGHEST_RUN)
        return 1 + max(highest, deleted.value["value"] if deleted else 0)


def _descended(run_id: int) -> Select[int]:
    """Those that began from a run, or were taught by it."""
    taught = select(TeacherRow.run_id).where(TeacherRow.teacher_run_id == run_id)
    return select(RunRow.id).where(or_(RunRow.base_run_id == run_id, RunRow.id.in_(taught)))


def _rows_of(session: Session, run_id: int, inputs: Sequence[Input]) -> list[InputRow]:
    return [
        InputRow(
            run_id=run_id,
            position=position,
            corpus_id=session.scalars(select(CorpusRow.id).where(CorpusRow.name == each.corpus)).one(),
            task=each.task,
            weight=each.weight,
        )
        for position, each in enumerate(inputs)
    ]


def teacher_row(run_id: int, teacher: Teacher) -> TeacherRow:
    ref = teacher.ref
    is_run = isinstance(ref, OfRun)
    return TeacherRow(
        run_id=run_id,
        model=teacher.name if is_run else as_text(ref),
        sha256=teacher.sha256,
        is_run=is_run,
        teacher_run_id=ref.run if isinstance(ref, OfRun) else None,
        step=ref.step if isinstance(ref, OfRun) else None,
    )
