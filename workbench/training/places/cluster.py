"""Runs on a Ray cluster: begun there, followed, asked, and begun elsewhere where their computer is lost."""

from __future__ import annotations

import multiprocessing
from collections import deque

from workbench.corpora.shards import SHARD_TOKENS
from workbench.messages.errors import KnownError
from workbench.messages.message import Memory
from workbench.training.places.assignment import Assignment, Work
from workbench.training.places.cluster_terms import (
    Answer,
    Begin,
    Cluster,
    End,
    FromDriver,
    Look,
    Lost,
    Refused,
    Request,
    ToDriver,
    Wanted,
)
from workbench.training.places.execution import Ask, Go
from workbench.training.places.link import DistantLearning, Link, LookedFor, LostError
from workbench.training.places.outgoing import Outgoing
from workbench.training.places.parcel import consigned
from workbench.training.places.ray_driver import drive
from workbench.values.place import Where

SECONDS_AT_ONCE = 0.1  # for which a run goes on there before it tells what has happened
SECONDS_TO_END = 20.0  # for a cluster of this computer
LOSSES = 5  # without getting further, that are not laid at a run's own door


class ClusterConnection:
    """To one cluster, by a process that drives it; it is connected while the first run there is prepared."""

    def __init__(self, where: Where, token: str | None, cores: int, memory: int) -> None:
        """`cores` and `memory` (bytes) are what a cluster of this computer may take."""
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        arguments = (theirs, where.address, token, cores, memory)
        self._process = context.Process(target=drive, args=arguments, name="cluster", daemon=True)
        self._process.start()
        theirs.close()
        self._outgoing = Outgoing(self._connection)
        self._where = where
        self._number = 0
        self._known: set[str] = set()  # of what is in the cluster already
        self._answers: dict[int, deque[LookedFor | Lost]] = {}
        self._wanted: dict[int, Wanted] = {}  # of those that have told nothing yet
        self._gone: KnownError | None = None
        self.cluster: Cluster | None = None  # as it was seen last

    @property
    def is_gone(self) -> bool:
        return self._gone is not None

    def learn(self, work: Work, name: str, wanted: Wanted) -> DistantLearning:
        """Begin `work` there as soon as there is room; what it tells are the `events` of what is returned."""
        sent = consigned(Assignment.of(work, with_files=True), SHARD_TOKENS)
        fresh = {name: array for name, array in sent.arrays.items() if name not in self._known}
        self._known |= set(fresh)
        self._number += 1
        self._answers[self._number] = deque()
        self._wanted[self._number] = wanted
        self.send(Begin(self._number, name, sent.parcel, tuple(sent.arrays), fresh, wanted, sent.shards))
        link = _ClusterLink(self, self._number)
        return DistantLearning(link, work.folder, work.task, work.settings)

    def send(self, message: ToDriver) -> None:
        self._outgoing.send(message)

    def look(self, seconds: float) -> Cluster | None:
        """Who is there now; None where that is not known so soon. Raises KnownError("place.…")."""
        self.cluster = None
        self.send(Look())
        self.hear(seconds)
        self.check()
        return self.cluster

    def check(self) -> None:
        """Raises KnownError("place.…") where it is gone, or was never reached."""
        if self._gone is not None:
            raise self._gone

    def answer(self, number: int, seconds: float) -> LookedFor | None:
        """Raises LostError, and KnownError("place.…") where the cluster was never reached."""
        waiting = self._answers[number]
        if not waiting:
            self.hear(seconds)
        if waiting:
            answer = waiting.popleft()
            if isinstance(answer, Lost):
                reason = KnownError("place.node_lost", place=self._where.called, detail=answer.detail)
                raise LostError(reason, answer.detail, LOSSES)
            return answer
        if self.cluster is not None and number in self._wanted:
            self._check_room(self.cluster, self._wanted.pop(number))
        if self._gone is not None:
            if self.cluster is None:
                raise self._gone
            raise LostError(self._gone, self._gone.message, 1)
        return None

    def _check_room(self, cluster: Cluster, wanted: Wanted) -> None:
        """Ray would let it wait for ever."""
        if not cluster.has_room_for(wanted):
            raise KnownError(
                "place.no_room", place=self._where.called, cores=wanted.cores, memory=Memory(wanted.memory)
            )

    def hear(self, seconds: float) -> None:
        """Take what has come from there, waiting so long for it."""
        try:
            if self._gone is None and self._connection.poll(seconds):
                self._take(self._connection.recv())
        except (EOFError, OSError):
            self._gone = KnownError("place.unreachable", place=self._where.called, detail="")

    def _take(self, message: FromDriver) -> None:
        match message:
            case Cluster():
                self.cluster = message
            case Refused(code, detail):
                self._gone = KnownError(code, place=self._where.called, detail=detail)
            case Answer(number, answer):
                if number in self._answers:
                    self._answers[number].append(answer)
            case Lost(number):
                if number in self._answers:
                    self._answers[number].append(message)

    def let_go(self, number: int) -> None:
        self._answers.pop(number, None)
        self.send(End(number))

    def end(self) -> None:
        """Leave the cluster; one of this computer ends."""
        self._connection.close()
        self._process.join(SECONDS_TO_END)
        self._process.kill()
        self._process.join()
        self._outgoing.end()


class _ClusterLink(Link):
    seconds_at_once = SECONDS_AT_ONCE

    def __init__(self, connection: ClusterConnection, number: int) -> None:
        self._connection, self._number = connection, number

    def send(self, request: Go | Ask) -> None:
        self._connection.send(Request(self._number, request))

    def answer(self, seconds: float) -> LookedFor | None:
        return self._connection.answer(self._number, seconds)

    def end(self) -> None:
        self._connection.let_go(self._number)
