"""Which cluster a person has, how much of it a run takes, and the token that opens it."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.ground import records
from workbench.ground.files import write_atomically
from workbench.ground.places import settings_folder
from workbench.messages.errors import KnownError
from workbench.models.hub.token import forget_token, keep_token, kept_token
from workbench.values.place import PlaceKind, Where, where_from

MOST_CORES = 1024
GIGABYTE = 1 << 30
USUAL_DISK, MOST_DISK = 8, 1 << 20  # gigabytes


@dataclass(frozen=True)
class ClusterSettings:
    """Of the person, not of a project: a project goes to others, and an address does not."""

    address: str = ""  # ray://HOST:PORT
    cores: int = 0  # that each run takes, or each of its workers; 0: half of this computer's
    workers: int = 1  # that make the steps of a run together
    named: tuple[str, ...] = ()  # other addresses that the person has typed
    disk: int = USUAL_DISK  # gigabytes of a text that each worker may keep

    @property
    def where(self) -> Where | None:
        return where_from(self.address).with_workers(self.workers) if self.address else None

    @property
    def local(self) -> Where:
        """A cluster that is started on this computer."""
        return Where(PlaceKind.LOCAL_CLUSTER).with_workers(self.workers)

    @property
    def disk_bytes(self) -> int:
        return self.disk * GIGABYTE

    @property
    def cores_of_a_run(self) -> int:
        return self.cores or max(1, (os.cpu_count() or 2) // 2)


def settings() -> ClusterSettings:
    """What was set; the usual where nothing was, or where it was edited by hand into what is no setting."""
    try:
        found = records.read(ClusterSettings, json.loads(_file().read_text(encoding="utf-8")))
        checked(found.address, found.cores, found.workers, found.disk)
        return found
    except (OSError, ValueError, KeyError, TypeError, KnownError):
        return ClusterSettings()


def save(address: str, cores: int = 0, workers: int = 1, disk: int = USUAL_DISK) -> ClusterSettings:
    """Raises KnownError: place.unknown, place.cores, place.workers, place.disk."""
    return _write(replace(checked(address, cores, workers, disk), named=settings().named))


def checked(address: str, cores: int, workers: int = 1, disk: int = USUAL_DISK) -> ClusterSettings:
    """Raises KnownError: place.unknown, place.cores, place.workers, place.disk."""
    Where(PlaceKind.LOCAL_CLUSTER).with_workers(workers)
    if address.strip() and where_from(address).address != address.strip():
        raise KnownError("place.unknown", place=address)
    if not 0 <= cores <= MOST_CORES:
        raise KnownError("place.cores", cores=cores, most=MOST_CORES)
    if not 1 <= disk <= MOST_DISK:
        raise KnownError("place.disk", gigabytes=disk, most=MOST_DISK)
    return ClusterSettings(address.strip(), cores, workers, disk=disk)


def note_named(where: Where) -> None:
    """The person has typed where a run is to learn: what only stands in a project is asked nothing."""
    kept = settings()
    if where.address and not is_named(where):
        _write(replace(kept, named=(*kept.named, where.address)))


def is_named(where: Where) -> bool:
    """Whether it is on this computer, or the person and not only a project says that it is to be asked."""
    kept = settings()
    return where.kind is not PlaceKind.CLUSTER or where.address in {kept.address, *kept.named} - {""}


def token_of(where: Where) -> str | None:
    """From the keyring; None where none is kept."""
    return kept_token(where.address) if where.address else None


def keep_token_of(where: Where, token: str) -> None:
    """An empty one is forgotten. Raises KnownError("token.…")."""
    if token.strip():
        keep_token(where.address, token)
    else:
        forget_token(where.address)


def _write(wanted: ClusterSettings) -> ClusterSettings:
    _file().parent.mkdir(parents=True, exist_ok=True)
    write_atomically(_file(), json.dumps(records.written(wanted)).encode())
    return wanted


def _file() -> Path:
    return settings_folder() / "cluster.json"
