"""The blind test: sides in a seeded order, a kept score, and at its end how sure one can be of it."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from itertools import product

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.gui.context import Context
from workbench.gui.jobs import Jobs
from workbench.gui.tasks.next_word.blind_view import BlindView
from workbench.gui.tasks.question import AskedModel, Question
from workbench.prediction.blind import chance, tuned_is_a
from workbench.project.project import Project
from workbench.services.asking import Asking
from workbench.services.blind_test import ROUNDS
from workbench.values.model_ref import ModelRef, OfRun, from_text

BEFORE, AFTER = from_text("starter-en"), OfRun(7)


@pytest.fixture
def context(tale_project: Project) -> Iterator[Context]:
    jobs = Jobs()
    yield Context(tale_project, jobs)
    jobs.shutdown()


@pytest.fixture
def view(qtbot: QtBot, context: Context, monkeypatch: pytest.MonkeyPatch) -> Iterator[BlindView]:
    """Both models write their own name: what a real one writes needs the engine."""

    def generate(_: Asking, ref: ModelRef, text: str, *rest: object) -> Generator[str, None, str]:
        yield ""
        return "as it came" if ref == BEFORE else "as it learnt"

    monkeypatch.setattr(Asking, "generate", generate)
    made = BlindView(context)
    qtbot.addWidget(made)
    made.resize(700, 420)
    made.show()
    made.ask(Question("", False, AskedModel(BEFORE, "Starter English"), AskedModel(AFTER, "run")))
    yield made


def play(qtbot: QtBot, view: BlindView, *, rightly: bool) -> None:
    """All rounds, each answered by what stands there."""
    qtbot.mouseClick(view.begin, Qt.MouseButton.LeftButton)
    for number in range(ROUNDS):
        qtbot.waitUntil(view.choices[0].isEnabled)
        assert len(view.rounds) == number
        tuned_is_left = view.texts[0].toPlainText() == "as it learnt"
        qtbot.mouseClick(view.choices[0 if tuned_is_left is rightly else 1], Qt.MouseButton.LeftButton)
    assert not view.choices[0].isEnabled()


def test_who_tells_them_apart_is_told_how_sure_that_is(qtbot: QtBot, view: BlindView) -> None:
    play(qtbot, view, rightly=True)
    assert view.said.text() == (
        "10 of 10 right. Who only guesses does as well in 0.1 % of all tests. You can tell them apart."
    )
    assert [each.a_is_tuned for each in view.rounds] == [tuned_is_a(0, number) for number in range(ROUNDS)]
    assert len({each.prompt for each in view.rounds}) > 1, "from other places of the text"
    first = [each.a_is_tuned for each in view.rounds]
    view.seed.setValue(3)
    play(qtbot, view, rightly=False)
    assert view.said.text().startswith("0 of 10 right.") and view.said.text().endswith("what guessing gives.")
    assert [each.a_is_tuned for each in view.rounds] != first
    assert "Seed 3" in view.as_text() and len(view.as_rows()) == ROUNDS + 1


def test_who_chooses_by_keys_goes_on_by_keys(qtbot: QtBot, view: BlindView) -> None:
    view.activateWindow()
    qtbot.mouseClick(view.begin, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(view.choices[1].isEnabled)
    view.choices[1].setFocus()
    for number in (1, 2):
        qtbot.keyClick(view.choices[1], Qt.Key.Key_Space)
        assert view.focusWidget() is view.texts[1] and len(view.rounds) == number
        qtbot.waitUntil(view.choices[1].isEnabled)
        assert view.focusWidget() is view.choices[1]


def test_without_a_run_there_is_nothing_to_choose_from(qtbot: QtBot, view: BlindView) -> None:
    view.ask(Question("", False, AskedModel(BEFORE, "Starter English"), None))
    qtbot.mouseClick(view.begin, Qt.MouseButton.LeftButton)
    assert "fine-tune a model first" in view.said.text() and not view.choices[0].isEnabled()


@pytest.mark.parametrize("rounds", [1, 6, 9])
def test_the_chance_is_that_of_all_ways_to_guess(rounds: int) -> None:
    for right in range(rounds + 1):
        as_good = [sum(ways) >= right for ways in product((0, 1), repeat=rounds)]
        assert chance(right, rounds) == pytest.approx(sum(as_good) / len(as_good))
    with pytest.raises(ValueError, match="cannot be right"):
        chance(rounds + 1, rounds)
