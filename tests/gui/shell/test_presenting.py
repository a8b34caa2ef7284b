"""In front of an audience: F11 leaves the words and the curve alone, numbers are prompts, Escape brings all back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStatusBar
from pytestqt.qtbot import QtBot

from workbench.gui.shell.window import MainWindow
from workbench.services.asking import Asking
from workbench.values.fine_tuning import FineTuning


@pytest.fixture
def window(full: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """What a model would say needs the engine."""

    def nothing(*_: Any, **__: Any) -> Iterator[tuple[()]]:
        yield ()
        return ()

    monkeypatch.setattr(Asking, "watch_words", nothing)
    full.activateWindow()
    yield full


def press(window: MainWindow, key: Qt.Key) -> None:
    """Wherever the focus is."""
    QTest.keyClick(window.focusWidget() or window, key)


def test_f11_shows_words_alone_and_escape_brings_all_back(qtbot: QtBot, window: MainWindow) -> None:
    workspace, status = window.workspace, window.findChild(QStatusBar)
    assert workspace is not None and status is not None
    workspace.go("history")
    before, percent = window.size(), window.theme.percent
    press(window, Qt.Key.Key_F11)
    predict = workspace.predict
    assert window.isFullScreen() and workspace.place == "predict"
    assert percent < window.theme.percent <= round(1.5 * percent)
    for hidden in (workspace.rail, status, predict.base, predict.examples, predict.views.tabBar()):
        assert not hidden.isVisible()
    assert predict.text.isVisible() and predict.views.view("next_words").tuned.isVisible()
    prompts = predict.prompts_to_present
    assert len(prompts) > 1 and f"2 {prompts[1]}" in predict.keys.text()
    press(window, Qt.Key.Key_2)
    assert predict.text.toPlainText() == prompts[1]
    press(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen() and window.theme.percent == percent and workspace.place == "predict"
    for shown in (workspace.rail, status, predict.base, predict.examples, predict.views.tabBar()):
        assert shown.isVisible()
    qtbot.waitUntil(lambda: window.size() == before)
    qtbot.waitUntil(lambda: not window.jobs.running)


def test_a_run_that_is_seen_is_presented_with_its_curve(qtbot: QtBot, window: MainWindow) -> None:
    workspace = window.workspace
    assert workspace is not None
    workspace.go("train")
    run, runs = workspace.context.project.runs.every()[0], workspace.context.project.runs
    page = workspace.train
    page.watch()
    page.live.view.go_on_from(run, runs.curves(run), runs.samples(run), run.steps)
    assert run.fine_tuning != FineTuning() or run.steps
    press(window, Qt.Key.Key_F11)
    assert page.live.view.curves.loss.isVisible() and page.live.view.samples.isVisible()
    for hidden in (page.live.pause, page.live.view.figures, page.waiting, page.live.view.curves.tabBar()):
        assert not hidden.isVisible()
    press(window, Qt.Key.Key_F11)
    assert page.live.pause.isVisible() and page.live.view.figures.isVisible()
    assert not page.waiting.isVisible(), "nothing waits, as before"
