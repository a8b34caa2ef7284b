"""A run in a process of its own on this computer: should it end, it takes nothing of the program with it."""

from __future__ import annotations

import multiprocessing
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import numpy as np

from workbench.ground.child_process import behave_as_child
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.training.places.assignment import Assignment, Work
from workbench.training.places.execution import Ask, Execution, Go, failed
from workbench.training.places.link import DistantLearning, Link, LookedFor, LostError
from workbench.training.places.outgoing import Outgoing
from workbench.training.places.parcel import OnDisk, on_disk, packed, unpacked


def learn_in_process(work: Work) -> DistantLearning:
    """Begin `work` there; what it tells are the `events` of what is returned."""
    link = _ProcessLink(work.folder, packed(Assignment.of(work, with_files=False), on_disk))
    return DistantLearning(link, work.folder, work.task, work.settings)


class _ProcessLink(Link):
    def __init__(self, folder: Path, parcel: bytes) -> None:
        context = multiprocessing.get_context("spawn")  # TensorFlow's threads do not survive a fork
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, folder), name="learning", daemon=True)
        self._process.start()
        theirs.close()
        self._outgoing = Outgoing(self._connection)
        self._outgoing.send(parcel)

    def send(self, request: Go | Ask) -> None:
        self._outgoing.send(request)

    def answer(self, seconds: float) -> LookedFor | None:
        try:
            if not self._connection.poll(seconds):
                return None
            answer: LookedFor = self._connection.recv()
            return answer
        except (EOFError, OSError) as error:
            raise self._lost() from error

    def _lost(self) -> LostError:
        self._process.join()
        code = self._process.exitcode or 0
        how = message("place.killed", signal=-code) if code < 0 else message("place.exited", status=code)
        return LostError(KnownError("place.process_ended", how=how), how)

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self._outgoing.end()
        self._connection.close()


def _serve(connection: Connection, folder: Path) -> None:
    """What runs in that process: answer until nobody asks any more."""
    behave_as_child()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        assignment: Assignment = unpacked(connection.recv(), mapped)
        execution: Execution | None = None
        while True:
            request = connection.recv()
            try:
                execution = execution or Execution(assignment, folder, sends_files=False)
            except Exception as error:
                connection.send(failed(error))
                continue
            connection.send(execution.go_on(request) if isinstance(request, Go) else execution.weights())


def mapped(array: Any) -> np.ndarray:
    assert isinstance(array, OnDisk)
    return array.mapped()
