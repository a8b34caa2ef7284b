"""Every run can be found again, looked at, noted, renamed, compared, deleted, and handed to the other pages."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QInputDialog,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QSlider,
    QTableWidget,
)
from pytestqt.qtbot import QtBot

from workbench.gui.context import Context
from workbench.gui.history.history_page import HistoryPage
from workbench.gui.jobs import Jobs
from workbench.gui.parts.sample_view import SampleView
from workbench.project.project import Project
from workbench.training.events import CheckpointSaved, SampleWritten, StepMeasured, Validated
from workbench.values.changes import Changes
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import from_text
from workbench.values.prediction import Prediction, Sample
from workbench.values.run import Input, Run, RunStatus


def record(project: Project, name: str, status: RunStatus, steps: int = 20, **settings: object) -> Run:
    """A run with `steps` steps, two validations, a sample and a checkpoint, as a real one leaves them."""
    fine_tuning = FineTuning(**settings)
    run = project.runs.create(
        corpus="tale",
        base=from_text("tiny-gpt2"),
        model_sha256="sha",
        fine_tuning=fine_tuning,
        name=name,
        prompts=["Anna"],
    )
    with project.runs.recorder(run) as recorder:
        recorder.record(Validated(0, 5.0, True, 0.0))
        for step in range(1, steps + 1):
            recorder.record(StepMeasured(step, steps, 5.0 - step / steps, 1e-4, 1.0, 100.0, float(step), 1.0))
        recorder.record(Validated(steps, 4.0, True, float(steps)))
        recorder.record(SampleWritten(Sample(steps, "Anna", " lit the lamp.", (Prediction("lit", 0.5, " lit"),))))
        folder = run.folder / "checkpoints" / str(steps)
        folder.mkdir(parents=True)
        recorder.record(CheckpointSaved(steps, folder, True))
    return project.runs.finish(run, status)


@pytest.fixture
def context(tale_project: Project) -> Iterator[Context]:
    jobs = Jobs()
    yield Context(tale_project, jobs)
    jobs.shutdown()


@pytest.fixture
def runs(tale_project: Project) -> tuple[Run, ...]:
    record(tale_project, "first", RunStatus.FINISHED, warmup=0.25)
    record(tale_project, "second", RunStatus.STOPPED, steps=30)
    record(tale_project, "third", RunStatus.INTERRUPTED, steps=10)
    return tale_project.runs.every()


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> HistoryPage:
    widget = HistoryPage(context)
    qtbot.addWidget(widget)
    widget.resize(690, 640)
    widget.refresh()
    widget.show()
    return widget


def answer(kind: type[QDialog], act: Callable[[QDialog], None]) -> None:
    """Do `act` to the dialog of that kind that the next action opens."""

    def find() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        act(dialog)

    QTimer.singleShot(0, find)


def press(text: str) -> Callable[[QDialog], None]:
    return lambda dialog: next(b for b in dialog.findChildren(QPushButton) if text in b.text()).click()


def names(page: HistoryPage) -> list[str]:
    return [page.shown.index(row, 0).data() for row in range(page.shown.rowCount())]


def select(page: HistoryPage, *wanted: str) -> None:
    page.view.clearSelection()
    model = page.view.selectionModel()
    for row, name in enumerate(names(page)):
        if name in wanted:
            model.select(page.shown.index(row, 0), model.SelectionFlag.Select | model.SelectionFlag.Rows)
    QApplication.processEvents()  # what is selected is shown once all of it is selected


def test_columns_that_were_dragged_stand_so_in_the_next_window(
    qtbot: QtBot, context: Context, runs: tuple[Run, ...], page: HistoryPage
) -> None:
    header = page.view.horizontalHeader()
    header.resizeSection(2, 133)
    header.moveSection(2, 1)
    page.columns.flush()
    again = HistoryPage(context)
    qtbot.addWidget(again)
    again.refresh()
    again.show()
    assert again.view.columnWidth(2) == 133 and again.view.horizontalHeader().visualIndex(2) == 1


def test_an_empty_history_says_what_will_be_here_and_goes_to_train(qtbot: QtBot, page: HistoryPage) -> None:
    assert any("No run yet" in label.text() for label in page.findChildren(QLabel) if label.isVisible())
    (go,) = (button for button in page.findChildren(QPushButton) if button.isVisible())
    with qtbot.waitSignal(page.place_requested) as requested:
        qtbot.mouseClick(go, Qt.MouseButton.LeftButton)
    assert requested.args == ["train"]


def test_all_runs_are_listed_newest_first_and_the_newest_is_shown(runs: tuple[Run, ...], page: HistoryPage) -> None:
    assert names(page) == ["third", "second", "first"]
    assert page.selected() == [runs[0]]
    assert page.details.title == "third"


def test_a_selected_run_shows_its_curves_settings_and_samples(
    qtbot: QtBot, runs: tuple[Run, ...], page: HistoryPage
) -> None:
    select(page, "first")
    curves = page.details.curves
    qtbot.waitUntil(lambda: len(curves.loss.points("loss")[0]) == 20)
    assert curves.loss.points("validation_loss")[1].tolist() == [5.0, 4.0]
    table = page.details.findChild(QTableWidget)
    rows = {table.item(row, 0).text(): row for row in range(table.rowCount())}
    bold = {name for name, row in rows.items() if table.item(row, 0).font().bold()}
    assert bold == {"Warm-up"}
    assert table.item(rows["Warm-up"], 1).text() == "0.25"
    assert table.item(rows["Warm-up"], 2).text() == "changed from the default"
    texts = [edit.toPlainText() for edit in page.details.findChildren(QPlainTextEdit)]
    assert "Anna lit the lamp." in texts


def test_the_slider_replays_how_each_pinned_prompt_changed(
    qtbot: QtBot, page: HistoryPage, tale_project: Project
) -> None:
    run = tale_project.runs.create(
        corpus="tale",
        base=from_text("tiny-gpt2"),
        model_sha256="sha",
        fine_tuning=FineTuning(),
        prompts=["Anna", "The lamp"],
    )
    with tale_project.runs.recorder(run) as recorder:
        for step in (0, 10, 20):
            for prompt in ("Anna", "The lamp"):
                said = (Prediction("lit", 0.1 + step / 100, " lit"),)
                recorder.record(SampleWritten(Sample(step, prompt, f" lit at {step}.", said)))
    page.show_run(run)
    view, slider = page.details.findChild(SampleView), page.details.findChild(QSlider)
    page.details.curves.setCurrentWidget(view.parentWidget())
    assert view.text.toPlainText() == "Anna lit at 20."
    view.switch.setCurrentIndex(1)
    assert view.text.toPlainText() == "The lamp lit at 20."
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert view.text.toPlainText() == "The lamp lit at 10." and view.prompt == "The lamp"
    assert view.before.predictions[0].probability == pytest.approx(0.1)
    assert view.now.predictions[0].probability == pytest.approx(0.2)


def test_perplexity_before_and_after_is_said_in_words(runs: tuple[Run, ...], page: HistoryPage) -> None:
    words = " ".join(label.text() for label in page.details.findChildren(QLabel))
    assert f"{math.exp(5.0):.0f} → {math.exp(4.0):.0f} a token on the validation text" in words


def test_several_selected_runs_are_compared(qtbot: QtBot, runs: tuple[Run, ...], page: HistoryPage) -> None:
    select(page, "first", "second")
    comparison = page.comparison
    assert comparison.isVisible() and not page.details.isVisible() and comparison.title == "2 runs compared"
    qtbot.waitUntil(lambda: comparison.curves.plot.legend_text == "second, first")
    assert comparison.curves.plot.points("0 validation_loss")[0].tolist() == [0, 30]
    comparison.curves.choose_measures(["loss"])
    qtbot.waitUntil(lambda: "0 loss" in comparison.curves.plot.styles)
    assert len(comparison.curves.plot.points("0 loss")[0]) == 30
    comparison.tabs.setCurrentIndex(1)
    assert comparison.differences.as_rows()[0][:2] == ["Name", "Warm-up"]
    comparison.tabs.setCurrentIndex(2)
    assert comparison.parallel.axes[0].title == "Warm-up"
    select(page, "third")
    assert page.details.isVisible() and page.details.title == "third"
    qtbot.waitUntil(lambda: len(page.details.curves.loss.points("loss")[0]) == 10)


def test_what_passes_the_chosen_ranges_can_be_selected(runs: tuple[Run, ...], page: HistoryPage) -> None:
    page.view.selectAll()
    QApplication.processEvents()
    page.comparison.tabs.setCurrentIndex(2)
    page.comparison.parallel.choose_range(0, (0.9, 1.0))
    assert page.comparison.select_kept.isVisible()
    page.comparison.select_kept.click()
    assert [run.name for run in page.selected()] == ["first"], "the one with the longer warm-up"


def test_tagging_grouping_and_archiving_can_each_be_undone(
    qtbot: QtBot, runs: tuple[Run, ...], page: HistoryPage, context: Context
) -> None:
    def stored(name: str) -> tuple[tuple[str, ...], str, bool]:
        run = context.project.runs.named(name)
        return run.tags, run.group, run.is_archived

    select(page, "first", "second")
    page.filing.new_tag("lecture")
    page.filing.new_group("tries")
    assert stored("first") == stored("second") == (("lecture",), "tries", False)
    assert page.undo.isVisible() and page.undo.words == "Put 2 runs into the group “tries”."
    page.filing.archive.click()
    assert names(page) == ["third"]
    page.undo.button.click()
    assert names(page) == ["third", "second", "first"] and not page.undo.isVisible()
    page.activateWindow()
    page.filer.stack.undo()
    page.filer.stack.undo()
    assert stored("first") == stored("second") == ((), "", False)
    page.filer.stack.redo()
    assert stored("second") == (("lecture",), "", False)


def test_the_menus_offer_what_other_runs_are_filed_under(
    runs: tuple[Run, ...], page: HistoryPage, context: Context
) -> None:
    select(page, "first")
    page.filing.new_tag("lecture")
    page.filing.new_group("tries")
    select(page, "second")
    for button in (page.filing.tags, page.filing.groups):
        button.menu().aboutToShow.emit()
    tag, group = page.filing.tags.menu().actions()[0], page.filing.groups.menu().actions()[0]
    assert (tag.text(), tag.isChecked(), group.text()) == ("lecture", False, "tries")
    tag.trigger()
    group.trigger()
    filed = context.project.runs.named("second")
    assert filed.tags == ("lecture",) and filed.group == "tries"
    page.filing.tags.menu().aboutToShow.emit()
    page.filing.tags.menu().actions()[0].trigger()
    assert context.project.runs.named("second").tags == ()


def test_archived_runs_are_out_of_sight_until_they_are_asked_for(
    qtbot: QtBot, runs: tuple[Run, ...], page: HistoryPage, context: Context
) -> None:
    select(page, "second")
    page.filing.archive.click()
    assert names(page) == ["third", "first"]
    page.search.unfold.click()
    page.search.archived.click()
    assert names(page) == ["third", "second", "first"] and page.search.unfold.text() == "Filters (1) ▾"
    select(page, "second")
    assert page.filing.archive.text() == "Bring back"
    page.filing.archive.click()
    page.search.clear_button.click()
    assert names(page) == ["third", "second", "first"]


def test_the_filters_offer_what_there_is_and_work_together(
    runs: tuple[Run, ...], page: HistoryPage, context: Context
) -> None:
    select(page, "first", "third")
    page.filing.new_tag("lecture")
    search = page.search
    assert [search.tag.itemText(number) for number in range(search.tag.count())] == ["Tag", "lecture"]
    search.tag.setCurrentText("lecture")
    assert names(page) == ["third", "first"]
    search.status.setCurrentText("✓ finished")
    assert names(page) == ["first"]
    search.clear()
    assert len(names(page)) == 3


def test_a_note_is_edited_saved_and_found_by_the_search(
    qtbot: QtBot, runs: tuple[Run, ...], page: HistoryPage, context: Context
) -> None:
    select(page, "first")
    page.details.curves.setCurrentIndex(page.details.curves.count() - 1)
    (note,) = (edit for edit in page.details.findChildren(QPlainTextEdit) if edit.accessibleName() == "Note")
    qtbot.keyClicks(note, "for the")
    qtbot.waitUntil(lambda: context.project.runs.named("first").note == "for the", timeout=5000)
    qtbot.keyClicks(note, " lecture")
    assert note.toPlainText() == "for the lecture", "the cursor stays where it was"
    page.details.note.save()
    assert not page.undo.isVisible(), "nothing moves while one types"
    assert context.project.runs.named("first").note == "for the lecture"
    assert [run.name for run in page.selected()] == ["first"]
    qtbot.keyClicks(page.search.words, "lecture")
    assert names(page) == ["first"]
    page.search.clear()
    assert len(names(page)) == 3


def test_renaming_asks_for_the_name_and_keeps_the_run_selected(
    runs: tuple[Run, ...], page: HistoryPage, context: Context
) -> None:
    select(page, "second")

    def type_name(dialog: QDialog) -> None:
        assert isinstance(dialog, QInputDialog)
        assert dialog.textValue() == "second"
        dialog.setTextValue("the long one")
        dialog.accept()

    answer(QInputDialog, type_name)
    page.details.rename.click()
    assert {run.name for run in context.project.runs.every()} == {"first", "the long one", "third"}
    assert page.details.title == "the long one"
    page.undo.button.click()
    assert page.details.title == "second" and [run.name for run in page.selected()] == ["second"]
    page.filer.stack.redo()
    assert page.details.title == "the long one"


def test_what_was_done_to_a_run_that_is_gone_is_taken_back_of_the_others(
    runs: tuple[Run, ...], page: HistoryPage, context: Context
) -> None:
    select(page, "first", "second")
    page.filing.archive.click()
    context.tell(context.project.runs.delete(context.project.runs.named("first")))
    page.filer.stack.undo()
    assert names(page) == ["third", "second"]


def test_a_name_that_is_taken_is_refused_in_a_sentence(
    qtbot: QtBot, runs: tuple[Run, ...], page: HistoryPage, context: Context
) -> None:
    select(page, "second")
    answer(QInputDialog, lambda dialog: (dialog.setTextValue("first"), dialog.accept()))
    with qtbot.waitSignal(context.failed) as failed:
        page.details.rename.click()
    assert "already a run named" in str(failed.args[0])
    assert "second" in names(page)


def test_deleting_is_asked_and_then_the_run_is_gone_from_the_disk(
    runs: tuple[Run, ...], page: HistoryPage, context: Context
) -> None:
    select(page, "first")
    folder = context.project.runs.named("first").folder
    answer(QMessageBox, press("Cancel"))
    page.details.delete.click()
    assert folder.exists() and "first" in names(page)
    answer(QMessageBox, press("Delete"))
    page.details.delete.click()
    assert not folder.exists()
    assert names(page) == ["third", "second"]
    assert page.selected(), "another run is shown instead"


def test_a_run_is_handed_to_the_pages_that_use_it(qtbot: QtBot, runs: tuple[Run, ...], page: HistoryPage) -> None:
    select(page, "second")
    for button, signal in (
        (page.details.use, page.use_requested),
        (page.details.repeat, page.repeat_requested),
        (page.details.go_on, page.continue_requested),
    ):
        with qtbot.waitSignal(signal) as handed:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert handed.args[0].name == "second"


def test_a_finished_run_offers_more_steps_and_an_unfinished_one_those_it_has_left(
    runs: tuple[Run, ...], page: HistoryPage
) -> None:
    offers = {}
    for name in ("first", "second", "third"):
        select(page, name)
        offers[name] = page.details.go_on.text()
    assert offers == {"first": "Go on …", "second": "Continue", "third": "Continue"}


def test_a_run_that_is_asked_for_is_shown_even_while_a_search_hides_it(
    qtbot: QtBot, runs: tuple[Run, ...], page: HistoryPage, context: Context
) -> None:
    qtbot.keyClicks(page.search.words, "third")
    page.show_run(context.project.runs.named("first"))
    assert page.details.title == "first"


def test_runs_that_appear_elsewhere_appear_here(runs: tuple[Run, ...], page: HistoryPage, context: Context) -> None:
    select(page, "first")
    context.tell(Changes.of(record(context.project, "fourth", RunStatus.FINISHED)))
    assert names(page)[0] == "fourth"
    assert page.details.title == "first"


def test_a_note_keeps_itself_when_another_run_is_looked_at_and_is_taken_back_as_one(
    qtbot: QtBot, runs: tuple[Run, ...], page: HistoryPage, context: Context
) -> None:
    note = page.details.note
    select(page, "first")
    qtbot.keyClicks(note, "for the")
    note.save()
    qtbot.keyClicks(note, " lecture")
    select(page, "second")
    assert note.toPlainText() == ""
    assert [context.project.runs.named(name).note for name in ("first", "second")] == ["for the lecture", ""]
    page.filer.stack.undo()
    assert context.project.runs.named("first").note == ""
    page.filer.stack.redo()
    select(page, "first")
    assert note.toPlainText() == "for the lecture"


def test_of_a_run_that_is_being_prepared_only_what_is_known_is_said(page: HistoryPage, context: Context) -> None:
    run = context.project.runs.create(
        corpus="tale", base=from_text("m"), model_sha256="", fine_tuning=FineTuning(), name="new"
    )
    page.refresh()
    select(page, "new")
    assert page.details.result == "● running: preparing."
    context.project.runs.finish(run, RunStatus.STOPPED)
    page.refresh()
    select(page, "new")
    assert page.details.result == "■ stopped, kept before its first step."


def test_a_search_that_finds_nothing_says_so_and_offers_everything(
    qtbot: QtBot, runs: tuple[Run, ...], page: HistoryPage
) -> None:
    page.search.words.setText("no such run")
    assert page.nothing.isVisible() and not page.view.isVisible()
    (everything,) = (button for button in page.findChildren(QPushButton) if button.text() == "Show every run")
    qtbot.mouseClick(everything, Qt.MouseButton.LeftButton)
    assert not page.nothing.isVisible() and page.view.isVisible()
    assert len(names(page)) == len(runs)


def test_what_came_of_a_run_is_told_with_the_rate_to_try_next(
    qtbot: QtBot, page: HistoryPage, context: Context
) -> None:
    project = context.project
    stuck = project.runs.create(
        corpus="tale", base=from_text("starter-en"), model_sha256="sha", fine_tuning=FineTuning(learning_rate=1e-6),
        name="stuck",
    )  # fmt: skip
    with project.runs.recorder(stuck) as recorder:
        recorder.record(Validated(0, 5.0, True, 0.0))
        for step in range(1, 61):
            recorder.record(StepMeasured(step, 60, 5.0, 1e-6, 1.0, 100.0, float(step), 1.0))
        recorder.record(Validated(60, 5.0, True, 60.0))
    project.runs.finish(stuck, RunStatus.FINISHED)
    page.refresh()
    select(page, "stuck")
    qtbot.waitUntil(lambda: "moves the weights too little. Try 0.0005." in page.details.result)
    with qtbot.waitSignal(page.retry_requested) as asked:
        qtbot.mouseClick(page.details.next_act, Qt.MouseButton.LeftButton)
    assert (asked.args[0].name, asked.args[1]) == ("stuck", {"learning_rate": 0.0005})


def test_a_perplexity_is_not_called_a_loss_where_more_was_measured(page: HistoryPage, runs: tuple[Run, ...]) -> None:
    run = next(run for run in runs if run.name == "first")
    before, after = ({"answers/accuracy": share} for share in (0.1, 0.8))
    answers = replace(run, inputs=(Input("tale", "answers"),), base_figures=before, best_figures=after)
    page.details.show_run(answers, (), True)
    assert "80.0 %" in page.details.result and "perplexity 148 → 55 a token" in page.details.result
    assert "loss" not in page.details.result
