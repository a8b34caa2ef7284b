"""Several workers of one run: the losses of one, killed and cut off workers, and what sharing a step out costs.

    uv run --extra cluster python -m tests.soak.workers [--steps 40]

By hand (`work`, as Slurm or Kubernetes start it): two processes make a run, whose losses are compared with those of one
process. On a Ray cluster of three nodes of this computer: three workers make a run, and one of them is killed (kill -9)
twice; then one of them is stopped for twenty seconds, as where its network is cut, and after it the process over which
the program reaches the cluster. One and three workers read a text in shards, of which their disks have room for two;
what they learn is compared with what they learn of the same text in one. Last, how many tokens a second two processes
of one core each read, beside one of two. Takes some minutes, most of which TensorFlow is loaded.
"""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from statistics import median
from unittest.mock import patch

import numpy as np
import psutil

from tests.places import ROOT
from tests.soak.cluster import check_recorded_once
from tests.soak.nodes import address, nodes, prepare
from tests.tiny_models import make_tiny_gpt2, tale
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.training.events import Event, StepMeasured, WentOn
from workbench.training.places import cluster
from workbench.training.places.cluster_settings import ClusterSettings
from workbench.training.workers import CONFIGURATION, Team
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Bundled, Folder, ModelRef
from workbench.values.place import HERE, Where
from workbench.values.run import Run, RunStatus

SETTINGS = FineTuning(
    batch_size=2, accumulate=6, context_length=16, learning_rate=1e-2, validate_every=10, precision="float32"
)
CUT = 20.0  # seconds
SHARD_TOKENS = 1000
MODEL = "starter-en"  # whose steps are long enough to be measured


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=40)
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="nextword-workers-"))
    prepare(folder)
    model = Folder(make_tiny_gpt2(folder / "tiny-gpt2"))
    file = folder / "tale.txt"
    file.write_text(tale(600), encoding="utf-8")
    settings = SETTINGS.with_settings({"steps": asked.steps})
    with Project.create(folder / "project") as project:
        for _ in Workbench(project).texts.import_corpus([file], "tale"):
            pass
    by_hand(folder / "project", model, settings)
    with nodes(folder, 3), Project.open(folder / "project") as project:
        services, where = Workbench(project), address().with_workers(3)
        twice_killed(services, model, settings, where)
        in_shards(services, model, settings, where)
        cut_off(services, model, settings, where)
    efficiency(folder / "project")


def by_hand(folder: Path, model: ModelRef, settings: FineTuning) -> None:
    with Project.open(folder) as project:
        services = Workbench(project)
        alone = to_end(services, "alone", model, settings, HERE)
        project.runs.create(
            corpus="tale", base=model, model_sha256="", fine_tuning=settings, name="pair", status=RunStatus.QUEUED
        )
    work(folder, "pair", [[0], [1]])
    with Project.open(folder) as project:
        pair = project.runs.named("pair")
        check_recorded_once(project, pair, settings.steps or 0)
        print(f"two workers, started by hand: {apart(project, alone, pair)} from the losses of one process", flush=True)


def work(folder: Path, run: str, cores: Sequence[Sequence[int]]) -> None:
    """Make a run by a process for each of these sets of cores."""
    team = tuple(f"127.0.0.1:{free_port()}" for _ in cores)
    started = []
    for rank, own in enumerate(cores):
        threads = {"TF_NUM_INTRAOP_THREADS": str(len(own)), "OMP_NUM_THREADS": str(len(own))}
        environment = os.environ | threads | {CONFIGURATION: Team(team, rank).configuration}
        begin = ["taskset", "-c", ",".join(map(str, own)), sys.executable, "main.py", "work", str(folder), run]
        quiet = subprocess.DEVNULL
        started.append(subprocess.Popen(begin, cwd=ROOT, env=environment, stdout=quiet, stderr=quiet))
    assert [each.wait(900) for each in started] == [0] * len(cores)


def twice_killed(services: Workbench, model: ModelRef, settings: FineTuning, where: Where) -> None:
    killed: list[int] = []
    steps = settings.steps or 0
    wanted = [steps // 3, 2 * steps // 3]

    def watch(event: Event) -> None:
        if isinstance(event, StepMeasured) and len(killed) < 2 and event.step >= wanted[len(killed)]:
            killed.append(event.step)
            os.kill(workers_of_ray()[-1], signal.SIGKILL)
        if isinstance(event, WentOn):
            print(f"a worker was killed at step {killed[-1]}; all go on from step {event.step}", flush=True)

    run = to_end(services, "killed", model, settings, where, watch)
    check_recorded_once(services.project, run, steps)
    alone = services.project.runs.named("alone")
    print(f"three workers, one killed twice: {apart(services.project, alone, run)} from the losses of one process")


def in_shards(services: Workbench, model: ModelRef, settings: FineTuning, where: Where) -> None:
    most = 0

    def watch(event: Event) -> None:
        nonlocal most
        for folder in Path(tempfile.gettempdir()).glob("nextword-run-*/shards"):
            with suppress(OSError):  # it may go while it is looked at
                most = max(most, sum(each.stat().st_size for each in folder.iterdir()))

    for workers in (1, 3):
        place, room = where.with_workers(workers), 2 * 2 * SHARD_TOKENS
        whole = to_end(services, f"whole, {workers}", model, settings, place)
        with patch.object(cluster, "SHARD_TOKENS", SHARD_TOKENS), patch.object(ClusterSettings, "disk_bytes", room):
            run = to_end(services, f"in shards, {workers}", model, settings, place, watch)
        check_recorded_once(services.project, run, settings.steps or 0)
        tokens = sum(each.stat().st_size // 2 for each in services.project.folder.glob("corpora/*/tokens/*/train.bin"))
        print(
            f"{workers} workers, a text of {tokens} tokens in shards of {SHARD_TOKENS}, at most {most} bytes of it on a"
            f" disk with room for {room}: {apart(services.project, whole, run)} from the same text whole",
            flush=True,
        )


def cut_off(services: Workbench, model: ModelRef, settings: FineTuning, where: Where) -> None:
    for name, found in (("a worker", workers_of_ray), ("the way to the cluster", clients_of_ray)):
        told: list[str] = []
        cut: list[int] = []

        def watch(event: Event, found: Callable[[], list[int]] = found, cut: list[int] = cut) -> None:
            if isinstance(event, StepMeasured) and event.step == 5 and not cut:
                cut.append(found()[-1])
                stop_for(cut[0], CUT)

        def listen(event: Event, told: list[str] = told, watch: Callable[[Event], None] = watch) -> None:
            watch(event)
            if isinstance(event, WentOn):
                told.append(f"goes on from step {event.step}")

        began = time.perf_counter()
        run = to_end(services, f"cut off from {name}", model, settings, where, listen)
        check_recorded_once(services.project, run, settings.steps or 0)
        alone = services.project.runs.named("alone")
        print(
            f"{name} stood still for {CUT:.0f} s: {'; '.join(told) or 'nothing was lost'}; finished after"
            f" {time.perf_counter() - began:.0f} s, {apart(services.project, alone, run)} from one process",
            flush=True,
        )


def efficiency(folder: Path) -> None:
    """Tokens a second, by the median of the steps after the first ten; in turns, for the machine is not alone."""
    settings = FineTuning(
        batch_size=4, accumulate=2, context_length=128, steps=25, validate_every=1000, precision="float32"
    )
    speeds: dict[str, list[float]] = {"one process of two cores": [], "two processes of one core each": []}
    for turn in range(2):
        for name, cores in zip(speeds, ([[0, 1]], [[0], [1]]), strict=True):
            run = f"{name} {turn}"
            with Project.open(folder) as project:
                project.runs.create(
                    corpus="tale", base=Bundled(MODEL), model_sha256="", fine_tuning=settings, name=run,
                    status=RunStatus.QUEUED,
                )  # fmt: skip
            work(folder, run, cores)
            with Project.open(folder) as project:
                curve = project.runs.curves(project.runs.named(run))["tokens_per_second"]
                speeds[name].append(median(curve.values[10:].tolist()))
    for name, found in speeds.items():
        print(f"{MODEL}, 2 x 4 x 128, {name}: {median(found):.0f} tokens/s")
    one, two = (median(found) for found in speeds.values())
    print(f"efficiency of two processes of one core each: {two / one:.2f} of one process of two cores")


def to_end(
    services: Workbench, name: str, model: ModelRef, settings: FineTuning, where: Where,
    watch: Callable[[Event], None] = lambda _: None,
) -> Run:  # fmt: skip
    training = services.training.train("tale", model, settings, name, where=where)
    try:
        while True:
            watch(next(training))
    except StopIteration as stop:
        run: Run = stop.value
        return run


def apart(project: Project, one: Run, other: Run) -> str:
    """The largest difference of two runs' losses."""
    first, second = (project.runs.curves(run)["loss"].values for run in (one, other))
    return f"{np.abs(first - second).max():.1e} nats"


def stop_for(pid: int, seconds: float) -> None:
    os.kill(pid, signal.SIGSTOP)

    def go_on() -> None:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGCONT)

    threading.Timer(seconds, go_on).start()


def workers_of_ray() -> list[int]:
    return sorted(each.pid for each in psutil.process_iter() if "ray::Brought" in " ".join(command(each)))


def clients_of_ray() -> list[int]:
    """Servers of one program each, through which it reaches the cluster."""
    of_one = "--mode=specific-server"
    return sorted(each.pid for each in psutil.process_iter() if of_one in command(each))


def command(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


if __name__ == "__main__":
    main()
