"""The curves show what happened, once per batch, in both colour schemes, and say so while there is nothing."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QPicture
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.gui.plots.curves import RunCurves
from workbench.gui.plots.legend import LineStyle
from workbench.gui.plots.line_plot import LinePlot
from workbench.gui.theme import Look, Theme
from workbench.training.events import Event, StepMeasured, Validated
from workbench.values.fine_tuning import FineTuning
from workbench.values.measurement import Curve
from workbench.values.model_ref import Bundled
from workbench.values.run import Input, Run, RunStatus


def step(number: int, loss: float, total: int = 100) -> StepMeasured:
    return StepMeasured(number, total, loss, 1e-4 * number, 1.0 + number, 4000.0, float(number), 1.0)


def learning(steps: int, total: int = 100) -> list[Event]:
    """A base measurement, then steps with a validation after every tenth."""
    events: list[Event] = [Validated(0, 5.0, True, 0.0)]
    for number in range(1, steps + 1):
        events.append(step(number, 5.0 - number / 100, total))
        if number % 10 == 0:
            events.append(Validated(number, 5.0 - number / 120, True, float(number)))
    return events


def a_run(name: str = "a run", number: int = 1) -> Run:
    return Run(
        number, name, Path("run"), RunStatus.FINISHED, (Input("text"),), Bundled("model"), "model", "sha", FineTuning(),
        datetime(2026, 1, 2, tzinfo=UTC), steps=20, total_steps=100, base_validation_loss=5.0,
    )  # fmt: skip


def curve(steps: list[int], values: list[float]) -> Curve:
    return Curve(np.array(steps), np.array(values), np.array(steps, dtype=float))


@pytest.fixture
def curves(qtbot: QtBot) -> RunCurves:
    widget = RunCurves()
    qtbot.addWidget(widget)
    widget.resize(640, 360)
    widget.show()
    return widget


def picture(curves: RunCurves) -> QImage:
    return curves.loss.grab().toImage()


def test_every_step_and_every_validation_becomes_a_point(curves: RunCurves) -> None:
    curves.take(learning(20))
    steps, losses = curves.loss.points("loss")
    assert steps.tolist() == list(range(1, 21))
    assert losses[0] == 4.99
    assert curves.loss.points("validation_loss")[0].tolist() == [0, 10, 20]
    assert curves.learning_rate.points("learning_rate")[1][-1] == pytest.approx(2e-3)
    assert curves.gradient_norm.points("gradient_norm")[1][-1] == 21.0


def test_batches_of_any_size_make_the_same_curves(curves: RunCurves, qtbot: QtBot) -> None:
    one_by_one = RunCurves()
    qtbot.addWidget(one_by_one)
    events = learning(30)
    curves.take(events)
    for event in events:
        one_by_one.take([event])
    for key in ("loss", "smooth", "validation_loss", "base"):
        for ours, theirs in zip(curves.loss.points(key), one_by_one.loss.points(key), strict=True):
            assert np.allclose(ours, theirs), key


def test_the_base_models_loss_reaches_across_all_planned_steps(curves: RunCurves) -> None:
    curves.take(learning(10, total=250))
    steps, losses = curves.loss.points("base")
    assert (steps.tolist(), losses.tolist()) == ([0, 250], [5.0, 5.0])


def test_an_infinite_loss_leaves_the_finite_ones_on_screen(curves: RunCurves) -> None:
    curves.take([*learning(10), step(11, math.inf), step(12, math.nan)])
    assert curves.loss.points("loss")[0].tolist() == list(range(1, 11))


def test_points_change_the_picture_and_clearing_brings_the_empty_one_back(curves: RunCurves) -> None:
    empty = picture(curves)
    curves.take(learning(50))
    assert picture(curves) != empty
    curves.show_nothing()
    assert picture(curves) == empty


def test_a_hidden_plot_draws_nothing_until_it_is_seen(curves: RunCurves) -> None:
    curves.hide()
    curves.take(learning(50))
    drawn = [item.xData for item in curves.loss.canvas.listDataItems()]
    assert all(data is None or len(data) == 0 for data in drawn)
    curves.show()
    drawn = [item.xData for item in curves.loss.canvas.listDataItems()]
    assert any(data is not None and len(data) == 50 for data in drawn)


def test_two_hundred_thousand_steps_are_kept_and_drawn(curves: RunCurves) -> None:
    numbers = np.arange(1, 200_001)
    curves.show_run(a_run(), {"loss": Curve(numbers, 5.0 - numbers / 100_000, numbers.astype(float))})
    drawn = picture(curves)
    assert len(curves.loss.points("loss")[0]) == 200_000
    curves.show_nothing()
    assert picture(curves) != drawn


def test_a_resumed_run_goes_on_after_its_checkpoint(curves: RunCurves) -> None:
    stored = {"loss": curve([1, 2, 3, 4], [5, 4, 3, 2]), "validation_loss": curve([0, 2, 4], [5, 4, 2])}
    curves.show_run(a_run(), stored, until=2)
    curves.take([step(3, 3.5), step(4, 3.25)])
    assert curves.loss.points("loss")[1].tolist() == [5, 4, 3.5, 3.25]
    assert curves.loss.points("validation_loss")[0].tolist() == [0, 2]


def test_the_axes_say_what_they_measure_and_in_which_unit(curves: RunCurves) -> None:
    curves.show_run(a_run(), {})
    labels = [curves.loss.canvas.getAxis(side).labelText for side in ("bottom", "left")]
    assert labels == ["step", "loss (nats/token)"]


@pytest.mark.parametrize("height", [110, 150, 300])
def test_what_an_axis_measures_is_whole_or_says_that_it_is_not_whatever_the_height_the_name_and_the_letters(
    qtbot: QtBot, theme: Theme, height: int
) -> None:
    plot = LinePlot("A plot", "step", "loss", "")
    theme.dress(plot)
    qtbot.addWidget(plot)
    plot.resize(400, height)
    plot.show()
    qtbot.waitExposed(plot)
    for name in ("loss (nats/token)", "loss", "validation loss (nats per token)", "x"):
        plot.name_axes("step", name)
        assert beyond(plot, name) == ""
    for points in (16, 7):
        font = plot.font()
        font.setPointSize(points)
        plot.setFont(font)
        QApplication.processEvents()
        assert beyond(plot, name) == ""


def beyond(plot: LinePlot, name: str) -> str:
    """What is wrong with how the vertical axis is named."""
    axis = plot.canvas.getAxis("left")
    label = axis.label
    margin = label.document().documentMargin()
    letters = label.sceneBoundingRect().adjusted(0, margin, 0, -margin)
    room = axis.sceneBoundingRect()
    words = label.toPlainText()
    if letters.top() < room.top() - 0.5 or letters.bottom() > room.bottom() + 0.5:
        return f"{words!r} goes from {letters.top()} to {letters.bottom()} in {room.top()} to {room.bottom()}"
    if abs(letters.center().y() - room.center().y()) > 2:
        return f"{words!r} stands at {letters.center().y()}, not {room.center().y()}"
    return "" if words == name or words.endswith("…") else f"{words!r}"


def test_the_dark_theme_is_followed_at_once(curves: RunCurves, theme: Theme) -> None:
    theme.dress(curves)
    curves.take(learning(50))
    theme.choose(Look.DARK)
    corner = picture(curves).pixelColor(curves.loss.width() - 12, curves.loss.height() // 2)
    assert corner.lightness() < 60


def test_every_plot_has_a_name_for_those_who_cannot_see_it(curves: RunCurves) -> None:
    names = {plot.canvas.accessibleName() for plot in (curves.loss, curves.learning_rate, curves.gradient_norm)}
    assert names == {"Loss curves", "Learning rate curve", "Gradient norm curve"}
    assert curves.accessibleName() == "Curves"


def test_a_line_is_as_wide_on_a_fine_screen_and_as_strong_on_dark_ground() -> None:
    style, blue = LineStyle("training", 0, width=2.0, opacity=0.35), QColor("#56b4e9")
    light, dark, contrast = (QPalette(QColor(ground)) for ground in ("#f5f6f8", "#171a20", "#ffffff"))
    assert style.pen(blue, light).widthF() == 2.0
    assert style.pen(blue, light, scale=2.0).widthF() == 4.0
    assert style.pen(blue, dark).color().alphaF() > 0.5 > style.pen(blue, light).color().alphaF()
    assert style.pen(blue, contrast).color().alphaF() > 0.7


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_curve_covers_as_much_of_a_picture_on_any_screen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, scale: float
) -> None:
    monkeypatch.setattr(LinePlot, "devicePixelRatioF", lambda _plot: scale)
    plot = LinePlot("Loss", "step", "loss", "nothing")
    qtbot.addWidget(plot)
    plot.add_line("loss", LineStyle("", 0))
    plot.extend("loss", [0, 100], [1, 1])
    plot.resize(400, 300)
    plot.show()
    picture = QImage(400 * int(scale), 300 * int(scale), QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(scale)
    plot.render(picture)
    across = [picture.pixelColor(picture.width() // 2, y) for y in range(picture.height())]
    tints = [each.blueF() - each.redF() for each in across]
    blue = sum(tint for tint in tints if tint > 0.1)  # of a line of #0072b2, 0.7 a pixel; grounds are hardly tinted
    assert blue == pytest.approx(0.7 * 2 * scale, rel=0.15)


def test_the_numbers_of_an_axis_have_the_same_decimals(qtbot: QtBot) -> None:
    plot = LinePlot("Loss", "step", "loss", "nothing")
    qtbot.addWidget(plot)
    plot.add_line("a", LineStyle("a", 0))
    plot.extend("a", [0, 100], [3.6, 5.4])
    plot.resize(500, 420)
    plot.show()
    texts = [text for *_, text in axis_specs(plot, "left")]
    assert len(texts) > 2 and {len(text.partition(QLocale().decimalPoint())[2]) for text in texts} == {1}, texts
    assert all(QLocale().decimalPoint() not in text for *_, text in axis_specs(plot, "bottom"))


def axis_specs(plot: LinePlot, side: str) -> list[tuple[QRectF, int, str]]:
    """Of each number that is written at an axis: where, how, and what."""
    picture = QPicture()
    painter = QPainter(picture)
    specs: list[tuple[QRectF, int, str]] = plot.canvas.getAxis(side).generateDrawSpecs(painter)[2]
    painter.end()
    return specs


def test_the_figures_of_a_run_stand_in_one_order_however_they_come(curves: RunCurves, qtbot: QtBot) -> None:
    """While it learns they are told in another order than they are stored in."""
    names, again = ["tags/accuracy", "labels/macro_f1", "labels/accuracy"], RunCurves()
    qtbot.addWidget(again)
    curves.take([Validated(0, 5.0, True, 0.0, figures=dict.fromkeys(names, 0.5))])
    again.show_run(a_run(), {name: curve([0], [0.5]) for name in sorted(names)})
    told, stored = ([each.tabText(tab) for tab in range(each.count())] for each in (curves, again))
    assert told == stored and len(told) == 6 and told[0] == "Loss"


def test_a_line_that_begins_beyond_what_is_seen_of_an_empty_plot_is_seen_whole(qtbot: QtBot) -> None:
    plot = LinePlot("Growth", "words read", "different words", "nothing")
    plot.add_line("line", LineStyle("", 0))
    qtbot.addWidget(plot)
    plot.resize(400, 240)
    plot.show()
    plot.clear()
    words = np.linspace(341, 11_125, 60)
    plot.replace("line", words, 10 * np.sqrt(words))
    plot.redraw()
    plot.grab()  # a view takes its range when it is painted
    for x, y in ((341, 10 * 341**0.5), (11_125, 10 * 11_125**0.5)):
        assert plot.canvas.rect().contains(plot.pixel(x, y).toPoint())
