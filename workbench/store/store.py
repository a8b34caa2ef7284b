"""Reading and writing a project's records; every function opens its own short session, so any thread may call."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import ColumnElement, String, cast, delete, func, insert, or_, select, update
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import DatabaseError, IntegrityError
from sqlalchemy.orm import Session, aliased

from workbench.ground.files import leads_out
from workbench.messages.errors import KnownError
from workbench.store import moving
from workbench.store.contents import NO_CONTENTS, contents_of, values_of
from workbench.store.curves import measured_names, read_curves
from workbench.store.order import OrderStore
from workbench.store.schema import (
    PATIENCE,
    database_error,
    open_database,
    open_to_look,
    schema,
    sqlite_error,
    unsound,
    wait_at_most,
)
from workbench.store.tables import (
    CheckpointRow,
    CorpusRow,
    MeasurementRow,
    ModelFolderRow,
    PreferenceRow,
    RunRow,
    SampleRow,
)
from workbench.values.fine_tuning import FineTuning
from workbench.values.records import (
    Checkpoint,
    Corpus,
    CorpusContents,
    Curve,
    Extension,
    Measurement,
    Prediction,
    Provenance,
    Run,
    RunStatus,
    Sample,
)

UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, KnownError)  # what a row that is no row of ours raises
DATABASE = "project.sqlite"
HASTE = 0.1  # seconds to wait for another program's lock, where waiting would be felt
NOWHERE = ".nowhere"  # a folder that never is
HIGHEST_RUN = "runs.highest"  # a preference: the number of the newest run, if that was deleted
_BaseRow = aliased(RunRow)


class Store:
    """The records in project.sqlite of `folder`; paths inside the project are stored relative to it."""

    def __init__(self, folder: Path, *, to_look: bool = False) -> None:
        """`to_look`: nothing is ever written, and whoever writes is told so."""
        self._folder = folder
        self._thread = threading.local()  # .patience of each thread, in seconds
        self._unwritten: dict[str, Any] = {}  # preferences that could not be written yet
        self._aside: TemporaryDirectory[str] | None = None  # for a copy, where the database cannot be read in place
        if to_look:
            self._aside = TemporaryDirectory(ignore_cleanup_errors=True)
            self._engine = open_to_look(folder / DATABASE, Path(self._aside.name))
        else:
            self._engine = open_database(folder / DATABASE)
        self.order = OrderStore(self._session)
        if self.preference(moving.ON_THE_WAY, False):
            moving.arrive(Path(str(self._engine.url.database)), folder)

    def close(self) -> None:
        if self._unwritten:
            with suppress(KnownError):
                self._write_preferences()
        self._engine.dispose()
        if self._aside is not None:
            self._aside.cleanup()

    def hurry(self, hurries: bool = True) -> None:
        """Let the calling thread hardly wait for another program's lock: somebody looks at what it draws."""
        self._thread.patience = HASTE if hurries else PATIENCE

    @contextmanager
    def hurrying(self) -> Iterator[None]:
        """Within the block, do as after `hurry`: what cannot be written at once can be written later."""
        before = getattr(self._thread, "patience", PATIENCE)
        self._thread.patience = HASTE
        try:
            yield
        finally:
            self._thread.patience = before

    def schema(self) -> str:
        with self._session() as session:
            return schema(session.connection())

    def unsound(self) -> str:
        """What is wrong with the database file; empty where it is sound."""
        try:
            return unsound(self._engine)
        except DatabaseError as error:
            return str(error.orig)

    # Corpora

    def corpora(self) -> tuple[Corpus, ...]:
        """Newest first."""
        try:
            with self._session() as session:
                return tuple(map(self._corpus, session.scalars(select(CorpusRow).order_by(CorpusRow.id.desc()))))
        except UNREADABLE as error:
            _check_is_of_a_row(error)
        with self._session() as session:
            ids = session.scalars(select(CorpusRow.id).order_by(CorpusRow.id.desc())).all()
        return tuple(self._readable_corpus(corpus_id) for corpus_id in ids)

    def _readable_corpus(self, corpus_id: int) -> Corpus:
        """A text by itself; of one whose row is damaged its name and place alone, so that the others can be used."""
        try:
            with self._session() as session:
                return self._corpus(session.get_one(CorpusRow, corpus_id))
        except UNREADABLE as error:
            _check_is_of_a_row(error)
        with self._session() as session:
            wanted = select(CorpusRow.name, CorpusRow.folder).where(CorpusRow.id == corpus_id)
            name, folder = session.execute(wanted).one()
        place = self._place(str(folder), "corpora")
        return Corpus(corpus_id, str(name), place, NO_CONTENTS, datetime.fromtimestamp(0, UTC))

    def add_corpus(self, name: str, folder: Path, contents: CorpusContents) -> Corpus:
        row = CorpusRow(name=name, folder=self._relative(folder), created=_now(), **values_of(contents))
        with self._session() as session:
            session.add(row)
            try:
                session.flush()
            except IntegrityError as error:
                raise KnownError("corpus.exists", name=name) from error
            return self._corpus(row)

    def replace_corpus(self, name: str, folder: Path, contents: CorpusContents) -> Corpus:
        """Give a corpus other contents. Raises KnownError("corpus.in_use") if runs have learnt from it."""
        with self._session() as session:
            row = session.scalars(select(CorpusRow).where(CorpusRow.name == name)).one()
            count = session.scalar(select(func.count()).select_from(RunRow).where(RunRow.corpus_id == row.id))
            if count:
                raise KnownError("corpus.in_use", name=name, count=count)
            for column, value in {"folder": self._relative(folder), **values_of(contents)}.items():
                setattr(row, column, value)
            session.flush()
            return self._corpus(row)

    def delete_corpus(self, name: str) -> None:
        with self._session() as session:
            corpus_id = session.scalar(select(CorpusRow.id).where(CorpusRow.name == name))
            count = session.scalar(select(func.count()).select_from(RunRow).where(RunRow.corpus_id == corpus_id))
            if count:
                raise KnownError("corpus.in_use", name=name, count=count)
            session.execute(delete(CorpusRow).where(CorpusRow.id == corpus_id))

    # Runs

    def runs(self) -> tuple[Run, ...]:
        """Newest first."""
        return self._runs()

    def run(self, run_id: int) -> Run:
        return self._runs(RunRow.id == run_id)[0]

    def newest_run(self) -> Run | None:
        """Without those that wait for their turn."""
        return next(iter(self._runs(RunRow.status != RunStatus.QUEUED, most=1)), None)

    def find_run(self, name: str) -> Run | None:
        """By its name, which is no number, or by its number."""
        return next(iter(self._runs(or_(RunRow.name == name, cast(RunRow.id, String) == name))), None)

    def add_run(
        self,
        *,
        name: str,
        folder: Path,
        corpus: str,
        model: str,
        model_sha256: str,
        fine_tuning: FineTuning,
        prompts: Sequence[str],
        status: RunStatus = RunStatus.RUNNING,
        group: str = "",
        sweep_id: int | None = None,
        base_run_id: int | None = None,
    ) -> Run:
        """`base_run_id` is the run that `model` is."""
        with self._session() as session:
            row = RunRow(
                id=self._next_run_id(session),
                name=name,
                folder=self._relative(folder),
                status=status,
                group=group,
                sweep_id=sweep_id,
                corpus_id=session.scalars(select(CorpusRow.id).where(CorpusRow.name == corpus)).one(),
                model=model,
                model_sha256=model_sha256,
                fine_tuning=fine_tuning.to_json(),
                prompts=list(prompts),
                created=_now(),
                begun=_now() if status is RunStatus.RUNNING else None,
                base_run_id=base_run_id,
                began_from_run=base_run_id is not None,
            )
            session.add(row)
            try:
                session.flush()
            except IntegrityError as error:
                raise KnownError("run.exists", name=name) from error
            run_id = row.id
        return self.run(run_id)

    def update_run(self, run_id: int, **changes: Any) -> Run:
        with self._session() as session:
            try:
                session.execute(update(RunRow).where(RunRow.id == run_id).values(**changes))
            except IntegrityError as error:
                raise KnownError("run.exists", name=changes.get("name")) from error
        return self.run(run_id)

    def delete_run(self, run_id: int) -> None:
        with self._session() as session:
            if self._next_run_id(session) == run_id + 1:
                session.merge(PreferenceRow(key=HIGHEST_RUN, value={"value": run_id}))
            session.execute(update(RunRow).where(RunRow.base_run_id == run_id).values(base_run_id=None))
            session.execute(delete(RunRow).where(RunRow.id == run_id))

    def finish_run(self, run_id: int, status: RunStatus, error: str) -> Run:
        return self.update_run(run_id, status=status, error=error, ended=_now())

    def interrupt_running(self) -> None:
        """A run that reads as running when a project is opened was left by a process that is gone."""
        with self._session() as session:
            session.execute(
                update(RunRow).where(RunRow.status == RunStatus.RUNNING).values(status=RunStatus.INTERRUPTED)
            )

    def prompts(self, run_id: int) -> tuple[str, ...]:
        with self._session() as session:
            return tuple(session.scalars(select(RunRow.prompts).where(RunRow.id == run_id)).one())

    # What a run measured

    def add_measurements(self, run_id: int, measurements: Sequence[Measurement]) -> None:
        """A step that is measured again (after resuming) replaces what was there."""
        if not measurements:
            return
        rows = [{"run_id": run_id, **dataclasses.asdict(measurement)} for measurement in measurements]
        with self._session() as session:
            session.execute(insert(MeasurementRow).prefix_with("OR REPLACE"), rows)

    def curves(self, run_id: int, names: Sequence[str] | None = None) -> dict[str, Curve]:
        with self._session() as session:
            return read_curves(session.connection(), run_id, names)

    def every_measurement(self, run_id: int) -> tuple[Measurement, ...]:
        """All that was measured, by name and step, however long the curves are."""
        columns = (MeasurementRow.step, MeasurementRow.name, MeasurementRow.value, MeasurementRow.seconds)
        with self._session() as session:
            rows = session.execute(
                select(*columns)
                .where(MeasurementRow.run_id == run_id)
                .order_by(MeasurementRow.name, MeasurementRow.step)
            ).all()
        return tuple(Measurement(*row) for row in rows)

    def add_checkpoint(self, run_id: int, checkpoint: Checkpoint, loss: float | None = None) -> None:
        """Add the row, and forget checkpoints that are no longer on disk. The best one is the run's model from now on,
        with its `loss` on the validation text."""
        with self._session() as session:
            if checkpoint.is_best:
                session.execute(update(CheckpointRow).where(CheckpointRow.run_id == run_id).values(is_best=False))
                kept = {"kept_step": checkpoint.step, "best_validation_loss": loss}
                session.execute(update(RunRow).where(RunRow.id == run_id).values(**kept))
            session.merge(
                CheckpointRow(
                    run_id=run_id,
                    step=checkpoint.step,
                    folder=self._relative(checkpoint.folder),
                    is_best=checkpoint.is_best,
                )
            )
            for row in session.scalars(select(CheckpointRow).where(CheckpointRow.run_id == run_id)):
                if not self._place(row.folder, "runs").is_dir():
                    session.delete(row)

    def measured(self, run_id: int) -> tuple[str, ...]:
        with self._session() as session:
            return measured_names(session.connection(), run_id)

    def forget_checkpoints(self, run_id: int) -> None:
        with self._session() as session:
            session.execute(delete(CheckpointRow).where(CheckpointRow.run_id == run_id))

    def checkpoints(self, run_id: int) -> tuple[Checkpoint, ...]:
        """Those that are on disk, oldest first."""
        with self._session() as session:
            rows = session.scalars(
                select(CheckpointRow).where(CheckpointRow.run_id == run_id).order_by(CheckpointRow.step)
            )
            found = [Checkpoint(row.step, self._place(row.folder, "runs"), row.is_best) for row in rows]
        return tuple(checkpoint for checkpoint in found if checkpoint.folder.is_dir())

    def add_sample(self, run_id: int, sample: Sample) -> None:
        predictions = [dataclasses.asdict(prediction) for prediction in sample.predictions]
        with self._session() as session:
            session.merge(
                SampleRow(
                    run_id=run_id, step=sample.step, prompt=sample.prompt, text=sample.text, predictions=predictions
                )
            )

    def samples(self, run_id: int) -> tuple[Sample, ...]:
        """By step, and at each step in the order of the run's prompts."""
        order = {prompt: number for number, prompt in enumerate(self.prompts(run_id))}
        with self._session() as session:
            rows = session.scalars(select(SampleRow).where(SampleRow.run_id == run_id).order_by(SampleRow.step))
            found = []
            for row in rows:
                with suppress(TypeError):  # a newer program's, which knows more of a word
                    words = tuple(Prediction(**word) for word in row.predictions)
                    found.append(Sample(row.step, row.prompt, row.text, words))
        return tuple(sorted(found, key=lambda sample: (sample.step, order.get(sample.prompt, len(order)))))

    def rewind(self, run_id: int, step: int) -> None:
        """Forget what a run measured after `step`; it reads as running and is about to measure it again."""
        with self._session() as session:
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

    # The whole project

    def copy_for_elsewhere(self, target: Path, models: Mapping[str, str]) -> None:
        """See `moving.copy_for_elsewhere`."""
        try:
            moving.copy_for_elsewhere(self._folder / DATABASE, target, models)
        except sqlite3.Error as error:
            raise sqlite_error(error, target.parent) from error

    # Small things

    def model_folders(self) -> tuple[Path, ...]:
        with self._session() as session:
            return tuple(map(Path, session.scalars(select(ModelFolderRow.folder).order_by(ModelFolderRow.folder))))

    def add_model_folder(self, folder: Path) -> None:
        with self._session() as session:
            session.merge(ModelFolderRow(folder=str(folder)))

    def preference(self, key: str, default: object) -> Any:
        if key in self._unwritten:
            return self._unwritten[key]
        with self._session() as session:
            row = session.get(PreferenceRow, key)
            return default if row is None else row.value["value"]

    def set_preference(self, key: str, value: object) -> None:
        """Where it cannot be written just now it is kept in memory, and written with the next one or at the end."""
        self._unwritten[key] = json.loads(json.dumps(value))  # as it will be read back
        try:
            self._write_preferences()
        except KnownError as error:
            if not (error.passes or error.code == "project.view_only"):
                raise

    def _write_preferences(self) -> None:
        waiting = dict(self._unwritten)
        statement = sqlite_insert(PreferenceRow)
        statement = statement.on_conflict_do_update(index_elements=["key"], set_={"value": statement.excluded.value})
        with self._session() as session:
            session.execute(statement, [{"key": key, "value": {"value": value}} for key, value in waiting.items()])
        for key, value in waiting.items():
            if self._unwritten.get(key) is value:  # and not a newer one, that came meanwhile
                del self._unwritten[key]

    @contextmanager
    def _session(self) -> Iterator[Session]:
        """One transaction; SQLite's errors leave as KnownErrors."""
        try:
            with Session(self._engine, expire_on_commit=False) as session, session.begin():
                wait_at_most(session.connection(), getattr(self._thread, "patience", PATIENCE))
                yield session
        except DatabaseError as error:
            known = database_error(error, self._folder)
            if self._aside is not None and known.code == "project.read_only":
                known = KnownError("project.view_only", folder=self._folder)
            raise known from error

    def _runs(self, *conditions: ColumnElement[bool], most: int | None = None) -> tuple[Run, ...]:
        """Newest first."""
        try:
            return self._read_runs(*conditions, most=most)
        except UNREADABLE as error:
            _check_is_of_a_row(error)
        with self._session() as session:
            ids = session.scalars(select(RunRow.id).where(*conditions).order_by(RunRow.id.desc()).limit(most)).all()
        return tuple(map(self._readable_run, ids))

    def _read_runs(self, *conditions: ColumnElement[bool], most: int | None = None) -> tuple[Run, ...]:
        wanted = (
            select(RunRow, CorpusRow.name, CorpusRow.sha256, _BaseRow.name)
            .join(CorpusRow, CorpusRow.id == RunRow.corpus_id)
            .outerjoin(_BaseRow, _BaseRow.id == RunRow.base_run_id)
            .where(*conditions)
            .order_by(RunRow.id.desc())
            .limit(most)
        )
        with self._session() as session:
            return tuple(self._run(*found) for found in session.execute(wanted))

    def _readable_run(self, run_id: int) -> Run:
        """A run by itself; where its row is damaged, or was written by a newer program, what can be said of it."""
        try:
            return self._read_runs(RunRow.id == run_id)[0]
        except UNREADABLE as error:
            _check_is_of_a_row(error)
        with self._session() as session:
            name, folder = session.execute(select(RunRow.name, RunRow.folder).where(RunRow.id == run_id)).one()
        return Run(
            run_id, str(name), self._place(str(folder), "runs"), RunStatus.FAILED, "", "", "", FineTuning(),
            datetime.fromtimestamp(0, UTC), error=str(KnownError("run.unreadable", name=name)),
        )  # fmt: skip

    def _place(self, name: str, part: str) -> Path:
        """A folder that a row names, in its part of the project.

        A project may come from a stranger, and what it names is read, replaced and deleted: a name that leads anywhere
        else names nothing.
        """
        path = PurePosixPath(name)
        if leads_out(name) or "\\" in name or len(path.parts) < 2 or path.parts[0] != part:
            return self._folder / part / NOWHERE
        return self._folder / path

    def _relative(self, folder: Path) -> str:
        return folder.relative_to(self._folder).as_posix()

    def _corpus(self, row: CorpusRow) -> Corpus:
        folder = self._place(row.folder, "corpora")
        return Corpus(row.id, row.name, folder, contents_of(row), row.created.replace(tzinfo=UTC))

    def _run(self, row: RunRow, corpus: str, text: str, base: str | None) -> Run:
        """`text` is the corpus's hash, `base` the present name of the run that it began from."""
        provenance = None if row.provenance is None else Provenance(**row.provenance)
        return Run(
            id=row.id,
            name=row.name,
            folder=self._place(row.folder, "runs"),
            status=RunStatus(row.status),
            corpus=corpus,
            model=base or row.model,
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
            error=row.error,
            tags=tuple(row.tags),
            group=row.group,
            is_archived=row.is_archived,
            sweep_id=row.sweep_id,
            is_winner=row.is_winner,
            provenance=provenance,
            kept_step=row.kept_step,
            began_from_run=row.began_from_run,
            base_run_id=row.base_run_id,
            bytes_per_token=row.bytes_per_token,
            spelled_share=row.spelled_share,
            extensions=tuple(Extension(*each) for each in row.extensions),
            begun=_with_zone(row.begun),
            ended=_with_zone(row.ended),
            corpus_sha256=text if provenance is None else provenance.corpus_sha256,
            tokenizer_sha256=row.tokenizer_sha256,
        )


@lru_cache(maxsize=4096)
def _fine_tuning(stored: str) -> FineTuning:
    """Checking the values of every run takes most of the time that reading all runs does, and they never change."""
    return FineTuning.from_json(json.loads(stored))


def _check_is_of_a_row(error: Exception) -> None:
    """Raise what is not about one row, but about the whole database."""
    if isinstance(error, KnownError) and not error.code.startswith("setting."):
        raise error


def _with_zone(moment: datetime | None) -> datetime | None:
    return moment and moment.replace(tzinfo=UTC)


def _now() -> datetime:
    """Universal time; SQLite keeps no zone."""
    return datetime.now(UTC).replace(tzinfo=None)
