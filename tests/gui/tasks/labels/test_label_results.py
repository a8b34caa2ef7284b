"""The results of a run of labels: figures beside words alone, class by class, what was mistaken for what."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from tests.gui.predicting import PATIENCE
from tests.labelled_runs import SETTINGS
from workbench.experiments.kept import kept
from workbench.experiments.label_comparison import LabelsCompared
from workbench.ground.generators import last
from workbench.gui.context import Context
from workbench.gui.jobs import Jobs
from workbench.gui.parts.figure_table import FigureTable
from workbench.gui.results.results_page import ResultsPage
from workbench.gui.tasks.labels.label_figures import LabelFigures
from workbench.gui.tasks.labels.label_results import LabelResults
from workbench.gui.words import quantities
from workbench.measuring.label_evaluation import About, measured
from workbench.messages.message import message
from workbench.project.project import Project
from workbench.values.corpus import Split
from workbench.values.labels import Example, LabelKind
from workbench.values.model_ref import Folder


@pytest.fixture
def context(labelled: Project) -> Iterator[Context]:
    jobs = Jobs()
    yield Context(labelled, jobs)
    jobs.shutdown()


def evaluated(qtbot: QtBot, context: Context, name: str) -> tuple[LabelResults, LabelsCompared]:
    page = ResultsPage(context)
    qtbot.addWidget(page)
    page.resize(760, 640)
    page.show()
    run = context.project.runs.named(name)
    page.show_run(run)
    view = page.views.view("labels")
    assert isinstance(view, LabelResults) and "Not measured yet" in view.said.text()
    qtbot.wait(50)
    assert not view.findChild(QScrollArea).verticalScrollBar().isVisible(), "there is nothing to scroll"
    qtbot.mouseClick(view.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not context.jobs.running, timeout=PATIENCE)
    found = kept(context.project, run, "labels-validation", LabelsCompared)
    assert found is not None and view.figures.isVisible()
    return view, found


def cells(table: FigureTable) -> list[list[str]]:
    return [[str(cell) for cell in row] for row in table.rows()]


def test_a_run_of_classes_stands_beside_words_alone_and_the_most_frequent_class(qtbot: QtBot, context: Context) -> None:
    view, found = evaluated(qtbot, context, "classes")
    evaluation, figures = found.evaluation, view.figures
    assert quantities.percent(evaluation.accuracy) in figures.verdict.text()
    table = cells(figures.table)
    assert table[0] == ["Figure", "This run", "Words alone (bag of words)", "Always the most frequent"][: len(table[0])]
    assert found.words is not None and found.frequent is not None
    shares = [each.evaluation.accuracy for each in (found.words, found.frequent)]
    assert table[1][1:4] == [quantities.percent(share) for share in (evaluation.accuracy, *shares)]
    assert figures.against.text().count("\n") >= 1 and "points" in figures.against.text()
    assert [row[0] for row in cells(figures.classes)[1:]] == [each.label for each in evaluation.classes]
    confusion = figures.confusion
    shown = [[int(confusion.item(row, column).text()) for column in range(2)] for row in range(2)]
    assert shown == [list(row) for row in evaluation.confusion]
    assert "held to be" in confusion.item(0, 1).toolTip()
    assert figures.mistakes.rowCount() == min(15, len(evaluation.mistakes))


def test_another_run_of_the_same_labels_is_compared_with_an_interval(
    qtbot: QtBot, context: Context, tiny_gpt2: Path
) -> None:
    run, train = context.project.runs.named("classes"), context.services.training.train
    settings = SETTINGS.with_settings({"steps": 6})
    twin = last(train("reviews", Folder(tiny_gpt2), settings, "twin", task="labels"))
    context.project.runs.create(  # one that keeps no weights is not offered
        corpus="reviews", base=run.base, model_sha256="", fine_tuning=run.fine_tuning, name="empty", task="labels"
    )
    view = LabelResults(context)
    qtbot.addWidget(view)
    view.show_run(run)
    assert [view.other.itemData(row) for row in range(view.other.count())] == [None, twin.id]
    view.other.setCurrentIndex(1)
    view.begin()
    qtbot.waitUntil(lambda: not view.is_busy, timeout=PATIENCE)
    assert "“twin”" in view.figures.against.text() and "twin" in cells(view.figures.table)[0]
    view.other.setCurrentIndex(0)
    assert "Not measured yet" in view.said.text(), "with words alone it was not measured"


def test_of_many_classes_the_most_frequent_are_shown_and_all_are_saved(qtbot: QtBot) -> None:
    names = [f"class {number:03}" for number in range(120)]
    examples = [Example(str(row), (names[row // 2],)) for row in range(240)]
    chances = np.full((240, 120), 0.001)
    chances[:, 5] = 0.9
    about = About("m", "c", Split.TEST, LabelKind.CLASSES, several=False, protocol=message("measured.test"), text="0")
    figures = LabelFigures()
    qtbot.addWidget(figures)
    found = measured(about, [*examples, *examples[-10:]], names, np.concatenate([chances, chances[:10]])).evaluation
    figures.show_found(LabelsCompared(found, None, None))
    figures.show()
    assert figures.classes.rowCount() == 50 and "The most frequent of 120." in figures.classes_words.text()
    shown = [row[0] for row in cells(figures.classes)]
    assert names[119] in shown and names[100] not in shown, "a class of more examples is shown before others"
    assert figures.confused.isVisible() and not figures.confusion.isVisible()
    assert figures.confused.rowCount() == 20 and "The most frequent of 119." in figures.confusion_words.text()
    assert cells(figures.confused)[1] == [names[115], names[5], "4"]
    saved = [row[0] for row in figures.as_rows()]
    assert all(name in saved for name in names)
    assert names[119] in figures.as_text()


def test_a_run_of_tags_is_told_by_its_spans(qtbot: QtBot, context: Context) -> None:
    view, found = evaluated(qtbot, context, "words")
    assert "F1 of spans" in view.figures.verdict.text()
    assert [row[0] for row in cells(view.figures.classes)[1:]] == [each.label for each in found.evaluation.classes]
    assert view.figures.confusion.rowCount() == len(found.evaluation.classes) + 1
    heads = [view.figures.confusion.verticalHeaderItem(row).text() for row in range(3)]
    assert heads[-1] == "in no span"
    for row in cells(view.figures.mistakes)[1:]:
        assert "»" in row[3] and "«" in row[3]
