"""How workers of a Ray cluster are brought what they read of a text, from its files on this computer."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from workbench.training.places.parcel import OnDisk
from workbench.training.places.ray_worker import Worker

BRINGING = "bringing"
GROUPS = {BRINGING: 2}  # threads of a worker: one waits for what it wants to read, another one takes it
BYTES_AT_HAND = 64 << 20  # of texts, that stay in the cluster for whichever worker reads them next


def brought(ray: Any) -> type[Worker]:
    """Workers that are brought their text while they learn; Ray's client takes no other way to say so."""

    class Brought(Worker):
        @ray.method(concurrency_group=BRINGING)
        def wanted(self) -> tuple[str, ...]:
            return super().wanted()

        @ray.method(concurrency_group=BRINGING)
        def bring(self, names: tuple[str, ...], *contents: np.ndarray | None) -> None:
            super().bring(names, *contents)

    return Brought


class Texts:
    """Those of this computer that workers read, by the hashes of their shards."""

    def __init__(self, ray: Any) -> None:
        self._ray = ray
        self._lie: dict[str, OnDisk] = {}
        self._at_hand: OrderedDict[str, tuple[Any, int]] = OrderedDict()  # with their bytes; read last, last

    def add(self, shards: Mapping[str, OnDisk]) -> None:
        self._lie.update(shards)

    def bring(self, worker: Any, names: Sequence[str]) -> None:
        worker.bring.remote(tuple(names), *map(self._in_cluster, names))

    def _in_cluster(self, name: str) -> Any:
        """None where its file is gone."""
        if name not in self._at_hand:
            try:
                shard = np.array(self._lie[name].mapped())
            except (OSError, ValueError):
                return None
            self._at_hand[name] = self._ray.put(shard), shard.nbytes
        self._at_hand.move_to_end(name)
        found, _ = self._at_hand[name]
        while sum(size for _, size in self._at_hand.values()) > BYTES_AT_HAND:
            self._at_hand.popitem(last=False)
        return found
