"""What is said of a file is a warning only where there is something to be looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from workbench.gui.text.sources_panel import SourcesPanel
from workbench.messages.message import message
from workbench.values.corpus import CorpusContents, SourceFile, Statistics
from workbench.values.import_report import FileReport, Guess, Guessed, PassedOver, Sureness

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
