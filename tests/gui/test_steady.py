"""A box that is too narrow for a name shows what tells it from another one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workbench.gui.steady import ComboBox
from workbench.gui.theme import Theme


def test_names_differ_in_a_box_that_has_no_room_for_them(qtbot: QtBot) -> None:
    box = ComboBox()
    qtbot.addWidget(box)
    box.addItems([f"Birds by the mill + 1 · Starter English {number}" for number in (3, 4)])
    box.resize(160, 28)
    box.show()
    seen = []
    for place in range(box.count()):
        box.setCurrentIndex(place)
        seen.append(box.grab().toImage())
    assert seen[0] != seen[1]


def test_a_box_as_wide_as_its_words_shows_all_of_them(qtbot: QtBot, theme: Theme) -> None:
    row = QWidget()
    qtbot.addWidget(row)
    layout = QVBoxLayout(row)
    ours, other = ComboBox(), QComboBox()
    for box in (ours, other):
        box.addItem("every combination")
        layout.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
    theme.dress(row)
    row.show()
    assert ours.grab().toImage() == other.grab().toImage()
