"""Writing down what a run tells, so that nothing but the last second is lost if the program ends."""

from __future__ import annotations

import time
from statistics import median
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from workbench.records import Checkpoint, Measurement, Run
from workbench.training.events import CheckpointSaved, Event, Finished, SampleWritten, StepMeasured, Validated

if TYPE_CHECKING:
    from workbench.store.store import Store

SECONDS_BETWEEN_FLUSHES = 1.0


class RunRecorder:
    """Keeps a run's row, measurements, samples and checkpoints as its events say. Use it as a context manager."""

    def __init__(self, store: Store, run: Run) -> None:
        self._store = store
        self._run = run
        self._waiting: list[Measurement] = []
        self._changes: dict[str, Any] = {}
        self._speeds: list[float] = []
        self._looked: Validated | None = None  # the last look, whose checkpoint may follow
        self._flushed = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.flush()

    def record(self, event: Event) -> None:
        """Take one event. Measurements are written about once a second, the rest at once."""
        match event:
            case StepMeasured():
                self._step(event)
            case Validated():
                self._validated(event)
            case SampleWritten(sample):
                self._store.add_sample(self._run.id, sample)
            case CheckpointSaved(step, folder, is_best):
                # First what led to it: resuming from a checkpoint must find everything before it.
                self.flush()
                loss = self._looked.loss if is_best and self._looked and self._looked.step == step else None
                self._store.add_checkpoint(self._run.id, Checkpoint(step, folder, is_best), loss)
            case Finished():
                self._changes["seconds"] = event.seconds
                self.flush()
        if time.monotonic() - self._flushed >= SECONDS_BETWEEN_FLUSHES:
            self.flush()

    def flush(self) -> None:
        if self._waiting:
            self._store.add_measurements(self._run.id, self._waiting)
            self._waiting = []
        if self._speeds:
            self._changes["tokens_per_second"] = median(self._speeds)
        if self._changes:
            self._store.update_run(self._run.id, **self._changes)
            self._changes = {}
        self._flushed = time.monotonic()

    def _step(self, event: StepMeasured) -> None:
        for name in ("loss", "learning_rate", "gradient_norm", "tokens_per_second"):
            self._waiting.append(Measurement(event.step, name, getattr(event, name), event.seconds))
        self._speeds.append(event.tokens_per_second)
        self._changes |= {"steps": event.step, "total_steps": event.total_steps, "seconds": event.seconds}

    def _validated(self, event: Validated) -> None:
        """The best loss is written with its checkpoint: until that is on disk, the run's model is the one before."""
        self._looked = event
        self._waiting.append(Measurement(event.step, "validation_loss", event.loss, event.seconds))
        self._changes |= {"final_validation_loss": event.loss, "seconds": event.seconds}
        if event.step == 0:
            self._changes["base_validation_loss"] = event.loss
