"""What a text is learnt as follows from its labels, and settings, prompts and figures from what is learnt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.conversations import write_conversations
from tests.gui.train_pages import open_train_page
from workbench.corpora.labelled import examples
from workbench.exporting.report import report_html
from workbench.ground.generators import last
from workbench.gui.context import Context
from workbench.gui.history.history_page import HistoryPage
from workbench.gui.jobs import Jobs
from workbench.gui.predict.example_prompts import suggested
from workbench.gui.train.train_live import TrainLive
from workbench.gui.train.train_page import TrainPage
from workbench.gui.words import quantities
from workbench.project.project import Project
from workbench.tasks.registry import find_task, tasks_for, usual_task
from workbench.training.events import SampleWritten, Validated
from workbench.values.corpus import Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Method, Pooling
from workbench.values.model_ref import Folder
from workbench.values.prediction import Prediction, Sample
from workbench.values.presets import PRESETS

OF_LABELS = ("pooling", "class_weights", "language_model")


@pytest.fixture
def context(labelled: Project, tiny_gpt2: Path, tmp_path: Path) -> Iterator[Context]:
    jobs = Jobs()
    made = Context(labelled, jobs)
    made.choose_model(Folder(tiny_gpt2))
    (tmp_path / "plain.txt").write_text("Anna lit the lamp. Bertil watched the sea.\n\n" * 40, encoding="utf-8")
    last(made.services.texts.import_corpus([tmp_path / "plain.txt"], "plain"))
    yield made
    jobs.shutdown()


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> TrainPage:
    return open_train_page(qtbot, context)


def offered(page: TrainPage) -> list[str]:
    box = page.setup.task.box
    return [box.itemData(row) for row in range(box.count())]


def choose(page: TrainPage, context: Context, corpus: str) -> None:
    context.choose_corpus(corpus)
    page.refresh()


@pytest.mark.parametrize(
    ("corpus", "tasks"),
    [("plain", ["next_word"]), ("reviews", ["next_word", "labels"]), ("chunks", ["next_word", "tags"])],
)
def test_a_text_is_offered_as_what_its_labels_allow(
    page: TrainPage, context: Context, corpus: str, tasks: list[str]
) -> None:
    choose(page, context, corpus)
    assert offered(page) == tasks and page.next_run.chosen().task == tasks[-1] == page.setup.task.box.currentData()
    assert page.setup.task.isVisible() is (len(tasks) > 1)
    found = context.project.corpora.named(corpus)
    assert tasks_for(found) == tuple(tasks) and usual_task(found) == tasks[-1]
    assert usual_task(None) == "next_word" and "labels" not in tasks_for(None)


def test_the_choice_is_said_and_kept_for_its_text(page: TrainPage, qtbot: QtBot, context: Context) -> None:
    choose(page, context, "reviews")
    assert "2 classes" in page.setup.task.words
    page.next_run.keep_task("next_word")
    assert page.setup.task.box.currentData() == "next_word"
    choose(page, context, "chunks")
    assert page.next_run.chosen().task == "tags"
    again = open_train_page(qtbot, context)
    choose(again, context, "reviews")
    assert again.next_run.chosen().task == "next_word"


def test_settings_are_those_that_the_task_has(page: TrainPage, context: Context) -> None:
    shown = {"plain": (), "reviews": OF_LABELS, "chunks": ("language_model",)}
    page.setup.advanced.setChecked(True)
    for corpus, names in shown.items():
        choose(page, context, corpus)
        visible = [name for name in OF_LABELS if page.setup.form.editor(name).isVisible()]
        assert tuple(visible) == names
        page.vary()
        varied = [page.sweep.first.setting.itemData(row) for row in range(page.sweep.first.setting.count())]
        assert tuple(name for name in OF_LABELS if name in varied) == names
        page.set_up_next()


def test_with_few_labels_a_click_lets_the_head_learn_alone(page: TrainPage, qtbot: QtBot, context: Context) -> None:
    choose(page, context, "reviews")
    ready = page.setup.readiness
    assert "Only 96 labelled texts are learnt from" in ready.words
    qtbot.mouseClick(ready.mend, Qt.MouseButton.LeftButton)
    assert page.setup.settings().pooling is Pooling.CONCAT, "with few labels, a weight for each token tells less"
    assert page.setup.settings().method is Method.HEAD and "labelled texts are learnt from" not in ready.words
    page.next_run.keep_task("next_word")
    assert "only where classes or tags are told" in ready.words and "Not ready yet" in ready.words


def test_a_setting_that_is_not_there_makes_no_settings_of_ones_own(page: TrainPage, context: Context) -> None:
    choose(page, context, "reviews")
    page.setup.show_settings(page.setup.settings().with_settings({"class_weights": True}))
    assert page.setup.presets.own.isChecked()
    choose(page, context, "plain")
    page.setup.show_settings(PRESETS["balanced"].with_settings({"class_weights": True}))
    assert not page.setup.presets.own.isChecked()


def test_prompts_of_labels_are_texts_from_the_validation_part(page: TrainPage, context: Context) -> None:
    choose(page, context, "reviews")
    prompts = page.setup.prompts.prompts()
    assert len(prompts) == 2 and all(prompt.startswith("The day number") for prompt in prompts)
    assert page.setup.prompts.edits[0].placeholderText() == "A text to label"
    page.next_run.keep_prompts(["The day was mine"])
    choose(page, context, "plain")
    assert page.setup.prompts.edits[0].placeholderText() == "The first words of a sentence"
    assert page.setup.prompts.prompts() != ("The day was mine",)
    choose(page, context, "reviews")
    assert page.setup.prompts.prompts() == ("The day was mine",)


def test_the_prompt_of_answers_is_a_whole_question_that_is_held_out(
    page: TrainPage, context: Context, tmp_path: Path
) -> None:
    asked = write_conversations(tmp_path / "sharegpt.json")
    last(context.services.texts.import_corpus([asked], "talks"))
    choose(page, context, "talks")
    corpus = context.project.corpora.named("talks")
    held_out = [each.turns[0] for each in examples(corpus, Split.VALIDATION)]
    assert page.setup.prompts.prompts() == (held_out[0],) and held_out[0].endswith("?")
    shown = find_task("answers").shown
    assert suggested(context, "talks", shown) == held_out[:3], "Predict offers them as well"
    assert all(len(each.split()) == 4 for each in suggested(context, "plain", shown)), (
        "a text without any has its beginnings"
    )


def test_figures_and_classes_are_live(qtbot: QtBot) -> None:
    live = TrainLive()
    qtbot.addWidget(live)
    live.begin("reviews", "tiny", find_task("labels").shown, "labels")
    live.show()
    classes = [(Prediction("bad", 0.6, ""), Prediction("good", 0.4, "")), (Prediction("good", 0.9, ""),)]
    for step, (accuracy, predictions) in enumerate(zip((0.5, 0.875), classes, strict=True)):
        figures = {"labels/accuracy": accuracy, "labels/macro_f1": accuracy - 0.1}
        told = Sample(step, "The day", predictions[0].word, predictions)
        live.take([Validated(step, 0.7 - step / 2, True, 0.0, figures), SampleWritten(told)])
    curves = live.view.curves
    assert [curves.tabText(number) for number in range(3)] == ["Loss", "Right classes", "Macro F1"]
    assert list(curves.plot_of("labels/accuracy").points("labels/accuracy")[1]) == [50, 87.5]
    accuracy, f1 = live.view.figures.of_task
    assert (accuracy.value, f1.value) == ("50.0 % → 87.5 %", "40.0 % → 77.5 %")
    assert accuracy.isVisible() and not live.view.figures.gradient_norm.isVisible()
    samples = live.view.samples
    assert [each.word for each in samples.now.predictions] == ["good"] and not samples.text.isVisible()
    assert "to be good now, and not bad" in samples.difference_in_words()
    live.begin("tale", "tiny", find_task("next_word").shown, "next_word")
    assert live.view.figures.gradient_norm.isVisible() and samples.text.isVisible() and not accuracy.isVisible()


def test_samples_of_tags_are_the_words_with_their_tags(qtbot: QtBot) -> None:
    live = TrainLive()
    qtbot.addWidget(live)
    live.begin("chunks", "tiny", find_task("tags").shown, "tags")
    live.take(
        [SampleWritten(Sample(0, "The dog", "The/B-NP dog", ())), SampleWritten(Sample(6, "The dog", "The dog", ()))]
    )
    assert [text.toPlainText() for text in live.view.samples.tagged] == ["The/B-NP dog", "The dog"]


def test_history_tells_a_run_of_labels_by_its_own_figures(qtbot: QtBot, context: Context) -> None:
    page = HistoryPage(context)
    qtbot.addWidget(page)
    page.refresh()
    page.show()
    run = context.project.runs.named("classes")
    page.show_run(run)
    told = page.details.result
    assert "erplexity" not in told and "bits" not in told and "Right classes" in told and "Macro F1" in told
    assert quantities.percent(run.best_figures["labels/accuracy"]) in told
    heads = [page.table.headerData(column, Qt.Orientation.Horizontal) for column in range(page.table.columnCount())]
    seen = [head for column, head in enumerate(heads) if not page.view.isColumnHidden(column)]
    assert "Perplexity/token" not in seen and "Bits/byte" not in seen and "Loss (nats)" in seen
    cells = [page.table.index(row, heads.index("Told right")).data() for row in range(2)]
    assert any(cell.startswith("Right classes ") for cell in cells)
    settings = page.details.settings.findItems("Pooling", Qt.MatchFlag.MatchExactly)
    assert len(settings) == 1


def test_runs_of_labels_are_compared_by_what_they_have_in_common(qtbot: QtBot, context: Context) -> None:
    page = HistoryPage(context)
    qtbot.addWidget(page)
    page.refresh()
    page.view.selectAll()
    qtbot.waitUntil(lambda: not context.jobs.running, timeout=240_000)
    table = page.comparison.differences
    table.show_runs(context.project.runs.every())
    heads = list(table.as_rows()[0])
    assert "Kept loss (nats)" in heads and "Right classes" in heads and "F1 of spans" in heads
    assert not any("token" in str(head) and "nats" in str(head) for head in heads)


def test_a_run_of_today_says_what_its_task_measured(labelled: Project) -> None:
    run = labelled.runs.named("classes")
    curve = labelled.runs.curves(run)["labels/accuracy"]
    assert run.base_figures["labels/accuracy"] == curve.values[0]
    assert run.best_figures["labels/accuracy"] == curve.values[curve.steps == run.kept_step][0]
    assert labelled.runs.create(
        corpus="reviews", base=run.base, model_sha256="", fine_tuning=FineTuning(), task="labels"
    ).best_figures == {}  # fmt: skip


def test_a_report_of_labels_tells_no_next_words(labelled: Project) -> None:
    run = labelled.runs.named("classes")
    page = report_html(labelled, [run])
    assert "Right classes" in page and f"{run.best_figures['labels/accuracy']:.1%}" in page
    assert "erplexity" not in page and "Of “The day was warm”" in page
    assert "The day was warm</span>" not in page, "no text goes on"
    assert "Pooling" in page and "The/" in report_html(labelled, [labelled.runs.named("words")])
