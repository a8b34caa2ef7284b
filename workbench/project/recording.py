"""Writing down what a run tells, so that nothing but the last second is lost if the program ends."""

from __future__ import annotations

import time
from collections.abc import Generator
from pathlib import Path
from statistics import median
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from workbench.messages.errors import KnownError
from workbench.training.events import (
    CheckpointSaved,
    Command,
    Event,
    Finished,
    SampleWritten,
    StepMeasured,
    Validated,
    Waiting,
)
from workbench.training.waiting import SECONDS_BETWEEN_TRIES
from workbench.values.measurement import TRAINING_LOSS, Measurement, stored_as
from workbench.values.prediction import Sample
from workbench.values.run import Checkpoint

if TYPE_CHECKING:
    from workbench.store.store import Store

SECONDS_BETWEEN_FLUSHES = 1.0


class RunRecorder:
    """Keeps a run's row, measurements, samples and checkpoints as its events say. Use it as a context manager.

    While another program holds the database, or its disk is full, all of it waits in memory: `held_up` says why.
    """

    def __init__(self, store: Store, run_id: int) -> None:
        self._store = store
        self._run_id = run_id
        self._waiting: list[Measurement] = []
        self._samples: list[Sample] = []
        self._checkpoints: list[tuple[Checkpoint, float | None]] = []  # each with its loss, if it is the best
        self._changes: dict[str, Any] = {}
        self._speeds: list[float] = []
        self._looked: Validated | None = None  # the last look, whose checkpoint may follow
        self._flushed = time.monotonic()
        self.held_up: KnownError | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.flush()

    def record(self, event: Event) -> None:
        """Take one event. Measurements are written about once a second, the rest at once if it can be."""
        is_due = True
        match event:
            case StepMeasured():
                self._step(event)
                is_due = time.monotonic() - self._flushed >= SECONDS_BETWEEN_FLUSHES
            case Validated():
                self._validated(event)
            case SampleWritten(sample):
                self._samples.append(sample)
            case CheckpointSaved(step, folder, is_best):
                loss = self._looked.loss if is_best and self._looked and self._looked.step == step else None
                self._checkpoints.append((Checkpoint(step, folder, is_best), loss))
            case Finished():
                self._changes["seconds"] = event.seconds
            case _:
                is_due = False
        if is_due:
            self.flush()

    def flush(self) -> bool:
        """Write what waits; whether nothing waits any more."""
        try:
            with self._store.database.hurrying():
                self._write()
            self.held_up = None
        except KnownError as error:
            if not error.passes:
                raise
            self.held_up = error
        self._flushed = time.monotonic()
        return self.held_up is None

    def _write(self) -> None:
        """A checkpoint comes last: resuming from it must find everything that led to it."""
        run_id = self._run_id
        if self._waiting:
            self._store.measurements.add(run_id, self._waiting)
            self._waiting = []
        if self._speeds:
            self._changes["tokens_per_second"] = median(self._speeds)
        if self._changes:
            self._store.runs.update(run_id, **self._changes)
            self._changes = {}
        while self._samples:
            self._store.measurements.add_sample(run_id, self._samples[0])
            del self._samples[0]
        while self._checkpoints:
            checkpoint, loss = self._checkpoints[0]
            self._store.measurements.add_checkpoint(run_id, checkpoint, loss)
            del self._checkpoints[0]

    def _step(self, event: StepMeasured) -> None:
        for name in ("loss", "learning_rate", "gradient_norm", "tokens_per_second"):
            self._waiting.append(Measurement(event.step, name, getattr(event, name), event.seconds))
        if event.part:
            name = stored_as(event.part, TRAINING_LOSS)
            self._waiting.append(Measurement(event.step, name, event.loss, event.seconds))
        self._speeds.append(event.tokens_per_second)
        self._changes |= {"steps": event.step, "total_steps": event.total_steps, "seconds": event.seconds}

    def _validated(self, event: Validated) -> None:
        """The best loss is written with its checkpoint: until that is on disk, the run's model is the one before."""
        self._looked = event
        for name, value in {"validation_loss": event.loss, **event.figures}.items():
            self._waiting.append(Measurement(event.step, name, value, event.seconds))
        self._changes |= {"final_validation_loss": event.loss, "seconds": event.seconds}
        if event.step == 0:
            self._changes["base_validation_loss"] = event.loss


def until_recorded(
    recorder: RunRecorder, folder: Path, told: Command | None = None
) -> Generator[Event, Command | None, Command | None]:
    """Until everything is in the database, or the driver would rather leave (as it may have `told` before).

    Returns the last command that it gave.
    """
    while not recorder.flush() and told is not Command.LEAVE:
        assert recorder.held_up is not None
        told = (yield Waiting.for_end_of(recorder.held_up, folder)) or told
        time.sleep(SECONDS_BETWEEN_TRIES)
    return told
