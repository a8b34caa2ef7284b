"""The weights that runs saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.messages.errors import KnownError
from workbench.project.folder import discard
from workbench.project.runs import Runs
from workbench.values.model_ref import OfRun
from workbench.values.run import Checkpoint, Run

if TYPE_CHECKING:
    from workbench.store.measurements import MeasurementStore

CHECKPOINTS = "checkpoints"  # the folder in that of a run


class Checkpoints:
    """Part of an open Project; every method may be called from any thread."""

    def __init__(self, store: MeasurementStore, runs: Runs) -> None:
        self._store = store
        self._runs = runs

    def of(self, run: Run) -> tuple[Checkpoint, ...]:
        """Those that are on disk, oldest first."""
        return self._store.checkpoints(run.id)

    def runs(self) -> frozenset[int]:
        """The runs, by their number, that have any on disk."""
        return self._store.runs_with_checkpoints()

    def at(self, ref: OfRun) -> Checkpoint:
        """Where these weights are. Raises KnownError: run.missing, run.no_checkpoint."""
        run = self._runs.named(str(ref))
        step = run.kept_step if ref.step is None else ref.step
        for checkpoint in self.of(run):
            if checkpoint.step == step:
                return checkpoint
        raise KnownError("run.no_checkpoint", name=run.name)

    def kept(self, run: Run) -> Checkpoint:
        """The one that is the run's model. Raises KnownError("run.no_checkpoint") where it is not on disk."""
        return self.at(OfRun(run.id))

    def prune(self, run: Run) -> int:
        """Delete what a run saved of its weights and keep everything else; returns the bytes that this frees."""
        folder = run.folder / CHECKPOINTS
        size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
        self._store.forget_checkpoints(run.id)
        discard(folder)
        return size
