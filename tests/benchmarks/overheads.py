"""What recording and the window cost a run: the same steps alone, written to SQLite, and driven by the window.

    uv run python -m tests.benchmarks.overheads [--rounds 3]

Each measurement is a process of its own and they take turns. Told are tokens per second by the clock, from the sixth
step to the last, so that everything that happens between two steps counts. Then the seconds from the start of a run
to the first points of its curves, for the first run and for the next one of the same shape.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.computer import computer
from tests.opening import open_in
from tests.places import ROOT
from workbench.project.project import Project
from workbench.services.sample_project import CORPUS, MODEL, make_sample_project
from workbench.services.workbench import Workbench
from workbench.training.events import StepMeasured, Validated
from workbench.values.fine_tuning import FineTuning

SETTINGS = FineTuning(steps=50, validate_every=1000)
FIRST = 6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=WAYS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only:
        with tempfile.TemporaryDirectory() as folder:
            print(*WAYS[options.only](Path(folder)))
        return
    print(computer())
    found: dict[str, list[list[float]]] = defaultdict(list)
    for turn in range(options.rounds):
        for way in WAYS if turn % 2 == 0 else reversed(list(WAYS)):
            command = [sys.executable, "-m", "tests.benchmarks.overheads", "--only", way]
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
            found[way].append([float(number) for number in done.stdout.splitlines()[-1].split()])
    rates = {way: median(rate for (rate,) in found[way]) for way in ("alone", "recorded", "window")}
    for way, rate in rates.items():
        print(f"{way:10} {rate:8,.0f} tokens/s  {rate / rates['alone']:6.1%} of alone")
    for number, name in enumerate(("first run", "next run of the same shape")):
        base, step = (median(times[2 * number + which] for times in found["start"]) for which in (0, 1))
        print(f"{name}: {base:.1f} s to the base model's validation loss, {step:.1f} s to the first step's loss")


def alone(folder: Path) -> list[float]:
    """The loop without anything that listens."""
    from workbench.corpora.encoding import encode
    from workbench.models.language_model import load
    from workbench.tasks.next_word.task import TASK as NEXT_WORD
    from workbench.training.learner import Learner
    from workbench.training.loop import fine_tune
    from workbench.training.products import suited_precision

    with _sample(folder) as project:
        services = Workbench(project)
        corpus = project.corpora.named(CORPUS)
        model = load(services.models.find(services.models.named(MODEL)))
        settled = services.planning.settled(services.models.named(MODEL), SETTINGS)
        precision = suited_precision(settled.precision, model.kind)
        encoding = encode(corpus, model.tokenizer)
        try:
            while True:
                next(encoding)
        except StopIteration as ended:
            encoded = ended.value
        learner = Learner(model, settled.with_settings({"precision": precision}), NEXT_WORD)
        return _rate(fine_tune(learner, encoded, folder / "run"))


def recorded(folder: Path) -> list[float]:
    """As the command line does it."""
    with _sample(folder) as project:
        return _rate(Workbench(project).training.train(CORPUS, Workbench(project).models.named(MODEL), SETTINGS))


def window(folder: Path) -> list[float]:
    """As a person does it, with the curves in sight."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QSettings
    from PySide6.QtWidgets import QApplication

    from workbench.gui.shell.window import MainWindow
    from workbench.gui.theme import Theme

    _sample(folder).close()
    application = QApplication([])
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    shown = MainWindow(settings, Theme(application))
    shown.show()
    open_in(shown, folder / "sample")
    assert shown.workspace is not None
    shown.workspace.go("train")
    shown.workspace.train.start_run(SETTINGS, [])
    job = shown.jobs.running[-1]
    steps: list[StepMeasured] = []
    times: dict[int, float] = {}

    def take(events: list[Any]) -> None:
        for event in events:
            if isinstance(event, StepMeasured):
                steps.append(event)
                times[event.step] = time.perf_counter()

    job.events.connect(take)
    ending = QEventLoop()
    job.ended.connect(ending.quit)
    ending.exec()
    last = max(times)
    rate = (last - FIRST) * SETTINGS.tokens_per_step / (times[last] - times[FIRST])
    shown.close()
    return [rate]


def start(folder: Path) -> list[float]:
    """Seconds to the first validation and the first step, of two runs; TensorFlow is loaded, as in an open window."""
    found = []
    with _sample(folder) as project:
        services = Workbench(project)
        services.models.warm_up()
        for seed in (0, 1):
            begin = time.perf_counter()
            settings = SETTINGS.with_settings({"seed": seed, "steps": 2})
            for event in services.training.train(
                CORPUS, services.models.named(MODEL), settings, prompts=["The lamp was lit at"]
            ):
                if isinstance(event, StepMeasured | Validated) and event.step < 2:
                    found.append(time.perf_counter() - begin)
    return found


def _rate(events: Iterable[Any]) -> list[float]:
    times = {}
    for event in events:
        if isinstance(event, StepMeasured):
            times[event.step] = time.perf_counter()
    last = max(times)
    return [(last - FIRST) * SETTINGS.tokens_per_step / (times[last] - times[FIRST])]


def _sample(folder: Path) -> Project:
    for _ in make_sample_project(folder / "sample"):
        pass
    return Project.open(folder / "sample")


WAYS: dict[str, Callable[[Path], float]] = {"alone": alone, "recorded": recorded, "window": window, "start": start}


if __name__ == "__main__":
    main()
