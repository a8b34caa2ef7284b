"""The ground that curves are drawn on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workbench.gui.plots.plot_canvas import SIDES, PlotCanvas

GROUND = QColor("#202428")


@pytest.fixture
def canvas(qtbot: QtBot) -> Iterator[PlotCanvas]:
    parent = QWidget()
    qtbot.addWidget(parent)
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, GROUND)
    palette.setColor(QPalette.ColorRole.PlaceholderText, QColor("#c0c0c0"))
    found = PlotCanvas(parent)
    found.dress(palette, parent.font())
    found.resize(600, 300)
    found.setXRange(0, 10)
    found.setYRange(0, 10)
    yield found
    found.close()


def test_no_line_of_the_grid_can_be_seen_through(canvas: PlotCanvas) -> None:
    """Those that can take thirty times as long to draw, which is done at every point of a curve that grows."""
    canvas.grab()  # it has its size
    picture = QImage(600, 300, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    drawn = [canvas.getAxis(side).generateDrawSpecs(painter) for side in SIDES]
    painter.end()
    for axis, ticks, _ in drawn:
        assert len(ticks) > 5
        assert {pen.color().alpha() for pen, *_ in (axis, *ticks)} == {255}
        assert GROUND.lightness() < min(pen.color().lightness() for pen, *_ in ticks), "it is seen on a dark ground"


def test_a_curve_lies_above_the_grid(canvas: PlotCanvas) -> None:
    canvas.plot([0, 10], [5, 5], pen=QColor("#ff0000"))
    drawn = canvas.grab().toImage()
    view = canvas.getPlotItem().vb
    places = [canvas.mapFromScene(view.mapViewToScene(QPointF(x, 5))) for x in (1, 2, 4, 6, 8, 9)]
    around = [[drawn.pixelColor(place + QPoint(0, dy)) for dy in (-1, 0, 1)] for place in places]
    assert all(any(pixel.red() > 200 and pixel.green() < 60 for pixel in column) for column in around)
