"""Keeping many runs in order: the queue, sweeps, and what a person files them under."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.messages.errors import KnownError
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import ModelRef
from workbench.values.run import Run, SweepRecord

if TYPE_CHECKING:
    from workbench.store.store import Store


@dataclass(frozen=True)
class Filing:
    """What a person files a run under."""

    tags: tuple[str, ...] = ()
    group: str = ""
    is_archived: bool = False
    note: str = ""

    @classmethod
    def of(cls, run: Run) -> Filing:
        return cls(run.tags, run.group, run.is_archived, run.note)


class RunOrder:
    """Part of an open Project; every method may be called from any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def file(self, filings: Mapping[int, Filing]) -> None:
        """File runs, by their ids, all of them or none. Tags that come twice and blank ones are left out."""
        self._store.order.change_runs({run_id: _values(filing) for run_id, filing in filings.items()})

    def waiting(self) -> tuple[Run, ...]:
        """The runs in the queue; the first is next."""
        return tuple(map(self._store.runs.get, self._store.order.waiting()))

    def append(self, runs: Sequence[Run]) -> None:
        """Let runs wait behind all that wait already."""
        self._store.order.append([run.id for run in runs])

    def arrange(self, runs: Sequence[Run]) -> None:
        self._store.order.arrange([run.id for run in runs])

    def begin_run(self, run: Run, base: ModelRef, model_sha256: str, fine_tuning: FineTuning) -> Run:
        """The turn of a waiting run has come, from the weights `base`. Raises KnownError("run.not_waiting")."""
        if not self._store.order.begin_run(run.id, base, model_sha256, fine_tuning):
            raise KnownError("run.not_waiting", name=run.name)
        return self._store.runs.get(run.id)

    def add_sweep(self, name: str, plan: Mapping[str, Any], *, keeps_all: bool) -> SweepRecord:
        return self._store.order.add_sweep(name, plan, keeps_all)

    def sweep(self, sweep_id: int) -> SweepRecord:
        return self._store.order.sweep(sweep_id)

    def mark_winner(self, sweep: SweepRecord, winner: Run | None) -> None:
        """The one winner of the sweep, or none."""
        self._store.order.mark_winner(sweep.id, winner.id if winner else None)


def _values(filing: Filing) -> dict[str, Any]:
    tags = dict.fromkeys(tag.strip() for tag in filing.tags if tag.strip())
    return {
        "tags": list(tags), "group": filing.group.strip(), "is_archived": filing.is_archived, "note": filing.note,
    }  # fmt: skip
