"""Statistics of a text that is hardly one: what cannot be drawn says why."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.corpora.driving import run
from workbench.corpora.importing import read_corpus
from workbench.gui.text.statistics_panel import StatisticsPanel
from workbench.values.corpus import CorpusContents


def shown(qtbot: QtBot, folder: Path, text: str) -> StatisticsPanel:
    (folder / "a.txt").write_text(text, encoding="utf-8")
    contents: CorpusContents = run(read_corpus([folder / "a.txt"], folder))[1]
    panel = StatisticsPanel()
    qtbot.addWidget(panel)
    panel.resize(1000, 600)
    panel.show_contents(contents)
    panel.show()
    return panel


def test_the_few_places_of_a_short_text_are_in_sight(qtbot: QtBot, tmp_path: Path) -> None:
    panel = shown(qtbot, tmp_path, "Anna lit the lamp. She looked out of the window.\n\nIt rained.\n\nNobody came.")
    panel.grab()
    for plot in panel.plots:
        (x, _), ((left, right), _) = plot.points("line"), plot.canvas.viewRange()
        assert left <= x[0] and x[-1] <= right <= x[-1] + 0.2 * (x[-1] - x[0])
    assert "longer text" in panel.typical.text()


@pytest.mark.parametrize("text", ["Hello", "1 2 3 4 5 6 7 8 9"])
def test_what_cannot_be_drawn_says_why(qtbot: QtBot, tmp_path: Path, text: str) -> None:
    panel = shown(qtbot, tmp_path, text)
    assert all(len(plot.points("line")[0]) > 1 or "too short" in plot.canvas.nothing_yet for plot in panel.plots)
    assert "too short" in panel.growth.canvas.nothing_yet
