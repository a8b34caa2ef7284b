"""Typing brings the classes of a run, what they were before and which words spoke for them; with the real engine."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.predicting import PATIENCE, shown_page, wait_for_words
from tests.labelled_runs import SETTINGS
from workbench.cli.main import main
from workbench.ground.generators import last
from workbench.gui.context import Context
from workbench.gui.jobs import Jobs
from workbench.gui.predict.predict_page import PredictPage
from workbench.gui.tasks.labels.label_view import LabelView
from workbench.gui.tasks.labels.weighted_words import band
from workbench.gui.tasks.many_texts import ManyTexts
from workbench.gui.tasks.question import AskedModel
from workbench.messages.errors import KnownError
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.training.events import StepMeasured
from workbench.values.corpus import Split
from workbench.values.model_ref import Folder, OfRun
from workbench.values.run import Input

TEXT = "The day was warm and bright"


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> PredictPage:
    made = shown_page(qtbot, context)
    made.tuned.choose(OfRun(context.project.runs.named("classes").id))
    made.tuned.chosen.emit()
    return made


def view_of(page: PredictPage) -> LabelView:
    found = page.views.view("labels")
    assert isinstance(found, LabelView)
    return found


def wait_for_weights(qtbot: QtBot, page: PredictPage) -> None:
    view = view_of(page)
    qtbot.waitUntil(lambda: bool(view.weights.weights) and not page.context.jobs.running, timeout=PATIENCE)


def test_the_classes_follow_typing_and_are_those_of_the_run(qtbot: QtBot, page: PredictPage) -> None:
    view, run = view_of(page), page.context.project.runs.named("classes")
    assert page.views.currentWidget() is view and page.views.count() == 1
    qtbot.keyClicks(page.text, TEXT)
    wait_for_words(qtbot, page)
    (asked,) = last(page.context.services.labelling.classify(OfRun(run.id), [TEXT]))
    assert [each.word for each in view.tuned.predictions] == [chance.label for chance in asked.labels]
    shown = [each.probability for each in view.tuned.predictions]
    assert shown == pytest.approx([chance.probability for chance in asked.labels], abs=1e-6)
    page.text.clear()
    wait_for_words(qtbot, page)
    assert not view.tuned.predictions and not view.weights.weights


def test_what_it_began_from_has_no_labels_and_says_so(qtbot: QtBot, page: PredictPage) -> None:
    view = view_of(page)
    page.text.setPlainText(TEXT)
    wait_for_words(qtbot, page)
    assert page.base.note == "has learnt no labels" and page.base.chooser.count() == 1
    run = page.context.project.runs.named("classes")
    if any(checkpoint.step == 0 for checkpoint in page.context.project.checkpoints.of(run)):
        assert "step 0" in view.base_title.text()
    else:
        assert "how frequent" in view.base_title.text()
        assert [round(each.probability, 1) for each in view.base.predictions] == [0.5, 0.5]


def test_the_page_speaks_of_labels_with_a_run_of_labels_alone(qtbot: QtBot, page: PredictPage) -> None:
    assert page.heading == "Label texts" and page.text.accessibleName() == "Text to label"
    page.tuned.choose(None)
    assert "beginning of a sentence" not in page.text.placeholderText()


def test_each_word_weighs_what_the_class_loses_without_it(qtbot: QtBot, page: PredictPage) -> None:
    view, run = view_of(page), page.context.project.runs.named("classes")
    page.text.setPlainText(TEXT)
    wait_for_weights(qtbot, page)
    label = view.tuned.predictions[0].word
    asked = last(page.context.services.labelling.word_weights(OfRun(run.id), TEXT, label))
    assert view.weights.weights == asked and label in view.weights.heading
    assert view.weights.bands == [band(each.change) for each in asked]
    view.weights.words.put_cursor_on(3)
    qtbot.keyClick(view.weights.words, Qt.Key.Key_Return)
    assert "Without “warm”" in view.weights.about.text()
    assert any("warm" in str(cell) for row in view.as_rows() for cell in row)


def test_a_word_is_marked_by_a_line_as_well_as_by_a_colour() -> None:
    assert [band(change) for change in (0.5, 0.1, 0.0, -0.1, -0.5)] == [0, 1, 2, 3, 4]


def test_the_texts_of_a_part_are_labelled_in_one_go_and_saved(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    run = context.project.runs.named("classes")
    dialog = ManyTexts(context, AskedModel(OfRun(run.id), run.name))
    qtbot.addWidget(dialog)
    dialog.corpus.setCurrentIndex(dialog.corpus.findData("reviews"))
    dialog.part.setCurrentIndex(dialog.part.findData(Split.TEST))
    dialog.of_project.click()
    qtbot.waitUntil(lambda: not context.jobs.running, timeout=PATIENCE)
    count = context.project.corpora.named("reviews").contents.labels.examples[Split.TEST]
    assert dialog.table.rowCount() == count and str(count) in dialog.said.text()
    dialog.save_to(tmp_path / "out.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "out.csv").read_text("utf-8-sig"))))
    assert rows[0] == ["text", "label", "bad", "good"] and len(rows) == count + 1
    assert {row[1] for row in rows[1:]} <= {"bad", "good"}


def test_a_file_is_labelled_line_by_line_and_one_that_is_not_there_says_so(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    run = context.project.runs.named("classes")
    dialog = ManyTexts(context, AskedModel(OfRun(run.id), run.name))
    qtbot.addWidget(dialog)
    (tmp_path / "texts.txt").write_text("The day was warm\n\nThe day was cold\n", encoding="utf-8")
    dialog.label_file(tmp_path / "texts.txt")
    qtbot.waitUntil(lambda: not context.jobs.running, timeout=PATIENCE)
    assert [each.text for each in dialog.table.found] == ["The day was warm", "The day was cold"]
    dialog.label_file(tmp_path / "gone.txt")
    qtbot.waitUntil(lambda: not context.jobs.running, timeout=PATIENCE)
    assert "gone.txt" in dialog.said.text() and dialog.of_file.isEnabled()


def test_a_run_that_learns_labels_answers_with_its_newest_weights(
    qtbot: QtBot, labelled: Project, tiny_gpt2: Path
) -> None:
    jobs = Jobs()
    page = shown_page(qtbot, Context(labelled, jobs))
    settings = SETTINGS.with_settings({"steps": 6})
    training = page.context.services.training.train("reviews", Folder(tiny_gpt2), settings, "live", task="labels")
    found = next(event.step for event in training if isinstance(event, StepMeasured))
    page.refresh()
    run = labelled.runs.named("live")
    page.tuned.choose(OfRun(run.id))
    page.tuned.chosen.emit()
    assert "(learning)" in page.tuned.chooser.currentText() and f"step {found}" in page.tuned.note
    assert page.views.currentWidget() is page.views.view("labels") and page.views.view("labels").follows_learning
    training.close()
    jobs.shutdown()


def test_of_a_run_that_learnt_two_kinds_of_classes_either_is_told(
    qtbot: QtBot, labelled: Project, tiny_gpt2: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = (f"{('red', 'green', 'blue')[number % 3]},The paint {number} was warm\n" for number in range(60))
    (tmp_path / "shades.csv").write_text("label,text\n" + "".join(rows), encoding="utf-8")
    services = Workbench(labelled)
    last(services.texts.import_corpus([tmp_path / "shades.csv"], "shades"))
    settings, beside = SETTINGS.with_settings({"steps": 2}), (Input("shades", "labels"),)
    run = last(services.training.train("reviews", Folder(tiny_gpt2), settings, "both", task="labels", beside=beside))
    first, second = (last(services.labelling.classify(OfRun(run.id), [TEXT], part))[0] for part in ("", "labels#2"))
    assert {chance.label for chance in first.labels} == {"good", "bad"}
    assert {chance.label for chance in second.labels} == {"red", "green", "blue"}
    with pytest.raises(KnownError) as refused:
        last(services.labelling.classify(OfRun(run.id), [TEXT], "labels#3"))
    assert refused.value.code == "together.no_part"

    jobs = Jobs()
    page = shown_page(qtbot, Context(labelled, jobs))
    page.tuned.choose(OfRun(run.id))
    page.tuned.chosen.emit()
    view = view_of(page)
    assert view.part.isVisible() and view.part.count() == 2
    page.text.setPlainText(TEXT)
    for row, told in enumerate((first, second)):
        view.part.setCurrentIndex(row)
        wait_for_weights(qtbot, page)
        shown = [(each.word, round(each.probability, 5)) for each in view.tuned.predictions]
        assert shown == [(chance.label, round(chance.probability, 5)) for chance in told.labels]
        assert told.labels[0].label in view.weights.heading
    page.tuned.choose(OfRun(labelled.runs.named("classes").id))
    page.tuned.chosen.emit()
    assert not view.part.isVisible()
    jobs.shutdown()
    labelled.close()
    asked = ["classify", str(labelled.folder), "--model", "both", "--part", "labels#2", "--text", TEXT, "--json"]
    assert main(asked) == 0
    assert len(json.loads(capsys.readouterr().out)["texts"][0]["labels"]) == 3
