"""Curves of several runs over one axis, the values at the pointer, what differs, and settings against results."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from workbench.gui.history.compared_curves import SMOOTHING, ComparedCurves
from workbench.gui.history.curve_reader import CurvesOfRun
from workbench.gui.history.difference_table import DifferenceTable
from workbench.gui.history.parallel_view import ParallelView
from workbench.gui.plots.growing_curve import Smoother
from workbench.values.fine_tuning import FineTuning
from workbench.values.measurement import Curve
from workbench.values.model_ref import Bundled
from workbench.values.run import Input, Run, RunStatus

STEPS = np.arange(1.0, 201.0)


def a_run(number: int, best: float | None = 4.0, model: str = "starter-en", **settings: object) -> Run:
    return Run(
        number, f"run {number}", Path(str(number)), RunStatus.FINISHED, (Input("Log"),), Bundled(model), model,
        "sha", FineTuning(**settings), datetime(2026, 3, number, tzinfo=UTC), steps=200,
        best_validation_loss=best, seconds=10.0 * number, tokens_per_second=4000.0,
    )  # fmt: skip


def curves_of(run: Run) -> CurvesOfRun:
    """A training loss of 200 steps of half a second each, and a validation in every hundredth."""
    noise = np.random.default_rng(run.id).normal(0, 0.3, 200)
    looks = np.array([0.0, 100.0, 200.0])
    curves = {
        "loss": Curve(STEPS, run.id + 5 / STEPS + noise, STEPS / 2),
        "validation_loss": Curve(looks, run.id + np.array([5.0, 1.0, 0.5]), looks / 2),
    }
    return CurvesOfRun(run, tuple(curves), curves)


def shown(curves: ComparedCurves, count: int = 2, **settings: object) -> list[CurvesOfRun]:
    runs = [curves_of(a_run(number, **settings)) for number in range(1, count + 1)]
    curves.show_runs(runs)
    curves.plot.grab()  # the axes are fitted when they are painted
    return runs


@pytest.fixture
def curves(qtbot: QtBot) -> ComparedCurves:
    widget = ComparedCurves()
    qtbot.addWidget(widget)
    widget.resize(690, 400)
    widget.show()
    return widget


def test_any_curves_can_be_laid_over_each_other(curves: ComparedCurves) -> None:
    runs = shown(curves)
    assert curves.plot.legend_text == "run 1, run 2"
    chosen: list[Sequence[str]] = []
    curves.measures_chosen.connect(chosen.append)
    next(action for action in curves.choose.menu().actions() if action.data() == "loss").trigger()
    assert chosen == [("validation_loss", "loss")], "they are read then"
    curves.show_runs(runs)
    assert curves.plot.legend_text == (
        "run 1 · Validation loss, run 1 · Training loss, run 2 · Validation loss, run 2 · Training loss"
    )


def test_the_axis_is_steps_tokens_or_seconds(curves: ComparedCurves) -> None:
    shown(curves, batch_size=2, context_length=10)
    places = []
    for number in range(curves.over.count()):
        curves.over.setCurrentIndex(number)
        places.append(curves.plot.points("0 validation_loss")[0].tolist())
    assert places == [[0, 100, 200], [0, 2000, 4000], [0, 50, 100]]
    assert curves.plot.canvas.getAxis("bottom").labelText == "seconds"


def test_smoothing_leaves_the_measured_line_behind_it(curves: ComparedCurves) -> None:
    curves.choose_measures(["loss"])
    (run, _) = shown(curves)
    measured = run.curves["loss"].values
    curves.smoothing.setValue(SMOOTHING.index(0.95))
    assert curves.plot.points("raw 0 loss")[1].tolist() == measured.tolist()
    assert curves.plot.points("0 loss")[1].tolist() == pytest.approx(Smoother(0.95).extend(measured))
    keys = list(curves.plot.styles)
    assert keys.index("raw 1 loss") < keys.index("0 loss"), "every measured line lies behind every smoothed one"
    curves.smoothing.setValue(0)
    assert curves.plot.points("0 loss")[1].tolist() == measured.tolist() and "raw 0 loss" not in curves.plot.styles


def test_a_curve_of_few_points_stays_as_it_was_measured(curves: ComparedCurves) -> None:
    shown(curves)
    assert curves.plot.points("0 validation_loss")[1].tolist() == [6.0, 2.0, 1.5]
    assert curves.plot.styles["0 validation_loss"].marker


def test_twenty_four_runs_are_told_apart_by_colour_and_dash(curves: ComparedCurves) -> None:
    shown(curves, count=24)
    styles = list(curves.plot.styles.values())
    assert len({(style.series, style.dash) for style in styles}) == 24
    assert all(one.dash != next_one.dash for one, next_one in pairwise(styles))


def test_logarithmic_axes_leave_out_what_has_no_place_on_them(curves: ComparedCurves) -> None:
    shown(curves)
    curves.log_x.click()
    assert curves.plot.drawn("0 validation_loss")[0].tolist() == [100, 200], "step 0 has no logarithm"
    curves.plot.grab()
    (left, right), _ = curves.plot.canvas.getPlotItem().vb.viewRange()
    assert left < 2 < right < 3
    curves.log_x.click()
    assert curves.plot.drawn("0 validation_loss")[0].tolist() == [0, 100, 200]


def test_the_values_of_all_curves_are_shown_at_the_pointer(qtbot: QtBot, curves: ComparedCurves) -> None:
    shown(curves)
    plot = curves.plot.canvas
    at = curves.plot.pixel(104.0, 3.0)
    qtbot.mouseMove(plot.viewport(), QPoint(5, 5))
    qtbot.mouseMove(plot.viewport(), at.toPoint())
    assert curves.plot.readout.isVisible()
    assert curves.plot.readout.text == "step 100\nrun 1 2\nrun 2 3", "at the nearest place that was measured"
    assert plot.accessibleDescription() == curves.plot.readout.text
    curves.log_y.click()
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert not curves.plot.readout.isVisible()


def test_the_keyboard_reads_looks_closer_and_shows_everything(qtbot: QtBot, curves: ComparedCurves) -> None:
    shown(curves)
    plot, view = curves.plot.canvas, curves.plot.canvas.getPlotItem().vb
    read = []
    for _ in range(30):
        qtbot.keyClick(plot, Qt.Key.Key_Right)
        read.append(curves.plot.readout.text.splitlines()[0])
    assert read[0] == "step 100" and read[-1] == "step 200"
    whole = view.viewRange()[0]
    qtbot.keyClick(plot, Qt.Key.Key_Plus)
    closer = view.viewRange()[0]
    assert closer[1] - closer[0] < whole[1] - whole[0]
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    curves.plot.grab()
    assert view.viewRange()[0] == pytest.approx(whole)


def test_only_what_differs_is_listed_beside_the_results_and_sorts(qtbot: QtBot) -> None:
    table = DifferenceTable()
    qtbot.addWidget(table)
    table.show_runs(
        [a_run(1, 4.0, learning_rate=1e-3), a_run(2, 3.0, learning_rate=1e-2, method="lora"), a_run(3, None, seed=9)]
    )
    rows = table.as_rows()
    assert rows[0] == [
        "Name", "Method", "LoRA rank", "LoRA alpha", "LoRA beside", "LoRA biases", "Freeze embeddings",
        "Learning rate", "Seed", "Kept loss (nats/token)", "Last loss (nats/token)", "Kept step", "Steps made",
        "Time", "Tokens/s",
    ]  # fmt: skip
    assert [row[0] for row in rows[1:]] == ["run 2", "run 1", "run 3"], "the best first, what was not measured last"
    assert rows[1][1:9] == [
        "Small additions learn (LoRA)", "8", "16", "Queries and values", "no", "–", "0.01", "0"
    ]  # fmt: skip
    assert rows[2][2] == "–", "the rank means nothing where there is no LoRA"
    assert table.words == "8 settings differ; the others are the same in all of these runs."
    table.view.sortByColumn(8, Qt.SortOrder.DescendingOrder)
    assert table.as_rows()[1][0] == "run 3"
    table.show_runs([a_run(1), a_run(2)])
    assert "chance" in table.words


@pytest.fixture
def parallel(qtbot: QtBot) -> ParallelView:
    view = ParallelView()
    qtbot.addWidget(view)
    view.resize(690, 300)
    view.show_runs(
        [a_run(number, 5.0 - number / 10, learning_rate=10.0**-number, seed=number % 2) for number in (1, 2, 3)]
    )
    view.show()
    return view


def test_every_setting_that_differs_and_every_result_has_an_axis(parallel: ParallelView) -> None:
    titles = ["Learning rate", "Seed", "Time", "Kept loss (nats/token)"]
    assert [axis.title for axis in parallel.axes] == titles
    assert parallel.axes[0].heights == pytest.approx((1.0, 0.5, 0.0)), "a wide range is logarithmic"
    assert parallel.axes[1].heights == (1.0, 0.0, 1.0)
    assert parallel.axes[3].heights == pytest.approx((1.0, 0.5, 0.0))


def test_the_run_under_the_pointer_is_brought_out_and_a_click_chooses_it(qtbot: QtBot, parallel: ParallelView) -> None:
    heard: list[object] = []
    parallel.run_hovered.connect(heard.append)
    between = 0.9 * parallel.point(2, 0.5) + 0.1 * parallel.point(3, 0.5)
    before = parallel.grab().toImage()
    qtbot.mouseMove(parallel, QPoint(3, 3))
    qtbot.mouseMove(parallel, between.toPoint())
    assert [getattr(run, "name", None) for run in heard] == ["run 2"]
    assert parallel.accessibleDescription().startswith("run 2: Learning rate 0.01, Seed 0")
    assert parallel.grab().toImage() != before
    with qtbot.waitSignal(parallel.run_chosen) as chosen:
        qtbot.mouseClick(parallel, Qt.MouseButton.LeftButton, pos=between.toPoint())
    assert chosen.args[0].name == "run 2"


def test_dragging_along_an_axis_keeps_what_passes_and_a_click_lets_all_pass_again(
    qtbot: QtBot, parallel: ParallelView
) -> None:
    top, middle = parallel.point(0, 1.0).toPoint(), parallel.point(0, 0.4).toPoint()
    qtbot.mousePress(parallel, Qt.MouseButton.LeftButton, pos=top)
    qtbot.mouseMove(parallel, middle)
    qtbot.mouseRelease(parallel, Qt.MouseButton.LeftButton, pos=middle)
    assert [run.name for run in parallel.kept()] == ["run 1", "run 2"]
    qtbot.mouseClick(parallel, Qt.MouseButton.LeftButton, pos=middle)
    assert len(parallel.kept()) == 3


def test_the_keyboard_goes_through_the_runs_from_the_best(qtbot: QtBot, parallel: ParallelView) -> None:
    told = []
    for _ in range(4):
        qtbot.keyClick(parallel, Qt.Key.Key_Down)
        told.append(parallel.accessibleDescription().split(":")[0])
    assert told == ["run 3", "run 2", "run 1", "run 1"]
    with qtbot.waitSignal(parallel.run_chosen) as chosen:
        qtbot.keyClick(parallel, Qt.Key.Key_Return)
    assert chosen.args[0].name == "run 1"


def test_a_thousand_runs_and_runs_without_results_can_be_drawn(qtbot: QtBot, parallel: ParallelView) -> None:
    parallel.show_runs([a_run(1 + number % 28, None if number % 9 else 4.0, seed=number) for number in range(1000)])
    assert not parallel.grab().isNull()
    parallel.show_runs([a_run(1)])
    assert not parallel.grab().isNull()
    parallel.show_runs([])
    assert not parallel.grab().isNull()
