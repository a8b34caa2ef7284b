"""A number is what was typed or is refused with the reason; it never becomes another one by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.gui.parts.number_box import NumberBox


@pytest.fixture
def box(qtbot: QtBot) -> NumberBox:
    made = NumberBox(1, 4096, whole=True)
    made.setAccessibleName("Batch size")
    made.setValue(8)
    qtbot.addWidget(made)
    made.show()
    return made


def write(qtbot: QtBot, box: NumberBox, text: str) -> None:
    box.selectAll()
    qtbot.keyClicks(box, text)


@pytest.mark.parametrize(
    ("text", "reason"), [("5000", "between 1 and 4"), ("0", "between 1 and"), ("2.5", "a whole number")]
)
def test_what_cannot_be_is_refused_as_it_was_typed(qtbot: QtBot, box: NumberBox, text: str, reason: str) -> None:
    write(qtbot, box, text)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert (box.text(), box.number()) == (text, 8)
    assert box.refusal.startswith(f"Batch size cannot be {text}: it is ") and reason in box.refusal


def test_a_number_that_can_be_takes_the_place_of_one_that_was_refused(qtbot: QtBot, box: NumberBox) -> None:
    write(qtbot, box, "5000")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.refusal
    with qtbot.waitSignal(box.changed):
        write(qtbot, box, "500")
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert (box.text(), box.number(), box.refusal) == ("500", 500, "")


def test_the_arrows_go_on_from_the_number_that_it_has(qtbot: QtBot, box: NumberBox) -> None:
    write(qtbot, box, "5000")
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert (box.number(), box.refusal) == (9, "")
    write(qtbot, box, "40")
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.number() == 39


def test_a_number_is_not_written_over_while_it_is_typed(qtbot: QtBot) -> None:
    box = NumberBox(0, 10, whole=False)
    qtbot.addWidget(box)
    box.show()
    seen = []
    box.selectAll()
    for key in "0.00005":
        qtbot.keyClicks(box, key)
        seen.append(box.text())
    assert seen == ["0", "0.", "0.0", "0.00", "0.000", "0.0000", "0.00005"]


def test_a_number_smaller_than_the_box_can_hold_does_not_become_nought(qtbot: QtBot) -> None:
    box = NumberBox(0, 10, whole=False, zero="suited to the model")
    qtbot.addWidget(box)
    box.setValue(0.001)
    write(qtbot, box, "0.00000000004")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.number() == 0.001 and "decimals" in box.refusal


def test_a_number_is_typed_in_place_of_words(qtbot: QtBot) -> None:
    box = NumberBox(0, 10, whole=False, zero="suited to the model")
    qtbot.addWidget(box)
    box.setValue(0)
    assert box.text() == "suited to the model"
    box.lineEdit().setCursorPosition(4)
    qtbot.keyClicks(box, "50")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert (box.text(), box.number()) == ("50", 0) and "between 0 and 10" in box.refusal
