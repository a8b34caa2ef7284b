"""What runs on a computer of a cluster: one run, or one of its workers, in a folder that goes with it."""

from __future__ import annotations

import glob
import os
import platform
import shutil
import socket
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import psutil

from workbench import __version__
from workbench.corpora.shards import Layout, ShardedTokens, Shards
from workbench.messages.errors import KnownError
from workbench.training.places.assignment import Assignment
from workbench.training.places.execution import Ask, Execution, Go, Told, Weights, failed, follow_in
from workbench.training.places.parcel import ByContent, unpacked
from workbench.training.workers import Team, Workers


def own_folder() -> Path:
    """For this process alone; what others left here that were killed goes: a text's shards may fill a disk."""
    prefix = f"nextword-run-{platform.node()}-"
    for left in Path(tempfile.gettempdir()).glob(f"{glob.escape(prefix)}*"):
        process = left.name.removeprefix(prefix).partition("-")[0]
        if process.isdigit() and not psutil.pid_exists(int(process)):
            shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"{prefix}{os.getpid()}-"))


class Worker:
    """An actor of Ray's; whoever asks is the process in `ray_driver`."""

    def __init__(self, program: str, disk: int) -> None:
        """`program` is the version of the one that asks, `disk` how many bytes of a text are kept here."""
        self._program = program
        self._folder = own_folder()
        self._shards = Shards(self._folder / "shards", disk)
        self._execution: Execution | None = None
        self._workers: Workers | None = None
        self._assignment: Assignment | None = None  # of a worker that follows
        self._failed: Told | None = None

    def address(self) -> str:
        """Where the other workers of the run reach it."""
        import ray

        host = ray.util.get_node_ip_address()
        with socket.socket() as free:
            free.bind((host, 0))
            return f"{host}:{free.getsockname()[1]}"

    def begin(self, parcel: bytes, names: tuple[str, ...], team: tuple[int, int], *parts: Any) -> str:
        """Where it is; what goes wrong is told to whoever asks it to go on.

        `team` is its rank and how many workers the run has; `parts` are their addresses where they are several, and
        the arrays that have `names`.
        """
        rank, size = team
        addresses, arrays = parts[: len(parts) - len(names)], parts[len(parts) - len(names) :]
        fetched: dict[str, np.ndarray] = dict(zip(names, arrays, strict=True))

        def fetch(name: ByContent | Layout) -> np.ndarray | ShardedTokens:
            return ShardedTokens(name, self._shards) if isinstance(name, Layout) else fetched[name.sha256]

        try:
            if self._program != __version__:
                raise KnownError("place.other_program", node=platform.node(), there=__version__, here=self._program)
            self._workers = Workers(Team(addresses, rank)) if size > 1 else None
            assignment = unpacked(parcel, fetch)
            if rank == 0:
                self._execution = Execution(assignment, self._folder, sends_files=True, workers=self._workers)
            else:
                self._assignment = assignment
        except Exception as error:
            self._failed = failed(error)
        return platform.node()

    def wanted(self) -> tuple[str, ...]:
        """The shards of its text that it reads and has not; waits until there are some, or the run is over."""
        return self._shards.wanted()

    def bring(self, names: tuple[str, ...], *contents: np.ndarray | None) -> None:
        for name, content in zip(names, contents, strict=True):
            self._shards.bring(name, content)

    def follow(self) -> Told | None:
        """Help the worker that leads until the run is over; what went wrong, if anything did."""
        try:
            if self._failed is None and self._assignment is not None and self._workers is not None:
                self._assignment.laid_out(self._folder)
                follow_in(self._assignment, self._folder, self._workers)
        except Exception as error:
            self._failed = failed(error)
        self._end()
        return self._failed

    def ask(self, request: Go | Ask) -> Told | Weights:
        if self._failed is not None or self._execution is None:
            return self._failed or Told((), is_over=True)
        answer = self._execution.go_on(request) if isinstance(request, Go) else self._execution.weights()
        if isinstance(answer, Told) and answer.is_over:
            self._end()
        return answer

    def _end(self) -> None:
        self._shards.end()
        shutil.rmtree(self._folder, ignore_errors=True)
