"""The weights that runs saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.messages.errors import KnownError
from workbench.project.folder import discard
from workbench.project.runs import Runs
from workbench.values.measurement import stored_as
from workbench.values.model_ref import OfRun
from workbench.values.run import Checkpoint, Run, keys_of

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
        """The numbers of the runs that have one on disk."""
        return self._store.with_checkpoints()

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

    def best_of_each(self, run: Run) -> dict[str, int]:
        """Of each of several things that a run learnt at once, by its key, at which step it was told best.

        Only where these weights are on disk, and are others than those that are kept as the run's model.
        """
        saved, found = {each.step for each in self.of(run)}, {}
        for key in keys_of(run.inputs) if len(run.inputs) > 1 else ():
            curve = self._runs.curves(run, [stored_as(key, "loss")]).get(stored_as(key, "loss"))
            at = [] if curve is None else [(loss, step) for step, loss in zip(curve.steps, curve.values, strict=True)]
            best = int(min(at)[1]) if at else None
            if best is not None and best in saved and best != run.kept_step:
                found[key] = best
        return found

    def prune(self, run: Run) -> int:
        """Delete what a run saved of its weights and keep everything else; returns the bytes that this frees."""
        folder = run.folder / CHECKPOINTS
        size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
        self._store.forget_checkpoints(run.id)
        discard(folder)
        return size
