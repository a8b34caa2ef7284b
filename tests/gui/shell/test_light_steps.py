"""What the window's thread has to do for a page is little at once: it is dressed once, and drawn in steps."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workbench.gui.model.hub_view import HubView
from workbench.gui.shell.window import MainWindow
from workbench.gui.text.recipe_panel import RecipePanel
from workbench.gui.text.statistics_panel import StatisticsPanel
from workbench.gui.theme import Theme


class Counting(QLabel):
    """How often it was given a style."""

    dressed = 0

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.dressed += event.type() == QEvent.Type.StyleChange


def test_what_is_put_together_is_dressed_once_however_deep_it_lies(qtbot: QtBot, theme: Theme) -> None:
    window, part, label = QMainWindow(), QWidget(), Counting("words")
    qtbot.addWidget(window)
    theme.dress(window)
    QVBoxLayout(part).addWidget(label)
    for _ in range(6):
        part.sizeHint()
        whole = QWidget()
        QVBoxLayout(whole).addWidget(part)
        part = whole
    window.setCentralWidget(part)
    window.show()
    assert label.dressed == 1


def test_a_page_is_come_to_in_steps_between_which_the_window_answers(full: MainWindow) -> None:
    assert full.workspace is not None
    steps = sum(1 for _ in full.workspace.going("train"))
    assert steps >= 4 and full.workspace.place == "train" and full.workspace.train.setup.isVisible()


def test_what_is_not_seen_of_a_page_is_made_when_it_is_turned_to(full: MainWindow) -> None:
    assert full.workspace is not None
    full.workspace.go("text")
    details = full.workspace.text.details
    assert not details.findChildren(StatisticsPanel) and not details.findChildren(RecipePanel)
    titles = [details.leaves.tabText(number) for number in range(details.leaves.count())]
    details.leaves.setCurrentIndex(titles.index("Statistics"))
    shown = details.leaves.currentWidget()
    assert isinstance(shown, StatisticsPanel) and shown.isVisible() and shown.leaks.text()
    assert [details.leaves.tabText(number) for number in range(details.leaves.count())] == titles
    full.workspace.go("model")
    tabs = full.workspace.model.tabs
    assert not tabs.findChildren(HubView)
    tabs.setCurrentIndex(1)
    assert isinstance(tabs.currentWidget(), HubView) and tabs.currentWidget().isVisible()


def test_cards_of_models_come_one_after_the_other(full: MainWindow) -> None:
    assert full.workspace is not None
    seen = []
    for _ in full.workspace.going("model"):
        seen.append(len(full.workspace.model.cards))
    assert all(more - fewer <= 1 for fewer, more in pairwise(seen)) and seen[-1] >= 4
