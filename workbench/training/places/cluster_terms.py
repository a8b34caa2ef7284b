"""What the program and the process that drives a cluster for it say to each other: plain values alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from workbench.training.places.cluster_settings import GIGABYTE, USUAL_DISK
from workbench.training.places.execution import Ask, Go, Told, Weights
from workbench.training.places.parcel import OnDisk


@dataclass(frozen=True)
class Node:
    """A computer of a cluster. Memory in bytes."""

    name: str
    cores: float
    memory: int
    gpus: float

    def has_room_for(self, wanted: Wanted) -> int:
        """How many workers, each of which takes so much."""
        most = self.cores // wanted.cores
        return int(min(most, self.memory // wanted.memory) if wanted.memory else most)


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
        """Whether its computers, with nothing else to do, have as much as the workers of a run take."""
        return sum(node.has_room_for(wanted) for node in self.nodes) >= wanted.workers

    def at_once(self, cores: int, workers: int = 1) -> int:
        """How many runs of so many workers with so many cores each it can make at the same time."""
        return max(1, sum(int(node.cores // cores) for node in self.nodes) // workers)


@dataclass(frozen=True)
class Wanted:
    """What one run takes."""

    cores: int  # of each of its workers, as the memory is
    memory: int  # bytes
    workers: int = 1
    disk: int = USUAL_DISK * GIGABYTE  # bytes that each of them may keep of a text


# From the program


@dataclass(frozen=True, eq=False)
class Begin:
    """Let a run begin; `arrays` are those of its parcel that the driver has not been given before, by their hashes.

    `shards`, by theirs, are what its text consists of.
    """

    number: int
    name: str
    parcel: bytes
    names: tuple[str, ...]
    arrays: Mapping[str, np.ndarray]
    wanted: Wanted
    shards: Mapping[str, OnDisk] = field(default_factory=dict)


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
