"""Where a run learns: in the program itself, in a process of its own, or on a cluster of computers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from workbench.messages.errors import KnownError
from workbench.messages.message import Message, message

_ADDRESS = re.compile(r"ray://(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+):([0-9]{1,5})")


class PlaceKind(StrEnum):
    HERE = "here"  # in the program itself, between what else it does
    PROCESS = "process"  # another one of this computer: should it end, the program goes on
    LOCAL_CLUSTER = "local-cluster"  # one of Ray's, which the program starts on this computer
    CLUSTER = "ray"  # one that is there already, at an address


@dataclass(frozen=True)
class Where:
    """A place by what a person calls it. `str` is what is stored and typed."""

    kind: PlaceKind = PlaceKind.HERE
    address: str = ""  # of a cluster that is there already: ray://HOST:PORT

    def __str__(self) -> str:
        return self.address or str(self.kind)

    @property
    def called(self) -> Message:
        match self.kind:
            case PlaceKind.HERE:
                return message("place.here")
            case PlaceKind.PROCESS:
                return message("place.process")
            case PlaceKind.LOCAL_CLUSTER:
                return message("place.local_cluster")
        return message("place.cluster", address=self.address)

    @property
    def is_cluster(self) -> bool:
        return self.kind in (PlaceKind.LOCAL_CLUSTER, PlaceKind.CLUSTER)


HERE = Where()


def where_from(text: str) -> Where:
    """The inverse of `str`. Raises KnownError("place.unknown")."""
    text = text.strip()
    found = _ADDRESS.fullmatch(text)
    if found is not None and 0 < int(found[2]) < 65536:
        return Where(PlaceKind.CLUSTER, text)
    try:
        kind = PlaceKind(text)
    except ValueError:
        kind = PlaceKind.CLUSTER
    if kind is PlaceKind.CLUSTER:  # without an address it is nowhere
        raise KnownError("place.unknown", place=text)
    return Where(kind)
