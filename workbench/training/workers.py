"""Several workers that make the steps of one run: each its share of the micro-batches, and all move by the mean.

TensorFlow's collectives carry the sums (`tf.distribute.MultiWorkerMirroredStrategy`); the worker of rank 0 leads, which
drives the run and says to the others what the next step is. TensorFlow's server has no password and listens on all of a
computer's addresses: workers belong into a network of their own.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from functools import cached_property
from typing import Any

import numpy as np

from workbench.messages.errors import KnownError
from workbench.models.language_model import import_libraries, stderr_silenced

BEGIN, OVER, SHARE = -2, -1, 0  # in place of the number of a step
CONFIGURATION = "TF_CONFIG"  # an environment variable, which TensorFlow reads, and Slurm or Kubernetes can set


@dataclass(frozen=True)
class Team:
    """Who the workers are, and which of them this process is."""

    addresses: tuple[str, ...]  # HOST:PORT of each, in the order of their ranks
    rank: int

    @property
    def configuration(self) -> str:
        """As TensorFlow reads it."""
        return json.dumps({"cluster": {"worker": list(self.addresses)}, "task": {"type": "worker", "index": self.rank}})


def team_of_environment() -> Team:
    """Raises KnownError("work.configuration")."""
    try:
        told = json.loads(os.environ[CONFIGURATION])
        cluster, task = told["cluster"], told["task"]
        addresses = tuple(map(str, [*cluster.get("chief", ()), *cluster.get("worker", ())]))
        rank = int(task["index"]) + (len(cluster.get("chief", ())) if task["type"] == "worker" else 0)
        if (
            task["type"] not in ("chief", "worker")
            or not 0 <= rank < len(addresses)
            or set(cluster) - {"chief", "worker"}
        ):
            raise ValueError
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise KnownError("work.configuration") from error
    return Team(addresses, rank)


class WorkerLostError(Exception):
    """Another worker of the run is gone, and with it the step that they were making."""


@dataclass(frozen=True)
class Order:
    """What the one that leads says to the others: to make a step as `Learner.learn` does, to take its variables for
    theirs, that a run begins, or that it is over."""

    step: int = OVER
    total_steps: int = 0
    first_end: int = 0


class Workers:
    """A team that has come together; in a process that has asked nothing of TensorFlow before."""

    _is_apart = False

    def __init__(self, team: Team) -> None:
        """Waits for the others. Raises WorkerLostError where one does not come, or its port is taken."""
        self.size, self.rank = len(team.addresses), team.rank
        os.environ[CONFIGURATION] = team.configuration
        import_libraries()
        import tensorflow as tf

        try:
            with stderr_silenced():
                self._strategy = tf.distribute.MultiWorkerMirroredStrategy()
        except tf.errors.OpError as error:
            raise WorkerLostError(_last_line(error)) from error

    @property
    def leads(self) -> bool:
        return self.rank == 0

    @contextmanager
    def apart(self) -> Iterator[None]:
        """What is made meanwhile is made alone, as to try a step."""
        self._is_apart = True
        try:
            yield
        finally:
            self._is_apart = False

    def total(self, values: Sequence[Any]) -> list[Any]:
        """Of tensors that have the same shapes at each worker, the sums; the same bits at all of them.

        Raises WorkerLostError.
        """
        return list(values) if self._is_apart else self.summed(values)

    def summed(self, values: Sequence[Any]) -> list[Any]:
        """The same, whatever is made apart. Raises WorkerLostError."""
        import tensorflow as tf

        try:
            return list(self._all_reduce(list(values)))
        except tf.errors.OpError as error:
            raise WorkerLostError(_last_line(error)) from error

    def tell(self, order: Order) -> None:
        """To those that `hear`. Raises WorkerLostError."""
        self.total([np.array(astuple(order), np.int64)])

    def hear(self) -> Order:
        """What the one that leads tells next. Raises WorkerLostError."""
        (told,) = self.total([np.zeros(len(astuple(Order())), np.int64)])
        return Order(*told.numpy().tolist())

    def share(self, variables: Sequence[Any]) -> None:
        """Give all of them the values that they have at the one that leads. Raises WorkerLostError."""
        own = [(variable, np.asarray(variable)) for variable in variables]
        for kinds, wide in (("f", np.float32), ("iu", np.int64)):  # only what is of one kind can be summed together
            same = [(variable, value) for variable, value in own if value.dtype.kind in kinds]
            told = self.total([value.astype(wide) if self.leads else np.zeros(value.shape, wide) for _, value in same])
            for (variable, value), new in zip(same, told, strict=True):
                variable.assign(new.numpy().astype(value.dtype))

    @cached_property
    def _all_reduce(self) -> Any:
        import tensorflow as tf

        def replica(values: Sequence[Any]) -> Any:
            # What has no device of its own cannot be sent.
            return tf.distribute.get_replica_context().all_reduce("sum", [tf.identity(each) for each in values])

        return tf.function(lambda values: self._strategy.run(replica, args=(values,)), autograph=False)


def _last_line(error: Exception) -> str:
    return str(error).strip().splitlines()[-1]
