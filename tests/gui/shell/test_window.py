"""The main window: places, menus, dropped files, errors from anywhere, and closing while a real training runs."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.hands import settle
from tests.opening import create_in, open_in
from tests.tiny_models import tale
from workbench import __version__
from workbench.ground.log import Log
from workbench.gui.lanes import Kind
from workbench.gui.shell.app import ErrorReporter
from workbench.gui.shell.rail import PLACES, Rail
from workbench.gui.shell.window import MainWindow
from workbench.project.project import Project
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder
from workbench.values.run import RunStatus

ENDLESS = FineTuning(
    steps=1_000_000, batch_size=4, context_length=16, validate_every=5, patience=0, precision="float32"
)
WAIT = 10_000  # milliseconds, at most
PATIENCE = 240_000  # milliseconds, at most: the first step waits for TensorFlow to load, and a computer may be busy


def action(window: MainWindow, title: str) -> QAction:
    (found,) = (each for each in window.findChildren(QAction) if each.text().replace("&", "") == title)
    return found


def drop(window: MainWindow, *files: Path) -> bool:
    """Drop files in the middle of the window; whether it would take them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    what, button, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(600, 400), what, data, button, key)
    enter.setAccepted(False)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(600, 400), what, data, button, key))
    return enter.isAccepted()


def answer(button: str) -> None:
    """Press a button of the question that the window is about to ask."""

    def press() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, QMessageBox)
        next(each for each in question.findChildren(QPushButton) if each.text() == button).click()

    QTimer.singleShot(0, press)


def test_an_empty_project_opens_on_text_and_every_place_can_be_gone_to(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    assert create_in(window, tmp_path / "letters")
    assert window.workspace is not None
    assert window.windowTitle().startswith("letters")
    assert window.workspace.place == "text"
    for place in PLACES:
        qtbot.mouseClick(window.workspace.rail.buttons[place], Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda place=place: window.workspace.place == place, timeout=WAIT)  # type: ignore[misc]
        assert window.workspace.pages[place].isVisible()
        assert [name for name, button in window.workspace.rail.buttons.items() if button.isChecked()] == [place]


def test_it_says_from_when_to_when_a_project_opens_also_where_it_cannot(window: MainWindow, tmp_path: Path) -> None:
    told: list[bool] = []
    window.opening.connect(told.append)
    assert not open_in(window, tmp_path / "nothing")
    assert told == [True, False]
    assert create_in(window, tmp_path / "letters")
    assert told[2] and not told[-1]


def test_a_page_comes_while_the_window_answers_and_who_goes_elsewhere_meanwhile_arrives_there(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    assert create_in(window, tmp_path / "letters")
    workspace = window.workspace
    assert workspace is not None
    reached: list[str] = []
    workspace.place_changed.connect(reached.append)
    for place in ("history", "predict"):
        qtbot.mouseClick(workspace.rail.buttons[place], Qt.MouseButton.LeftButton)
        assert workspace.place == "text"
    qtbot.waitUntil(lambda: workspace.place == "predict", timeout=WAIT)
    qtbot.mouseClick(workspace.rail.buttons["history"], Qt.MouseButton.LeftButton)
    workspace.go("model")
    QApplication.processEvents()
    assert reached == ["predict", "model"] and workspace.rail.buttons["model"].isChecked()


def test_the_rail_names_every_place_whatever_is_done(qtbot: QtBot) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    for done in ({}, {"text": True}, {"text": False, "train": True}):
        rail.show_done(done)
        assert [button.text().removesuffix(" ✓") for button in rail.buttons.values()] == list(PLACES.values())
    assert rail.buttons["train"].text().endswith("✓") and not rail.buttons["text"].text().endswith("✓")


def test_the_rail_says_in_words_what_is_done(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    create_in(window, tmp_path / "letters")
    assert window.workspace is not None and window.context is not None
    button = window.workspace.rail.buttons["text"]
    assert button.accessibleName() == "Text"
    (tmp_path / "letter.txt").write_text(tale(120))
    assert drop(window, tmp_path / "letter.txt")
    qtbot.waitUntil(lambda: button.accessibleName() == "Text, done", timeout=WAIT)
    assert window.context.corpus == "letter"


def test_what_is_dropped_on_any_page_is_imported(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    create_in(window, tmp_path / "letters")
    assert window.workspace is not None and window.context is not None
    context = window.context
    folder = tmp_path / "tales"
    folder.mkdir()
    (folder / "one.txt").write_text(tale(60, seed=1))
    (folder / "two.txt").write_text(tale(60, seed=2))
    window.workspace.go("history")
    assert drop(window, folder)
    assert window.workspace.place == "text"
    qtbot.waitUntil(lambda: bool(context.project.corpora.every()), timeout=WAIT)
    assert len(context.project.corpora.every()[0].contents.sources) == 2


def test_dropping_nothing_readable_is_told_in_the_banner(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    create_in(window, tmp_path / "letters")
    assert window.context is not None
    (tmp_path / "empty.txt").touch()
    drop(window, tmp_path / "empty.txt")
    qtbot.waitUntil(window.banner.isVisible, timeout=WAIT)
    assert "nothing was imported" in window.banner.message.text()
    assert window.context.project.corpora.every() == ()


def test_on_the_welcome_page_a_dropped_project_is_opened_and_text_is_asked_to_wait(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    Project.create(tmp_path / "letters").close()
    drop(window, tmp_path / "letter.txt")
    assert "project first" in window.banner.message.text()
    drop(window, tmp_path / "letters")
    qtbot.waitUntil(lambda: window.context is not None, timeout=WAIT)
    assert window.context is not None and window.context.project.name == "letters"


def test_what_needs_a_project_can_be_chosen_only_with_one(window: MainWindow, tmp_path: Path) -> None:
    needing = [action(window, "Close"), action(window, "Import text …")]
    assert not any(each.isEnabled() for each in needing)
    create_in(window, tmp_path / "letters")
    assert all(each.isEnabled() for each in needing)
    action(window, "Close").trigger()
    assert not any(each.isEnabled() for each in needing)
    assert window.welcome.isVisible() and window.context is None


def choose(qtbot: QtBot, window: MainWindow, menu_title: str, title: str) -> None:
    """With the mouse: the menu, then the line in it."""
    bar = window.menuBar()
    (menu,) = (each for each in bar.actions() if each.text().replace("&", "") == menu_title)
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(bar, left, pos=bar.actionGeometry(menu).center())
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    qtbot.mouseClick(shown, left, pos=shown.actionGeometry(action(window, title)).center())


def test_what_a_report_of_a_fault_needs_is_copied_from_the_help_menu(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    clipboard = QApplication.clipboard()
    clipboard.clear()
    choose(qtbot, window, "Help", "Copy details")
    assert window.banner.isVisible() and window.banner.message.text().count(".") == 1
    copied = dict(line.split(": ", 1) for line in clipboard.text().splitlines())
    assert copied["Nextword Workbench"] == __version__ and copied["project"] == "none is open"
    assert copied["device"] == "not known, the engine is not loaded"
    assert {"Python", "system", "memory", "tensorflow", "PySide6-Essentials", "window"} <= set(copied)
    create_in(window, tmp_path / "letters of Anna")
    assert window.context is not None
    window.show_engine("CPU")
    choose(qtbot, window, "Help", "Copy details")
    copied = dict(line.split(": ", 1) for line in clipboard.text().splitlines())
    assert copied["device"] == "CPU"
    assert copied["project"] == f"open, schema {window.context.project.schema()}"
    assert "Anna" not in clipboard.text() and str(tmp_path) not in clipboard.text()


def test_the_person_chooses_light_or_dark_and_it_is_remembered(
    qtbot: QtBot, new_window: Callable[[], MainWindow]
) -> None:
    window = new_window()
    for title, is_dark in (("Dark", True), ("Light", False), ("Dark", True)):
        action(window, title).trigger()
        assert (window.palette().color(window.backgroundRole()).lightness() < 128) is is_dark
    window.close()
    again = new_window()
    assert again.palette().color(again.backgroundRole()).lightness() < 128
    assert action(again, "Dark").isChecked() and not action(again, "Light").isChecked()


def test_a_project_that_cannot_be_opened_leaves_the_open_one_as_it_is(window: MainWindow, tmp_path: Path) -> None:
    create_in(window, tmp_path / "letters")
    workspace = window.workspace
    assert not open_in(window, tmp_path / "nowhere")
    assert "There is no project" in window.banner.message.text()
    assert window.workspace is workspace and workspace is not None and workspace.isVisible()
    assert open_in(window, tmp_path / "letters")
    assert window.workspace is workspace


def test_closing_the_window_lets_another_program_open_the_project(window: MainWindow, tmp_path: Path) -> None:
    create_in(window, tmp_path / "letters")
    window.close()
    with Project.open(tmp_path / "letters") as project:
        assert project.name == "letters"


def test_nothing_of_the_window_goes_on_after_it_is_closed(new_window: Callable[[], MainWindow]) -> None:
    before = set(threading.enumerate())
    window = new_window()
    assert set(threading.enumerate()) > before
    window.close()
    assert set(threading.enumerate()) == before


def test_the_window_comes_back_where_it_was(new_window: Callable[[], MainWindow]) -> None:
    window = new_window()
    window.resize(700, 633)  # the offscreen platform's screen is not much wider
    window.close()
    again = new_window()
    assert (again.width(), again.height()) == (700, 633)


def test_a_project_is_shown_in_steps_between_which_the_window_answers(
    qtbot: QtBot, window: MainWindow, tale_project: Project
) -> None:
    tale_project.close()
    turns: list[bool] = []
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: turns.append(window.is_showing))
    timer.start()
    assert open_in(window, tale_project.folder)
    timer.stop()
    assert turns.count(True) >= 3
    assert not window.is_showing


def test_pages_are_made_when_they_are_gone_to(window: MainWindow, tale_project: Project) -> None:
    tale_project.close()
    assert open_in(window, tale_project.folder)
    assert window.workspace is not None
    assert window.workspace.made == ("train",)
    window.workspace.go("history")
    assert window.workspace.made == ("train", "history")


def test_closing_while_a_project_is_being_shown_lets_it_go(
    window: MainWindow, tale_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    tale_project.close()
    close, closed = Project.close, []
    monkeypatch.setattr(Project, "close", lambda project: (closed.append(project.folder), close(project)))
    window.open_project(tale_project.folder)
    while not window.is_showing:
        QApplication.processEvents()
        time.sleep(0.005)
    window.close()
    assert closed == [tale_project.folder], "not left to the collector, and before its first step as well"
    Project.open(tale_project.folder).close()  # the lock is free


@pytest.fixture
def reporter(window: MainWindow, tmp_path: Path) -> Iterator[ErrorReporter]:
    """The hooks of the running program, put back afterwards."""
    hooks = sys.excepthook, threading.excepthook
    made = ErrorReporter(window, Log(tmp_path / "log"))
    yield made
    sys.excepthook, threading.excepthook = hooks


def test_an_unexpected_exception_in_the_window_reaches_the_banner(
    qtbot: QtBot, window: MainWindow, reporter: ErrorReporter, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        raise ZeroDivisionError("by nothing")
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    qtbot.waitUntil(window.banner.isVisible, timeout=WAIT)
    assert "should not have" in window.banner.message.text()
    assert "ZeroDivisionError: by nothing" in window.banner.details.toPlainText()
    assert "ZeroDivisionError: by nothing" in capsys.readouterr().err


def test_an_unexpected_exception_in_a_thread_reaches_the_banner(
    qtbot: QtBot, window: MainWindow, reporter: ErrorReporter, capsys: pytest.CaptureFixture[str]
) -> None:
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    assert not window.banner.isVisible()  # shown by the window's own thread, not by the one that failed
    qtbot.waitUntil(window.banner.isVisible, timeout=WAIT)
    assert "ZeroDivisionError" in window.banner.details.toPlainText()


@pytest.fixture
def training(qtbot: QtBot, new_window: Callable[[], MainWindow], tale_project: Project, tiny_gpt2: Path) -> MainWindow:
    """A window in which a model learns without end, past its first checkpoint."""
    tale_project.close()
    window = new_window()
    assert open_in(window, tale_project.folder)
    context, workspace = window.context, window.workspace
    assert context is not None and workspace is not None
    context.services.models.add_folder(tiny_gpt2)
    context.choose_model(Folder(tiny_gpt2))
    workspace.train.start_run(ENDLESS, "Anna")
    qtbot.waitUntil(
        lambda: (
            bool(context.project.runs.every()) and bool(context.project.checkpoints.of(context.project.runs.every()[0]))
        ),
        timeout=PATIENCE,
    )
    return window


def test_closing_while_a_model_learns_asks_keeps_the_checkpoint_and_the_next_start_continues(
    qtbot: QtBot, new_window: Callable[[], MainWindow], training: MainWindow
) -> None:
    assert training.context is not None
    project = training.context.project
    (view,) = training.status.shown.values()
    qtbot.waitUntil(lambda: "left" in view.words, timeout=WAIT)
    assert view.end.isVisible() and view.end.text() == "Stop and keep"

    answer("Go on training")
    assert not training.close()
    assert training.isVisible() and project.runs.every()[0].status is RunStatus.RUNNING

    answer("Keep and close")
    assert training.close()
    with Project.open(project.folder) as closed:
        (run,) = closed.runs.every()
        assert run.status is RunStatus.INTERRUPTED
        saved = closed.checkpoints.of(run)[-1].step
        assert saved == run.steps, "no step that was made is made again"

    again = new_window()
    assert open_in(again, project.folder)
    context, workspace = again.context, again.workspace
    assert context is not None and workspace is not None
    offers = [label.text() for label in again.findChildren(QLabel) if label.isVisible() and run.name in label.text()]
    assert offers == [f"“{run.name}” was interrupted after step {saved} of 1000000. It goes on from there."]
    workspace.train.setup.unfinished.go_on.click()
    assert workspace.place == "train" and workspace.train.is_running
    qtbot.waitUntil(lambda: context.project.runs.every()[0].steps > saved, timeout=PATIENCE)
    assert len(context.project.runs.every()) == 1

    (view,) = again.status.shown.values()
    qtbot.mouseClick(view.end, Qt.MouseButton.LeftButton)
    assert "stopping" in view.words and not workspace.train.live.stop.isEnabled()
    qtbot.waitUntil(lambda: not again.jobs.running, timeout=PATIENCE)
    assert context.project.runs.every()[0].status is RunStatus.STOPPED
    assert not again.status.shown
    assert again.close()  # nothing is asked any more


def test_a_paused_run_says_so_everywhere_and_is_kept_where_it_is_when_the_window_closes(
    qtbot: QtBot, training: MainWindow
) -> None:
    assert training.context is not None and training.workspace is not None
    project, live = training.context.project, training.workspace.train.live
    (view,) = training.status.shown.values()
    qtbot.waitUntil(lambda: "left" in view.words, timeout=WAIT)
    qtbot.mouseClick(live.pause, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(training.jobs.start_job("", lambda: None, kind=Kind.SHORT).ended, timeout=WAIT):
        pass  # what was told before has been drawn then
    assert live.view.status.text().startswith("Paused") and live.view.figures.time_left.value == "–"
    assert view.words.endswith("paused")

    answer("Keep and close")
    assert training.close()
    with Project.open(project.folder) as closed:
        (run,) = closed.runs.every()
        assert run.status is RunStatus.INTERRUPTED
        assert closed.checkpoints.of(run)[-1].step == run.steps


def test_what_closing_does_to_a_run_is_said_as_it_is(qtbot: QtBot, training: MainWindow) -> None:
    assert training.workspace is not None
    qtbot.waitUntil(
        lambda: "steps. If you close now" in training.workspace.train.learning.leaving_in_words(), timeout=WAIT
    )
    answer("Keep and close")
    assert training.close_project()
    assert training.welcome.isVisible()


def test_a_test_that_ends_while_a_model_learns_closes_its_window(training: MainWindow) -> None:
    """Where that asks whether it may, the suite stands still: here, after the last line."""
    assert training.workspace is not None and training.workspace.train.is_running


def test_what_is_dragged_over_the_window_is_told_where_it_may_fall(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    copy, left, nothing = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, nothing)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted() and window.dropping.sign.isVisible()
    assert window.dropping.sign.size() == window.size() and "to open it" in window.dropping.sign.words
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window.dropping.sign.isVisible()
    QApplication.sendEvent(window, enter)
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), copy, data, left, nothing))
    assert not window.dropping.sign.isVisible()


def test_a_file_that_falls_on_a_box_to_type_in_is_imported_and_stays_where_it_is(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    assert create_in(window, tmp_path / "project") and window.workspace is not None
    window.workspace.go("train")
    (box,) = window.workspace.train.setup.prompts.edits
    file, data = tmp_path / "story.txt", QMimeData()
    box.setText("As it was")
    file.write_text(tale(60), encoding="utf-8")
    data.setUrls([QUrl.fromLocalFile(str(file))])
    at, handle = box.mapTo(window, box.rect().center()), window.windowHandle()
    either = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    left, nothing = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    assert handle is not None
    for event in (
        QDragEnterEvent(at, either, data, left, nothing),
        QDragMoveEvent(at, either, data, left, nothing),
        QDropEvent(QPointF(at), either, data, left, nothing),
    ):
        event.setDropAction(Qt.DropAction.MoveAction)  # as a program does that moves unless it is asked to copy
        QApplication.sendEvent(handle, event)
        assert event.isAccepted() and event.dropAction() == Qt.DropAction.CopyAction
    qtbot.waitUntil(lambda: window.context is not None and window.context.corpus == "story", timeout=60_000)
    assert box.text() == "As it was" and file.exists()
    passage = QMimeData()
    passage.setText(" and is")
    window.workspace.go("train")
    settle()
    at = box.mapTo(window, box.rect().center())
    enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, passage, left, nothing)
    QApplication.sendEvent(handle, enter)
    QApplication.sendEvent(handle, QDragMoveEvent(at, Qt.DropAction.CopyAction, passage, left, nothing))
    QApplication.sendEvent(handle, QDropEvent(QPointF(at), Qt.DropAction.CopyAction, passage, left, nothing))
    assert " and is" in box.text()


def test_what_was_saved_can_be_opened_and_found_in_its_folder(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile())))
    banner = window.banner
    banner.show_saved("Saved: report.html", tmp_path / "report.html")
    for button in (banner.folder, banner.action):  # the second one closes the banner
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened == [tmp_path, tmp_path / "report.html"]
    banner.show_message("Something else")
    assert not banner.folder.isVisible() and not banner.action.isVisible()
