"""The queue of a project: runs that wait for their turn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.messages.errors import KnownError
from workbench.values.changes import Changes
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import ModelRef
from workbench.values.run import Run, Teacher

if TYPE_CHECKING:
    from workbench.store.store import Store


class RunQueue:
    """Part of an open Project; every method may be called from any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def waiting(self) -> tuple[Run, ...]:
        """The first is next."""
        return tuple(map(self._store.runs.get, self._store.queue.waiting()))

    def append(self, runs: Sequence[Run]) -> Changes:
        """Let runs wait behind all that wait already."""
        self._store.queue.append([run.id for run in runs])
        return Changes.of_waiting(*runs)

    def arrange(self, runs: Sequence[Run]) -> Changes:
        """The order in which the waiting runs take their turns, of which nothing else is said."""
        changes = self._store.runs.update_all({run.id: {"place": place} for place, run in enumerate(runs, start=1)})
        return Changes(queue=changes.runs)

    def begin(
        self, run: Run, base: ModelRef, model_sha256: str, fine_tuning: FineTuning, teacher: Teacher | None = None
    ) -> Run:
        """The turn of a waiting run has come, from the weights `base`. Raises KnownError("run.not_waiting")."""
        if not self._store.queue.begin(run.id, base, model_sha256, fine_tuning, teacher):
            raise KnownError("run.not_waiting", name=run.name)
        return self._store.runs.get(run.id)
