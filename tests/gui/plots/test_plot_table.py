"""The numbers behind a plot can be read, heard and copied without seeing its curves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.gui.hands import press, settle
from workbench.gui.plots.legend import LineStyle
from workbench.gui.plots.line_plot import LinePlot

CTRL = Qt.KeyboardModifier.ControlModifier
FALLS = "loss over step. unseen text: falls from 5.5 at 0 to 3.25 at 4; lowest 3 at 2, and has risen since."


@pytest.fixture
def plot(qtbot: QtBot) -> LinePlot:
    made = LinePlot("Loss curves", "step", "loss", "Nothing yet.")
    qtbot.addWidget(made)
    made.add_line("loss", LineStyle("training", 0, opacity=0.35))
    made.add_line("seen", LineStyle("unseen text", 1))
    made.resize(500, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.extend("loss", [1, 2, 3, 4], [5.0, 4.5, 4.25, 4.125])
    made.extend("seen", [0, 2, 4], [5.5, 3.0, 3.25])
    made.redraw()
    return made


def cells(plot: LinePlot) -> list[list[str]]:
    model = plot.table.model
    heads = [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in range(model.columnCount())]
    return [heads] + [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def heard(widget: object) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)  # type: ignore[arg-type]


def test_a_plot_says_what_its_lines_do_but_for_those_that_only_shimmer(plot: LinePlot) -> None:
    assert plot.words == FALLS and heard(plot.canvas) == FALLS


def test_a_key_shows_the_numbers_and_the_next_one_the_curves(plot: LinePlot) -> None:
    plot.canvas.setFocus()
    press(plot, Qt.Key.Key_T)
    assert plot.table.isVisible() and not plot.canvas.isVisible() and plot.table.view.hasFocus()
    assert plot.table.words == FALLS
    assert cells(plot) == [
        ["step", "training", "unseen text"], ["0", "", "5.5"], ["1", "5", ""], ["2", "4.5", "3"], ["3", "4.25", ""],
        ["4", "4.125", "3.25"],
    ]  # fmt: skip
    press(plot, Qt.Key.Key_T)
    assert plot.canvas.hasFocus() and not plot.table.isVisible()


def test_what_is_chosen_stays_so_while_the_curve_grows(plot: LinePlot) -> None:
    plot.as_table.click()
    tester = QAbstractItemModelTester(plot.table.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    plot.table.view.selectRow(1)
    plot.extend("loss", [5], [4.0])
    plot.redraw()
    assert [index.row() for index in plot.table.view.selectionModel().selectedRows()] == [1]
    assert cells(plot)[-1] == ["5", "4", ""]
    del tester


def test_rows_are_copied_as_a_spreadsheet_takes_them(plot: LinePlot) -> None:
    plot.as_table.click()
    plot.table.view.setFocus()
    settle()
    press(plot, Qt.Key.Key_C, CTRL)
    everything = QGuiApplication.clipboard().text().splitlines()
    assert everything[0] == "step\ttraining\tunseen text" and everything[3] == "2\t4.5\t3" and len(everything) == 6
    plot.table.view.selectRow(4)
    press(plot, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "step\ttraining\tunseen text\n4\t4.125\t3.25\n"
