"""Statistics of a text that is hardly one: what cannot be drawn says why."""

from __future__ import annotations

from pathlib import Path

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


def test_what_cannot_be_drawn_of_a_tiny_text_says_why(qtbot: QtBot, tmp_path: Path) -> None:
    panel = shown(qtbot, tmp_path, "Anna lit the lamp.")
    for plot in panel.plots:
        assert len(plot.points("line")[0]) > 1 or "too short" in plot.canvas.nothing_yet
    assert "too short" in panel.growth.canvas.nothing_yet
    assert "longer text" in panel.typical.text()


def test_numbers_alone_have_no_words_to_draw(qtbot: QtBot, tmp_path: Path) -> None:
    panel = shown(qtbot, tmp_path, "1 2 3 4 5 6 7 8 9")
    assert all("too short" in plot.canvas.nothing_yet for plot in panel.plots)
