"""The table of runs shows what a person compares, sorts by meaning, and filters by words."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from workbench.gui.history.run_filter import RunFilter, RunQuery
from workbench.gui.history.run_table import RUN, RunTable
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Bundled
from workbench.values.run import Input, Run, RunStatus


def a_run(
    number: int, name: str, status: RunStatus = RunStatus.FINISHED, best: float | None = 4.0, **more: object
) -> Run:
    return Run(
        number, name, Path(str(number)), status, (Input("Log"),), Bundled("starter-en"), "starter-en", "sha",
        FineTuning(),
        datetime(2026, 3, number, tzinfo=UTC), base_validation_loss=5.0, best_validation_loss=best, **more,
    )  # fmt: skip


RUNS = (
    a_run(3, "quick try", best=3.0, steps=9, note="for the lecture"),
    a_run(2, "a long one", RunStatus.STOPPED, best=3.5, steps=100),
    a_run(1, "broken", RunStatus.FAILED, best=None, steps=20),
)


@pytest.fixture
def table() -> RunTable:
    model = RunTable()
    model.show(RUNS)
    return model


def column(model: RunTable | RunFilter, title: str) -> int:
    titles = [model.headerData(number, Qt.Orientation.Horizontal) for number in range(model.columnCount())]
    return titles.index(title)


def texts(model: RunTable | RunFilter, title: str) -> list[str]:
    return [model.index(row, column(model, title)).data() for row in range(model.rowCount())]


def test_it_keeps_the_rules_of_item_models(table: RunTable, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(table)
    table.show(())
    qtmodeltester.check(table)
    runs = RunFilter()
    runs.setSourceModel(table)
    table.show(RUNS)
    runs.keep(RunQuery("log"))
    qtmodeltester.check(runs)


def test_rows_are_the_runs_in_the_order_given(table: RunTable) -> None:
    assert texts(table, "Name") == ["quick try", "a long one", "broken"]
    assert [table.index(row, 0).data(RUN) for row in range(3)] == list(RUNS)


def test_losses_and_perplexities_go_from_the_base_to_the_best(table: RunTable) -> None:
    assert texts(table, "Loss (nats)") == ["5.000 → 3.000", "5.000 → 3.500", "5.000 → –"]
    assert texts(table, "Perplexity/token") == ["148 → 20", "148 → 33", "148 → –"]


def test_every_status_is_told_in_words_and_by_a_mark(table: RunTable) -> None:
    table.show([a_run(number, status, status) for number, status in enumerate(RunStatus, start=1)])
    shown = texts(table, "Status")
    assert len(set(shown)) == len(RunStatus)
    assert len({text[0] for text in shown}) == len(RunStatus)


@pytest.mark.parametrize(
    ("title", "order"),
    [
        ("Steps", ["quick try", "broken", "a long one"]),  # by number: 9, 20, 100, not "100" before "9"
        ("Perplexity/token", ["quick try", "a long one", "broken"]),  # what was not measured comes last
        ("When", ["broken", "a long one", "quick try"]),
        ("Name", ["a long one", "broken", "quick try"]),
    ],
)
def test_sorting_follows_what_a_column_means(table: RunTable, title: str, order: list[str]) -> None:
    runs = RunFilter()
    runs.setSourceModel(table)
    runs.sort(column(table, title), Qt.SortOrder.AscendingOrder)
    assert texts(runs, "Name") == order


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("", ["quick try", "a long one", "broken"]),
        ("LECTURE", ["quick try"]),
        ("stopped", ["a long one"]),
        ("starter one", ["a long one"]),
        ("nowhere", []),
    ],
)
def test_the_filter_keeps_runs_that_have_every_word_somewhere(table: RunTable, query: str, kept: list[str]) -> None:
    runs = RunFilter()
    runs.setSourceModel(table)
    runs.keep(RunQuery(query))
    assert texts(runs, "Name") == kept


FILED = (
    a_run(4, "one", group="rates", tags=("lecture", "keep"), is_winner=True),
    a_run(3, "two", RunStatus.STOPPED, group="rates", tags=("lecture",)),
    a_run(2, "three", is_archived=True, group="seeds"),
)


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        (RunQuery(), ["★ one", "two"]),  # what is archived is out of sight
        (RunQuery(archived=True), ["★ one", "two", "three"]),
        (RunQuery(group="seeds"), []),
        (RunQuery(group="rates", tag="keep"), ["★ one"]),
        (RunQuery("lecture", status=RunStatus.STOPPED), ["two"]),
        (RunQuery(model="another"), []),
        (RunQuery(model="starter-en", corpus="Log"), ["★ one", "two"]),
    ],
)
def test_runs_are_found_by_what_they_are_filed_under(table: RunTable, query: RunQuery, kept: list[str]) -> None:
    table.show(FILED)
    runs = RunFilter()
    runs.setSourceModel(table)
    runs.keep(query)
    assert texts(runs, "Name") == kept
