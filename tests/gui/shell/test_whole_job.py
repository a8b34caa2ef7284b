"""The whole job in one window, as a person does it: the sample, training, a report, next words, history, a text of
one's own and a model for it; real engine. Clicks are counted on the way to a trained model and to a saved report."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import platformdirs
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.shell.conftest import ARTIFACTS, WITHOUT_A_DISPLAY
from tests.places import ROOT
from workbench.ground.resources import resource
from workbench.ground.speech import EN
from workbench.gui.parts.number_box import NumberBox
from workbench.gui.shell.window import MainWindow
from workbench.services.sample_project import ENGLISH_SAMPLE, SAMPLES
from workbench.values.model_ref import Folder
from workbench.values.run import RunStatus

PATIENCE = 240_000  # milliseconds, at most: the first step waits for TensorFlow to load, and a computer may be busy
PLACES = ("text", "model", "training", "trained", "predict", "history", "labels-predict", "labels-results")
JOBS = (f"{__file__}::test_the_whole_job", str(Path(__file__).with_name("test_labels_job.py")))


clicked: list[QWidget] = []  # since a test emptied it


def click(qtbot: QtBot, widget: QWidget) -> None:
    clicked.append(widget)
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def choose(qtbot: QtBot, button: QPushButton, action: QAction) -> None:
    """Two clicks: on the button, and on what it offers."""

    def act() -> None:
        menu = button.menu()
        clicked.append(menu)
        qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())

    QTimer.singleShot(100, act)
    click(qtbot, button)


def dialog(do: Callable[[QWidget], None]) -> None:
    """Do something in the dialog that is about to open."""

    def act() -> None:
        opened = QApplication.activeModalWidget()
        assert opened is not None
        do(opened)

    QTimer.singleShot(0, act)


def press(button: str) -> Callable[[QWidget], None]:
    def act(opened: QWidget) -> None:
        assert isinstance(opened, QMessageBox)
        next(each for each in opened.findChildren(QPushButton) if each.text() == button).click()

    return act


def type_name(name: str) -> Callable[[QWidget], None]:
    def act(opened: QWidget) -> None:
        assert isinstance(opened, QInputDialog)
        opened.findChild(QLineEdit).setText(name)
        opened.accept()

    return act


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A month of the sample log: enough to learn from, short enough for a test."""
    file = tmp_path / "log.txt"
    file.write_text(resource("samples/keepers-log.txt").read_text(encoding="utf-8")[:30_000], encoding="utf-8")
    return file


@pytest.fixture
def sample(tmp_path: Path, tiny_gpt2: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sample project in a folder of the test's, with its first text alone and a model that learns in seconds."""
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(tmp_path / "documents"))
    texts = dict(list(ENGLISH_SAMPLE.texts.items())[:1])
    monkeypatch.setitem(SAMPLES, EN, replace(ENGLISH_SAMPLE, texts=texts, model=str(tiny_gpt2)))


@WITHOUT_A_DISPLAY
@pytest.mark.usefixtures("sample")
def test_the_whole_job(
    qtbot: QtBot,
    window: MainWindow,
    log: Path,
    photograph: Callable[[str], None],
    tiny_gpt2: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # The sample project
    clicked.clear()
    click(qtbot, window.welcome.sample)
    qtbot.waitUntil(lambda: window.workspace is not None and not window.jobs.running, timeout=PATIENCE)
    workspace = window.workspace
    assert workspace is not None
    project = workspace.context.project

    # Train
    assert workspace.place == "train"
    setup, live = workspace.train.setup, workspace.train.live
    setup.advanced.setChecked(True)  # a person need not change anything: this is for a test that is over soon
    for name, value in (("batch_size", 2), ("context_length", 32), ("validate_every", 5), ("learning_rate", 2e-3)):
        editor = setup.form.editor(name)
        assert isinstance(editor, NumberBox)
        editor.setValue(value)
    setup.form.editor("budget").findChild(NumberBox).setValue(15)
    setup.prompts.edits[0].selectAll()
    qtbot.keyClicks(setup.prompts.edits[0], "The lamp was")
    photograph("setup")
    assert setup.start.isEnabled()
    click(qtbot, setup.start)
    curve = live.view.curves.loss
    qtbot.waitUntil(lambda: len(curve.points("loss")[0]) >= 7, timeout=PATIENCE)
    live.pause.click()
    photograph("training")
    live.pause.click()
    qtbot.waitUntil(lambda: not workspace.train.is_running, timeout=PATIENCE)
    (run,) = project.runs.every()
    assert run.status is RunStatus.FINISHED and run.steps == 15
    assert run.base_validation_loss is not None and run.best_validation_loss is not None
    assert run.best_validation_loss < run.base_validation_loss - 0.1
    steps, losses = curve.points("loss")
    assert steps.tolist() == list(range(1, 16))
    assert losses.tolist() == pytest.approx(project.runs.curves(run)["loss"].values.tolist())
    assert curve.points("validation_loss")[0].tolist() == [0, 5, 10, 15]
    assert "Perplexity" in live.result.words
    assert "It was still getting better when it ended" in live.result.words
    photograph("trained")
    assert len(clicked) <= 3, "to a trained model"

    # Report
    report = tmp_path / "report.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(report), ""))  # Return, in the system's
    click(qtbot, live.result.see)
    qtbot.waitUntil(lambda: workspace.place == "history" and not workspace.is_visiting, timeout=PATIENCE)
    export = workspace.history.details.export
    choose(qtbot, export, export.report)
    qtbot.waitUntil(report.is_file, timeout=PATIENCE)
    assert "What came of it, and what now:" in report.read_text(encoding="utf-8")
    assert len(clicked) <= 5, "to a saved report"

    # Predict
    click(qtbot, workspace.history.details.use)
    qtbot.waitUntil(lambda: workspace.place == "predict" and not workspace.is_visiting, timeout=PATIENCE)
    predict = workspace.predict
    assert workspace.place == "predict" and predict.text.toPlainText() == "The lamp was"
    idle = lambda: not window.jobs.running and not predict.is_waiting  # noqa: E731
    qtbot.waitUntil(idle, timeout=PATIENCE)
    view = predict.views.view("next_words")
    before, after = view.base.predictions, view.tuned.predictions
    assert len(before) == len(after) == 10 and before != after
    top = predict.views.view("next_words").tuned
    qtbot.mouseClick(top.viewport(), Qt.MouseButton.LeftButton, pos=top.visualRect(top.model().index(0, 0)).center())
    assert predict.text.toPlainText() == "The lamp was" + after[0].text
    qtbot.waitUntil(idle, timeout=PATIENCE)
    assert top.predictions != after
    photograph("predict")
    predict.views.setCurrentWidget(predict.views.view("writing"))
    predict.views.view("writing").bar.words.setValue(10)
    click(qtbot, predict.views.view("writing").bar.generate)
    qtbot.waitUntil(predict.views.view("writing").bar.generate.isEnabled, timeout=PATIENCE)
    assert len(predict.views.view("writing").cells[1].written.split()) > 5
    photograph("predict-writing")

    # History
    click(qtbot, workspace.rail.buttons["history"])
    qtbot.waitUntil(lambda: workspace.place == "history", timeout=PATIENCE)
    history = workspace.history
    assert [shown.name for shown in history.selected()] == [run.name]
    photograph("history")
    dialog(type_name("the month of gales"))
    history.details.rename_requested.emit(run)
    history.filer.note(run, "It speaks of the lamp now.")
    assert [(each.name, each.note) for each in project.runs.every()] == [
        ("the month of gales", "It speaks of the lamp now.")
    ]
    click(qtbot, workspace.rail.buttons["predict"])
    qtbot.waitUntil(lambda: workspace.place == "predict", timeout=PATIENCE)
    assert "the month of gales" in [
        box.itemText(row) for box in predict.tuned.findChildren(QComboBox) for row in range(box.count())
    ]
    click(qtbot, workspace.rail.buttons["history"])
    qtbot.waitUntil(lambda: workspace.place == "history", timeout=PATIENCE)
    dialog(press("Delete"))
    history.delete(project.runs.every()[:1])
    assert project.runs.every() == () and not run.folder.exists()

    # Text
    click(qtbot, workspace.rail.buttons["text"])
    qtbot.waitUntil(lambda: workspace.place == "text", timeout=PATIENCE)
    workspace.text.import_files([log])
    qtbot.waitUntil(lambda: len(project.corpora.every()) == 2, timeout=PATIENCE)
    photograph("text")
    qtbot.waitUntil(lambda: workspace.context.corpus == "log")
    click(qtbot, workspace.text.next_button)

    # Model
    assert workspace.place == "model"
    workspace.context.services.models.add_folder(tiny_gpt2)
    workspace.model.refresh()
    here = lambda: [card for card in workspace.model.cards if card.model.ref == Folder(tiny_gpt2)]  # noqa: E731
    qtbot.waitUntil(lambda: bool(here()) and here()[0].isVisible())
    (card,) = here()
    click(qtbot, card)
    photograph("model")
    click(qtbot, workspace.model.next_button)
    assert workspace.place == "train" and setup.start.isEnabled()


@pytest.mark.engine
@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="there is no Xvfb on this computer")
def test_the_whole_job_in_a_real_window() -> None:
    """The test above and that of labels on an X display, in a process of their own; pictures stay in artifacts/xcb."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    shutil.rmtree(ARTIFACTS / "xcb", ignore_errors=True)
    try:
        with os.fdopen(reading) as told:
            display = told.readline().strip()
        ended = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-n", "0", *JOBS],
            cwd=ROOT,
            env={**os.environ, "DISPLAY": f":{display}", "QT_QPA_PLATFORM": "xcb"},
            capture_output=True,
            text=True,
            timeout=280,
        )
    finally:
        server.terminate()
        server.wait(10)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    pictures = [ARTIFACTS / "xcb" / f"{place}.png" for place in PLACES]
    assert all(picture.stat().st_size > 10_000 for picture in pictures)
