"""The places where the runs of a project learn, by what each run says."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

import psutil

from workbench.messages.errors import KnownError
from workbench.services.learners import Learners
from workbench.services.learning import Learning
from workbench.training.loop import fine_tune
from workbench.training.loop_state import Answer
from workbench.training.places import cluster_settings
from workbench.training.places.cluster import ClusterConnection
from workbench.training.places.cluster_terms import Wanted
from workbench.training.places.hand import begin_together
from workbench.training.places.process import learn_in_process
from workbench.training.places.several import LeadingLearner, dismiss
from workbench.training.workers import WorkerLostError, Workers
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Method
from workbench.values.place import PlaceKind, Where
from workbench.values.run import Run

if TYPE_CHECKING:
    from workbench.training.events import StopReason
    from workbench.training.learner import Learner
    from workbench.training.places.assignment import Work
    from workbench.training.places.cluster_terms import Cluster
    from workbench.training.places.link import DistantLearning

MEMORY_SHARE = 0.8  # of what is free, that a cluster of this computer may take


class Places:
    """Whoever drives a run cannot tell where it learns."""

    def __init__(self, learners: Learners) -> None:
        self._learners = learners
        self._elsewhere: dict[int, DistantLearning] = {}  # by the numbers of their runs
        self._on_cluster: dict[int, Where] = {}
        self._connections: dict[Where, ClusterConnection] = {}
        self._is_held = False
        self.leads: Workers | None = None  # that make the runs of this process together with others

    def workers_at(self, where: Where) -> int:
        """How many make the steps of a run there."""
        return where.workers if self.leads is None else self.leads.size

    def check(self, where: Where, settings: FineTuning, *, is_taught: bool) -> None:
        """Raises KnownError where a run cannot learn there, which is clear before it is made: place.teacher,
        place.by_hand, place.not_named, place.without_ray, place.head_alone, place.indivisible."""
        if is_taught and self.workers_at(where) > 1:
            raise KnownError("place.teacher")
        if where.kind is PlaceKind.WORKERS and self.leads is None:
            raise KnownError("place.by_hand")
        if not cluster_settings.is_named(where):
            raise KnownError("place.not_named", place=where.called)
        if where.is_cluster and not has_ray():
            raise KnownError("place.without_ray")
        if self.workers_at(where) > 1 and settings.method is Method.HEAD:
            raise KnownError("place.head_alone")
        settings.dealt_out(self.workers_at(where))

    def learn(self, run: Run, work: Work, memory: int) -> Answer[StopReason]:
        """Let a run that takes so many bytes learn where it says. Raises KnownError as the loop does, and LostError."""
        if self.leads is not None:
            return self._leading(work, self.leads)
        if run.where.kind is PlaceKind.HERE:
            return self._here(work)
        self.check(run.where, run.fine_tuning, is_taught=run.teacher is not None)
        self._learners.let_go()  # the memory is wanted by the other process
        if run.where.is_cluster:
            connection = self._connected(run.where.place)
            kept = cluster_settings.settings()
            wanted = Wanted(kept.cores_of_a_run, memory, run.where.workers, kept.disk_bytes)
            learning = connection.learn(work, run.name, wanted)
            self._on_cluster[run.id] = run.where.place
        else:
            learning = learn_in_process(work)
        self._elsewhere[run.id] = learning
        return learning.events()

    def learning(self, run: Run) -> Learning | None:
        """What answers as the run does just now; None where nothing does."""
        if run.where.kind is PlaceKind.HERE:
            return self._learners.last
        return self._elsewhere.get(run.id)

    def forget(self, run: Run) -> None:
        """It learns no more."""
        self._elsewhere.pop(run.id, None)
        self._on_cluster.pop(run.id, None)
        self._let_go()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Stay connected to a cluster from one run to the next."""
        self._is_held = True
        try:
            yield
        finally:
            self._is_held = False
            self._let_go()

    def at_once(self, where: Where) -> int:
        """How many runs can learn there at the same time, as far as that is known."""
        if not where.is_cluster:
            return 1
        cores = cluster_settings.settings().cores_of_a_run
        known = self._connections.get(where.place)
        if known is not None and known.cluster is not None:
            return known.cluster.at_once(cores, where.workers)
        return (
            max(1, (psutil.cpu_count() or 1) // cores // where.workers) if where.kind is PlaceKind.LOCAL_CLUSTER else 1
        )

    def _connected(self, where: Where) -> ClusterConnection:
        """The one that there is, unless that is gone."""
        found = self._connections.get(where)
        if found is not None and found.is_gone:
            self._connections.pop(where).end()
            found = None
        if found is None:
            found = self._connections[where] = connect(where)
        return found

    def _let_go(self) -> None:
        """Leave the clusters where nothing learns."""
        if not self._is_held:
            for where in set(self._connections) - set(self._on_cluster.values()):
                self._connections.pop(where).end()

    def _leading(self, work: Work, workers: Workers) -> Answer[StopReason]:
        self._learners.let_go()
        try:
            begin_together(work, workers)
            self._learners.last = learner = LeadingLearner(work.model, work.settings, work.task, workers)
            return (yield from self._made(learner, work))
        except WorkerLostError as error:
            raise KnownError("work.lost", detail=str(error)) from error
        finally:
            dismiss(workers)

    def _here(self, work: Work) -> Answer[StopReason]:
        return (yield from self._made(self._learners.take(work.model, work.settings, work.task), work))

    def _made(self, learner: Learner, work: Work) -> Answer[StopReason]:
        samples = learner.task.probe(learner, work.prompts)
        try:
            finished = yield from fine_tune(
                learner, work.text, work.folder, samples=samples, start=work.start, total_steps=work.total_steps
            )
        finally:
            self._learners.give_back(learner)
        return finished.reason


def has_ray() -> bool:
    return find_spec("ray") is not None


def connect(where: Where) -> ClusterConnection:
    """With the token that is kept for it."""
    memory = int(MEMORY_SHARE * psutil.virtual_memory().available)
    return ClusterConnection(where.place, cluster_settings.token_of(where), psutil.cpu_count() or 1, memory)


def look_at(where: Where) -> Generator[None, None, Cluster]:
    """Who answers at an address, and what is there. Closing it leaves off.

    Raises KnownError: place.without_ray, place.unreachable, place.other_version, place.other_token.
    """
    if not has_ray():
        raise KnownError("place.without_ray")
    connection = connect(where)
    try:
        while True:
            connection.hear(0.1)
            connection.check()
            if connection.cluster is not None:
                return connection.cluster
            yield
    finally:
        connection.end()
