"""Prompts that are there from the start: the pinned one in the text, and more of them a click away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.gui.context import PROMPTS, Context
from workbench.gui.jobs import Jobs
from workbench.gui.predict.predict_page import PredictPage
from workbench.project.project import Project


class NoJobs(Jobs):
    """Nothing is asked of a model: that would load the engine."""

    def start_job(self, *_: object, **__: object) -> object:  # type: ignore[override]
        return super().start_job("", lambda: None, lane="files")


@pytest.fixture
def context(tale_project: Project) -> Iterator[Context]:
    jobs = NoJobs()
    yield Context(tale_project, jobs)
    jobs.shutdown()


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> PredictPage:
    made = PredictPage(context)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_pinned_prompt_is_there_from_the_start_and_others_are_a_click_away(
    qtbot: QtBot, context: Context, page: PredictPage
) -> None:
    context.project.preferences.set(PROMPTS, ["Anna lit the"])
    page.refresh()
    assert page.text.toPlainText() == "Anna lit the"
    first, second = page.examples.buttons[:2]
    assert first.isVisible() and first.text() == "Anna lit the"
    assert second.isVisible() and len(second.text().split()) == 4
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert page.text.toPlainText() == page.examples.prompts[1]
    assert not page.question().typing  # its last word is whole
    page.text.undo()
    assert page.text.toPlainText() == "Anna lit the"
    page.text.clear()
    page.refresh()
    assert page.text.toPlainText() == ""  # who has emptied it is not offered it again


def test_beginnings_of_the_text_are_offered_where_nothing_is_pinned(page: PredictPage) -> None:
    page.refresh()
    assert page.text.toPlainText() == ""
    assert page.examples.isVisible() and len(set(page.examples.prompts)) == len(page.examples.prompts) > 0
