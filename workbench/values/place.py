"""Where a run learns: in the program itself, in a process of its own, or on a cluster of computers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from workbench.messages.errors import KnownError
from workbench.messages.message import Message, message

MOST_WORKERS = 1024
_ADDRESS = re.compile(r"ray://(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+):([0-9]{1,5})")


class PlaceKind(StrEnum):
    HERE = "here"  # in the program itself, between what else it does
    PROCESS = "process"  # another one of this computer: should it end, the program goes on
    LOCAL_CLUSTER = "local-cluster"  # one of Ray's, which the program starts on this computer
    CLUSTER = "ray"  # one that is there already, at an address
    WORKERS = "work"  # processes that were started by hand, or by Slurm or Kubernetes


@dataclass(frozen=True)
class Where:
    """A place by what a person calls it. `str` is what is stored and typed."""

    kind: PlaceKind = PlaceKind.HERE
    address: str = ""  # of a cluster that is there already: ray://HOST:PORT; empty for one that others know
    workers: int = 1  # that make the steps of one run together

    def __str__(self) -> str:
        return (self.address or str(self.kind)) + (f"#{self.workers}" if self.workers > 1 else "")

    @property
    def place(self) -> Where:
        """The same, of whatever workers."""
        return replace(self, workers=1)

    @property
    def called(self) -> Message:
        return message("place.of_workers", place=self._alone, workers=self.workers) if self.workers > 1 else self._alone

    @property
    def _alone(self) -> Message:
        match self.kind:
            case PlaceKind.HERE:
                return message("place.here")
            case PlaceKind.PROCESS:
                return message("place.process")
            case PlaceKind.LOCAL_CLUSTER:
                return message("place.local_cluster")
            case PlaceKind.WORKERS:
                return message("place.started_by_hand")
        return message("place.cluster", address=self.address) if self.address else message("place.some_cluster")

    @property
    def is_cluster(self) -> bool:
        return self.kind in (PlaceKind.LOCAL_CLUSTER, PlaceKind.CLUSTER)

    def with_workers(self, workers: int) -> Where:
        """Raises KnownError("place.workers")."""
        can_be_several = self.is_cluster or self.kind is PlaceKind.WORKERS
        if not 1 <= workers <= MOST_WORKERS or (workers > 1 and not can_be_several):
            raise KnownError("place.workers", place=self.place.called, most=MOST_WORKERS)
        return replace(self, workers=workers)


HERE = Where()


def where_from(text: str) -> Where:
    """The inverse of `str`. Raises KnownError: place.unknown, place.workers."""
    text = text.strip()
    place, number, workers = text.partition("#")
    found = _ADDRESS.fullmatch(place)
    try:
        if found is not None and 0 < int(found[2]) < 65536:
            where = Where(PlaceKind.CLUSTER, place)
        else:
            where = Where(PlaceKind(place))
        return where.with_workers(int(workers)) if number else where
    except ValueError:
        raise KnownError("place.unknown", place=text) from None
