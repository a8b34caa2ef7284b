"""A sweep on a Ray cluster of two nodes of this computer, one of which is killed in the middle.

    uv run --extra cluster python -m tests.soak.cluster [--runs 8] [--steps 40]

Everything has to be finished and recorded once, with the losses that the same runs have in this process; prints what
was lost, where it went on, and how long it took. Needs Ray and takes some minutes, most of which TensorFlow is loaded.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import numpy as np

from tests.soak.nodes import address, end_with_children, nodes, prepare
from tests.tiny_models import make_tiny_gpt2, tale
from workbench.experiments.queue import Queue
from workbench.experiments.side_by_side import EventOf
from workbench.experiments.sweep import Sweep, Varied, queue_sweep
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.training.events import Arrived, StepMeasured, WentOn
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder
from workbench.values.place import HERE, Where
from workbench.values.run import Run, RunStatus

SETTINGS = FineTuning(batch_size=4, context_length=16, learning_rate=1e-2, validate_every=10, precision="float32")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=8)
    parser.add_argument("--steps", type=int, default=40)
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="nextword-cluster-"))
    prepare(folder)
    began = time.perf_counter()
    with nodes(folder, 2) as (_, second):
        where = address()
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
    lost, killed, seen = 0, False, set()
    for event in Queue(services).run(record.id):
        if not isinstance(event, EventOf):
            continue
        match event.event:
            case Arrived(_, hardware):
                seen.add(hardware["processor"])
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


if __name__ == "__main__":
    main()
