"""Ray clusters of several nodes on this computer, for the scripts here."""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

from tests.places import ROOT
from workbench.training.places import cluster_settings
from workbench.values.place import Where, where_from

PORTS = {"gcs": 6399, "client": 20001}


def prepare(folder: Path) -> None:
    """Before anything is imported that computes: settings of its own, a core for each process, and a token."""
    os.environ["NEXTWORD_CONFIG_HOME"] = str(folder / "settings")
    os.environ["TF_NUM_INTRAOP_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"  # as on the nodes: the same bits
    os.environ["RAY_AUTH_MODE"], os.environ["RAY_AUTH_TOKEN"] = "token", secrets.token_hex(32)
    # Whoever ends this from outside leaves no cluster behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))


def address() -> Where:
    """Of the cluster, which the person has named."""
    where = where_from(f"ray://127.0.0.1:{PORTS['client']}")
    cluster_settings.save(where.address, 1)
    return where


@contextmanager
def nodes(folder: Path, count: int) -> Iterator[list[int]]:
    """The process ids of their raylets; each has one core."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "RAY_USAGE_STATS_ENABLED": "0"}
    environment |= {"RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0", "RAY_worker_niceness": "0"}  # nobody else waits here
    ray = [sys.executable, "-c", "from ray.scripts.scripts import main; main()", "start", "--num-cpus=1"]
    ray += ["--node-ip-address=127.0.0.1", "--object-store-memory=100000000", "--disable-usage-stats"]
    ray += ["--min-worker-port=0", "--max-worker-port=0"]
    head = ["--head", f"--port={PORTS['gcs']}", f"--ray-client-server-port={PORTS['client']}"]
    head += ["--include-dashboard=false", f"--temp-dir={folder / 'ray'}"]
    before, found = set(psutil.pids()), list[int]()
    try:
        for number in range(count):
            other = [f"--address=127.0.0.1:{PORTS['gcs']}"]
            subprocess.run([*ray, *(other if number else head)], env=environment, check=True, stdout=subprocess.DEVNULL)
            found += {pid for pid in psutil.pids() if name_of(pid) == "raylet"} - before - set(found)
        yield found
    finally:
        for pid in set(psutil.pids()) - before:
            if belongs_to(pid, folder):
                end_with_children(pid)


def name_of(pid: int) -> str:
    try:
        return psutil.Process(pid).name()
    except psutil.Error:
        return ""


def belongs_to(pid: int, folder: Path) -> bool:
    """Whether it is of the cluster that was started, which is told by its folder."""
    try:
        return str(folder / "ray") in " ".join(psutil.Process(pid).cmdline())
    except psutil.Error:
        return False


def end_with_children(pid: int) -> None:
    """As a computer goes that loses its power."""
    try:
        process = psutil.Process(pid)
        every = [process, *process.children(recursive=True)]
    except psutil.Error:
        return
    for each in every:
        with suppress(ProcessLookupError):
            os.kill(each.pid, signal.SIGKILL)
