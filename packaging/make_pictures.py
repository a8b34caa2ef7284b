"""Makes the README's pictures: the window on a real text, each page, light and dark, with the real engine.

    uv run python packaging/make_pictures.py TEXT

Three models learn the text one after the other, so it takes some six minutes on two cores. The README's pictures go to
packaging/pictures; the other ones, for a designer's eye, to artifacts/pictures.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QEventLoop, QLocale, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from workbench.gui.predict.predict_page import PredictPage
from workbench.gui.shell.window import MainWindow
from workbench.gui.shell.workspace import Workspace
from workbench.gui.theme import Theme
from workbench.values.model_ref import from_text
from workbench.values.presets import PRESETS

PICTURES = Path(__file__).parent / "pictures"
ARTIFACTS = Path(__file__).parents[1] / "artifacts" / "pictures"
SHOWN = ("text", "model", "train-setup", "train", "train-done-dark", "predict", "history-compared")  # in the README
MODELS = ("scratch:lstm-words", "scratch:starter-en", "starter-en")
PROMPT = "KING HENRY"
LONGEST = 900  # seconds that anything may take


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("text", type=Path)
    parser.add_argument("--preset", choices=PRESETS, default="balanced")
    options = parser.parse_args()
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
        window.create_project(Path(folder) / "Shakespeare")
        wait(lambda: window.workspace is not None)
        assert window.workspace is not None
        window.banner.hide()
        for place in window.workspace.pages:
            window.workspace.go(place)
            photograph(window, f"{place}-empty")
        show_the_job(window, window.workspace, options.text, options.preset)
        window.close()


def show_the_job(window: MainWindow, workspace: Workspace, text: Path, preset: str) -> None:
    project = workspace.context.project
    workspace.go("text")
    workspace.import_files([shutil.copy(text, project.folder.parent / "Shakespeare.txt")])
    wait(lambda: bool(project.corpora.every()))
    photograph(window, "text")
    for model in MODELS:
        workspace.context.choose_model(from_text(model))
        workspace.go("model")
        photograph(window, "model")
        workspace.go("train")
        workspace.train.set_up()
        photograph(window, "train-setup")
        workspace.train.start_run(PRESETS[preset], [PROMPT])
        wait(lambda: len(workspace.train.live.view.curves.loss.points("validation_loss")[0]) > 4)
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
    for scheme, ending in ((Qt.ColorScheme.Dark, "-dark"), (Qt.ColorScheme.Light, "")):
        window.choose_scheme(scheme)
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
