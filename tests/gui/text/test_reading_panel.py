"""The Reading leaf: what is typed is found, a line opens its document, and a document is left out and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.ground.generators import last
from workbench.gui.context import Context
from workbench.gui.text.concordance_table import AFTER, BEFORE, FOUND
from workbench.gui.text.counting import COUNTING
from workbench.gui.text.reading_panel import ReadingPanel
from workbench.gui.text.text_page import TextPage
from workbench.values.fine_tuning import FineTuning
from workbench.values.importing import ImportOptions, SplitBy
from workbench.values.model_ref import from_text
from workbench.values.search import Order, Way


@pytest.fixture
def page(qtbot: QtBot, context: Context, tmp_path: Path) -> TextPage:
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(30):
        told = "The lamp was lit." if number == 7 else "A bird cried at sea."
        (folder / f"{number:02}.txt").write_text(f"Document {number}. {told} Then a lamppost fell.\n", encoding="utf-8")
    last(context.services.texts.import_corpus([folder], "log", ImportOptions(split_by=SplitBy.DOCUMENTS)))
    made = TextPage(context)
    made.refresh()
    qtbot.addWidget(made)
    made.resize(880, 560)
    made.show()
    made.details.leaves.setCurrentWidget(made.details.reading)
    return made


def typed(qtbot: QtBot, page: TextPage, words: str, count: int) -> ReadingPanel:
    """The panel after `words` were typed and `count` lines have come."""
    panel = page.details.reading
    panel.words.clear()
    qtbot.keyClicks(panel.words, words)
    qtbot.waitUntil(lambda: panel.table.rowCount() == count)
    return panel


def choose(qtbot: QtBot, panel: ReadingPanel, row: int) -> None:
    place = panel.view.visualRect(panel.table.index(row, FOUND)).center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_what_is_typed_is_found_and_a_click_opens_its_document(qtbot: QtBot, page: TextPage) -> None:
    panel = typed(qtbot, page, "lamp", 31)
    assert panel.said.text() == "31 places"
    panel.way.setCurrentIndex(panel.way.findData(Way.WORD))
    qtbot.waitUntil(lambda: panel.table.rowCount() == 1)
    cells = [panel.table.index(0, column).data() for column in (BEFORE, FOUND, AFTER)]
    assert cells == ["Document 7. The ", "lamp", " was lit. Then a lamppost fell."]
    choose(qtbot, panel, 0)
    assert panel.document.toPlainText().startswith("Document 7. The lamp was lit.")
    (marked,) = panel.document.extraSelections()
    assert marked.cursor.selectedText() == "lamp"
    panel.way.setCurrentIndex(panel.way.findData(Way.EXPRESSION))
    typed(qtbot, page, "(", 0)
    qtbot.waitUntil(lambda: "no regular expression" in panel.said.text())


def test_lines_are_sorted_where_they_stand(qtbot: QtBot, page: TextPage) -> None:
    panel = typed(qtbot, page, "Document", 30)
    panel.order.setCurrentIndex(panel.order.findData(Order.FOLLOWING))
    assert [panel.table.line(row).after.split(".")[0].strip() for row in range(4)] == ["0", "1", "10", "11"]


def test_a_document_is_left_out_and_taken_back_by_undo(qtbot: QtBot, page: TextPage, context: Context) -> None:
    before = context.project.corpora.named("log").contents
    panel = typed(qtbot, page, "lit", 1)
    choose(qtbot, panel, 0)
    qtbot.mouseClick(panel.leave_out, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.undo.isVisible())
    assert context.project.corpora.named("log").contents.left_out == 1
    assert page.focusWidget() is panel.view, "the keys stay among the lines"
    assert panel.words.text() == "lit", "what was typed stays, and is looked for again"
    qtbot.waitUntil(lambda: panel.table.rowCount() == 0 and not context.jobs.running)
    assert panel.take_back.text() == "Take back (1)"
    contents = context.project.corpora.named("log").contents
    assert contents.is_counted and contents.statistics.vocabulary == before.statistics.vocabulary - 4
    assert page.details.figures["vocabulary"].text() == str(contents.statistics.vocabulary)
    qtbot.mouseClick(panel.undo.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.table.rowCount() == 1)
    assert context.project.corpora.named("log").contents.sha256 == before.sha256


def test_where_runs_have_learnt_undo_brings_their_text_back(qtbot: QtBot, page: TextPage, context: Context) -> None:
    context.project.runs.create(
        corpus="log", base=from_text("starter-en"), model_sha256="0", fine_tuning=FineTuning()
    )  # fmt: skip
    panel = typed(qtbot, page, "lit", 1)
    choose(qtbot, panel, 0)
    qtbot.mouseClick(panel.leave_out, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.undo.isVisible())
    assert "Runs have learnt from “log”" in panel.undo.words and context.corpus == "log 2"
    qtbot.mouseClick(panel.undo.button, Qt.MouseButton.LeftButton)
    assert context.project.corpora.names() == ("log",) and context.corpus == "log"
    qtbot.waitUntil(lambda: not context.jobs.running)


def test_what_is_not_counted_yet_is_not_shown_as_known_and_counting_disturbs_nobody(
    qtbot: QtBot, page: TextPage, context: Context
) -> None:
    panel, figures = typed(qtbot, page, "lit", 1), page.details.figures
    paragraphs = figures["paragraphs"].text()
    choose(qtbot, panel, 0)
    with qtbot.waitSignal(context.jobs.started, check_params_cb=lambda job: job.key == COUNTING):
        qtbot.mouseClick(panel.leave_out, Qt.MouseButton.LeftButton)
    assert figures["vocabulary"].text() == "…" and figures["paragraphs"].text() == str(int(paragraphs) - 1)
    typed(qtbot, page, "cried", 29)
    choose(qtbot, panel, 3)
    qtbot.waitUntil(lambda: not context.jobs.running)
    assert int(figures["vocabulary"].text()) > 1
    assert panel.chosen() is not None, "what was chosen meanwhile still is"
