"""Both models are talked to side by side, and every word of their answers can be looked into."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget
from pytestqt.qtbot import QtBot

from tests.gui.predicting import PATIENCE, wait_for_words
from workbench.gui.predict.predict_page import PredictPage
from workbench.gui.tasks.answers.conversation_view import ConversationView


@pytest.fixture
def view(qtbot: QtBot, page: PredictPage) -> ConversationView:
    found = page.views.view("conversation")
    assert isinstance(found, ConversationView) and isinstance(page.views, QTabWidget)
    page.views.setCurrentWidget(found)
    page.text.setPlainText("Who lit the lamp?")
    wait_for_words(qtbot, page)
    found.words.setValue(3)
    return found


def said(qtbot: QtBot, page: PredictPage, view: ConversationView) -> None:
    view.say.click()
    assert not page.text.toPlainText(), "there is room for what is said next"
    qtbot.waitUntil(lambda: not any(cell.is_speaking for cell in view.cells), timeout=PATIENCE)
    assert not view.say.isEnabled()


def test_both_answer_and_what_they_say_can_be_looked_into(
    qtbot: QtBot, page: PredictPage, view: ConversationView
) -> None:
    assert [cell.caption.text().split(":")[0] for cell in view.cells] == ["Before", "After"]
    assert not view.anew.isEnabled()
    said(qtbot, page, view)
    for cell in view.cells:
        assert [role for role, _ in cell.turns] == ["user", "assistant"] and cell.turns[1][1].strip()
        assert cell.text.toPlainText() == f"You:\nWho lit the lamp?\n\nThe model:\n{cell.turns[1][1]}"
    page.text.undo()
    assert page.text.toPlainText() == "Who lit the lamp?", "it is had back like anything typed"
    page.text.setFocus()
    qtbot.keyClicks(page.text, " Who?")
    qtbot.keyClick(page.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not any(cell.is_speaking for cell in view.cells), timeout=PATIENCE)
    assert view.cells[0].turns[2] == ("user", "Who lit the lamp? Who?"), "Enter says all that was typed"
    cell = view.cells[1]
    assert [role for role, _ in cell.turns] == ["user", "assistant"] * 2
    wait_for_words(qtbot, page)
    view.coloured.click()
    assert view.legend.isEnabled()

    first = cell.words_of(1)[0]
    cell.show_alternatives(first)
    qtbot.waitUntil(lambda: len(cell.alternatives.bars.predictions) > 3, timeout=PATIENCE)
    other = cell.alternatives.bars.predictions[2]
    cell.alternatives.bars.word_chosen.emit(other)
    qtbot.waitUntil(lambda: not cell.is_speaking, timeout=PATIENCE)
    assert len(cell.turns) == 2 and cell.turns[1][1].startswith(other.text), (
        "what came after it was said of other words"
    )
    cell.show_alternatives(cell.words_of(0)[0])
    assert not cell.is_speaking, "nobody else could have said what was typed"
    wait_for_words(qtbot, page)
    assert [row[1] for row in view.as_rows()[1:]].count("user") == 3
    view.begin_anew()
    assert not any(cell.turns for cell in view.cells) and not view.anew.isEnabled()
