"""A button that begins something and the one that ends it: the keys stay with the one that can be pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.hands import press
from workbench.gui.tasks.next_word.generation_bar import GenerationBar


def test_who_begins_by_keys_can_end_it_and_begin_again(qtbot: QtBot) -> None:
    whole, bar = QWidget(), GenerationBar()
    qtbot.addWidget(whole)
    layout = QVBoxLayout(whole)
    layout.addLayout(bar.buttons)
    layout.addWidget(bar)
    whole.show()
    whole.activateWindow()
    qtbot.waitUntil(whole.isActiveWindow)
    bar.generate_requested.connect(lambda _: bar.show_writing(True))
    bar.stop_requested.connect(lambda: bar.show_writing(False))
    bar.generate.setFocus()
    press(bar, Qt.Key.Key_Space)
    assert bar.stop.hasFocus() and not bar.generate.isEnabled()
    press(bar, Qt.Key.Key_Space)
    assert bar.generate.hasFocus() and not bar.stop.isEnabled()
    bar.seed.setFocus()
    bar.show_writing(True)
    assert not bar.stop.hasFocus(), "who is elsewhere stays there"
