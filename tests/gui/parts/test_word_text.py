"""A text whose words are clicked says whole what it is for, as long as it is empty."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from workbench.gui.parts.word_text import WordText


def test_what_stands_in_an_empty_text_is_as_long_as_it_needs(qtbot: QtBot) -> None:
    text = WordText("Conversation")
    qtbot.addWidget(text)
    text.setPlaceholderText("Click a word of an answer to see what else could stand there, and go on from it. " * 2)
    text.resize(300, 140)
    text.show()
    line, seen = text.fontMetrics().lineSpacing(), text.viewport().grab().toImage()

    def is_drawn_on(row: int) -> bool:
        ground = seen.pixel(seen.width() - 1, seen.height() - 1)
        return any(seen.pixel(x, y) != ground for y in range(row * line, (row + 1) * line) for x in range(seen.width()))

    assert all(is_drawn_on(row) for row in (0, 1, 2))
    text.setPlainText(" ")
    seen = text.viewport().grab().toImage()
    assert not is_drawn_on(2)
