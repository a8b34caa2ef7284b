"""What is said of a file is a warning only where there is something to be looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from workbench.gui.text.sources_panel import SourcesPanel
from workbench.messages.message import message
from workbench.values.corpus import CorpusContents, SourceFile, Statistics
from workbench.values.import_report import FileReport, Guess, Guessed, PassedOver, Sureness
from workbench.values.importing import WHOLE_ROWS

MENUS = PassedOver(message("passed.around_article"), 80, is_meant=True)
PAGES = PassedOver(message("passed.damaged_page"), 1)


@pytest.mark.parametrize(
    ("report", "tone"),
    [
        (FileReport(passed_over=(MENUS,)), ""),
        (FileReport(passed_over=(MENUS, PAGES)), "warn"),
        (FileReport(guesses=(Guess(Guessed.ENCODING, "cp1252", Sureness.UNSURE),)), "warn"),
    ],
)
def test_what_is_left_out_on_purpose_is_said_quietly(report: FileReport, tone: str, qtbot: QtBot) -> None:
    panel = SourcesPanel()
    qtbot.addWidget(panel)
    source = SourceFile(Path("a.html"), 100, "", report=report)
    panel.show_contents(CorpusContents((source,), (), {}, 0, Statistics(0, 0, 0, 0, 0, 0, 0, (), {}), ""))
    assert "a.html" in panel.reason.text() and panel.reason.property("tone") == tone


def test_whole_rows_are_a_choice_beside_the_columns(qtbot: QtBot) -> None:
    panel = SourcesPanel()
    qtbot.addWidget(panel)
    guess = Guess(Guessed.WHOLE_ROWS, WHOLE_ROWS, Sureness.UNSURE)
    report = FileReport(guesses=(guess,))
    source = SourceFile(Path("a.csv"), 9, "", columns=("Name", "Town"), column=WHOLE_ROWS, report=report)
    panel.show_contents(CorpusContents((source,), (), {}, 0, Statistics(0, 0, 0, 0, 0, 0, 0, (), {}), ""))
    assert panel.table.index(0, 1).data() == "whole rows" and "whole" in panel.reason.text()
    offered = [panel.column.itemText(place) for place in range(panel.column.count())]
    assert panel.column.currentText() == "Whole rows" and offered == ["Name", "Town", "Whole rows"]
    for text, asked in (("Town", "Town"), ("Whole rows", "")):
        panel.column.setEditText(text)
        panel.column.lineEdit().editingFinished.emit()  # type: ignore[union-attr]
        assert panel.readings[source.path].column == asked


def test_whole_rows_are_asked_for_where_a_column_was_found(qtbot: QtBot) -> None:
    panel = SourcesPanel()
    qtbot.addWidget(panel)
    source = SourceFile(Path("a.csv"), 9, "", columns=("title", "text"), column="text")
    panel.show_contents(CorpusContents((source,), (), {}, 0, Statistics(0, 0, 0, 0, 0, 0, 0, (), {}), ""))
    panel.column.setEditText("Whole rows")
    panel.column.lineEdit().editingFinished.emit()  # type: ignore[union-attr]
    assert panel.readings[source.path].column == WHOLE_ROWS and panel.again.isEnabled()
