"""Numbers as people write them, each with its unit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale, QPointF
from pytestqt.qtbot import QtBot

from workbench.gui.plots.legend import LineStyle
from workbench.gui.plots.line_plot import LinePlot
from workbench.gui.words import quantities
from workbench.messages.rendering import ENGLISH

HOUR, DAY = 3600, 86_400


@pytest.fixture(params=[QLocale.Language.English, QLocale.Language.German])
def point(request: pytest.FixtureRequest) -> Iterator[str]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield QLocale().decimalPoint()
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [(5e-5, 3, "0.00005"), (0.0, 3, "0"), (1.0, 3, "1"), (0.1, 3, "0.1"), (1.23456e-7, 3, "0.000000123"),
     (16.34, 3, "16.3"), (100.0, 2, "100"), (-2.5e-6, 3, "-0.0000025"), (9.999, 3, "10")],
)  # fmt: skip
def test_no_number_is_written_with_a_power_of_ten(point: str, value: float, digits: int, shown: str) -> None:
    assert quantities.plain(value, digits) == shown.replace(".", point)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(45, "45 s"), (185, "3 min 5 s"), (3 * HOUR + 300, "3 h 5 min"), (47 * HOUR, "47 h 0 min"), (3 * DAY, "3 days"),
     (4310 * HOUR, "180 days")],
)  # fmt: skip
def test_time_is_told_in_units_that_one_can_picture(seconds: float, shown: str) -> None:
    assert quantities.duration(seconds) == shown == ENGLISH.duration(seconds)


def test_estimates_of_months_are_told_in_days() -> None:
    assert quantities.rough_duration(4310 * HOUR, 4310 * HOUR) == "about 180 days"
    assert quantities.rough_duration(3 * DAY, 5 * DAY) == "3 to 5 days"
    assert quantities.rough_duration(2 * HOUR, 3 * HOUR) == "2.0 to 3.0 h"


def test_a_moment_is_written_as_the_system_writes_it() -> None:
    moment = datetime(2026, 3, 7, 9, 5, tzinfo=UTC)
    system = QLocale.system() if QLocale.system().language() is not QLocale.Language.C else QLocale()
    day = system.toString(moment.astimezone().date(), QLocale.FormatType.ShortFormat)
    assert day in quantities.moment(moment)


def ticks(plot: LinePlot, side: str, low: float, high: float) -> list[str]:
    axis = plot.canvas.getAxis(side)
    return [
        text
        for spacing, values in axis.tickValues(low, high, 400)
        for text in axis.tickStrings(values, 1.0, spacing)
    ]  # fmt: skip


def test_there_are_no_parts_of_steps_on_an_axis(qtbot: QtBot) -> None:
    plot = LinePlot("Loss", "step", "loss", "nothing")
    qtbot.addWidget(plot)
    plot.add_line("loss", LineStyle("loss", 0))
    plot.extend("loss", [1, 2, 3], [0.00001, 0.00002, 0.00003])
    plot.resize(500, 300)
    plot.show()
    steps = ticks(plot, "bottom", 0.9, 3.2)
    assert {"1", "2", "3"} <= set(steps)
    assert not any(QLocale().decimalPoint() in step for step in steps)
    values = ticks(plot, "left", 1e-5, 3e-5)
    assert "0.00002" in {value.rstrip("0") for value in values}
    assert not any("e" in value for value in values)
    plot.replace("loss", [0.5, 1.25], [1, 2])
    plot.redraw()
    assert any(QLocale().decimalPoint() in each for each in ticks(plot, "bottom", 0.5, 1.25))
    assert plot.pixel(0.5, 1) != QPointF()
