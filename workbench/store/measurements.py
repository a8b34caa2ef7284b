"""What runs measured, wrote and kept: measurements, samples and checkpoints, as rows."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from contextlib import suppress

from sqlalchemy import delete, insert, select, update

from workbench.ground import records
from workbench.store.curves import measured_names, read_curves
from workbench.store.database import Database
from workbench.store.tables import CheckpointRow, MeasurementRow, RunRow, SampleRow
from workbench.values.measurement import Curve, Measurement
from workbench.values.prediction import Prediction, Sample
from workbench.values.run import Checkpoint


class MeasurementStore:
    """Runs are named by their ids."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, run_id: int, measurements: Sequence[Measurement]) -> None:
        """A step that is measured again (after resuming) replaces what was there."""
        if not measurements:
            return
        rows = [{"run_id": run_id, **dataclasses.asdict(measurement)} for measurement in measurements]
        with self._database.session() as session:
            session.execute(insert(MeasurementRow).prefix_with("OR REPLACE"), rows)

    def curves(self, run_id: int, names: Sequence[str] | None = None) -> dict[str, Curve]:
        with self._database.session() as session:
            return read_curves(session.connection(), run_id, names)

    def every(self, run_id: int) -> tuple[Measurement, ...]:
        """All that was measured, by name and step, however long the curves are."""
        columns = (MeasurementRow.step, MeasurementRow.name, MeasurementRow.value, MeasurementRow.seconds)
        with self._database.session() as session:
            rows = session.execute(
                select(*columns)
                .where(MeasurementRow.run_id == run_id)
                .order_by(MeasurementRow.name, MeasurementRow.step)
            ).all()
        return tuple(Measurement(*row) for row in rows)

    def add_checkpoint(self, run_id: int, checkpoint: Checkpoint, loss: float | None = None) -> None:
        """Add the row, and forget checkpoints that are no longer on disk. The best one is the run's model from now on,
        with its `loss` on the validation text."""
        with self._database.session() as session:
            if checkpoint.is_best:
                session.execute(update(CheckpointRow).where(CheckpointRow.run_id == run_id).values(is_best=False))
                kept = {"kept_step": checkpoint.step, "best_validation_loss": loss}
                session.execute(update(RunRow).where(RunRow.id == run_id).values(**kept))
            session.merge(
                CheckpointRow(
                    run_id=run_id,
                    step=checkpoint.step,
                    folder=self._database.relative(checkpoint.folder),
                    is_best=checkpoint.is_best,
                )
            )
            for row in session.scalars(select(CheckpointRow).where(CheckpointRow.run_id == run_id)):
                if not self._database.place(row.folder, "runs").is_dir():
                    session.delete(row)

    def names(self, run_id: int) -> tuple[str, ...]:
        with self._database.session() as session:
            return measured_names(session.connection(), run_id)

    def forget_checkpoints(self, run_id: int) -> None:
        with self._database.session() as session:
            session.execute(delete(CheckpointRow).where(CheckpointRow.run_id == run_id))

    def checkpoints(self, run_id: int) -> tuple[Checkpoint, ...]:
        """Those that are on disk, oldest first."""
        with self._database.session() as session:
            rows = session.scalars(
                select(CheckpointRow).where(CheckpointRow.run_id == run_id).order_by(CheckpointRow.step)
            )
            found = [Checkpoint(row.step, self._database.place(row.folder, "runs"), row.is_best) for row in rows]
        return tuple(checkpoint for checkpoint in found if checkpoint.folder.is_dir())

    def runs_with_checkpoints(self) -> frozenset[int]:
        """Those of which one is on disk."""
        with self._database.session() as session:
            rows = session.execute(select(CheckpointRow.run_id, CheckpointRow.folder)).all()
        found: set[int] = set()
        for run_id, folder in rows:
            if run_id not in found and self._database.place(folder, "runs").is_dir():
                found.add(run_id)
        return frozenset(found)

    def add_sample(self, run_id: int, sample: Sample) -> None:
        predictions = records.written(sample.predictions)
        with self._database.session() as session:
            session.merge(
                SampleRow(
                    run_id=run_id, step=sample.step, prompt=sample.prompt, text=sample.text, predictions=predictions
                )
            )

    def samples(self, run_id: int) -> tuple[Sample, ...]:
        """By step, and at each step in the order of the run's prompts."""
        with self._database.session() as session:
            prompts = session.scalars(select(RunRow.prompts).where(RunRow.id == run_id)).one()
            order = {prompt: number for number, prompt in enumerate(prompts)}
            rows = session.scalars(select(SampleRow).where(SampleRow.run_id == run_id).order_by(SampleRow.step))
            found = []
            for row in rows:
                with suppress(ValueError):  # a newer program's, which knows more of a word
                    words = records.read(tuple[Prediction, ...], row.predictions)
                    found.append(Sample(row.step, row.prompt, row.text, words))
        return tuple(sorted(found, key=lambda sample: (sample.step, order.get(sample.prompt, len(order)))))
