"""The Text page: bringing text in, seeing what became of it, choosing and deleting it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.corpora.reading import failing_readers
from tests.places import SHARED
from tests.tiny_models import tale
from workbench.corpora.reading.readers import READERS
from workbench.gui.context import Context
from workbench.gui.text.text_page import TextPage
from workbench.values.changes import Changes
from workbench.values.corpus import Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.importing import Scope
from workbench.values.model_ref import from_text

WAIT = 30_000  # milliseconds, at most


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> TextPage:
    shown = TextPage(context)
    shown.refresh()
    qtbot.addWidget(shown)
    shown.show()
    return shown


def bring_in(qtbot: QtBot, page: TextPage, *files: Path) -> None:
    page.import_files(files)
    qtbot.waitUntil(lambda: not page.context.jobs.running, timeout=WAIT)


def text_file(folder: Path, name: str, seed: int = 0) -> Path:
    file = folder / f"{name}.txt"
    file.write_text(tale(80, seed))
    return file


def names(page: TextPage) -> list[str]:
    return [page.table.corpus(row).name for row in range(page.table.rowCount())]


def test_an_empty_page_says_what_to_do_and_offers_the_button(page: TextPage) -> None:
    assert page.first.files.isVisible() and page.first.files.isEnabled()
    assert not page.view.isVisible()


def test_what_was_imported_is_chosen_and_shown(qtbot: QtBot, context: Context, page: TextPage, tmp_path: Path) -> None:
    file = text_file(tmp_path, "keepers")
    bring_in(qtbot, page, file)
    assert names(page) == ["keepers"] and context.corpus == "keepers"
    assert page.view.isVisible()
    previews = {split: view.toPlainText() for split, view in page.details.previews.items()}
    assert previews[Split.TRAIN].startswith(file.read_text()[:200])
    assert len(set(previews.values())) == 3
    shown = {figure.accessibleName(): figure.text() for figure in page.details.figures.values()}
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
    report = page.details.report
    assert report.summary.text() == "1 of 3 files could be read, 2 could not."
    lines = report.left_out.text().splitlines()
    assert len(lines) == 2
    assert any("picture.txt" in line for line in lines) and any("nothing.txt" in line for line in lines)


def test_an_import_that_comes_to_no_end_leaves_the_window_alive_and_can_be_cancelled(
    qtbot: QtBot, page: TextPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(READERS, ".txt", failing_readers.stand_still)
    page.import_files([text_file(tmp_path, "endless")])
    (job,) = page.context.jobs.running
    with qtbot.waitSignal(job.newest, timeout=WAIT):  # it says that it waits, and the window hears it
        pass
    job.cancel()
    qtbot.waitUntil(lambda: not page.context.jobs.running, timeout=WAIT)
    assert not names(page)


def test_what_a_person_should_confirm_is_shown(qtbot: QtBot, page: TextPage, tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    text_file(folder, "good")
    (folder / "old.txt").write_bytes("Grüße aus Köln.".encode("cp1252"))
    bring_in(qtbot, page, folder)
    report = page.details.report
    assert report.summary.text() == "All 2 files were read whole." and not report.left_out.text()
    assert report.guesses.isVisible() and "old.txt" in report.guesses.text() and "cp1252" in report.guesses.text()


def test_choosing_a_row_chooses_the_text(qtbot: QtBot, context: Context, page: TextPage, tmp_path: Path) -> None:
    for seed, name in enumerate(("one", "two")):
        bring_in(qtbot, page, text_file(tmp_path, name, seed))
    assert context.corpus == "two"
    with qtbot.waitSignal(context.changed) as told:
        page.view.selectRow(names(page).index("one"))
    assert context.corpus == "one" and told.args is not None
    assert told.args[0] == Changes(preferences=frozenset({"corpus"}))
    assert page.details.previews[Split.TRAIN].toPlainText().startswith(tale(1, 0)[:100])


@pytest.mark.parametrize("answer", ["Cancel", "Delete"])
def test_deleting_asks_and_then_the_text_is_gone_from_disk_as_well(
    qtbot: QtBot, context: Context, page: TextPage, tmp_path: Path, answer: str
) -> None:
    source = text_file(tmp_path, "letters")
    bring_in(qtbot, page, source)
    folder = context.project.corpora.every()[0].folder

    def press() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, QMessageBox) and "letters" in question.text()
        next(each for each in question.findChildren(QPushButton) if each.text() == answer).click()

    QTimer.singleShot(0, press)
    qtbot.mouseClick(page.delete_button, Qt.MouseButton.LeftButton)
    assert folder.exists() == (answer == "Cancel")
    assert names(page) == (["letters"] if answer == "Cancel" else [])
    assert page.first.files.isVisible() == (answer == "Delete")
    assert source.is_file()


def open_leaf(page: TextPage, leaf: QWidget) -> None:
    page.details.leaves.setCurrentWidget(leaf)


def settled(qtbot: QtBot, page: TextPage) -> None:
    qtbot.waitUntil(lambda: not page.context.jobs.running, timeout=WAIT)


def step_row(page: TextPage, name: str) -> int:
    return [setting.name for setting in page.details.recipe.recipe].index(name)


def test_switching_a_step_on_shows_what_it_would_change_and_reading_again_does_it(
    qtbot: QtBot, context: Context, page: TextPage, tmp_path: Path
) -> None:
    file = tmp_path / "mail.txt"
    file.write_text(tale(60) + "\n\nWrite to anna@example.org or see https://example.org/a.\n")
    bring_in(qtbot, page, file)
    recipe = page.details.recipe
    open_leaf(page, recipe)
    settled(qtbot, page)
    assert not recipe.again.isEnabled()
    row = step_row(page, "addresses")
    recipe.steps.setCurrentRow(row)
    assert "Switched off" in recipe.changes.text()
    recipe.steps.item(row).setCheckState(Qt.CheckState.Checked)
    settled(qtbot, page)
    assert recipe.examples.toPlainText().count("before:") == 1
    assert "Write to [mail] or see [link]." in recipe.examples.toPlainText()
    qtbot.mouseClick(recipe.again, Qt.MouseButton.LeftButton)
    settled(qtbot, page)
    (corpus,) = context.project.corpora.every()
    assert "example.org" not in "".join((corpus.folder / f"{split}.txt").read_text() for split in Split)
    assert "example.org" in file.read_text()
    assert next(s for s in corpus.contents.recipe if s.name == "addresses").when is Scope.ALWAYS


def test_steps_can_be_ordered_and_a_wrong_setting_is_refused(qtbot: QtBot, page: TextPage, tmp_path: Path) -> None:
    bring_in(qtbot, page, text_file(tmp_path, "tale"))
    recipe = page.details.recipe
    open_leaf(page, recipe)
    row = step_row(page, "minimum")
    recipe.steps.setCurrentRow(row)
    recipe.value.setText("many")
    recipe.value.editingFinished.emit()
    assert recipe.trouble.isVisible() and "many" in recipe.trouble.text()
    recipe.value.setText("30")
    recipe.value.editingFinished.emit()
    assert not recipe.trouble.isVisible()
    qtbot.mouseClick(recipe.up, Qt.MouseButton.LeftButton)
    assert step_row(page, "minimum") == row - 1 and recipe.recipe[row - 1].value == "30"
    qtbot.mouseClick(recipe.default, Qt.MouseButton.LeftButton)
    assert step_row(page, "minimum") == row and not recipe.again.isEnabled()
    settled(qtbot, page)


def test_another_encoding_is_previewed_and_then_read(
    qtbot: QtBot, context: Context, page: TextPage, tmp_path: Path
) -> None:
    file = tmp_path / "letter.txt"
    file.write_bytes(("Жили-были дед да баба. " * 30).encode("koi8-r"))
    bring_in(qtbot, page, file)
    sources = page.details.sources
    open_leaf(page, sources)
    settled(qtbot, page)
    assert sources.encoding.currentText() == "koi8-r" and sources.preview.toPlainText().startswith("Жили-были")
    sources.encoding.setEditText("cp866")
    sources.encoding.lineEdit().editingFinished.emit()  # type: ignore[union-attr]
    settled(qtbot, page)
    assert sources.preview.toPlainText().startswith("Жили-были".encode("koi8-r").decode("cp866"))
    assert sources.again.isEnabled()
    qtbot.mouseClick(sources.again, Qt.MouseButton.LeftButton)
    settled(qtbot, page)
    (corpus,) = context.project.corpora.every()
    assert (corpus.contents.sources[0].encoding, corpus.contents.sources[0].reading.encoding) == ("cp866", "cp866")


def test_the_columns_of_a_table_are_guessed_and_can_be_chosen(
    qtbot: QtBot, context: Context, page: TextPage, tmp_path: Path
) -> None:
    file = tmp_path / "reviews.csv"
    rows = "".join(f"{('good', 'bad')[n % 2]},Title {n},This is review {n} and it is long.\n" for n in range(40))
    file.write_text("label,title,review\n" + rows)
    bring_in(qtbot, page, file)
    sources = page.details.sources
    open_leaf(page, sources)
    settled(qtbot, page)
    assert (sources.column.currentText(), sources.label.currentText()) == ("review", "label")
    assert "good 20" in sources.labels.text()
    sources.column.setEditText("title + review")
    sources.column.lineEdit().editingFinished.emit()  # type: ignore[union-attr]
    settled(qtbot, page)
    assert sources.preview.toPlainText().startswith("Title 0\nThis is review 0")
    qtbot.mouseClick(sources.again, Qt.MouseButton.LeftButton)
    settled(qtbot, page)
    assert context.project.corpora.every()[0].contents.sources[0].column == "title + review"


def test_what_was_passed_over_says_why_and_its_folder_can_be_opened(
    qtbot: QtBot, page: TextPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text_file(tmp_path, "good")
    (tmp_path / "picture.jpg").write_bytes(b"\xff\xd8\xff")
    bring_in(qtbot, page, tmp_path / "good.txt", tmp_path / "picture.jpg")
    sources = page.details.sources
    open_leaf(page, sources)
    assert sources.reason.isVisible() and "picture.jpg" in sources.reason.text()
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    qtbot.mouseClick(sources.folder, Qt.MouseButton.LeftButton)
    assert [Path(url.toLocalFile()) for url in opened] == [tmp_path]
    settled(qtbot, page)


def test_the_statistics_are_drawn_and_tokens_counted_under_the_chosen_model(
    qtbot: QtBot, context: Context, page: TextPage, tmp_path: Path
) -> None:
    bring_in(qtbot, page, text_file(tmp_path, "tale"))
    context.choose_model(from_text("starter-en"))
    statistics = page.details.statistics
    open_leaf(page, statistics)
    assert all(len(plot.points("line")[0]) > 5 for plot in statistics.plots)
    assert "English" in statistics.languages.text() and "held-out passages" in statistics.leaks.text()
    qtbot.mouseClick(statistics.count_tokens, Qt.MouseButton.LeftButton)
    settled(qtbot, page)
    assert "starter-en" in statistics.tokens.text()


def test_a_pasted_text_becomes_a_corpus_of_its_own(qtbot: QtBot, context: Context, page: TextPage) -> None:
    QApplication.clipboard().setText(tale(40))
    page.paste()
    settled(qtbot, page)
    (corpus,) = context.project.corpora.every()
    assert corpus.contents.sources[0].path.parent == context.project.folder / "sources"
    assert corpus.contents.statistics.paragraphs == 40


def test_adding_files_uses_the_recipe_and_leaves_a_learnt_text_as_it_is(
    qtbot: QtBot, context: Context, page: TextPage, tmp_path: Path
) -> None:
    bring_in(qtbot, page, text_file(tmp_path, "one"))
    words = context.project.corpora.every()[0].contents.statistics.words
    page.add_files([text_file(tmp_path, "two", seed=1)])
    settled(qtbot, page)
    assert names(page) == ["one"] and context.project.corpora.named("one").contents.statistics.words > words
    context.project.runs.create(corpus="one", base=from_text("starter-en"), model_sha256="", fine_tuning=FineTuning())
    page.add_files([text_file(tmp_path, "three", seed=2)])
    settled(qtbot, page)
    assert sorted(names(page)) == ["one", "one 2"]
    assert len(context.project.corpora.named("one").contents.sources) == 2


LOCKED = SHARED / "messy" / "pdf" / "encrypted-needs-password.pdf"


@pytest.mark.skipif(not LOCKED.is_file(), reason="the collection of messy files is not here")
def test_a_password_opens_a_file_that_was_passed_over_and_again_when_the_recipe_changes(
    qtbot: QtBot, context: Context, page: TextPage, tmp_path: Path
) -> None:
    bring_in(qtbot, page, text_file(tmp_path, "tale"), LOCKED)
    sources = page.details.sources
    open_leaf(page, sources)
    assert sources.password.isVisible()
    sources.password.setText("asdfzxcv")
    sources.password.editingFinished.emit()
    settled(qtbot, page)
    assert sources.preview.toPlainText().strip()
    qtbot.mouseClick(sources.again, Qt.MouseButton.LeftButton)
    settled(qtbot, page)
    assert len(context.project.corpora.every()[0].contents.sources) == 2
    open_leaf(page, page.details.recipe)
    page.details.recipe.steps.item(step_row(page, "html")).setCheckState(Qt.CheckState.Checked)
    settled(qtbot, page)
    qtbot.mouseClick(page.details.recipe.again, Qt.MouseButton.LeftButton)
    settled(qtbot, page)
    contents = context.project.corpora.every()[0].contents
    assert len(contents.sources) == 2 and not contents.skipped
    assert "asdfzxcv" not in (context.project.folder / "project.sqlite").read_bytes().decode("latin-1")


def test_a_text_is_renamed_and_stays_chosen_with_all_that_learnt_from_it(
    qtbot: QtBot, context: Context, page: TextPage, tmp_path: Path
) -> None:
    bring_in(qtbot, page, text_file(tmp_path, "docx"))
    bring_in(qtbot, page, text_file(tmp_path, "other", seed=1))
    context.choose_corpus("docx")
    project = context.project
    run = project.runs.create(
        corpus="docx", base=from_text("gpt-en"), model_sha256="0", fine_tuning=FineTuning(), prompts=[]
    )
    assert run.name == "docx · English"
    heard: list[Changes] = []
    context.changed.connect(lambda changes, _by: heard.append(changes))
    page.rename(project.corpora.named("docx"), "  Letters to   Ada ")
    assert names(page) == ["other", "Letters to Ada"]
    assert context.corpus == "Letters to Ada" == project.runs.every()[0].corpus
    assert heard[-1] == Changes(runs=frozenset({run.id}), corpora=frozenset({"docx", "Letters to Ada"}))
    said: list[Exception] = []
    context.failed.connect(said.append)
    for name in ("other", " "):
        page.rename(project.corpora.named("Letters to Ada"), name)
    assert [str(getattr(error, "code", "")) for error in said] == ["corpus.exists", "corpus.name"]
    assert context.corpus == "Letters to Ada"


def test_a_preview_says_that_there_is_more_where_it_ends(qtbot: QtBot, page: TextPage, tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text(tale(1000))
    bring_in(qtbot, page, long)
    shown = page.details.previews[Split.TRAIN].toPlainText()
    assert shown.endswith("characters.]") and "Only the beginning is shown" in shown
    bring_in(qtbot, page, text_file(tmp_path, "short"))
    assert "Only the beginning" not in page.details.previews[Split.TRAIN].toPlainText()


def test_a_box_that_is_half_filled_is_switched_off_by_a_click_and_on_by_the_next(
    qtbot: QtBot, page: TextPage, tmp_path: Path
) -> None:
    bring_in(qtbot, page, text_file(tmp_path, "keepers"))
    recipe = page.details.recipe
    open_leaf(page, recipe)
    row = next(number for number, setting in enumerate(recipe.recipe) if setting.when is Scope.PAGES)
    item = recipe.steps.item(row)
    recipe.steps.scrollToItem(item)
    box = recipe.steps.visualItemRect(item)
    place = QPoint(box.left() + 10, box.center().y())
    seen = []
    for _ in range(3):
        qtbot.mouseClick(recipe.steps.viewport(), Qt.MouseButton.LeftButton, pos=place)
        seen.append((recipe.recipe[row].when, item.checkState()))
    off, pages = (Scope.NEVER, Qt.CheckState.Unchecked), (Scope.PAGES, Qt.CheckState.PartiallyChecked)
    assert seen == [off, pages, off]
