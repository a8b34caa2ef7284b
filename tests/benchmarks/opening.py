"""How late the window's event loop is while a project opens, alone, before the engine loads, and in the midst of it.

    uv run python -m tests.benchmarks.opening [--runs 200] [--keep FOLDER]

The largest gaps between two ticks of a 10 ms timer of the window's thread, without the time for which the system had
no core for it, which other programs have; then the longest for which that thread itself was computing. What is between
the two it waited for other threads. Each opening in a fresh process, as a person gets it. `engine`: the project is
opened at the first picture, before TensorFlow is imported; `amid`: when that import has begun.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from tests.benchmarks.history import make_project

TICK_MS = 10
GAPS = 8  # that are told
ALONE, ENGINE, AMID = WAYS = ("alone", "engine", "amid")
AMID_MS = 2000
MOST_SECONDS = 60


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--keep", type=Path, help="make the project here, or use the one that is here")
    parser.add_argument("--open", choices=WAYS, help="in this process")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (options.keep or Path(temporary)) / "project"
        if not folder.exists():
            folder.parent.mkdir(parents=True, exist_ok=True)
            make_project(folder, options.runs, 1000)
        if options.open:
            open_here(folder, options.open)
            return
        for way in WAYS:
            again = [sys.executable, "-m", "tests.benchmarks.opening", "--keep", str(folder.parent), "--open", way]
            print(f"{way:6}: {subprocess.run(again, check=True, capture_output=True, text=True).stdout.strip()}")


def open_here(folder: Path, way: str) -> None:
    """Print how long it takes until the project is shown, and the largest gaps until nothing runs any more."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from workbench.gui.shell.app import SWITCH_SECONDS, import_all
    from workbench.gui.shell.window import MainWindow
    from workbench.gui.theme import Theme

    application = QApplication([])
    settings = QSettings(str(folder.parent / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(settings, Theme(application))
    window.show()
    application.processEvents()
    loop = QEventLoop()
    ticks: list[tuple[float, float, float]] = []
    timer = QTimer(interval=TICK_MS)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append(now()))
    window.project_shown.connect(lambda: shown.append(time.perf_counter()))
    shown: list[float] = []
    asked: list[float] = []

    def open_it() -> None:
        asked.append(time.perf_counter())
        window.open_project(folder)

    if way != ALONE:
        import_all(window)
    sys.setswitchinterval(SWITCH_SECONDS)
    if way == AMID:
        QTimer.singleShot(AMID_MS, open_it)
    ticks.append(now())
    timer.start()
    if way != AMID:
        open_it()
    end = QTimer(interval=200)
    end.timeout.connect(lambda: loop.quit() if shown and not window.jobs.running else None)
    end.start()
    QTimer.singleShot(1000 * MOST_SECONDS, loop.quit)
    loop.exec()
    wall, computing, without_core = ([1000 * gap for gap in each] for each in np.diff(np.array(ticks), axis=0).T)
    late = [all_of_it - queued for all_of_it, queued in zip(wall, without_core, strict=True)]
    print(
        f"shown after {shown[0] - asked[0]:.2f} s; largest gaps of a {TICK_MS} ms timer: {_largest(late)} ms; over"
        f" 50 ms together {sum(gap for gap in late if gap > 50):.0f} ms; computing {_largest(computing)} ms;"
        f" without a core {_largest(without_core)} ms"
    )
    window.close()


def now() -> tuple[float, float, float]:
    """Seconds: by the clock, of this thread's own computing, and those for which there was no core for it."""
    waited = Path("/proc/thread-self/schedstat")
    return time.perf_counter(), time.thread_time(), int(waited.read_text().split()[1]) / 1e9 if waited.exists() else 0.0


def _largest(gaps: list[float]) -> str:
    return ", ".join(f"{gap:.0f}" for gap in sorted(gaps, reverse=True)[:GAPS])


if __name__ == "__main__":
    main()
