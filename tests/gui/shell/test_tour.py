"""A tour over the real window: taken, left and repeated; and what each page says of itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import platformdirs
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWhatsThis
from pytestqt.qtbot import QtBot

from tests.gui.hands import click, press, settle
from workbench.gui.shell.tour import STOPS, Tour
from workbench.gui.shell.window import MainWindow
from workbench.gui.words.pages import PARAGRAPHS, about_page


def begin(window: MainWindow) -> Tour:
    (action,) = (each for each in window.findChildren(QAction) if each.text().replace("&", "") == "Tour")
    action.trigger()
    settle()
    tour = window.guidance.touring.tour
    assert tour is not None
    return tour


def test_each_stop_lights_up_its_control_and_covers_it_with_nothing(full: MainWindow) -> None:
    assert full.workspace is not None
    full.resize(1024, 570)
    tour = begin(full)
    assert len(STOPS) == 6
    for number, stop in enumerate(STOPS):
        assert (tour.number, full.workspace.place) == (number, stop.place)
        control = stop.control(full.workspace)
        assert control.isVisible() and not tour.lit.isEmpty()
        assert tour.lit.contains(control.mapTo(full, control.visibleRegion().boundingRect().center()))
        words = tour.bubble.geometry()
        assert full.rect().contains(words) and tour.title.text() and not tour.lit.contains(words.center())
        # What is lit up can be used: nothing of the tour lies over its middle.
        assert full.childAt(tour.lit.center()) is not tour
        click(tour.next)
    assert full.guidance.touring.tour is None


def test_it_goes_back_is_left_by_escape_and_can_be_repeated(full: MainWindow) -> None:
    tour = begin(full)
    assert not tour.back.isEnabled()
    full.activateWindow()
    press(full, Qt.Key.Key_Return)
    assert tour.number == 1
    click(tour.back)
    assert tour.number == 0
    press(full, Qt.Key.Key_Escape)
    assert full.guidance.touring.tour is None
    again = begin(full)
    click(again.skip)
    assert full.guidance.touring.tour is None


def test_it_is_offered_on_the_first_page_until_it_was_taken(
    qtbot: QtBot, new_window: Callable[[], MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(tmp_path / "documents"))
    window = new_window()
    assert window.welcome.tour.isVisible() and window.guidance.touring.tour is None
    click(window.welcome.tour)
    qtbot.waitUntil(lambda: window.guidance.touring.tour is not None, timeout=30_000)
    assert window.workspace is not None and window.context is not None
    window.close_project()
    assert window.guidance.touring.tour is None and not window.welcome.tour.isVisible()
    window.close()
    assert not new_window().welcome.tour.isVisible()


def test_every_page_says_what_it_is_for(full: MainWindow) -> None:
    assert full.workspace is not None
    for place in full.workspace.pages:
        full.workspace.go(place)
        settle()
        click(full.workspace.rail.help)
        assert any(top.inherits("QWhatsThat") and top.isVisible() for top in QApplication.topLevelWidgets())
        QWhatsThis.hideText()
        settle()
    assert len({about_page(place) for place in PARAGRAPHS}) == len(full.workspace.pages) + 1
