"""The Labels leaf of the Text page: what texts are labelled with, and other names for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from tests.corpora.test_labelled_import import sentences, table
from workbench.gui.context import Context
from workbench.gui.text.text_page import TextPage
from workbench.values.importing import LabelsIn

WAIT = 30_000  # milliseconds, at most


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> TextPage:
    shown = TextPage(context)
    shown.refresh()
    qtbot.addWidget(shown)
    shown.show()
    return shown


def wait(qtbot: QtBot, page: TextPage) -> None:
    qtbot.waitUntil(lambda: not page.context.jobs.running, timeout=WAIT)


@pytest.fixture
def labelled(qtbot: QtBot, page: TextPage, tmp_path: Path) -> TextPage:
    names = ("praise", "complaint", "question")
    rows = [(text, names[n % 3] if n % 7 else "praise") for n, text in enumerate(sentences(120))]
    page.import_files([table(tmp_path / "letters.csv", rows)])
    wait(qtbot, page)
    page.details.leaves.setCurrentWidget(page.details.labels)
    return page


def shown(page: TextPage) -> list[str]:
    found = page.details.labels.table
    return ["  ".join(str(found.index(row, column).data()) for column in range(5)) for row in range(found.rowCount())]


def test_labels_are_shown_with_their_counts_and_examples(labelled: TextPage) -> None:
    panel = labelled.details.labels
    assert "120 texts are labelled, with 3 classes." in panel.said.text()
    assert "120 texts are labelled" in labelled.details.report.summary.text()
    assert shown(labelled)[0] == "praise  43 %  42  5  5"
    panel.view.selectRow(1)
    assert panel.examples.toPlainText().startswith("complaint · Number 1: ")
    assert not panel.merge_button.isEnabled() and panel.rename_button.isEnabled()


def test_labels_are_merged_and_had_back(qtbot: QtBot, labelled: TextPage, monkeypatch: pytest.MonkeyPatch) -> None:
    panel = labelled.details.labels
    before = shown(labelled)
    panel.view.selectAll()
    panel.view.clearSelection()
    for row in (1, 2):
        panel.view.selectionModel().select(
            panel.table.index(row, 0),
            panel.view.selectionModel().SelectionFlag.Select | panel.view.selectionModel().SelectionFlag.Rows,
        )
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("other", True))
    panel.merge_button.click()
    wait(qtbot, labelled)
    assert [line.split()[0] for line in shown(labelled)] == ["other", "praise"]
    assert labelled.undo.isVisible() and "→ other" in labelled.undo.words
    labelled.undo.button.click()
    wait(qtbot, labelled)
    assert shown(labelled) == before and not labelled.undo.isVisible()
    assert not panel.as_read_button.isEnabled()
    panel.view.selectRow(1)
    panel.leave_out_button.click()
    wait(qtbot, labelled)
    labelled.undo.hide()  # too late to have it back there
    assert len(shown(labelled)) == 2 and "Labels that are left out: complaint." in panel.said.text()
    panel.as_read_button.click()
    wait(qtbot, labelled)
    assert shown(labelled) == before and labelled.undo.isVisible() and not panel.as_read_button.isEnabled()


def test_the_last_label_but_one_cannot_be_left_out(qtbot: QtBot, labelled: TextPage, context: Context) -> None:
    said: list[str] = []
    context.failed.connect(lambda error: said.append(error.code))
    panel = labelled.details.labels
    panel.view.selectAll()
    panel.leave_out()
    wait(qtbot, labelled)
    qtbot.waitUntil(lambda: said == ["labels.one_left"], timeout=WAIT)
    assert len(shown(labelled)) == 3


def test_a_text_is_read_again_without_labels_and_with_them(qtbot: QtBot, labelled: TextPage) -> None:
    panel = labelled.details.labels
    assert not panel.again.isEnabled()
    panel.where.setCurrentIndex(panel.where.findData(LabelsIn.NONE))
    panel.again.click()
    wait(qtbot, labelled)
    assert not panel.view.isVisible() and "have no labels" in panel.said.text()
    panel.where.setCurrentIndex(panel.where.findData(LabelsIn.COLUMN))
    panel.again.click()
    wait(qtbot, labelled)
    assert panel.view.isVisible() and len(shown(labelled)) == 3


def test_texts_with_different_labels_and_with_none_can_be_looked_at(
    qtbot: QtBot, page: TextPage, tmp_path: Path
) -> None:
    rows = [(text, "ab"[n % 2]) for n, text in enumerate(sentences(60))]
    rows[4], rows[7] = (rows[4][0], ""), (rows[8][0], "b")
    page.import_files([table(tmp_path / "letters.csv", rows)])
    wait(qtbot, page)
    panel = page.details.labels
    assert [panel.which.itemText(n) for n in (1, 2)] == ["With different labels (1)", "Without a label (1)"]
    panel.which.setCurrentIndex(1)
    assert panel.examples.toPlainText() == f"a, b · {rows[8][0]}"
    panel.which.setCurrentIndex(2)
    assert panel.examples.toPlainText() == rows[4][0]
