"""Workers that were started by hand, as by Slurm or Kubernetes: all of them see the folder of their run."""

from __future__ import annotations

from pathlib import Path

from workbench.ground.files import write_atomically
from workbench.messages.errors import KnownError
from workbench.training.places.assignment import Assignment, Work
from workbench.training.places.execution import follow_in
from workbench.training.places.parcel import on_disk, packed, unpacked
from workbench.training.places.process import mapped
from workbench.training.workers import BEGIN, Order, Team, WorkerLostError, Workers

PARCEL = "work.parcel"  # in a run's folder, while workers begin it


def gathered(team: Team) -> Workers:
    """As soon as all of them are there. Raises KnownError("work.lost")."""
    try:
        return Workers(team)
    except WorkerLostError as error:
        raise KnownError("work.lost", detail=str(error)) from error


def begin_together(work: Work, workers: Workers) -> None:
    """Say to those that follow what is to be learnt. Raises WorkerLostError."""
    write_atomically(work.folder / PARCEL, packed(Assignment.of(work, with_files=False), on_disk))
    workers.tell(Order(BEGIN))


def follow_here(folder: Path, workers: Workers) -> None:
    """Help to make the steps of the run whose `folder` that is, until it is over. Raises KnownError("work.lost")."""
    try:
        if workers.hear().step == BEGIN:
            follow_in(unpacked((folder / PARCEL).read_bytes(), mapped), folder, workers)
    except WorkerLostError as error:
        raise KnownError("work.lost", detail=str(error)) from error
