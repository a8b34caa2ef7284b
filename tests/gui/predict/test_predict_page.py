"""Typing brings next words from both sides, which can be reshaped and chosen from, with the real engine."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.predicting import PATIENCE, shown_page, wait_for_words
from workbench.ground.generators import last
from workbench.gui.context import Context
from workbench.gui.jobs import Jobs
from workbench.gui.parts.word_bars import visible
from workbench.gui.predict.predict_page import PredictPage
from workbench.gui.tasks.next_word.asking import Words, chosen_unit
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder, OfRun
from workbench.values.prediction import Unit
from workbench.values.run import Run


def words_of(found: Words) -> dict[str, float]:
    return {word.text: word.probability for word in found}


def test_both_sides_answer_to_the_same_text_and_differ(
    qtbot: QtBot, run: Run, page: PredictPage, tiny_gpt2: Path
) -> None:
    assert (str(page.base.ref), str(page.tuned.ref)) == (str(tiny_gpt2), str(run.id))
    qtbot.keyClicks(page.text, "Anna lit the")
    wait_for_words(qtbot, page)
    base, tuned = page.views.view("next_words").base.predictions, page.views.view("next_words").tuned.predictions
    assert len(base) == len(tuned) == 10
    assert base != tuned
    for shown, reference in ((base, str(tiny_gpt2)), (tuned, str(run.id))):
        asked = page.context.services.asking.predict(
            page.context.services.models.named(reference), "Anna lit the", typing=True
        )
        assert words_of(shown) == pytest.approx(words_of(asked), rel=1e-3)


def test_both_sides_share_one_scale(qtbot: QtBot, page: PredictPage) -> None:
    qtbot.keyClicks(page.text, "Bertil")
    wait_for_words(qtbot, page)
    both = (page.views.view("next_words").base, page.views.view("next_words").tuned)
    assert {bars.model().full for bars in both} == {max(bars.predictions[0].probability for bars in both)}


def test_what_changed_between_the_sides_is_drawn_and_told(qtbot: QtBot, page: PredictPage) -> None:
    qtbot.keyClicks(page.text, "Anna lit")
    wait_for_words(qtbot, page)
    view = page.views.view("next_words")
    links, base, tuned = view.links, view.base, view.tuned
    for left, right in links.moves():
        if left is not None and right is not None:
            assert base.predictions[left].text == tuned.predictions[right].text
    new = [tuned.predictions[right].word for left, right in links.moves() if left is None and right is not None]
    gone = [base.predictions[left].word for left, right in links.moves() if right is None and left is not None]
    told = links.accessibleDescription()
    assert new and len(new) == len(gone)
    assert all(f"{visible(word)} is new" in told for word in new)
    assert all(f"{visible(word)} is gone" in told for word in gone)
    drawn = links.grab().toImage()
    tuned.show_predictions(base.predictions)
    assert links.grab().toImage() != drawn and links.accessibleDescription() == ""


def test_moving_a_slider_reshapes_the_bars_and_the_link_brings_them_back(qtbot: QtBot, page: PredictPage) -> None:
    page.text.setPlainText("Anna lit")
    wait_for_words(qtbot, page)
    plain = page.views.view("next_words").tuned.predictions
    bar = page.views.view("next_words").shaping
    for dial, value in ((bar.temperature, 6), (bar.top_k, 1), (bar.top_p, 20), (bar.penalty, 20)):
        dial.slider.setValue(value)
        wait_for_words(qtbot, page)
        assert page.views.view("next_words").tuned.predictions != plain
        qtbot.mouseClick(bar.reset, Qt.MouseButton.LeftButton)
        wait_for_words(qtbot, page)
        assert words_of(page.views.view("next_words").tuned.predictions) == pytest.approx(words_of(plain), rel=1e-3)
    assert not bar.reset.isEnabled()


def test_only_the_newest_text_is_answered(qtbot: QtBot, page: PredictPage, taught: Context) -> None:
    answers: list[Words] = []
    wait_for_words(qtbot, page)
    page.text.blockSignals(True)
    for text in ("Anna", "Anna lit", "Anna lit the", "Clara"):
        page.text.setPlainText(text)
        page.ask()
    for job in taught.jobs.running:
        if job.key == "predict.tuned":
            job.finished.connect(answers.append)
    page.text.blockSignals(False)
    wait_for_words(qtbot, page)
    newest = taught.services.asking.predict(page.tuned.ref, "Clara", typing=True)
    assert words_of(page.views.view("next_words").tuned.predictions) == pytest.approx(words_of(newest), rel=1e-3)
    assert len(answers) == 1


def test_a_chosen_word_is_appended_and_new_words_follow(qtbot: QtBot, run: Run, page: PredictPage) -> None:
    page.text.setPlainText("Anna")
    page.ask()
    wait_for_words(qtbot, page)
    word = page.views.view("next_words").tuned.predictions[0]
    qtbot.keyClick(page.views.view("next_words").tuned, Qt.Key.Key_Return)
    assert page.text.toPlainText() == "Anna" + word.text
    wait_for_words(qtbot, page)
    follow = page.context.services.asking.predict(OfRun(run.id), "Anna" + word.text)
    assert words_of(page.views.view("next_words").tuned.predictions) == pytest.approx(words_of(follow), rel=1e-3)
    page.text.undo()
    assert page.text.toPlainText() == "Anna"


def test_the_choice_between_words_and_characters_is_remembered(qtbot: QtBot, page: PredictPage) -> None:
    assert chosen_unit(page.context) is Unit.WORD
    page.views.view("next_words").characters.setChecked(True)
    assert chosen_unit(page.context) is Unit.CHARACTER
    assert shown_page(qtbot, page.context).views.view("next_words").characters.isChecked()
    page.views.view("next_words").characters.setChecked(False)


def test_without_a_run_the_base_model_answers_and_the_page_says_what_training_adds(
    qtbot: QtBot, tale_project: Project, tiny_gpt2: Path
) -> None:
    jobs = Jobs()
    context = Context(tale_project, jobs)
    context.services.models.add_folder(tiny_gpt2)
    context.choose_model(Folder(tiny_gpt2))
    page = shown_page(qtbot, context)
    qtbot.keyClicks(page.text, "Anna")
    wait_for_words(qtbot, page)
    assert len(page.views.view("next_words").base.predictions) == 10
    assert page.views.view("next_words").tuned.predictions == ()
    assert "No run yet" in page.views.view("next_words").tuned.accessibleDescription()
    (go,) = (button for button in page.findChildren(QPushButton) if button.text() == "Go to Train")
    with qtbot.waitSignal(page.place_requested) as requested:
        qtbot.mouseClick(go, Qt.MouseButton.LeftButton)
    assert requested.args == ["train"]
    jobs.shutdown()


def test_without_text_nobody_is_asked(qtbot: QtBot, page: PredictPage, taught: Context) -> None:
    wait_for_words(qtbot, page)  # what was asked of the prompt that it began with
    for number in range(page.views.count()):
        page.views.setCurrentIndex(number)
        assert {job.key for job in taught.jobs.running} <= {"predict.base_check"}
    assert "as you type" in page.views.view("next_words").base.accessibleDescription()


def test_trying_a_run_starts_with_its_own_prompt(qtbot: QtBot, run: Run, page: PredictPage) -> None:
    page.show_run(run)
    assert page.text.toPlainText() == "Anna lit"
    wait_for_words(qtbot, page)
    assert page.views.view("next_words").tuned.predictions
    qtbot.keyClicks(page.window().focusWidget(), " the")
    assert page.text.toPlainText() == "Anna lit the", "who tries it types on"


def test_a_person_can_compare_a_run_with_any_model(qtbot: QtBot, run: Run, page: PredictPage) -> None:
    page.text.setPlainText("Anna")
    page.base.choose(OfRun(run.id))
    page.base.chooser.activated.emit(page.base.chooser.currentIndex())
    wait_for_words(qtbot, page)
    assert page.views.view("next_words").base.predictions == page.views.view("next_words").tuned.predictions
    page.refresh()
    assert str(page.base.ref) == str(run.id), "drawing anew keeps what was chosen"


def test_an_answer_that_comes_after_the_page_is_gone_harms_nobody(qtbot: QtBot, taught: Context) -> None:
    page = shown_page(qtbot, taught)
    page.text.setPlainText("Anna")
    for number in range(page.views.count()):
        page.views.setCurrentIndex(number)
    page.views.view("writing").write_on(page.views.view("writing").bar.sampling())
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    qtbot.waitUntil(lambda: not taught.jobs.running, timeout=PATIENCE)


def test_a_run_that_learns_answers_with_its_newest_weights_and_is_marked(
    qtbot: QtBot, tale_project: Project, tiny_gpt2: Path
) -> None:
    jobs = Jobs()
    context = Context(tale_project, jobs)
    context.services.models.add_folder(tiny_gpt2)
    settings = FineTuning(
        steps=100_000, batch_size=4, context_length=16, validate_every=50_000, learning_rate=0.01, precision="float32"
    )
    training = jobs.start_job("Learning", partial(context.services.training.train, "tale", Folder(tiny_gpt2), settings))
    qtbot.waitUntil(lambda: any(step > 0 for step in context.services.asking.learning().values()), timeout=PATIENCE)
    page = shown_page(qtbot, context)
    page.text.setPlainText("Anna lit")
    assert "still learning" in page.tuned.note and "(learning)" in page.tuned.chooser.currentText()
    qtbot.waitUntil(lambda: bool(page.views.view("next_words").tuned.predictions), timeout=PATIENCE)
    first = page.views.view("next_words").tuned.predictions
    qtbot.waitUntil(lambda: page.views.view("next_words").tuned.predictions != first, timeout=PATIENCE)
    training.cancel()
    qtbot.waitUntil(lambda: not context.services.asking.learning(), timeout=PATIENCE)
    jobs.shutdown()


def test_a_model_that_was_changed_since_is_not_shown_as_what_a_run_began_from(
    qtbot: QtBot, tiny_services: Workbench, tiny_gpt2: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "mine"
    shutil.copytree(tiny_gpt2, folder)
    tiny_services.models.add_folder(folder)
    settings = FineTuning(steps=2, batch_size=4, context_length=16, learning_rate=1e-2, precision="float32")
    run = last(tiny_services.training.train("tale", Folder(folder), settings, "run"))
    jobs = Jobs()
    page = PredictPage(Context(tiny_services.project, jobs))
    qtbot.addWidget(page)
    page.show()
    page.show_run(run)
    qtbot.waitUntil(lambda: not jobs.running, timeout=240_000)
    assert (str(page.base.ref), page.base.note) == (str(folder), "")
    config = folder / "config.json"
    config.write_text(config.read_text(encoding="utf-8") + " ", encoding="utf-8")
    page.show_run(run)
    qtbot.waitUntil(lambda: "changed" in page.base.note, timeout=240_000)
    tiny_services.project.runs.delete(run)
    page.refresh()
    assert page.base.note == ""
    jobs.shutdown()
