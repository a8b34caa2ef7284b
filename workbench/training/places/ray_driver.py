"""A process that drives a Ray cluster for the program, which never loads Ray itself.

Ray takes over signals, prints, starts threads and connects once a process; a cluster that is gone, or a library that
ends its process, costs the runs there their steps since their last checkpoints and the window nothing.
"""

from __future__ import annotations

import logging
import os
import secrets
import socket
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Any

from workbench import __version__
from workbench.ground.child_process import behave_as_child
from workbench.training.places.bringing import GROUPS, Texts, brought
from workbench.training.places.cluster_terms import (
    Answer,
    Begin,
    Cluster,
    End,
    FromDriver,
    Look,
    Lost,
    Node,
    Refused,
    Request,
    ToDriver,
    Wanted,
)
from workbench.training.places.execution import Told

SECONDS_BETWEEN_LOOKS = 0.05
SECONDS_TO_FIND = 10.0
LOCAL_STORE_BYTES = 512 << 20
_WITHOUT_RAYS_HABITS = {
    "RAY_USAGE_STATS_ENABLED": "0",  # it would report to its makers
    "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0",  # it would install this program anew on each computer
    "RAY_DEDUP_LOGS": "0",
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",
}


def drive(connection: Connection, address: str, token: str | None, cores: int, memory: int) -> None:
    """Serve until nobody asks any more. Without an `address` a cluster of this computer is started, of so many cores
    and so much memory (bytes); it ends with this process."""
    behave_as_child()
    os.environ.update(_WITHOUT_RAYS_HABITS)
    # Processes that Ray starts on this computer find the program where this one did.
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
    if token or not address:
        os.environ["RAY_AUTH_MODE"] = "token"
        os.environ["RAY_AUTH_TOKEN"] = token or secrets.token_hex(32)
    try:
        import ray
    except ImportError:
        connection.send(Refused("place.without_ray", ""))
        return
    try:
        if address:
            _find(address)
            with _refused_token_at_once():
                ray.init(address, log_to_driver=False, logging_level=logging.ERROR)
        else:
            ray.init(
                "local", num_cpus=cores, object_store_memory=LOCAL_STORE_BYTES, _memory=memory, include_dashboard=False,
                log_to_driver=False, logging_level=logging.ERROR,
            )  # fmt: skip
        driver = _Driver(ray, connection, address)
        connection.send(driver.cluster())
        with suppress(EOFError, BrokenPipeError, ConnectionResetError):
            driver.serve()
    except Exception as error:
        with suppress(OSError):
            connection.send(_refusal(error))
    finally:
        ray.shutdown()


def _find(address: str) -> None:
    """Raises OSError where nobody listens there; Ray would try for most of a minute."""
    host, port = address.removeprefix("ray://").rsplit(":", 1)
    socket.create_connection((host.strip("[]"), int(port)), SECONDS_TO_FIND).close()


@contextmanager
def _refused_token_at_once() -> Iterator[None]:
    """Raise PermissionError where a token is wrong or missing; Ray notes that for itself, tries on, and then speaks of
    a time that is over."""

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if "authentication token" in record.getMessage():
                raise PermissionError(record.getMessage())

    logger, listener = logging.getLogger("ray.util.client.worker"), Listener()
    level = logger.level
    logger.setLevel(logging.DEBUG)
    logger.addHandler(listener)
    try:
        yield
    finally:
        logger.removeHandler(listener)
        logger.setLevel(level)


@dataclass
class _Task:
    """A run on its way, and the answers that are outstanding, in their order."""

    name: str
    actors: list[Any]  # its workers; the first one leads
    placed: Any  # where that is, once it is known
    following: list[Any]  # what the others answer when it is over
    group: Any = None  # the room that several have together
    node: str = ""
    outstanding: deque[Any] = field(default_factory=deque)
    wanting: dict[Any, Any] = field(default_factory=dict)  # its workers, by what they will say that they want to read

    @property
    def awaited(self) -> list[Any]:
        return [*([] if self.node else [self.placed]), *list(self.outstanding)[:1], *self.following, *self.wanting]


class _Driver:
    def __init__(self, ray: Any, connection: Connection, address: str) -> None:
        self._ray = ray
        self._connection = connection
        self._address = address
        self._worker = ray.remote(max_restarts=0, max_task_retries=0, concurrency_groups=GROUPS)(brought(ray))
        self._kept: dict[str, Any] = {}  # what was put into the cluster, by its hash
        self._texts = Texts(ray)
        self._tasks: dict[int, _Task] = {}

    def serve(self) -> None:
        while True:
            waits = any(task.awaited for task in self._tasks.values())
            if self._connection.poll(0 if waits else None):
                self._hear(self._connection.recv())
            self._collect()

    def cluster(self) -> Cluster:
        nodes = [each for each in self._ray.nodes() if each["Alive"]]
        return Cluster(
            self._address,
            self._ray.__version__,
            tuple(map(_node, nodes)),
            float(self._ray.available_resources().get("CPU", 0.0)),
            tuple(f"{task.name} @ {task.node}" for task in self._tasks.values() if task.node),
        )

    def _hear(self, message: ToDriver) -> None:
        match message:
            case Begin():
                self._begin(message)
            case Request(number, request):
                if number in self._tasks:  # else it was lost, as has been said
                    task = self._tasks[number]
                    task.outstanding.append(task.actors[0].ask.remote(request))
            case End(number):
                if number in self._tasks:
                    self._end(number)
            case Look():
                self._connection.send(self.cluster())

    def _begin(self, begin: Begin) -> None:
        for name, array in begin.arrays.items():
            self._kept[name] = self._ray.put(array)
        self._texts.add(begin.shards)
        wanted = begin.wanted
        environment = {"TF_NUM_INTRAOP_THREADS": str(wanted.cores), "OMP_NUM_THREADS": str(wanted.cores)}
        takes = {"num_cpus": wanted.cores, "memory": wanted.memory, "runtime_env": {"env_vars": environment}}
        group, actors = None, []
        if wanted.workers == 1:
            actors = [self._worker.options(**takes).remote(__version__, wanted.disk)]
        else:
            group, actors = self._together(takes, wanted)
        # Of several, each waits for the addresses of all, which are answers yet to come.
        addresses = [actor.address.remote() for actor in actors] if group is not None else []
        parts = [*addresses, *(self._kept[name] for name in begin.names)]
        begun = [
            actor.begin.remote(begin.parcel, begin.names, (rank, len(actors)), *parts)
            for rank, actor in enumerate(actors)
        ]
        following = [actor.follow.remote() for actor in actors[1:]]
        self._tasks[begin.number] = task = _Task(begin.name, actors, begun[0], following, group)
        for actor in actors:
            self._listen(task, actor)

    def _listen(self, task: _Task, actor: Any) -> None:
        """To what it wants to read of its text."""
        task.wanting[actor.wanted.remote()] = actor

    def _together(self, takes: dict[str, Any], wanted: Wanted) -> tuple[Any, list[Any]]:
        """The workers of one run: all of them get room at the same time, or none yet; apart, where that can be.

        Each has a GPU of its own where there are so many.
        """
        if self._ray.cluster_resources().get("GPU", 0) >= wanted.workers:
            takes = {**takes, "num_gpus": 1}
        bundle = {"CPU": wanted.cores, "memory": wanted.memory, "GPU": takes.get("num_gpus", 0)}
        bundle = {name: amount for name, amount in bundle.items() if amount}
        group = self._ray.util.placement_group([bundle] * wanted.workers, strategy="SPREAD")
        strategy = self._ray.util.scheduling_strategies.PlacementGroupSchedulingStrategy
        return group, [
            self._worker.options(**takes, scheduling_strategy=strategy(group, index)).remote(__version__, wanted.disk)
            for index in range(wanted.workers)
        ]

    def _end(self, number: int) -> None:
        """Whatever its workers do, at once."""
        task = self._tasks.pop(number)
        for actor in task.actors:
            self._ray.kill(actor)
        if task.group is not None:
            self._ray.util.remove_placement_group(task.group)

    def _collect(self) -> None:
        """Hand on what has come, without waiting long for it."""
        awaited: dict[Any, int] = {}
        for number, task in self._tasks.items():
            for ref in task.awaited:
                awaited[ref] = number
        if not awaited:
            return
        ready, _ = self._ray.wait(list(awaited), num_returns=len(awaited), timeout=SECONDS_BETWEEN_LOOKS)
        for ref in ready:
            self._take(awaited[ref], ref)

    def _take(self, number: int, ref: Any) -> None:
        task = self._tasks.get(number)
        if task is None:  # it was lost with another answer
            return
        try:
            value = self._ray.get(ref)
        except (self._ray.exceptions.RayActorError, self._ray.exceptions.ObjectLostError) as error:
            self._end(number)
            self._say(Lost(number, _line(error)))
            return
        if ref == task.placed:
            task.node = str(value)
        elif ref in task.following:
            task.following.remove(ref)
            self._take_from_follower(number, value)
        elif ref in task.wanting:
            actor = task.wanting.pop(ref)
            if value:
                self._texts.bring(actor, value)
                self._listen(task, actor)
        else:
            task.outstanding.popleft()
            self._say(Answer(number, value))

    def _take_from_follower(self, number: int, ended: Told | None) -> None:
        """One that could not begin is the run's failure; one that lost the others has ended with them."""
        if ended is not None and ended.lost is None:
            self._end(number)
            self._say(Answer(number, ended))
        elif ended is not None:
            self._end(number)
            self._say(Lost(number, str(ended.lost)))

    def _say(self, message: FromDriver) -> None:
        self._connection.send(message)


def _node(told: dict[str, Any]) -> Node:
    has = told["Resources"]
    name = str(told["NodeManagerHostname"])
    return Node(name, float(has.get("CPU", 0.0)), int(has.get("memory", 0)), float(has.get("GPU", 0.0)))


def _refusal(error: Exception) -> Refused:
    detail = _line(error)
    words = str(error).lower()
    if "version mismatch" in words or ("version" in words and "python" in words):
        return Refused("place.other_version", detail)
    if isinstance(error, PermissionError) or any(each in words for each in ("unauthenticated", "auth", "token")):
        return Refused("place.other_token", detail)
    return Refused("place.unreachable", detail)


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
