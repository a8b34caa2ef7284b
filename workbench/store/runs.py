"""The runs of a project, as rows."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Select, String, cast, delete, func, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, aliased

from workbench.ground import records
from workbench.messages.errors import KnownError
from workbench.messages.message import Message, message
from workbench.store.database import Database
from workbench.store.failures import failure_of, text_of
from workbench.store.rows import UNREADABLE, check_is_of_a_row, now, with_zone
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
from workbench.values.model_ref import ModelRef, OfRun, as_text, from_text
from workbench.values.run import Extension, Input, Provenance, Run, RunStatus, Teacher

HIGHEST_RUN = "runs.highest"  # a preference: the number of the newest run, if that was deleted
_BaseRow = aliased(RunRow)
_Figures = dict[str, float]  # by TASK/FIGURE


class RunStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    def every(self) -> tuple[Run, ...]:
        """Newest first."""
        return self._runs()

    def get(self, run_id: int) -> Run:
        return self._runs(RunRow.id == run_id)[0]

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
        return next(iter(self._runs(RunRow.status != RunStatus.QUEUED, most=1)), None)

    def find(self, name: str) -> Run | None:
        """By its name, which is no number, or by its number."""
        return next(iter(self._runs(or_(RunRow.name == name, cast(RunRow.id, String) == name))), None)

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

    def update(self, run_id: int, **changes: Any) -> Run:
        with self._database.session() as session:
            try:
                session.execute(update(RunRow).where(RunRow.id == run_id).values(**changes))
            except IntegrityError as error:
                raise KnownError("run.exists", name=changes.get("name")) from error
        return self.get(run_id)

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
        return self.update(run_id, status=status, error=text_of(error), ended=now())

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

    def _runs(self, *conditions: ColumnElement[bool], most: int | None = None) -> tuple[Run, ...]:
        """Newest first."""
        try:
            return self._read_runs(*conditions, most=most)
        except UNREADABLE as error:
            check_is_of_a_row(error)
        with self._database.session() as session:
            ids = session.scalars(select(RunRow.id).where(*conditions).order_by(RunRow.id.desc()).limit(most)).all()
        return tuple(map(self._readable_run, ids))

    def _read_runs(self, *conditions: ColumnElement[bool], most: int | None = None) -> tuple[Run, ...]:
        wanted = (
            select(RunRow, _BaseRow.name)
            .outerjoin(_BaseRow, _BaseRow.id == RunRow.base_run_id)
            .where(*conditions)
            .order_by(RunRow.id.desc())
            .limit(most)
        )
        with self._database.session() as session:
            found = session.execute(wanted).all()
            chosen = select(RunRow.id).where(*conditions).order_by(RunRow.id.desc()).limit(most)
            inputs, figures, teachers = _inputs(session, chosen), _figures(session, chosen), _teachers(session, chosen)
        return tuple(
            replace(
                self._run(row, base, *inputs.get(row.id, ((), "")), figures.get(row.id, {})),
                teacher=teachers.get(row.id),
            )
            for row, base in found
        )

    def _readable_run(self, run_id: int) -> Run:
        """A run by itself; where its row is damaged, or was written by a newer program, what can be said of it."""
        try:
            return self._read_runs(RunRow.id == run_id)[0]
        except UNREADABLE as error:
            check_is_of_a_row(error)
        with self._database.session() as session:
            name, folder = session.execute(select(RunRow.name, RunRow.folder).where(RunRow.id == run_id)).one()
        return Run(
            run_id, str(name), self._database.place(str(folder), "runs"), RunStatus.FAILED, (),
            OfRun(None), "", "", FineTuning(), datetime.fromtimestamp(0, UTC),
            error=message("run.unreadable", name=str(name)),
        )  # fmt: skip

    def _run(
        self, row: RunRow, base: str | None, inputs: tuple[Input, ...], text: str, figures: Mapping[int, _Figures]
    ) -> Run:
        """`base` is the present name of the run that it began from, `text` the hash of its first corpus; of `figures`
        those at step 0 and at the one that is kept are told."""
        provenance = None if row.provenance is None else records.read(Provenance, row.provenance)
        began_from = OfRun(row.base_run_id, row.base_step) if row.began_from_run else from_text(row.model)
        return Run(
            id=row.id,
            name=row.name,
            folder=self._database.place(row.folder, "runs"),
            status=RunStatus(row.status),
            inputs=inputs,
            base=began_from,
            model=base or (row.model if isinstance(began_from, OfRun) else str(began_from)),
            model_sha256=row.model_sha256,
            fine_tuning=_fine_tuning(json.dumps(row.fine_tuning)),
            created=row.created.replace(tzinfo=UTC),
            steps=row.steps,
            total_steps=row.total_steps,
            base_validation_loss=row.base_validation_loss,
            best_validation_loss=row.best_validation_loss,
            final_validation_loss=row.final_validation_loss,
            tokens_per_second=row.tokens_per_second,
            seconds=row.seconds,
            note=row.note,
            error=failure_of(row.error),
            tags=tuple(row.tags),
            group=row.group,
            is_archived=row.is_archived,
            sweep_id=row.sweep_id,
            is_winner=row.is_winner,
            provenance=provenance,
            kept_step=row.kept_step,
            bytes_per_token=row.bytes_per_token,
            spelled_share=row.spelled_share,
            extensions=tuple(Extension(*each) for each in row.extensions),
            begun=with_zone(row.begun),
            ended=with_zone(row.ended),
            corpus_sha256=text if provenance is None else provenance.corpus_sha256,
            tokenizer_sha256=row.tokenizer_sha256,
            base_figures=figures.get(0, {}),
            best_figures={} if row.kept_step is None else figures.get(row.kept_step, {}),
        )


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


def _teachers(session: Session, runs: Select[int]) -> dict[int, Teacher]:
    """Of those of `runs` that have one, by their numbers."""
    wanted = (
        select(TeacherRow, _BaseRow.name)
        .outerjoin(_BaseRow, _BaseRow.id == TeacherRow.teacher_run_id)
        .where(TeacherRow.run_id.in_(runs))
    )
    found = {}
    for row, name in session.execute(wanted):
        ref = OfRun(row.teacher_run_id, row.step) if row.is_run else from_text(row.model)
        found[row.run_id] = Teacher(ref, name or (row.model if row.is_run else str(ref)), row.sha256)
    return found


def _inputs(session: Session, runs: Select[int]) -> dict[int, tuple[tuple[Input, ...], str]]:
    """What each of `runs` learns, by its number, with the hash of its first corpus."""
    wanted = (
        select(InputRow.run_id, CorpusRow.name, InputRow.task, InputRow.weight, CorpusRow.sha256)
        .join(CorpusRow, CorpusRow.id == InputRow.corpus_id)
        .where(InputRow.run_id.in_(runs))
        .order_by(InputRow.run_id, InputRow.position)
    )
    found: dict[int, tuple[tuple[Input, ...], str]] = {}
    for run_id, corpus, task, weight, sha256 in session.execute(wanted):
        known, first = found.get(run_id, ((), sha256))
        found[run_id] = (*known, Input(corpus, task, weight)), first
    return found


def _figures(session: Session, runs: Select[int]) -> dict[int, dict[int, _Figures]]:
    """What the task of each of `runs` measured at its beginning and at the step that is kept: by number and step."""
    wanted = (
        select(MeasurementRow.run_id, MeasurementRow.step, MeasurementRow.name, MeasurementRow.value)
        .join(InputRow, (InputRow.run_id == MeasurementRow.run_id) & (InputRow.position == 0))
        .join(RunRow, RunRow.id == MeasurementRow.run_id)
        .where(
            InputRow.run_id.in_(runs),
            # “/” is followed by “0”: a range of names is found by the table's key, among a million of losses.
            MeasurementRow.name > InputRow.task + "/",
            MeasurementRow.name < InputRow.task + "0",
            MeasurementRow.step.in_((0, RunRow.kept_step)),
        )
    )
    found: dict[int, dict[int, _Figures]] = {}
    for run_id, step, name, value in session.execute(wanted):
        found.setdefault(run_id, {}).setdefault(step, {})[name] = value
    return found


@lru_cache(maxsize=4096)
def _fine_tuning(stored: str) -> FineTuning:
    """Checking the values of every run takes most of the time that reading all runs does, and they never change."""
    return FineTuning.from_json(json.loads(stored))
