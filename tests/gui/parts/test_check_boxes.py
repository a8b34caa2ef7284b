"""A check box has room for its label, whether or not it has the focus, at any size of writing."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton
from pytestqt.qtbot import QtBot

from workbench.gui.theme import Theme


@pytest.mark.parametrize("percent", [75, 100, 150, 200])
@pytest.mark.parametrize("text", ["log x", "Keep the checkpoints of all runs"])
def test_a_check_box_shows_its_whole_label_with_and_without_the_focus(
    qtbot: QtBot, theme: Theme, percent: int, text: str
) -> None:
    theme.zoom(percent)
    try:
        box = QCheckBox(text)
        qtbot.addWidget(box)
        box.adjustSize()
        box.show()
        rooms = []
        for state in (QStyle.StateFlag.State_None, QStyle.StateFlag.State_HasFocus):
            option = QStyleOptionButton()
            box.initStyleOption(option)
            option.state = (option.state & ~QStyle.StateFlag.State_HasFocus) | state
            rooms.append(box.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, box))
        assert rooms[0] == rooms[1]
        assert rooms[0].width() >= box.fontMetrics().horizontalAdvance(text)
    finally:
        theme.zoom(100)
