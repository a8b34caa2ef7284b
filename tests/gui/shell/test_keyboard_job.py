"""The whole job by keys alone, from the text to the exported table: no event of a mouse is made here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.hands import press, settle
from tests.gui.hearing import name_of
from tests.gui.shell.test_whole_job import PATIENCE, log  # noqa: F401 - a fixture
from workbench.gui.shell.window import MainWindow
from workbench.gui.shell.workspace import Workspace

CTRL = Qt.KeyboardModifier.ControlModifier
MOST_STOPS = 120  # of Tab, until it is said not to reach something


class Keys:
    """A person who has a keyboard and hears what has the focus."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot, self._window = qtbot, window

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(self._window, key, modifier)

    def reach(self, name: str) -> QWidget:
        """Tab until what has the focus begins with this name."""
        heard = []
        for _ in range(MOST_STOPS):
            at = QApplication.focusWidget()
            if at is not None and name_of(at).startswith(name):
                return at
            heard.append("" if at is None else name_of(at))
            QTest.keyClick(self._window.windowHandle(), Qt.Key.Key_Tab)
        raise AssertionError(f"no “{name}” among {list(dict.fromkeys(heard))}")

    def push(self, name: str) -> None:
        self.reach(name)
        self.press(Qt.Key.Key_Space)

    def write(self, text: str) -> None:
        """In place of what is there."""
        self.press(Qt.Key.Key_A, CTRL)
        QTest.keyClicks(QApplication.focusWidget(), text)
        settle()

    def go(self, place: int, name: str, workspace: Workspace) -> None:
        self.press(Qt.Key(Qt.Key.Key_0 + place), CTRL)
        self.wait(lambda: workspace.place == name and not workspace.is_visiting)

    def wait(self, until: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(until, timeout=PATIENCE)


@pytest.mark.engine
def test_the_whole_job_by_keys(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, log: Path, tiny_gpt2: Path, tmp_path: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    project, keys = workspace.context.project, Keys(qtbot, window)
    workspace.context.services.models.add_folder(tiny_gpt2)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    # Text
    QGuiApplication.clipboard().setText(log.read_text(encoding="utf-8"))
    keys.push("Paste")
    keys.wait(lambda: bool(project.corpora.every()))
    keys.push("Next: choose a model")
    keys.wait(lambda: workspace.place == "model" and not workspace.is_visiting)

    # Model
    keys.push(tiny_gpt2.name)
    keys.go(3, "train", workspace)

    # Train
    setup, live = workspace.train.setup, workspace.train.live
    keys.reach("Pinned prompt")
    keys.write("The lamp was")
    keys.push("Advanced")
    for name, value in (
        ("Steps", "8"), ("Batch size", "4"), ("Context length", "16"), ("Learning rate", "0.002"),
        ("Validate every", "4"),
    ):  # fmt: skip
        keys.reach(name)
        keys.write(value)
    keys.reach("Start fine-tuning")
    assert setup.start.isEnabled()
    keys.press(Qt.Key.Key_Return)
    keys.wait(lambda: workspace.train.is_running)
    keys.wait(lambda: not workspace.train.is_running)
    (run,) = project.runs.every()
    assert run.steps == 8 and "Perplexity" in live.result.words
    keys.reach("Table: Loss curves")
    keys.press(Qt.Key.Key_Space)
    assert live.view.curves.loss.table.isVisible() and "over step" in live.view.curves.loss.table.words

    # Predict
    keys.push("Try it")
    predict = workspace.predict
    keys.wait(lambda: workspace.place == "predict" and not workspace.is_visiting)
    keys.wait(lambda: not window.jobs.running and not predict.is_waiting)
    after = predict.views.view("next_words").tuned
    keys.reach(after.accessibleName())
    keys.press(Qt.Key.Key_Down)
    chosen = after.predictions[after.currentIndex().row()]
    keys.press(Qt.Key.Key_Return)
    assert predict.text.toPlainText() == "The lamp was" + chosen.text
    keys.wait(lambda: not window.jobs.running and not predict.is_waiting)

    # Results, from History and back
    keys.go(5, "history", workspace)
    keys.push("Results")
    keys.wait(lambda: workspace.place == "results" and not workspace.is_visiting)
    keys.press(Qt.Key.Key_Escape)
    assert workspace.place == "history"

    # Export
    table = tmp_path / "losses.csv"
    keys.push("Export this run")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    while menu.activeAction() is None or "CSV" not in menu.activeAction().text():
        QTest.keyClick(menu, Qt.Key.Key_Down)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(table), ""))  # Qt's own, and its keys
    QTest.keyClick(menu, Qt.Key.Key_Return)
    keys.wait(table.exists)
    assert len(table.read_text().splitlines()) > 8
