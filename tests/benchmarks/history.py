"""How long History takes with very many runs: to open, to compare twenty, to search, to sort, and to scroll.

    python -m tests.benchmarks.history [--runs 1000] [--measurements 10000] [--keep FOLDER]

The project is made up, with the rows that real runs leave: each step's loss, learning rate, gradient norm and speed,
and a validation in every hundredth. “First picture”: until the window answers again; “all”: until the curves are drawn.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from tests.opening import open_in
from workbench.experiments.comparing import XAxis
from workbench.gui.context import MODEL
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import from_text
from workbench.values.run import Filing, RunStatus

NAMES = 4  # measurements of a step
INSERT = "INSERT INTO measurements (run_id, name, step, value, seconds) VALUES (?, ?, ?, ?, ?)"


def make_project(folder: Path, runs: int, measurements: int) -> None:
    """The rows of measurements are written by the driver itself: ten million of them would take the recorder long."""
    with Project.create(folder) as project:
        text = folder.parent / "Log.txt"
        text.write_text("The lamp was lit. The sea was calm.\n\n" * 200, encoding="utf-8")
        for _ in Workbench(project).texts.import_corpus([text], "Log"):
            pass
        draw = np.random.default_rng(0)
        made = {}
        for number in range(runs):
            rate = float(f"{10 ** draw.uniform(-4.5, -2):.2g}")
            settings = FineTuning(learning_rate=rate, warmup=float(draw.choice([0.0, 0.1, 0.2])), seed=number % 5)
            model = str(draw.choice(["starter-en", "scratch:starter-en"]))
            run = project.runs.create(
                corpus="Log", base=from_text(model), model_sha256="sha", fine_tuning=settings, name=f"run {number + 1}",
                group=f"round {number // 50 + 1}", status=RunStatus.FINISHED,
            )  # fmt: skip
            made[run.id] = rate
        filed = {run.id: Filing(("lecture",) if run.id % 7 == 0 else (), run.group) for run in project.runs.every()}
        project.runs.file(filed)
        project.preferences.set(MODEL, "starter-en")  # what comes next is to be foretold, too
    database = sqlite3.connect(folder / "project.sqlite")
    for run_id, rate in made.items():
        rows = list(measured(run_id, measurements, rate, draw))
        database.executemany(INSERT, rows)
        validation = [row[3] for row in rows if row[1] == "validation_loss"]
        database.execute(
            "UPDATE runs SET steps = ?2, total_steps = ?2, base_validation_loss = ?3, best_validation_loss = ?4,"
            " final_validation_loss = ?5, tokens_per_second = ?6, seconds = ?7 WHERE id = ?1",
            (run_id, rows[-1][2], 5.2, min(validation), validation[-1], draw.normal(4000, 100), rows[-1][4]),
        )
    database.commit()
    database.close()


def measured(run_id: int, count: int, rate: float, draw: np.random.Generator) -> Iterator[tuple[Any, ...]]:
    """A loss that falls like a power of the step towards a floor that depends on the learning rate, with noise."""
    steps = np.arange(1, max(2, round(count / (NAMES + 0.01))) + 1)
    floor = 3.0 + 0.25 * abs(np.log10(rate) + 3) + draw.normal(0, 0.05)
    loss, noise = floor + 2.2 * (1 + steps / len(steps) * 60) ** -0.7, draw.normal(0, 0.12, len(steps))
    values = {
        "gradient_norm": 1 + abs(noise),
        "learning_rate": rate * (1 - steps / len(steps)),
        "loss": loss + noise,
        "tokens_per_second": draw.normal(4000, 50, len(steps)),
        "validation_loss": loss + 0.1,
    }
    for name, curve in values.items():
        for step, value in zip(steps.tolist(), curve.tolist(), strict=True):
            if name != "validation_loss" or step % 100 == 0 or step == len(steps):
                yield run_id, name, step, value, 0.3 * step


def measure(folder: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QItemSelectionModel, QSettings, Qt
    from PySide6.QtWidgets import QApplication

    from workbench.gui.shell.window import MainWindow
    from workbench.gui.theme import Theme

    application = QApplication([])
    settings = QSettings(str(folder.parent / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(settings, Theme(application))
    window.show()

    def timed(what: str, act: Callable[[], object], done: Callable[[], bool] = lambda: True) -> None:
        """The time until what `act` began is done and drawn."""
        begin = time.perf_counter()
        act()
        application.processEvents()
        first = time.perf_counter() - begin
        while not done() or window.jobs.running:
            application.processEvents()
            time.sleep(0.001)
        application.processEvents()
        everything = time.perf_counter() - begin
        print(f"{what:40} {1000 * first:6.0f} ms to the first picture, {1000 * everything:6.0f} ms to all of it")

    timed("open the project", lambda: open_in(window, folder))
    assert window.workspace is not None
    workspace, history = window.workspace, window.workspace.history
    timed("go to History", lambda: workspace.go("history"))
    timed("leave it and come back", lambda: (workspace.go("text"), workspace.go("history")))
    timed("choose another run", lambda: history.view.selectRow(5))
    chosen = history.view.selectionModel()

    def select(rows: int) -> None:
        for row in range(rows):
            flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            chosen.select(history.shown.index(row, 0), flags)

    timed("compare twenty runs, validation", lambda: select(20))
    curves = history.comparison.curves
    timed("compare their training losses", lambda: curves.choose_measures(["loss"]))
    assert len(curves.plot.points("19 loss")[0]) > 0
    timed("smooth them otherwise", lambda: curves.smoothing.setValue(3))
    timed("over tokens", lambda: curves.over.setCurrentIndex(list(XAxis).index(XAxis.TOKENS)))
    timed("on logarithmic axes", lambda: curves.log_x.setChecked(True))
    timed("values at the pointer", lambda: curves.plot.read(500_000))
    timed("what differs between twenty", lambda: history.comparison.tabs.setCurrentIndex(1))
    timed("settings against results of twenty", lambda: history.comparison.tabs.setCurrentIndex(2))
    timed("settings against results of all", history.view.selectAll)
    timed("back to one run", lambda: history.view.selectRow(0))
    for words in ("run 7", "lecture", ""):
        timed(f"search for “{words}”", lambda words=words: history.search.words.setText(words))
    timed("sort by loss", lambda: history.view.sortByColumn(7, Qt.SortOrder.AscendingOrder))
    steps = []
    bar = history.view.verticalScrollBar()
    while bar.value() < bar.maximum():
        begin = time.perf_counter()
        bar.setValue(bar.value() + 3)  # a notch of the wheel
        application.processEvents()
        steps.append(1000 * (time.perf_counter() - begin))
    p99 = sorted(steps)[int(0.99 * len(steps))]
    print(f"a step of scrolling: {statistics.median(steps):.1f} ms median, {p99:.1f} ms at the 99th percentile")
    window.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--measurements", type=int, default=10_000)
    parser.add_argument("--keep", type=Path, help="make the project here, or use the one that is here")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (options.keep or Path(temporary)) / "project"
        if not folder.exists():
            folder.parent.mkdir(parents=True, exist_ok=True)
            begin = time.perf_counter()
            make_project(folder, options.runs, options.measurements)
            print(f"made in {time.perf_counter() - begin:.0f} s")
        print(f"project.sqlite: {(folder / 'project.sqlite').stat().st_size / 1e6:.0f} MB")
        measure(folder)


if __name__ == "__main__":
    main()
