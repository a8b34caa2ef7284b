"""Prompts that are there from the start: the pinned one in the text, and more of them a click away."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.ground.resources import resource
from workbench.gui.context import PROMPTS, Context
from workbench.gui.jobs import Jobs
from workbench.gui.predict.predict_page import PredictPage
from workbench.project.project import Project
from workbench.training.events import CheckpointSaved
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder, from_text
from workbench.values.run import Run, RunStatus


class NoJobs(Jobs):
    """Nothing is asked of a model: that would load the engine."""

    def start_job(self, *what: Any, lane: str = "", **how: Any) -> Any:
        return super().start_job(*(what if lane == "files" else ("", lambda: None)), lane="files", **how)


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


@pytest.mark.engine
def test_a_run_of_labels_is_offered_texts_of_its_own(qtbot: QtBot, labelled: Project) -> None:
    jobs = NoJobs()
    page = PredictPage(Context(labelled, jobs))
    qtbot.addWidget(page)
    page.show()
    page.context.choose_corpus("reviews")
    for name, own in (("words", "sleeps"), ("classes", "The day")):
        run = labelled.runs.named(name)
        page.show_run(run)
        texts = [prompt for prompt in page.examples.prompts if prompt not in labelled.runs.prompts(run)]
        assert texts and all(own in text for text in texts)
    jobs.shutdown()


def test_a_folder_that_a_run_began_from_by_a_command_can_be_asked_beside_it(
    context: Context, page: PredictPage, tmp_path: Path
) -> None:
    run = context.project.runs.create(
        corpus="tale", base=Folder(tmp_path), model_sha256="", fine_tuning=FineTuning(), name="by a command"
    )
    saved = run.folder / "checkpoints" / "step-4"
    saved.mkdir(parents=True)
    with context.project.runs.recorder(run) as recorder:
        recorder.record(CheckpointSaved(4, saved, True))
    page.show_run(context.project.runs.finish(run, RunStatus.FINISHED))
    assert page.base.ref == Folder(tmp_path) and page.base.chooser.currentText() == tmp_path.name


def test_who_has_learnt_to_answer_is_talked_to_at_first(context: Context, page: PredictPage) -> None:
    going_on, answering = (finished(context.project, task) for task in ("next_word", "answers"))
    page.refresh()  # as who comes to the page has it, which begins with the newest
    page.show_run(going_on)
    assert page.views.currentWidget() is page.views.view("next_words")
    page.show_run(answering)
    assert page.views.currentWidget() is page.views.view("conversation")
    page.turn_to("surprise")
    page.show_run(answering)
    assert page.views.currentWidget() is page.views.view("surprise"), "who looks at it otherwise goes on so"


def test_what_a_run_was_exported_to_is_told_apart_from_it(context: Context, page: PredictPage, tmp_path: Path) -> None:
    finished(context.project, "next_word")
    exported = shutil.copytree(resource("models") / "starter-en", tmp_path / "exported")
    (exported / "card.json").write_text('{"name": "next_word"}')
    context.services.models.add_folder(exported)
    page.refresh()
    names = [page.base.chooser.itemText(row) for row in range(page.base.chooser.count())]
    assert names.count("next_word") == 1 and "next_word (folder exported)" in names


def finished(project: Project, task: str) -> Run:
    """A run with a checkpoint that nobody loads."""
    run = project.runs.create(
        corpus="tale", base=from_text("starter-en"), model_sha256="5", fine_tuning=FineTuning(), name=task, task=task
    )
    saved = run.folder / "checkpoints" / "step-1"
    saved.mkdir(parents=True)
    with project.runs.recorder(run) as recorder:
        recorder.record(CheckpointSaved(1, saved, True))
    return project.runs.finish(run, RunStatus.FINISHED)
