"""A sweep on a Ray cluster of two nodes of this computer, one of which is killed in the middle.

    uv run --extra cluster python -m tests.soak.cluster [--runs 8] [--steps 40]

Everything has to be finished and recorded once, with the losses that the same runs have in this process; prints what
was lost, where it went on, and how long it took. Needs Ray and takes some minutes, most of which TensorFlow is loaded.
"""

from __future__ import annotations

import argparse
import os
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import numpy as np
import psutil

from tests.places import ROOT
from tests.tiny_models import make_tiny_gpt2, tale
from workbench.experiments.queue import Queue
from workbench.experiments.side_by_side import EventOf
from workbench.experiments.sweep import Sweep, Varied, queue_sweep
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.training.events import Arrived, StepMeasured, WentOn
from workbench.training.places import cluster_settings
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder
from workbench.values.place import HERE, Where, where_from
from workbench.values.run import Run, RunStatus

PORTS = {"gcs": 6399, "client": 20001}
SETTINGS = FineTuning(batch_size=4, context_length=16, learning_rate=1e-2, validate_every=10, precision="float32")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=8)
    parser.add_argument("--steps", type=int, default=40)
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="nextword-cluster-"))
    os.environ["NEXTWORD_CONFIG_HOME"] = str(folder / "settings")
    os.environ["TF_NUM_INTRAOP_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"  # as on the nodes: the same bits
    os.environ["RAY_AUTH_MODE"], os.environ["RAY_AUTH_TOKEN"] = "token", secrets.token_hex(32)
    # Whoever ends this from outside leaves no cluster behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    began = time.perf_counter()
    with two_nodes(folder) as second:
        where = where_from(f"ray://127.0.0.1:{PORTS['client']}")
        cluster_settings.save(where.address, 1)
        print(f"two nodes answer after {time.perf_counter() - began:.0f} s", flush=True)
        with Project.create(folder / "project") as project:
            sweep_with_a_loss(project, folder, where, second, asked.runs, asked.steps)
    print(f"{time.perf_counter() - began:.0f} s in all")


def sweep_with_a_loss(project: Project, folder: Path, where: Where, second: int, runs: int, steps: int) -> None:
    services, model = Workbench(project), Folder(make_tiny_gpt2(folder / "tiny-gpt2"))
    file = folder / "tale.txt"
    file.write_text(tale(120), encoding="utf-8")
    for _ in services.texts.import_corpus([file], "tale"):
        pass
    settings = SETTINGS.with_settings({"steps": steps})
    sweep = Sweep(settings, (Varied("seed", tuple(range(1, runs + 1))),))
    record = queue_sweep(services, "tale", model, sweep, keeps_all=True, where=where)
    lost, killed, nodes = 0, False, set()
    for event in Queue(services).run(record.id):
        if not isinstance(event, EventOf):
            continue
        match event.event:
            case Arrived(_, hardware):
                nodes.add(hardware["processor"])
            case WentOn(reason, step):
                lost += 1
                print(f"{event.run.name}: lost ({str(reason)[:60]} …), goes on from step {step}", flush=True)
            case StepMeasured(step) if not killed and event.run.fine_tuning.seed == 2 and step > steps // 2:
                end_with_children(second)
                killed = True
                print(f"one node killed while {event.run.name} was at step {step}", flush=True)
    made = [run for run in project.runs.every() if run.sweep_id == record.id]
    assert killed and len(made) == runs
    for run in made:
        check_recorded_once(project, run, steps)
    print(f"{len(made)} runs finished, each step recorded once; {lost} went on after the node was killed")
    compare_with_here(services, made[-1], made[-2])


def check_recorded_once(project: Project, run: Run, steps: int) -> None:
    assert (run.status, run.steps) == (RunStatus.FINISHED, steps), run
    curve = project.runs.curves(run)["loss"]
    assert list(curve.steps) == list(range(1, steps + 1)), run.name
    assert all(checkpoint.folder.is_dir() for checkpoint in project.checkpoints.of(run))


def compare_with_here(services: Workbench, *runs: Run) -> None:
    """The same in this process, to the last bit."""
    project = services.project
    for run in runs:
        training = services.training.train("tale", project.runs.base_of(run), run.fine_tuning, where=HERE)
        try:
            while True:
                next(training)
        except StopIteration as stop:
            here: Run = stop.value
        one, other = (project.runs.curves(each)["loss"].values for each in (run, here))
        same = "the same bits" if np.array_equal(one, other) else f"apart by {np.abs(one - other).max():.1e}"
        print(f"{run.name}: {same} as in this process")


@contextmanager
def two_nodes(folder: Path) -> Iterator[int]:
    """The process id of the second one's raylet."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "RAY_USAGE_STATS_ENABLED": "0"}
    environment |= {"RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0", "RAY_worker_niceness": "0"}  # nobody else waits here
    ray = [sys.executable, "-c", "from ray.scripts.scripts import main; main()", "start", "--num-cpus=1"]
    ray += ["--node-ip-address=127.0.0.1", "--object-store-memory=100000000", "--disable-usage-stats"]
    ray += ["--min-worker-port=0", "--max-worker-port=0"]
    before = set(psutil.pids())
    head = ["--head", f"--port={PORTS['gcs']}", f"--ray-client-server-port={PORTS['client']}"]
    head += ["--include-dashboard=false", f"--temp-dir={folder / 'ray'}"]
    subprocess.run([*ray, *head], env=environment, check=True, stdout=subprocess.DEVNULL)
    first = {pid for pid in psutil.pids() if name_of(pid) == "raylet"} - before
    subprocess.run(
        [*ray, f"--address=127.0.0.1:{PORTS['gcs']}"], env=environment, check=True, stdout=subprocess.DEVNULL
    )
    second = {pid for pid in psutil.pids() if name_of(pid) == "raylet"} - before - first
    try:
        yield second.pop()
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


if __name__ == "__main__":
    main()
