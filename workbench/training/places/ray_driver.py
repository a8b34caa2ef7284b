"""A process that drives a Ray cluster for the program, which never loads Ray itself.

Ray takes over signals, prints, starts threads and connects once a process; a cluster that is gone, or a library that
ends its process, costs the runs there their steps since their last checkpoints and the window nothing.
"""

from __future__ import annotations

import logging
import os
import secrets
import signal
import sys
import threading
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Any

from workbench import __version__
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
)
from workbench.training.places.process import end_with_parent, say_nothing
from workbench.training.places.ray_worker import Worker

SECONDS_BETWEEN_LOOKS = 0.05
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
    say_nothing()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=end_with_parent, daemon=True).start()
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


@dataclass
class _Task:
    """A run on its way, and the answers that are outstanding, in their order."""

    name: str
    actor: Any
    placed: Any  # where it is, once that is known
    node: str = ""
    outstanding: deque[Any] = field(default_factory=deque)


class _Driver:
    def __init__(self, ray: Any, connection: Connection, address: str) -> None:
        self._ray = ray
        self._connection = connection
        self._address = address
        self._worker = ray.remote(max_restarts=0, max_task_retries=0)(Worker)
        self._kept: dict[str, Any] = {}  # what was put into the cluster, by its hash
        self._tasks: dict[int, _Task] = {}

    def serve(self) -> None:
        while True:
            waits = any(task.outstanding or not task.node for task in self._tasks.values())
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
                    task.outstanding.append(task.actor.ask.remote(request))
            case End(number):
                if number in self._tasks:
                    self._ray.kill(self._tasks.pop(number).actor)
            case Look():
                self._connection.send(self.cluster())

    def _begin(self, begin: Begin) -> None:
        for name, array in begin.arrays.items():
            self._kept[name] = self._ray.put(array)
        wanted = begin.wanted
        environment = {"TF_NUM_INTRAOP_THREADS": str(wanted.cores), "OMP_NUM_THREADS": str(wanted.cores)}
        actor = self._worker.options(
            num_cpus=wanted.cores, memory=wanted.memory, runtime_env={"env_vars": environment}
        ).remote(__version__)
        arrays = [self._kept[name] for name in begin.names]
        self._tasks[begin.number] = _Task(begin.name, actor, actor.begin.remote(begin.parcel, begin.names, *arrays))

    def _collect(self) -> None:
        """Hand on what has come, without waiting long for it."""
        awaited: dict[Any, int] = {}
        for number, task in self._tasks.items():
            for ref in ([] if task.node else [task.placed]) + list(task.outstanding)[:1]:
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
            del self._tasks[number]
            self._say(Lost(number, _line(error)))
            return
        if ref == task.placed:
            task.node = str(value)
        else:
            task.outstanding.popleft()
            self._say(Answer(number, value))

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
    if any(each in words for each in ("unauthenticated", "auth", "token")):
        return Refused("place.other_token", detail)
    return Refused("place.unreachable", detail)


def _line(error: Exception) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[0][:200] if lines else type(error).__name__
