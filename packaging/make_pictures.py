"""Makes the README's pictures: the window on the sample project, each page, light and dark, with the real engine.

    uv run python packaging/make_pictures.py

Three runs learn the keeper's log one after the other, which takes some four minutes on two cores. The README's pictures
go to packaging/pictures; the other ones, for a designer's eye, to artifacts/pictures.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QEventLoop, QLocale, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from workbench.gui.predict.predict_page import PredictPage
from workbench.gui.shell.app import import_all
from workbench.gui.shell.window import MainWindow
from workbench.gui.shell.workspace import Workspace
from workbench.gui.theme import Look, Theme
from workbench.services.sample_project import PROMPT
from workbench.values.model_ref import from_text
from workbench.values.presets import PRESETS

PICTURES = Path(__file__).parent / "pictures"
ARTIFACTS = Path(__file__).parents[1] / "artifacts" / "pictures"
README = Path(__file__).parents[1] / "README.md"
SHOWN = frozenset(re.findall(r"packaging/pictures/([\w-]+)\.png", README.read_text(encoding="utf-8")))
QUICK = PRESETS["quick"]
RUNS = (  # a model, and how it learns
    ("scratch:starter-en", QUICK),
    ("starter-en", QUICK.with_settings({"learning_rate": 0.0002})),
    ("starter-en", QUICK),
)
SHOWN_VALIDATIONS = 3  # of a quick run's five
LONGEST = 900  # seconds that anything may take


def main() -> None:
    argparse.ArgumentParser(description=__doc__.split("\n")[0]).parse_args()
    QLocale.setDefault(QLocale(QLocale.Language.English))
    application = QApplication([])
    for made in (PICTURES, ARTIFACTS):
        made.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        window = MainWindow(settings, Theme(application))
        window.resize(1200, 800)
        window.show()
        photograph(window, "welcome")
        window.create_project(Path(folder) / "Empty")
        wait(lambda: window.workspace is not None)
        assert window.workspace is not None
        window.banner.hide()
        for place in window.workspace.pages:
            window.workspace.go(place)
            photograph(window, f"{place}-empty")
        window.close_project()
        import_all(window)
        window.make_sample(Path(folder) / "Lighthouse")
        wait(lambda: window.workspace is not None and not window.jobs.running)
        show_the_job(window, window.workspace)
        window.close()
    missing = [name for name in SHOWN if not (PICTURES / f"{name}.png").is_file()]
    if missing:
        raise SystemExit(f"The README shows what is not made: {', '.join(missing)}")


def show_the_job(window: MainWindow, workspace: Workspace) -> None:
    project = workspace.context.project
    workspace.go("text")
    photograph(window, "text")
    details = workspace.text.details
    details.leaves.setCurrentWidget(details.statistics)
    photograph(window, "text-statistics")
    workspace.go("model")
    photograph(window, "model")
    workspace.go("train")
    wait(lambda: not window.jobs.running)
    photograph(window, "train-setup")
    for model, settings in RUNS:
        workspace.context.choose_model(from_text(model))
        workspace.go("train")
        workspace.train.set_up()
        workspace.train.start_run(settings, [PROMPT])
        wait(lambda: len(workspace.train.live.view.curves.loss.points("validation_loss")[0]) > SHOWN_VALIDATIONS)
        photograph(window, "train")
        wait(lambda: not workspace.train.is_running)
    photograph(window, "train-done")
    workspace.go("predict")
    workspace.predict.show_run(project.runs.every()[0])
    wait(lambda: not window.jobs.running)
    photograph(window, "predict")
    show_the_other_views(window, workspace.predict)
    workspace.go("history")
    photograph(window, "history")
    workspace.history.view.selectAll()
    wait(lambda: not window.jobs.running)
    photograph(window, "history-compared")


def show_the_other_views(window: MainWindow, predict: PredictPage) -> None:
    predict.views.setCurrentWidget(predict.views.view("writing"))
    predict.views.view("writing").write_on(predict.views.view("writing").bar.sampling())
    wait(lambda: not window.jobs.running)
    photograph(window, "predict-writing")
    for view in (predict.views.view("surprise"), predict.views.view("tree"), predict.views.view("game")):
        predict.views.setCurrentWidget(view)
        pause(500)
        wait(lambda: not window.jobs.running)
        photograph(window, f"predict-{type(view).__name__.removesuffix('View').lower()}")
    predict.views.setCurrentWidget(predict.views.view("next_words"))


def photograph(window: MainWindow, name: str) -> None:
    """Once light, once dark."""
    for look, ending in ((Look.DARK, "-dark"), (Look.LIGHT, "")):
        window.choose_look(look)
        pause(300)
        folder = PICTURES if name + ending in SHOWN else ARTIFACTS
        window.grab().save(str(folder / f"{name}{ending}.png"))


def pause(milliseconds: int) -> None:
    """Let the window live; QTest.qWait would keep the other threads from running."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait(done: Callable[[], bool]) -> None:
    end = time.monotonic() + LONGEST
    while not done():
        if time.monotonic() > end:
            raise SystemExit("That takes too long.")
        pause(100)


if __name__ == "__main__":
    main()
