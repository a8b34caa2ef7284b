"""Typing brings next words from both sides, a word can be chosen, and a continuation written, with the real engine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.tiny_models import tale
from workbench.fine_tuning import FineTuning
from workbench.gui.context import Context
from workbench.gui.generation_bar import Sampling
from workbench.gui.jobs import Jobs
from workbench.gui.predict_page import PredictPage
from workbench.project import Project
from workbench.records import Run

MINUTE = 60_000  # at most; the first answer waits for TensorFlow to load


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory, tiny_gpt2: Path) -> Iterator[Context]:
    """A project with one run; the page only reads it, so all tests can look at the same."""
    folder = tmp_path_factory.mktemp("predict")
    text = folder / "tale.txt"
    text.write_text(tale(120), encoding="utf-8")
    settings = FineTuning(steps=30, batch_size=4, context_length=32, validate_every=30, learning_rate=0.01)
    jobs = Jobs()
    with Project.create(folder / "project") as project:
        context = Context(project, jobs)
        for _ in context.services.import_corpus([text]):
            pass
        context.services.add_model_folder(tiny_gpt2)
        context.choose_model(str(tiny_gpt2))
        for _ in context.services.train("tale", str(tiny_gpt2), settings, prompt="Anna lit"):
            pass
        yield context
        jobs.shutdown()


@pytest.fixture
def run(taught: Context) -> Run:
    return taught.project.runs()[0]


@pytest.fixture
def page(qtbot: QtBot, taught: Context) -> PredictPage:
    return shown_page(qtbot, taught)


def shown_page(qtbot: QtBot, context: Context) -> PredictPage:
    widget = PredictPage(context)
    qtbot.addWidget(widget)
    widget.resize(640, 600)
    widget.refresh()
    widget.show()
    return widget


def wait_for_words(qtbot: QtBot, page: PredictPage) -> None:
    qtbot.waitUntil(lambda: not page._context.jobs.running and not page._typing.isActive(), timeout=MINUTE)


def test_both_sides_answer_to_the_same_text_and_differ(
    qtbot: QtBot, run: Run, page: PredictPage, tiny_gpt2: Path
) -> None:
    assert (page.base.reference, page.tuned.reference) == (str(tiny_gpt2), str(run.id))
    qtbot.keyClicks(page.text, "Anna lit the")
    wait_for_words(qtbot, page)
    base, tuned = page.base.bars.predictions, page.tuned.bars.predictions
    assert len(base) == len(tuned) == 10
    assert base != tuned
    assert base == page._context.services.predict(str(tiny_gpt2), "Anna lit the", typing=True)
    assert tuned == page._context.services.predict(str(run.id), "Anna lit the", typing=True)


def test_both_sides_share_one_scale(qtbot: QtBot, run: Run, page: PredictPage) -> None:
    qtbot.keyClicks(page.text, "Bertil")
    wait_for_words(qtbot, page)
    fulls = {bars.model().full for bars in (page.base.bars, page.tuned.bars)}
    highest = max(bars.predictions[0].probability for bars in (page.base.bars, page.tuned.bars))
    assert fulls == {highest}


def test_only_the_newest_text_is_answered(qtbot: QtBot, page: PredictPage, taught: Context) -> None:
    answers = []
    asked = taught.jobs.started.connect(
        lambda job: job.finished.connect(answers.append) if job.key == "predict.base" else None
    )
    for text in ("Anna", "Anna lit", "Anna lit the"):
        page.text.setPlainText(text)
        page.ask()
    wait_for_words(qtbot, page)
    expected = taught.services.predict(page.base.reference, "Anna lit the", typing=True)
    assert answers[-1] == page.base.bars.predictions == expected
    assert len(answers) <= 2  # the first may have begun before it was superseded
    taught.jobs.started.disconnect(asked)


def test_a_chosen_word_is_appended_and_new_words_follow(qtbot: QtBot, run: Run, page: PredictPage) -> None:
    page.text.setPlainText("Anna")
    page.ask()
    wait_for_words(qtbot, page)
    word = page.tuned.bars.predictions[0]
    qtbot.keyClick(page.tuned.bars, Qt.Key.Key_Return)
    assert page.text.toPlainText() == "Anna" + word.text
    wait_for_words(qtbot, page)
    assert page.tuned.bars.predictions == page._context.services.predict(str(run.id), "Anna" + word.text)
    page.text.undo()
    assert page.text.toPlainText() == "Anna"


def test_both_sides_write_on_and_the_same_seed_writes_the_same(qtbot: QtBot, run: Run, page: PredictPage) -> None:
    page.text.setPlainText("Anna lit")
    page.generation.words.setValue(12)
    written = []
    for _ in range(2):
        qtbot.mouseClick(page.generation.generate, Qt.MouseButton.LeftButton)
        assert not page.generation.generate.isEnabled()
        qtbot.waitUntil(page.generation.generate.isEnabled, timeout=MINUTE)
        written.append((page.base.written.toPlainText(), page.tuned.written.toPlainText()))
    assert written[0] == written[1]
    assert all(text.startswith("Anna lit") and len(text) > len("Anna lit") for text in written[0])
    assert written[0][0] != written[0][1]


def test_writing_can_be_stopped_and_what_is_written_stays(qtbot: QtBot, page: PredictPage) -> None:
    page.text.setPlainText("Anna lit")
    page.write_on(Sampling(words=100_000, temperature=1.0, top_p=1.0, seed=0))
    qtbot.waitUntil(lambda: len(page.base.written.toPlainText()) > 20, timeout=MINUTE)
    qtbot.mouseClick(page.generation.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.generation.generate.isEnabled, timeout=MINUTE)
    assert len(page.base.written.toPlainText()) > 20


def test_what_was_written_can_be_copied(qtbot: QtBot, page: PredictPage) -> None:
    (copy,) = (button for button in page.base.findChildren(QPushButton) if button.text() == "Copy")
    assert not copy.isVisible()
    page.base.append_written(["the lamp", " was lit"])
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "the lamp was lit"


def test_without_a_run_the_base_model_answers_and_the_page_says_what_training_adds(
    qtbot: QtBot, tale_project: Project, tiny_gpt2: Path
) -> None:
    jobs = Jobs()
    context = Context(tale_project, jobs)
    context.services.add_model_folder(tiny_gpt2)
    context.choose_model(str(tiny_gpt2))
    page = shown_page(qtbot, context)
    qtbot.keyClicks(page.text, "Anna")
    wait_for_words(qtbot, page)
    assert len(page.base.bars.predictions) == 10
    assert page.tuned.bars.predictions == ()
    assert "No run yet" in page.tuned.bars.accessibleDescription()
    (go,) = (button for button in page.findChildren(QPushButton) if button.text() == "Go to Train")
    with qtbot.waitSignal(page.place_requested) as requested:
        qtbot.mouseClick(go, Qt.MouseButton.LeftButton)
    assert requested.args == ["train"]
    jobs.shutdown()


def test_without_text_nobody_is_asked(page: PredictPage, taught: Context) -> None:
    assert not taught.jobs.running
    assert "as you type" in page.base.bars.accessibleDescription()


def test_trying_a_run_starts_with_its_own_prompt(qtbot: QtBot, run: Run, page: PredictPage) -> None:
    page.show_run(run)
    assert page.text.toPlainText() == "Anna lit"
    wait_for_words(qtbot, page)
    assert page.tuned.bars.predictions


def test_a_person_can_compare_a_run_with_any_model(qtbot: QtBot, run: Run, page: PredictPage) -> None:
    page.text.setPlainText("Anna")
    chooser = page.base.findChild(QComboBox)
    chooser.setCurrentIndex(chooser.findData(str(run.id)))
    chooser.activated.emit(chooser.currentIndex())
    wait_for_words(qtbot, page)
    assert page.base.bars.predictions == page.tuned.bars.predictions
    page.refresh()
    assert page.base.reference == str(run.id), "drawing anew keeps what was chosen"


def test_an_answer_that_comes_after_the_page_is_gone_harms_nobody(qtbot: QtBot, taught: Context) -> None:
    page = shown_page(qtbot, taught)
    page.text.setPlainText("Anna")
    page.ask()
    page.write_on(page.generation.sampling())
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    qtbot.waitUntil(lambda: not taught.jobs.running, timeout=MINUTE)
