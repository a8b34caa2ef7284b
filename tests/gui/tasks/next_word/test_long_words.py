"""A word of a hundred letters takes no room from the text that it stands in."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from workbench.gui.context import Context
from workbench.gui.tasks.next_word.surprise_view import SurpriseView


def test_what_is_said_of_a_long_word_leaves_the_text_its_width(qtbot: QtBot, context: Context) -> None:
    view = SurpriseView(context)
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show()
    before = view.text.width()
    view.about.setText(f"“{'h' * 300}”: 0.1 %, rank 4, 12.0 bits")
    qtbot.wait(1)  # the layout is made anew when the event loop comes round
    assert view.text.width() == before > 300
