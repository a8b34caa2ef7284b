"""How late the window's event loop is while a project opens, alone and while the engine loads.

    uv run python -m tests.benchmarks.opening [--runs 200] [--keep FOLDER]

The largest gap between two ticks of a 10 ms timer of the window's thread, and for how much of a gap that thread itself
was computing at most; the rest it waited, for other threads and for other programs. Each opening in a fresh process,
as a person gets it. With the engine: the project is opened at the first picture, while TensorFlow is imported.
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
ENGINE, ALONE = "engine", "alone"
MOST_SECONDS = 60


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--keep", type=Path, help="make the project here, or use the one that is here")
    parser.add_argument("--open", choices=(ENGINE, ALONE), help="in this process")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (options.keep or Path(temporary)) / "project"
        if not folder.exists():
            folder.parent.mkdir(parents=True, exist_ok=True)
            make_project(folder, options.runs, 1000)
        if options.open:
            open_here(folder, with_engine=options.open == ENGINE)
            return
        for way in (ALONE, ENGINE):
            again = [sys.executable, "-m", "tests.benchmarks.opening", "--keep", str(folder.parent), "--open", way]
            print(f"{way:6}: {subprocess.run(again, check=True, capture_output=True, text=True).stdout.strip()}")


def open_here(folder: Path, *, with_engine: bool) -> None:
    """Print how long it takes until the project is shown, and the largest gaps until nothing runs any more."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from workbench.gui.shell.app import import_all
    from workbench.gui.shell.window import MainWindow
    from workbench.gui.theme import Theme

    application = QApplication([])
    settings = QSettings(str(folder.parent / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(settings, Theme(application))
    window.show()
    application.processEvents()
    loop = QEventLoop()
    ticks: list[tuple[float, float]] = []
    timer = QTimer(interval=TICK_MS)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append((time.perf_counter(), time.thread_time())))
    window.project_shown.connect(lambda: shown.append(time.perf_counter()))
    shown: list[float] = []
    begin = time.perf_counter()
    ticks.append((begin, time.thread_time()))
    timer.start()
    if with_engine:
        import_all(window)
    window.open_project(folder)
    end = QTimer(interval=200)
    end.timeout.connect(lambda: loop.quit() if shown and not window.jobs.running else None)
    end.start()
    QTimer.singleShot(1000 * MOST_SECONDS, loop.quit)
    loop.exec()
    gaps, computing = ([1000 * gap for gap in each] for each in np.diff(np.array(ticks), axis=0).T)
    print(
        f"shown after {shown[0] - begin:.2f} s; largest gaps of a {TICK_MS} ms timer: "
        + ", ".join(f"{gap:.0f}" for gap in sorted(gaps, reverse=True)[:GAPS])
        + f" ms; over 50 ms together {sum(gap for gap in gaps if gap > 50):.0f} ms; computing "
        + ", ".join(f"{gap:.0f}" for gap in sorted(computing, reverse=True)[:GAPS])
        + " ms"
    )
    window.close()


if __name__ == "__main__":
    main()
