"""The Text page: bringing text in, seeing what became of it, choosing and deleting it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.tiny_models import tale
from workbench.gui.context import Context
from workbench.gui.text_page import TextPage
from workbench.records import Split

WAIT = 30_000  # milliseconds, at most


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> TextPage:
    shown = TextPage(context)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def bring_in(qtbot: QtBot, page: TextPage, *files: Path) -> None:
    page.import_files(files)
    qtbot.waitUntil(lambda: not page._context.jobs.running, timeout=WAIT)


def text_file(folder: Path, name: str, seed: int = 0) -> Path:
    file = folder / f"{name}.txt"
    file.write_text(tale(80, seed))
    return file


def names(page: TextPage) -> list[str]:
    return [page.table.corpus(row).name for row in range(page.table.rowCount())]


def test_an_empty_page_says_what_to_do_and_offers_the_button(page: TextPage) -> None:
    assert page.first_import.isVisible() and page.first_import.isEnabled()
    assert not page.view.isVisible()


def test_what_was_imported_is_chosen_and_shown(qtbot: QtBot, context: Context, page: TextPage, tmp_path: Path) -> None:
    file = text_file(tmp_path, "keepers")
    bring_in(qtbot, page, file)
    assert names(page) == ["keepers"] and context.corpus == "keepers"
    assert page.view.isVisible()
    previews = {split: view.toPlainText() for split, view in page.details.previews.items()}
    assert previews[Split.TRAIN].startswith(file.read_text()[:200])
    assert len(set(previews.values())) == 3
    shown = {figure.accessibleName(): figure.text() for figure in page.details._figures.values()}
    assert shown["words"] == QLocale().toString(len(file.read_text().split()))
    assert shown["paragraphs"] == "80"
    assert "never trained on" in page.details.split.text()


def test_what_cannot_be_read_is_listed_and_the_rest_is_there(qtbot: QtBot, page: TextPage, tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    text_file(folder, "good")
    (folder / "picture.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "nothing.txt").touch()
    bring_in(qtbot, page, folder)
    assert names(page) == ["letters"]
    assert page.details.skipped.isVisible()
    lines = page.details.skipped.text().splitlines()
    assert len(lines) == 2
    assert any("picture.txt" in line for line in lines) and any("nothing.txt" in line for line in lines)


def test_choosing_a_row_chooses_the_text(qtbot: QtBot, context: Context, page: TextPage, tmp_path: Path) -> None:
    for seed, name in enumerate(("one", "two")):
        bring_in(qtbot, page, text_file(tmp_path, name, seed))
    assert context.corpus == "two"
    with qtbot.waitSignal(context.choice_changed):
        page.view.selectRow(names(page).index("one"))
    assert context.corpus == "one"
    assert page.details.previews[Split.TRAIN].toPlainText().startswith(tale(1, 0)[:100])


@pytest.mark.parametrize("answer", ["Cancel", "Delete"])
def test_deleting_asks_and_then_the_text_is_gone_from_disk_as_well(
    qtbot: QtBot, context: Context, page: TextPage, tmp_path: Path, answer: str
) -> None:
    source = text_file(tmp_path, "letters")
    bring_in(qtbot, page, source)
    folder = context.project.corpora()[0].folder

    def press() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, QMessageBox) and "letters" in question.text()
        next(each for each in question.findChildren(QPushButton) if each.text() == answer).click()

    QTimer.singleShot(0, press)
    qtbot.mouseClick(page.delete_button, Qt.MouseButton.LeftButton)
    assert folder.exists() == (answer == "Cancel")
    assert names(page) == (["letters"] if answer == "Cancel" else [])
    assert page.first_import.isVisible() == (answer == "Delete")
    assert source.is_file()
