"""Prompts that are there from the start: the pinned one in the text, and more of them a click away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.gui.context import PROMPTS, Context
from workbench.gui.jobs import Jobs
from workbench.gui.predict.predict_page import PredictPage
from workbench.project.project import Project
from workbench.training.events import CheckpointSaved
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder
from workbench.values.run import RunStatus


class NoJobs(Jobs):
    """Nothing is asked of a model: that would load the engine."""

    def start_job(self, *work: object, lane: str = "", **how: object) -> object:  # type: ignore[override]
        if lane == "files":
            return super().start_job(*work, lane=lane, **how)  # type: ignore[arg-type]
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
