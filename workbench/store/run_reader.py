"""Rows read as the runs that they are, in a few questions for all of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session, aliased

from workbench.ground import records
from workbench.messages.message import message
from workbench.store.database import Database
from workbench.store.failures import failure_of
from workbench.store.rows import UNREADABLE, check_is_of_a_row, with_zone
from workbench.store.tables import CorpusRow, InputRow, MeasurementRow, RunRow, TeacherRow
from workbench.values.fine_tuning import FineTuning
from workbench.values.measurement import TRAINING_LOSS
from workbench.values.model_ref import OfRun, from_text
from workbench.values.place import where_from
from workbench.values.run import Extension, Input, Provenance, Run, RunStatus, Teacher

_BaseRow = aliased(RunRow)
# Made once: SQLAlchemy takes longer to put a statement together than SQLite to answer it.
_RUNS = select(RunRow, _BaseRow.name).outerjoin(_BaseRow, _BaseRow.id == RunRow.base_run_id).order_by(RunRow.id.desc())
_TEACHERS = select(TeacherRow, _BaseRow.name).outerjoin(_BaseRow, _BaseRow.id == TeacherRow.teacher_run_id)
_INPUTS = (
    select(InputRow.run_id, CorpusRow.name, InputRow.task, InputRow.weight, CorpusRow.sha256)
    .join(CorpusRow, CorpusRow.id == InputRow.corpus_id)
    .order_by(InputRow.run_id, InputRow.position)
)
# Behind the name of a task: all figures but what each step came to, and those of the second of its kind and further
# ones. “/” is followed by “0”, and “#” by “$”.
_FIGURES = tuple(
    select(MeasurementRow.run_id, MeasurementRow.step, MeasurementRow.name, MeasurementRow.value)
    .join(InputRow, InputRow.run_id == MeasurementRow.run_id)
    .join(RunRow, RunRow.id == MeasurementRow.run_id)
    .where(
        InputRow.position >= (1 if after == "#" else 0),
        # A range of names is found by the table's key, among a million of losses.
        MeasurementRow.name > InputRow.task + after,
        MeasurementRow.name < InputRow.task + before,
        MeasurementRow.step.in_((0, RunRow.kept_step)),
    )
    for after, before in (("/", f"/{TRAINING_LOSS}"), (f"/{TRAINING_LOSS}", "0"), ("#", "$"))
)
_Figures = dict[str, float]  # by TASK/FIGURE


class RunReader:
    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self, *conditions: ColumnElement[bool], most: int | None = None) -> tuple[Run, ...]:
        """Newest first; a row that cannot be read costs no other run."""
        try:
            return self._read_all(*conditions, most=most)
        except UNREADABLE as error:
            check_is_of_a_row(error)
        with self._database.session() as session:
            ids = session.scalars(select(RunRow.id).where(*conditions).order_by(RunRow.id.desc()).limit(most)).all()
        return tuple(map(self._readable, ids))

    def _read_all(self, *conditions: ColumnElement[bool], most: int | None = None) -> tuple[Run, ...]:
        with self._database.session() as session:
            found = session.execute(_RUNS.where(*conditions).limit(most)).all()
            chosen = select(RunRow.id).where(*conditions).order_by(RunRow.id.desc()).limit(most)
            inputs, figures, teachers = _inputs(session, chosen), _figures(session, chosen), _teachers(session, chosen)
        return tuple(
            replace(
                self._run(row, base, *inputs.get(row.id, ((), "")), figures.get(row.id, {})),
                teacher=teachers.get(row.id),
            )
            for row, base in found
        )

    def _readable(self, run_id: int) -> Run:
        """A run by itself; where its row is damaged, or was written by a newer program, what can be said of it."""
        try:
            return self._read_all(RunRow.id == run_id)[0]
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
            where=where_from(row.runs_on),
            best_figures={} if row.kept_step is None else figures.get(row.kept_step, {}),
        )


def _teachers(session: Session, runs: Select[int]) -> dict[int, Teacher]:
    """Of those of `runs` that have one, by their numbers."""
    found = {}
    for row, name in session.execute(_TEACHERS.where(TeacherRow.run_id.in_(runs))):
        ref = OfRun(row.teacher_run_id, row.step) if row.is_run else from_text(row.model)
        found[row.run_id] = Teacher(ref, name or (row.model if row.is_run else str(ref)), row.sha256)
    return found


def _inputs(session: Session, runs: Select[int]) -> dict[int, tuple[tuple[Input, ...], str]]:
    """What each of `runs` learns, by its number, with the hash of its first corpus."""
    found: dict[int, tuple[tuple[Input, ...], str]] = {}
    for run_id, corpus, task, weight, sha256 in session.execute(_INPUTS.where(InputRow.run_id.in_(runs))):
        known, first = found.get(run_id, ((), sha256))
        found[run_id] = (*known, Input(corpus, task, weight)), first
    return found


def _figures(session: Session, runs: Select[int]) -> dict[int, dict[int, _Figures]]:
    """What the tasks of each of `runs` measured at its beginning and at the step that is kept: by number and step."""
    found: dict[int, dict[int, _Figures]] = {}
    for wanted in _FIGURES:
        for run_id, step, name, value in session.execute(wanted.where(InputRow.run_id.in_(runs))):
            if not name.endswith(f"/{TRAINING_LOSS}"):
                found.setdefault(run_id, {}).setdefault(step, {})[name] = value
    return found


@lru_cache(maxsize=4096)
def _fine_tuning(stored: str) -> FineTuning:
    """Checking the values of every run takes most of the time that reading all runs does, and they never change."""
    return FineTuning.from_json(json.loads(stored))
