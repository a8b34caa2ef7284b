"""The bars of next words can be read, heard, clicked and walked through with the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible, QColor
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from workbench.gui.parts.word_bars import PredictionList, WordBars, percent
from workbench.gui.theme import colour
from workbench.values.prediction import Prediction

WORDS = (
    Prediction("lamp", 0.5, " lamp"),
    Prediction("\n", 0.25, "\n"),
    Prediction("incomprehensibilities" * 3, 0.125, " incomprehensibilities"),
    Prediction("שלום", 0.0001, " שלום"),
)


@pytest.fixture
def bars(qtbot: QtBot) -> WordBars:
    widget = WordBars("Next words")
    qtbot.addWidget(widget)
    widget.resize(260, 240)
    widget.show()
    widget.show_predictions(WORDS)
    return widget


def test_the_list_keeps_the_rules_of_item_models(qtmodeltester: ModelTester) -> None:
    model = PredictionList()
    qtmodeltester.check(model)
    model.show(WORDS)
    qtmodeltester.check(model)


def test_a_click_chooses_the_word_under_it(qtbot: QtBot, bars: WordBars) -> None:
    place = bars.visualRect(bars.model().index(2, 0)).center()
    with qtbot.waitSignal(bars.word_chosen) as chosen:
        qtbot.mouseClick(bars.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [WORDS[2]]


def test_arrows_and_enter_choose_without_a_mouse(qtbot: QtBot, bars: WordBars) -> None:
    qtbot.keyClick(bars, Qt.Key.Key_Down)
    with qtbot.waitSignal(bars.word_chosen) as chosen:
        qtbot.keyClick(bars, Qt.Key.Key_Return)
    assert chosen.args == [WORDS[1]]


def test_the_chosen_place_stays_when_new_words_arrive(qtbot: QtBot, bars: WordBars) -> None:
    qtbot.keyClick(bars, Qt.Key.Key_Down)
    bars.show_predictions(WORDS[1:])
    assert bars.currentIndex().row() == 1


def test_line_ends_are_shown_as_visible_marks_and_read_with_their_probability(bars: WordBars) -> None:
    index = bars.model().index(1, 0)
    assert index.data() == "↵"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "↵: 25.0 %"
    assert "lamp: 50.0 %" in bars.accessibleDescription()
    interface = QAccessible.queryAccessibleInterface(bars)
    assert interface.text(QAccessible.Text.Name) == "Next words"


@pytest.mark.parametrize(
    ("probability", "text"), [(1.0, "100 %"), (0.9999, "100 %"), (0.123, "12.3 %"), (0.0001, "<0.1 %"), (0.0, "0.0 %")]
)
def test_probabilities_are_in_percent_and_never_a_plain_zero(probability: float, text: str) -> None:
    assert percent(probability) == text


def _reach_of_bar(bars: WordBars, row: int) -> int:
    """How many points of the row's middle line have the colour of a bar."""
    picture = bars.viewport().grab().toImage()
    middle = bars.visualRect(bars.model().index(row, 0)).center().y()
    accent = colour(bars.palette(), bars.tone)

    def near(colour: QColor) -> bool:
        return all(abs(a - b) < 24 for a, b in zip(colour.getRgb()[:3], accent.getRgb()[:3], strict=True))

    return sum(near(picture.pixelColor(x, middle)) for x in range(picture.width()))


def test_a_bar_is_as_long_as_its_probability(bars: WordBars) -> None:
    whole, half = _reach_of_bar(bars, 0), _reach_of_bar(bars, 1)
    assert whole > 40
    assert abs(half - whole / 2) < 6


def test_two_lists_can_share_a_scale(bars: WordBars) -> None:
    whole = _reach_of_bar(bars, 0)
    bars.show_predictions(WORDS, full=1.0)
    assert abs(_reach_of_bar(bars, 0) - whole / 2) < 6


def test_right_to_left_mirrors_the_bars(bars: WordBars) -> None:
    accent = colour(bars.palette(), bars.tone).rgb()
    middle = bars.visualRect(bars.model().index(1, 0)).center().y()

    def left_edge() -> int:
        picture = bars.viewport().grab().toImage()
        return next(x for x in range(picture.width()) if picture.pixelColor(x, middle).rgb() == accent)

    before = left_edge()
    bars.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert left_edge() > before


def test_without_words_the_message_is_painted_and_read(bars: WordBars) -> None:
    bars.show_predictions(())
    empty = bars.viewport().grab().toImage()
    bars.show_message("Nothing yet")
    assert bars.viewport().grab().toImage() != empty
    assert bars.accessibleDescription() == "Nothing yet"
    assert bars.currentIndex() == QModelIndex()
