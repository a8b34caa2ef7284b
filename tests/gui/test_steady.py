"""A box that is too narrow for a name shows what tells it from another one."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from workbench.gui.steady import ComboBox


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
