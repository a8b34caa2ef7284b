"""Finding a learning rate in the window: tried on a copy, shown as a curve, chosen by a line that can be dragged."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.training.test_rate_finder import SETTINGS
from workbench.gui.context import Context
from workbench.gui.train.rate_finder import RateFinder
from workbench.gui.train.train_page import TrainPage
from workbench.project.project import Project
from workbench.training.rate_finder import TriedRate
from workbench.values.model_ref import Folder

PATIENCE = 240_000  # milliseconds, at most: the first step waits for TensorFlow to load, and a computer may be busy


@pytest.fixture
def finder(qtbot: QtBot) -> RateFinder:
    widget = RateFinder()
    qtbot.addWidget(widget)
    widget.show()
    widget.begin()
    widget.take([TriedRate(10.0**power, 5 - abs(power + 2)) for power in np.linspace(-5, 0, 20)])
    return widget


def test_the_suggestion_can_be_moved_and_is_what_is_used(qtbot: QtBot, finder: RateFinder) -> None:
    finder.end(1e-3)
    assert finder.rate == 1e-3 and "0.001" in finder.use_button.text()
    qtbot.keyClick(finder.plot, Qt.Key.Key_Right)
    assert finder.rate == pytest.approx(10**-2.95, rel=0.05)
    finder.plot.line.setValue(-4)  # as dragging does
    with qtbot.waitSignal(finder.rate_chosen) as chosen:
        qtbot.mouseClick(finder.use_button, Qt.MouseButton.LeftButton)
    assert chosen.args == [1e-4]


def test_a_ramp_that_was_stopped_leaves_nothing(finder: RateFinder) -> None:
    finder.end(None)
    assert finder.tried == () and not finder.use_button.isVisible() and finder.find_button.isVisible()


def test_its_curve_is_a_table_and_a_sentence_as_well(finder: RateFinder) -> None:
    finder.end(1e-3)
    finder.as_table.click()
    assert finder.table.isVisible() and not finder.plot.isVisible() and finder.table.model.rowCount() == 20
    assert finder.table.words == finder.plot.accessibleDescription() and "rises from 2 at 0.00001" in finder.table.words
    finder.as_table.click()
    assert finder.plot.isVisible() and not finder.table.isVisible()


def test_the_page_tries_rates_and_takes_the_chosen_one(
    qtbot: QtBot, context: Context, tale_project: Project, tiny_gpt2: Path
) -> None:
    context.services.models.add_folder(tiny_gpt2)
    context.choose_model(Folder(tiny_gpt2))
    page = TrainPage(context)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    page.setup.show_settings(SETTINGS.with_settings({"learning_rate": 0}))
    qtbot.mouseClick(page.setup.advanced, Qt.MouseButton.LeftButton)
    rates = page.setup.rates
    qtbot.mouseClick(rates.find_button, Qt.MouseButton.LeftButton)
    assert rates.stop_button.isVisible()
    qtbot.waitUntil(rates.use_button.isVisible, timeout=PATIENCE)
    assert len(rates.tried) > 20
    qtbot.mouseClick(rates.use_button, Qt.MouseButton.LeftButton)
    assert page.setup.settings().learning_rate == rates.rate > 0
    assert tale_project.runs.every() == ()

    qtbot.mouseClick(rates.find_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(rates.tried) > 0, timeout=PATIENCE)
    qtbot.mouseClick(rates.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not context.jobs.running, timeout=PATIENCE)
    assert rates.tried == () and rates.find_button.isVisible()


def test_its_axis_has_no_powers_of_ten_and_its_button_stands_above_the_plot(qtbot: QtBot, finder: RateFinder) -> None:
    finder.clear()
    finder.begin()
    finder.take([TriedRate(2e-6 + number * 1e-7, 5.0) for number in range(9)])
    finder.end(2.4e-6)
    qtbot.waitUntil(lambda: finder.use_button.y() > 0)
    finder.grab()
    axis = finder.plot.getAxis("bottom")
    assert "e-" not in axis.labelString() and "x1" not in axis.labelString()
    assert finder.use_button.geometry().bottom() < finder.plot.y()
    assert finder.use_button.text() == "Use 0.0000024"
