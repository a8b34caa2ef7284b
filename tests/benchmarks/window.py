"""How late the window's event loop is while a model trains, and how soon the window is painted.

    uv run python -m tests.benchmarks.window [--first-paint | --lateness]

Lateness is what a 5 ms timer of the window's thread misses its time by, beside the same timer in the same window
while nothing runs; and without what it waited for a core (where the system says so), which is others' doing. Threads
take turns, and garbage is collected, as in the program. Start-up is measured from the start of the process, in a fresh
process each time; its work is what the processors were busy for it, to the end of the process. With `--first-paint`,
that alone is measured; with `--lateness`, that.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from tests.benchmarks.computer import computer
from tests.places import ROOT

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from tests.benchmarks.opening import now
from tests.opening import open_in
from workbench.gui.collector import Collector
from workbench.gui.shell.app import STARTUP_REPORT, import_all
from workbench.gui.shell.window import MainWindow
from workbench.gui.theme import Theme
from workbench.services.sample_project import make_sample_project
from workbench.values.fine_tuning import FineTuning

TICK_MS = 5
SECONDS = 15
STARTS = 7


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--first-paint", action="store_true")
    which.add_argument("--lateness", action="store_true")
    options = parser.parse_args()
    print(computer())
    if not options.first_paint:
        show_lateness()
    if options.lateness:
        return
    paints = [first_paint() for _ in range(STARTS)]
    seconds, work = zip(*paints, strict=True)
    print(
        f"first paint, median of {STARTS}: {statistics.median(seconds):.2f} s "
        f"(from {min(seconds):.2f} to {max(seconds):.2f}), {statistics.median(work):.2f} s of work"
    )


def show_lateness() -> None:
    with tempfile.TemporaryDirectory() as folder:
        idle, training = lateness(Path(folder))
    for name, ticks in (("idle", idle), ("training", training)):
        for counted, late in zip(("", ", without waiting for a core"), ticks, strict=True):
            print(
                f"event loop, {name}{counted}: median {np.median(late):.2f} ms late, 99th percentile "
                f"{np.percentile(late, 99):.2f} ms, worst {late.max():.2f} ms  ({len(late):,} ticks)"
            )


def lateness(folder: Path) -> tuple[np.ndarray, np.ndarray]:
    """`_ticks`, idle and while the sample project trains (only steps, no start-up)."""
    application = QApplication([])
    for _ in make_sample_project(folder / "sample"):
        pass
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(settings, Theme(application))
    collector = Collector(window)
    import_all(window)
    window.show()
    open_in(window, folder / "sample")
    assert window.workspace is not None
    window.workspace.go("train")
    ready, looking = QEventLoop(), QTimer(interval=200)
    looking.timeout.connect(lambda: None if window.jobs.running else ready.quit())
    looking.start()
    ready.exec()
    looking.stop()
    idle = _ticks()
    train = window.workspace.train
    train.start_run(FineTuning(steps=5_000, validate_every=25), ["The lamp was lit at"])
    job = window.jobs.running[-1]
    stepping = QEventLoop()
    job.events.connect(lambda events: stepping.quit() if any(hasattr(e, "gradient_norm") for e in events) else None)
    stepping.exec()
    training = _ticks()
    window.jobs.end_all()
    collector.end()
    window.close()
    return idle, training


def _ticks() -> np.ndarray:
    """Run the event loop for some seconds with a fast timer and note by how many milliseconds each tick is late.

    [2, ticks]: by the clock, and without the time for which the thread was given no core.
    """
    loop = QEventLoop()
    times: list[tuple[float, float, float]] = []
    timer = QTimer(interval=TICK_MS)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: times.append(now()))
    QTimer.singleShot(SECONDS * 1000, loop.quit)
    timer.start()
    loop.exec()
    timer.stop()
    wall, _, without_core = 1000 * np.diff(np.array(times), axis=0).T
    return np.maximum(0.0, np.stack([wall, wall - without_core]) - TICK_MS)


def first_paint() -> tuple[float, float]:
    before = os.times()
    environment = {**os.environ, STARTUP_REPORT: "1"}
    told = subprocess.run(
        [sys.executable, "main.py"], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    ).stdout
    assert "nothing heavy" in told, told
    after = os.times()
    work = after.children_user + after.children_system - before.children_user - before.children_system
    return float(told.split("after ")[1].split(" s")[0]), work


if __name__ == "__main__":
    main()
