"""What the window's thread has to do for a page is little at once: it is dressed once, and drawn in steps."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workbench.gui.shell.window import MainWindow
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
