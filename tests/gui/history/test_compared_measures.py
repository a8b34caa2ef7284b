"""Runs of other tokenizers, of other texts and of older versions beside each other: what is ranked, and by what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from tests.tiny_models import forget_bytes
from workbench.experiments.comparing import Measure
from workbench.ground.generators import last
from workbench.gui.context import Context
from workbench.gui.history.parallel_view import ParallelView
from workbench.gui.history.run_comparison import RunComparison
from workbench.gui.history.run_filter import RunFilter
from workbench.gui.history.run_table import RUN, RunTable
from workbench.gui.jobs import Jobs
from workbench.services.workbench import Workbench
from workbench.values.corpus import Split
from workbench.values.run import Input, Run

PATIENCE = 240_000  # milliseconds, at most: the first step waits for TensorFlow to load, and a computer may be busy


@pytest.fixture
def context(birds: Workbench) -> Iterator[Context]:
    jobs = Jobs()
    yield Context(birds.project, jobs)
    jobs.shutdown()


@pytest.fixture
def comparison(qtbot: QtBot, context: Context) -> RunComparison:
    widget = RunComparison(context)
    qtbot.addWidget(widget)
    widget.resize(760, 400)
    widget.show()
    return widget


def show(qtbot: QtBot, comparison: RunComparison, runs: list[Run]) -> None:
    comparison.show_runs(runs)
    qtbot.waitUntil(lambda: not comparison.context.jobs.running, timeout=PATIENCE)
    for tab in range(comparison.tabs.count()):
        comparison.tabs.setCurrentIndex(tab)
    comparison.tabs.setCurrentIndex(0)


def axis(comparison: RunComparison) -> str:
    return str(comparison.curves.plot.canvas.getAxis("left").labelText)


@pytest.mark.parametrize("chosen", [("validation_loss",), ("loss", "validation_loss"), ("learning_rate", "loss")])
def test_losses_of_other_tokenizers_are_drawn_in_bits_per_byte_and_ranked_by_them(
    qtbot: QtBot, comparison: RunComparison, birds: Workbench, chosen: tuple[str, ...]
) -> None:
    runs = [birds.project.runs.named(name) for name in ("words", "pieces")]
    measured = {
        run.name: last(
            birds.asking.measure(
                birds.asking.loaded(birds.models.named(run.name)), run.name, "birds", Split.VALIDATION, 16, 16
            )
        )
        for run in runs
    }
    independent = {name: found.evaluation.bits_per_byte for name, found in measured.items()}
    comparison.curves.choose_measures(chosen)
    show(qtbot, comparison, runs)
    losses = [name for name in chosen if "loss" in name]
    assert ("bits/byte" in axis(comparison)) is bool(losses) and "nats" not in axis(comparison)
    assert comparison.curves.unit is Measure.BITS
    ranked = sorted(independent, key=independent.__getitem__)
    table = comparison.differences.as_rows()
    assert [row[0] for row in table[1:]] == ranked
    assert "bits/byte" in str(table[0][[str(title).startswith("Kept loss") for title in table[0]].index(True)])
    best = comparison.parallel.best(range(2))
    assert best is not None and runs[best].name == ranked[0]
    assert comparison.parallel.axes[-1].title == "Kept loss (bits/byte)"
    assert "bits per byte can be compared" in comparison.words
    for number, run in enumerate(runs):
        for name in losses:
            drawn = comparison.curves.plot.points(f"{number} {name}")[1]
            stored = birds.project.runs.curves(run, [name])[name].values
            assert drawn == pytest.approx(np.array([run.bits_per_byte(loss) for loss in stored.tolist()]))


def test_nats_can_be_chosen_and_are_said_not_to_be_comparable(
    qtbot: QtBot, comparison: RunComparison, birds: Workbench
) -> None:
    runs = [birds.project.runs.named(name) for name in ("words", "pieces")]
    show(qtbot, comparison, runs)
    next(action for action in comparison.curves.choose.menu().actions() if "nats" in action.text()).trigger()
    assert axis(comparison) == "loss (nats/token), not comparable"
    stored = birds.project.runs.curves(runs[0], ["validation_loss"])["validation_loss"].values
    assert comparison.curves.plot.points("0 validation_loss")[1] == pytest.approx(stored)
    show(qtbot, comparison, [runs[0], replace(runs[0], id=99)])
    assert axis(comparison) == "loss (nats/token)" and comparison.words == ""


def test_runs_on_different_texts_have_no_best_one(qtbot: QtBot, comparison: RunComparison, birds: Workbench) -> None:
    run = birds.project.runs.named("pieces")
    other = replace(run, id=99, name="a better one", corpus_sha256="other", best_validation_loss=1.0)
    show(qtbot, comparison, [run, other])
    assert comparison.words.startswith("These runs were measured on different texts, so none is the best")
    assert comparison.parallel.best(range(2)) is None and "not comparable" in comparison.parallel.axes[-1].title
    assert "green" not in comparison.hint.text()
    assert [row[0] for row in comparison.differences.as_rows()[1:]] == ["pieces", "a better one"], "as they came"
    assert "not comparable" in axis(comparison)
    green = comparison.parallel.grab().toImage()
    show(qtbot, comparison, [run, replace(other, corpus_sha256=run.corpus_sha256)])
    assert comparison.parallel.best(range(2)) == 1 and "green" in comparison.hint.text()
    assert comparison.parallel.grab().toImage() != green


def test_the_bytes_of_older_runs_are_counted_when_they_are_compared(
    qtbot: QtBot, comparison: RunComparison, birds: Workbench
) -> None:
    project = birds.project
    known = [project.runs.named(name) for name in ("words", "pieces")]
    for run in known:
        forget_bytes(project, run)
    show(qtbot, comparison, [project.runs.named(run.name) for run in known])
    qtbot.waitUntil(lambda: "bits per byte can be compared" in comparison.words, timeout=PATIENCE)
    assert [project.runs.named(run.name) for run in known] == known


def test_sorting_the_table_of_runs_keeps_together_what_can_be_compared(birds: Workbench) -> None:
    words, pieces = (birds.project.runs.named(name) for name in ("words", "pieces"))
    assert words.best_validation_loss is not None
    runs = [
        replace(pieces, id=11, name="a worse", best_validation_loss=9.0),
        replace(words, id=12, name="b", best_validation_loss=5.0),
        replace(pieces, id=13, name="a better", best_validation_loss=1.0),
        replace(
            words, id=14, name="b other text", inputs=(Input("zoo"),), corpus_sha256="zoo", best_validation_loss=2.0
        ),
    ]
    table, shown = RunTable(), RunFilter()
    table.show(runs)
    shown.setSourceModel(table)
    titles = [table.headerData(column, Qt.Orientation.Horizontal) for column in range(table.columnCount())]
    for title, of_one_text in (("Perplexity/token", {"a better", "a worse"}), ("Bits/byte", {"a better", "b"})):
        column = titles.index(title)
        shown.sort(column, Qt.SortOrder.AscendingOrder)
        names = [run.name for run in shown.runs()]
        assert names.index("a better") < names.index("a worse") and names[-1] == "b other text"
        assert abs(names.index("a better") - names.index("a worse")) == (1 if "a worse" in of_one_text else 2)
        about = shown.index(0, column).data(Qt.ItemDataRole.ToolTipRole)
        assert "passages of 16 tokens" in about and QLocale().toString(32_768) in about
    assert shown.index(0, 0).data(RUN) is not None


def test_the_keyboard_goes_through_unranked_runs_as_they_came(qtbot: QtBot, birds: Workbench) -> None:
    run = birds.project.runs.named("pieces")
    view = ParallelView()
    qtbot.addWidget(view)
    view.show_runs(
        [
            replace(run, id=1, name="first", best_validation_loss=9.0),
            replace(run, id=2, name="second", corpus_sha256="x"),
        ]
    )
    view.show()
    told = []
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Down)
        told.append(view.accessibleDescription().split(":")[0])
    assert told == ["first", "second"]
