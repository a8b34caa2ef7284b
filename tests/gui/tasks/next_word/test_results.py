"""The results of a run, found out with the real engine from the window: evaluation, dividend, what it learnt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from tests.gui.predicting import PATIENCE
from tests.tiny_models import tale
from workbench.experiments import learnt as experiment
from workbench.experiments import trials
from workbench.ground.generators import last
from workbench.gui.context import Context
from workbench.gui.history.history_page import HistoryPage
from workbench.gui.jobs import Jobs
from workbench.gui.model.model_page import ModelPage
from workbench.gui.parts.figure_table import FigureTable
from workbench.gui.results.results_page import ResultsPage
from workbench.gui.train.train_live import TrainLive
from workbench.gui.words import quantities
from workbench.project.project import Project
from workbench.values.corpus import Split
from workbench.values.dividend import Plan
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder, from_text
from workbench.values.run import Run

SETTINGS = FineTuning(
    steps=6, batch_size=4, context_length=16, learning_rate=1e-2, validate_every=3, precision="float32"
)


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory, tiny_gpt2: Path) -> Iterator[Context]:
    """A project with one run, about which each test finds something else out."""
    folder = tmp_path_factory.mktemp("results")
    text = folder / "tale.txt"
    text.write_text(tale(120), encoding="utf-8")
    jobs = Jobs()
    with Project.create(folder / "project") as project:
        context = Context(project, jobs)
        for _ in context.services.texts.import_corpus([text], "tale"):
            pass
        context.services.models.add_folder(tiny_gpt2)
        for _ in context.services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "first"):
            pass
        yield context
        jobs.shutdown()


@pytest.fixture
def run(done: Context) -> Run:
    return done.project.runs.named("first")


@pytest.fixture
def page(qtbot: QtBot, done: Context, run: Run) -> ResultsPage:
    widget = ResultsPage(done)
    qtbot.addWidget(widget)
    widget.resize(760, 640)
    widget.show()
    widget.show_run(run)
    return widget


def press(qtbot: QtBot, page: ResultsPage, view: object) -> None:
    """Open the view's tab, press its button, and wait until it is done."""
    page.views.setCurrentWidget(view)
    qtbot.mouseClick(view.start, Qt.MouseButton.LeftButton)
    assert view.is_busy and not view.start.isEnabled()
    qtbot.waitUntil(lambda: not page.context.jobs.running, timeout=PATIENCE)


def cells(table: QTableWidget) -> list[list[str]]:
    return [
        [table.item(row, column).text() for column in range(table.columnCount())] for row in range(table.rowCount())
    ]


def test_before_and_after_stand_beside_each_other_with_the_protocol(qtbot: QtBot, page: ResultsPage, run: Run) -> None:
    view = page.views.view("evaluation")
    assert "Not measured yet" in view.said.text() and not view.found.isVisible()
    view.split.setCurrentIndex(view.split.findData(Split.TEST))
    press(qtbot, page, view)
    assert view.verdict.text().startswith("✓ Better than before: −") and "95 %" in view.verdict.text()
    assert "passages drawn" in view.verdict.text()  # how sure it is rests on that
    shown = view.figures
    figures = {row[0]: row[1:] for row in cells(shown.table)}
    bits = figures["Bits per byte, for any tokenizer"]
    assert float(bits[1]) < float(bits[0])
    (right,) = (values for name, values in figures.items() if name.startswith("Next word right at once"))
    assert all(re.fullmatch(r"[\d.]+ % \(\d+ to \d+\)", value) for value in right)
    calibration = figures["Sureness and success apart (calibration error)"]
    assert all(value.endswith(" % by chance alone)") for value in calibration)
    assert "test split of “tale”" in shown.protocol.text() and "windows of 32 tokens" in shown.protocol.text()
    assert shown.calibration.legend_text == "as often right as sure, before, after"
    assert len(shown.calibration.points("After")[0]) > 0
    assert "bits per byte" in shown.as_text() and shown.as_rows()[0] == ("Figure", "Before", "After")
    # Another part of the text has not been measured, and what was is still there afterwards.
    view.split.setCurrentIndex(view.split.findData(Split.VALIDATION))
    assert not view.found.isVisible()
    again = ResultsPage(page.context)
    qtbot.addWidget(again)
    again.show_run(run)
    again.views.view("evaluation").split.setCurrentIndex(again.views.view("evaluation").split.findData(Split.TEST))
    assert cells(again.views.view("evaluation").figures.table) == cells(shown.table)


def test_a_model_is_evaluated_before_anything_is_trained(qtbot: QtBot, done: Context, tiny_gpt2: Path) -> None:
    page = ModelPage(done)
    page.refresh()
    qtbot.addWidget(page)
    page.show()
    view = page.evaluation
    page.tabs.setCurrentWidget(view)
    assert not view.start.isEnabled() and "Choose a text and a model" in view.said.text()
    done.choose_model(str(tiny_gpt2))
    assert "“tale”" in view.about.text() and "Not measured yet" in view.said.text()
    qtbot.mouseClick(view.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not done.jobs.running, timeout=PATIENCE)
    assert view.found.isVisible() and view.said.text() == "" and view.start.isEnabled()
    work = done.services.asking.evaluate(Folder(tiny_gpt2), "tale", Split.VALIDATION)
    expected = last(work)
    figures = dict(cells(view.figures.table))
    assert figures["Bits per byte, for any tokenizer"] == quantities.loss(expected.bits_per_byte)
    assert "validation split of “tale”" in view.figures.protocol.text()
    # What was measured holds for that model and that part of the text alone.
    view.split.setCurrentIndex(view.split.findData(Split.TEST))
    assert not view.found.isVisible() and "Not measured yet" in view.said.text()
    view.split.setCurrentIndex(view.split.findData(Split.VALIDATION))
    assert view.found.isVisible()
    done.choose_model("starter-en")
    assert not view.found.isVisible() and "Starter English" in view.about.text()


def test_what_it_learnt_is_told_in_tables_and_verdicts(
    qtbot: QtBot, page: ResultsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(experiment, "PLACES", 12)
    view = page.views.view("learnt")
    press(qtbot, page, view)
    assert view.found.isVisible() and cells(view.gained) and cells(view.lost) and cells(view.improved)
    assert "bits per byte" in view.forgot.text() and view.forgot.text()[0] in "✓≈!✗"
    assert "passages drawn" in view.forgot.text()
    assert "verbatim" in view.by_heart.text() and view.by_heart.text()[0] in "✓!✗"
    assert "beginnings spread over the training text" in view.by_heart.text()
    assert "12 places" in view.asked.text() and all(1 <= int(row[3]) <= 12 for row in cells(view.gained))
    assert "held-out passages" in view.leaks.text()


def test_one_click_measures_what_pretraining_was_worth_and_it_can_be_cancelled_and_gone_on_with(
    qtbot: QtBot, page: ResultsPage, done: Context, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = page.views.view("dividend")
    page.views.setCurrentWidget(view)
    assert "6 runs" in view.about.text()
    plan = trials.plan_like(done.services, run)
    small = Plan("tale", plan.model, plan.fine_tuning.with_settings({"steps": 2}), (0.5, 1.0))
    monkeypatch.setattr(trials, "plan_like", lambda services, run: small)
    view.show_again()
    qtbot.mouseClick(view.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.plot.legend_text != "" and not view.plot.is_empty, timeout=PATIENCE)
    done.jobs.running[0].cancel()
    qtbot.waitUntil(lambda: not done.jobs.running, timeout=PATIENCE)
    assert "goes on where it stopped" in view.said.text() and view.start.text() == "Go on measuring"
    press(qtbot, page, view)
    assert view.plot.legend_text == "pretrained, 50 %, pretrained, 100 %, from scratch, 50 %, from scratch, 100 %"
    assert [row[0] for row in cells(view.table)] == ["50 %", "100 %"]
    assert "pretraining matches training from scratch on" in view.headline.text()
    assert all("× the text" in row[4] for row in cells(view.table))
    assert view.said.text() == "" and view.start.text() == "Measure it again"
    assert len([run for run in done.project.runs.every() if run.name.startswith("dividend 1")]) == 4


def test_a_run_of_random_weights_says_why_it_has_no_dividend(qtbot: QtBot, page: ResultsPage, done: Context) -> None:
    words = done.project.runs.create(
        corpus="tale", base=from_text("scratch:lstm-words"), model_sha256="", fine_tuning=SETTINGS, name="words"
    )
    page.show_run(words)
    view = page.views.view("dividend")
    assert not view.start.isEnabled() and "no pretrained weights" in view.said.text()


def test_results_are_opened_from_history_and_lead_back_there(
    qtbot: QtBot, done: Context, run: Run, page: ResultsPage
) -> None:
    history = HistoryPage(done)
    qtbot.addWidget(history)
    history.show_run(run)
    with qtbot.waitSignal(history.results_requested) as asked:
        qtbot.mouseClick(history.details.results, Qt.MouseButton.LeftButton)
    assert asked.args == [run]
    with qtbot.waitSignal(page.place_requested) as back:
        qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert back.args == ["history"]


def test_results_are_offered_when_a_run_has_ended(qtbot: QtBot, run: Run) -> None:
    live = TrainLive()
    qtbot.addWidget(live)
    live.show()
    live.end(run)
    with qtbot.waitSignal(live.results_requested) as asked:
        qtbot.mouseClick(live.result.results, Qt.MouseButton.LeftButton)
    assert asked.args == [run]


def test_a_table_of_figures_is_as_high_as_its_rows(qtbot: QtBot) -> None:
    table = FigureTable("Figures", ["Text", "Number"], 0)
    qtbot.addWidget(table)
    table.resize(300, 10)
    table.show()
    table.show_rows([("a long text that has to be broken into several lines here " * 3, "1"), ("short", "2")])
    few = table.height()
    assert few >= table.rowHeight(0) + table.rowHeight(1) and table.rowHeight(0) > table.rowHeight(1)
    table.show_rows([("short", "2")])
    assert table.height() < few
