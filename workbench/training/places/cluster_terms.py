"""What the program and the process that drives a cluster for it say to each other: plain values alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from workbench.training.places.execution import Ask, Go, Told, Weights


@dataclass(frozen=True)
class Node:
    """A computer of a cluster. Memory in bytes."""

    name: str
    cores: float
    memory: int
    gpus: float


@dataclass(frozen=True)
class Cluster:
    """Who answers at an address, and what is there."""

    address: str
    version: str  # of Ray
    nodes: tuple[Node, ...]
    free_cores: float = 0.0
    running: tuple[str, ...] = ()  # the runs that this program has there, as “NAME @ NODE”

    @property
    def cores(self) -> float:
        return sum(node.cores for node in self.nodes)

    def has_room_for(self, wanted: Wanted) -> bool:
        """Whether one of its computers, with nothing else to do, has as much as a run takes."""
        return any(node.cores >= wanted.cores and node.memory >= wanted.memory for node in self.nodes)

    def at_once(self, cores: int) -> int:
        """How many runs of so many cores each it can make at the same time."""
        return max(1, sum(int(node.cores // cores) for node in self.nodes))


@dataclass(frozen=True)
class Wanted:
    """What one run takes."""

    cores: int
    memory: int  # bytes


# From the program


@dataclass(frozen=True, eq=False)
class Begin:
    """Let a run begin; `arrays` are those of its parcel that the driver has not been given before, by their hashes."""

    number: int
    name: str
    parcel: bytes
    names: tuple[str, ...]
    arrays: Mapping[str, np.ndarray]
    wanted: Wanted


@dataclass(frozen=True)
class Request:
    number: int
    request: Go | Ask


@dataclass(frozen=True)
class End:
    number: int


@dataclass(frozen=True)
class Look:
    """Who is there, and what runs where?"""


# From the driver


@dataclass(frozen=True)
class Refused:
    """The cluster cannot be reached, or is none of ours: the code of a KnownError, and what Ray said of it."""

    code: str
    detail: str


@dataclass(frozen=True, eq=False)
class Answer:
    number: int
    answer: Told | Weights


@dataclass(frozen=True)
class Lost:
    """The computer, or the process on it, that a run learnt at."""

    number: int
    detail: str


ToDriver = Begin | Request | End | Look
FromDriver = Cluster | Refused | Answer | Lost
