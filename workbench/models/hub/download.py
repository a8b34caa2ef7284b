"""Downloading a model into the cache: told as it goes, cancelled at any moment, gone on with where it stopped.

huggingface_hub's own download throws away what it has when it is interrupted (since each of its downloads writes to a
file of its own), so only its layout, requests and refusals are used here.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import filelock

from workbench.ground.files import write_atomically
from workbench.messages.errors import KnownError, disk_error
from workbench.messages.message import Size, message
from workbench.models.hub.cache import INCOMPLETE, model_folder, parts
from workbench.models.hub.connection import Connection
from workbench.models.hub.failures import reason, translated
from workbench.models.hub.plan import look_up
from workbench.models.hub.progress import Digest, Downloading, Meter
from workbench.models.hub.remote import Plan, RemoteFile
from workbench.models.hub.requests import pieces
from workbench.models.hub.waiting import TICK_SECONDS, in_thread, result_of

ATTEMPTS = 3  # in a row that bring nothing
SPARED_BYTES = 200_000_000  # of the disk, for everything else


def download(connection: Connection, model: str, file: str = "") -> Generator[Downloading, None, Path]:
    """Bring a model into the cache and return its folder, or that GGUF `file` of it and return that.

    Closing the generator keeps what has come for the next time.

    Raises KnownError: before anything is downloaded, where the model cannot be opened here or the disk has no room.
    """
    plan = yield from result_of(lambda: look_up(connection, model, file), Downloading(0, 0))
    folder = model_folder(connection.cache, model)
    try:
        with _alone(folder, model):
            _check_room(plan, folder)
            meter = Meter(plan.size_bytes, sum(_present(folder, plan, each) for each in plan.files))
            for needed in plan.files:
                if not _has(folder, plan, needed):
                    yield from _fetch(connection, plan, needed, folder, meter)
            return _publish(plan, folder)
    except OSError as error:
        raise disk_error(error, folder) from error


def _fetch(
    connection: Connection, plan: Plan, file: RemoteFile, folder: Path, meter: Meter
) -> Generator[Downloading, None, None]:
    """Bring one file into `blobs`, however often the connection is lost; its hash decides whether it may stay."""
    import httpx2

    blob = folder / "blobs" / file.digest
    part = blob.with_name(blob.name + INCOMPLETE)
    part.parent.mkdir(parents=True, exist_ok=True)
    digest = Digest(file.digest, file.size_bytes)
    attempts = 0
    with part.open("a+b") as stream:
        for _ in digest.catch_up(stream):
            yield meter.report()
        while stream.tell() < file.size_bytes:
            before, problem = stream.tell(), None
            try:
                yield from _append(connection, plan, file, stream, digest, meter)
            except httpx2.TransportError as error:
                problem = error
            if stream.tell() < file.size_bytes:
                attempts = 1 if stream.tell() > before else attempts + 1
                if attempts >= ATTEMPTS:
                    raise _lost(connection, plan, problem, meter) from problem
                yield from _pause(connection.pause_seconds, meter)
        os.fsync(stream.fileno())
        is_right = stream.tell() == file.size_bytes and digest.is_right()
    if not is_right:
        part.unlink()
        raise KnownError("hub.damaged", file=file.name, model=plan.model)
    part.replace(blob)


def _append(
    connection: Connection, plan: Plan, file: RemoteFile, stream: BinaryIO, digest: Digest, meter: Meter
) -> Generator[Downloading, None, None]:
    """Add to `stream` what one connection brings. Raises httpx2.TransportError where it is lost."""
    start = stream.tell()

    def coming() -> Iterator[tuple[int, bytes]]:
        with _refusals(connection, plan.model):
            yield from pieces(connection, plan.model, plan.commit, file.name, start)

    arriving = in_thread(coming)
    try:
        for item in arriving:
            if item is not None:
                place, piece = item
                if place != stream.tell():  # a server that cannot skip has begun anew
                    meter.add(-stream.tell())
                    stream.truncate(0)
                    yield from (meter.report() for _ in digest.catch_up(stream))
                stream.write(piece)
                stream.flush()
                digest.update(piece)
                meter.add(len(piece))
                if stream.tell() > file.size_bytes:
                    return  # whatever this is, it is not the file
            if meter.is_due():
                yield meter.report()
    finally:
        arriving.close()


@contextmanager
def _refusals(connection: Connection, model: str) -> Iterator[None]:
    """What a server says no to becomes a KnownError; a connection that is lost stays one, to be tried again."""
    import httpx2

    try:
        yield
    except httpx2.TransportError:
        raise
    except Exception:
        with translated(connection, model):
            raise


def _lost(connection: Connection, plan: Plan, problem: Exception | None, meter: Meter) -> KnownError:
    if problem is not None and not meter.received:
        try:
            with translated(connection, plan.model):
                raise problem
        except KnownError as error:
            return error
    detail = reason(problem) if problem else message("damage.ended_early")
    done, total = Size(meter.done), Size(meter.total)
    return KnownError("hub.interrupted", model=plan.model, done=done, total=total, detail=detail)


def _publish(plan: Plan, folder: Path) -> Path:
    """Give the files their names in the folder of their commit, and make it the model's newest."""
    snapshot = folder / "snapshots" / plan.commit
    for file in plan.files:
        place, blob = snapshot / file.name, folder / "blobs" / file.digest
        if place.exists():
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        place.unlink(missing_ok=True)  # a link that led nowhere
        try:
            place.symlink_to(os.path.relpath(blob, place.parent))
        except OSError:  # Windows lets only some people make links; huggingface_hub moves the file there, too
            blob.replace(place)
    (folder / "refs").mkdir(exist_ok=True)
    write_atomically(folder / "refs" / "main", plan.commit.encode())
    for left in parts(folder):
        if left.name.removesuffix(INCOMPLETE) not in plan.others:  # it is of an older commit
            left.unlink()
    return snapshot / plan.opens


def _check_room(plan: Plan, folder: Path) -> None:
    needed = plan.size_bytes - sum(_present(folder, plan, file) for file in plan.files)
    free = shutil.disk_usage(folder.parent).free
    if needed and needed + SPARED_BYTES > free:
        raise KnownError("hub.no_room", model=plan.model, needed=Size(needed), free=Size(free), folder=folder.parent)


def _has(folder: Path, plan: Plan, file: RemoteFile) -> bool:
    return (folder / "blobs" / file.digest).exists() or (folder / "snapshots" / plan.commit / file.name).exists()


def _present(folder: Path, plan: Plan, file: RemoteFile) -> int:
    """Bytes of `file` that need not be downloaded any more."""
    if _has(folder, plan, file):
        return file.size_bytes
    part = folder / "blobs" / f"{file.digest}{INCOMPLETE}"
    return min(part.stat().st_size, file.size_bytes) if part.exists() else 0


@contextmanager
def _alone(folder: Path, model: str) -> Iterator[None]:
    """One download of a model at a time, also among several windows and commands."""
    locks = folder.parent / ".locks" / folder.name
    locks.mkdir(parents=True, exist_ok=True)
    lock = filelock.FileLock(locks / "download.lock", blocking=False, thread_local=False)
    try:
        lock.acquire()
    except filelock.Timeout as error:
        raise KnownError("hub.in_progress", model=model) from error
    try:
        yield
    finally:
        lock.release()


def _pause(seconds: float, meter: Meter) -> Generator[Downloading, None, None]:
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        yield meter.report()
        time.sleep(min(left, TICK_SECONDS))
