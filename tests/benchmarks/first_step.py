"""How soon a run's first step is made: by a process that must compile it, and by one that finds it compiled.

    uv run python -m tests.benchmarks.first_step [--model starter-en] [--rounds 3]

Each time is a process of its own, with a cache that is empty or the one that such a process left. “Work” is what the
processors were busy, which says more than the clock where the computer has much else to do.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from statistics import median

from tests.benchmarks.computer import computer
from tests.places import ROOT

CACHE = "NEXTWORD_CACHE_HOME"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--model", default="starter-en")
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--context", type=int, default=256)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--once", action="store_true", help="measure in this process")
    options = parser.parse_args()
    if options.once:
        print(json.dumps(first_step(options.model, options.batch, options.context)))
        return
    print(computer())
    found: dict[str, list[list[float]]] = {"compiled": [], "found compiled": []}
    for _ in range(options.rounds):
        with tempfile.TemporaryDirectory() as cache:
            for how in found:
                command = [sys.executable, "-m", "tests.benchmarks.first_step", *sys.argv[1:], "--once"]
                environment = {**os.environ, CACHE: cache}
                told = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True).stdout
                found[how].append(json.loads(told.splitlines()[-1]))
    for how, times in found.items():
        clock, work = (median(each) for each in zip(*times, strict=True))
        print(f"first step of {options.model}, {how:14}: {clock:5.1f} s, {work:5.1f} s of work")


def first_step(name: str, batch: int, context: int) -> tuple[float, float]:
    """Seconds by the clock and of work, tracing included; the model is loaded already."""
    from workbench.models.catalogue import find_model
    from workbench.models.language_model import load
    from workbench.tasks.registry import find_task
    from workbench.training.learner import Learner
    from workbench.values.fine_tuning import FineTuning
    from workbench.values.methods import Precision
    from workbench.values.run import NEXT_WORD

    settings = FineTuning(batch_size=batch, context_length=context, precision=Precision.FLOAT32)
    learner = Learner(load(find_model(name)), settings, find_task(NEXT_WORD))
    clock, work = time.perf_counter(), time.process_time()
    learner.dry_step()
    return time.perf_counter() - clock, time.process_time() - work


if __name__ == "__main__":
    main()
