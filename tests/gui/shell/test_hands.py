"""What hands expect of a window: the wheel scrolls, keys reach everything, and a list answers to the hand on it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QInputDialog,
    QMenu,
    QMessageBox,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.faces import faces
from tests.gui.hands import click, double_click, press, settle, turn_wheel
from tests.gui.stillness import in_sight, named
from workbench.gui import tab_order
from workbench.gui.plots.plot_canvas import PlotCanvas
from workbench.gui.shell.rail import PLACES
from workbench.gui.shell.window import MainWindow
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import OfRun
from workbench.values.run import RunStatus

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TURNED = (QAbstractSpinBox, QComboBox, QAbstractSlider, PlotCanvas)


@pytest.fixture(autouse=True)
def in_front(full: MainWindow, qtbot: QtBot) -> None:
    """Keys go to the window that is active."""
    full.activateWindow()
    qtbot.waitUntil(full.isActiveWindow)


def says(widget: QWidget) -> object:
    """What the wheel could change."""
    if isinstance(widget, QComboBox):
        return widget.currentIndex()
    if isinstance(widget, QAbstractSpinBox):
        return widget.text()
    return widget.value() if isinstance(widget, QAbstractSlider) else widget.getPlotItem().vb.viewRange()


def turned(window: MainWindow) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if isinstance(widget, TURNED) and not isinstance(widget, QScrollBar) and in_sight(widget):
            yield widget


def test_the_wheel_changes_nothing_that_passes_under_the_pointer(full: MainWindow) -> None:
    full.resize(1024, 570)
    wrong, met = [], set()
    for face in faces(full):
        settle()
        for widget in turned(full):
            before = says(widget)
            for _ in range(2):  # the first could give it the focus, and the second change it
                turn_wheel(widget)
            if says(widget) != before or widget.hasFocus():
                wrong.append(f"{face}: {type(widget).__name__} “{widget.accessibleName()}”")
            met.add(next(kind for kind in TURNED if isinstance(widget, kind)))
    assert met == set(TURNED) and not wrong, "\n".join(wrong)


def test_the_wheel_scrolls_past_a_box_and_turns_the_one_that_was_clicked(full: MainWindow) -> None:
    full.resize(1024, 570)
    assert full.workspace is not None
    setup = full.workspace.train.setup
    full.workspace.go("train")
    setup.advanced.setChecked(True)
    settle()
    bar = setup.advanced.parentWidget().parentWidget().parentWidget().verticalScrollBar()
    while not in_sight(setup.form.editor("seed")):
        turn_wheel(setup.advanced.parentWidget().parentWidget(), at=QPoint(30, 40))
        assert bar.value() < bar.maximum() or in_sight(setup.form.editor("seed"))
    seed = setup.form.editor("seed")
    scrolled, number = bar.value(), seed.value()
    turn_wheel(seed, notches=1)
    assert bar.value() < scrolled and seed.value() == number
    while not in_sight(seed):
        turn_wheel(setup.advanced.parentWidget().parentWidget(), at=QPoint(30, 40))
    click(seed, QPoint(12, seed.height() // 2))
    turn_wheel(seed, notches=1)
    assert seed.value() > number


def test_no_plot_is_left_behind_by_the_wheel(full: MainWindow) -> None:
    assert full.workspace is not None
    full.workspace.go("history")
    settle()
    canvas = full.workspace.history.details.curves.loss.canvas
    click(canvas)
    for _ in range(60):
        turn_wheel(canvas)
    (left, right), (low, high) = canvas.getPlotItem().vb.viewRange()
    assert 100_000 < right - left < 300_000 and high - low < 20, "what is drawn stays in sight"


def test_keys_lead_to_every_place_also_after_its_button_has_changed(full: MainWindow) -> None:
    assert full.workspace is not None
    for number, place in enumerate(PLACES, start=1):
        press(full, Qt.Key(Qt.Key.Key_0 + number), CTRL)
        assert full.workspace.place == place


def test_enter_presses_the_button_that_has_the_focus(full: MainWindow) -> None:
    assert full.workspace is not None
    full.workspace.go("text")
    full.workspace.text.next_button.setFocus()
    press(full, Qt.Key.Key_Return)
    assert full.workspace.place == "model"


def test_tab_goes_through_a_page_as_it_is_read(full: MainWindow) -> None:
    assert full.workspace is not None
    full.resize(1024, 570)
    wrong = []
    for place in full.workspace.pages:
        full.workspace.go(place)
        wrong += [f"{place}: {jump}" for jump in jumps(full)]
    assert not wrong, "\n".join(wrong)


def test_tab_goes_as_well_through_what_is_made_once_it_is_wanted(full: MainWindow) -> None:
    assert full.workspace is not None
    full.resize(1024, 570)
    train = full.workspace.train
    full.workspace.go("train")
    train.setup.advanced.setChecked(True)
    wrong = jumps(full)
    assert train.setup.form.isVisible()
    train.vary()
    wrong += jumps(full)
    assert train.sweep.isVisible() and not wrong, "\n".join(wrong)


def jumps(window: MainWindow) -> list[str]:
    """Where Tab goes back to what lies above or before."""
    settle()
    found = []
    for one, other in pairwise(tabbed(window)):
        here, there = (widget.mapTo(window, QPoint(0, 0)) for widget in (one, other))
        if there.y() + other.height() <= here.y() and there.x() + other.width() <= here.x() + one.width():
            found.append(f"from {named(one)} up to {named(other)}")
    return found


def tabbed(window: MainWindow) -> Iterator[QWidget]:
    """What Tab comes to on the page, one after the other, from the last button beside it on."""
    assert window.workspace is not None
    rail = window.workspace.rail
    list(tab_order.reached(rail))[-1].setFocus()
    met: list[QWidget] = []
    while True:
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        reached = window.focusWidget()
        assert reached is not None
        if reached in met or not window.workspace.isAncestorOf(reached) or rail.isAncestorOf(reached):
            break
        met.append(reached)
    assert met
    yield from met


@pytest.fixture
def answered(qtbot: QtBot) -> Iterator[Callable[[], str]]:
    """Closes each dialog that opens, and says the title of the last one."""
    titles = [""]

    def close() -> None:
        opened = QApplication.activeModalWidget()
        if isinstance(opened, QMessageBox | QInputDialog):
            titles.append(opened.windowTitle())
            opened.reject()

    timer = QTimer(interval=20)
    timer.timeout.connect(close)
    timer.start()
    yield lambda: titles[-1]
    timer.stop()


def row(view: QAbstractItemView, number: int) -> QPoint:
    """In its middle, on the window that a hand sees."""
    rect = view.visualRect(view.model().index(number, 0))
    return view.viewport().mapTo(view, rect.center())


def menu_at(view: QAbstractItemView, number: int) -> list[str]:
    """The words of what is offered by a right click there; a system sends the one after the other."""
    click(view, row(view, number), Qt.MouseButton.RightButton)
    place = view.viewport().mapFrom(view, row(view, number))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, QMenu)
    words = [action.text() for action in opened.actions() if action.isEnabled()]
    opened.close()
    return words


@pytest.mark.skipif(sys.platform == "win32", reason="Windows opens the menu by itself")
def test_a_keyboard_without_a_menu_key_opens_the_menu_of_what_has_the_focus(full: MainWindow) -> None:
    assert full.workspace is not None
    history = full.workspace.history
    full.workspace.go("history")
    settle()
    click(history.view, row(history.view, 0))
    for widget, words in ((history.view, "Rename …"), (history.search.words, "Select All")):
        widget.setFocus()
        press(full, Qt.Key.Key_F10, SHIFT)
        opened = QApplication.activePopupWidget()
        assert isinstance(opened, QMenu) and any(words in action.text() for action in opened.actions())
        opened.close()


def test_a_run_answers_to_keys_a_right_click_and_a_double_click(
    full: MainWindow, answered: Callable[[], str], qtbot: QtBot
) -> None:
    assert full.workspace is not None
    history = full.workspace.history
    full.workspace.go("history")
    settle()
    for number in (1, 0):
        assert {"Rename …", "Delete …", "Tag", "Run again …", "Export"} <= set(menu_at(history.view, number))
    click(history.view, row(history.view, 0))
    press(history.view, Qt.Key.Key_Down)
    press(history.view, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: answered() == "Rename run")
    press(history.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: answered() == "Delete run")
    click(history.filing.archive)
    assert history.undo.isVisible() and history.table.rowCount() == 2
    press(full, Qt.Key.Key_Escape)
    assert not history.undo.isVisible() and full.workspace.place == "history"
    assert history.shown.rowCount() == 1
    full.activateWindow()  # after the dialogs
    qtbot.waitUntil(full.isActiveWindow)
    press(full, Qt.Key.Key_Z, CTRL)
    assert history.shown.rowCount() == 2


def test_several_runs_are_put_aside_or_deleted_by_one_key(full: MainWindow, qtbot: QtBot) -> None:
    assert full.workspace is not None and full.context is not None
    runs, history = full.context.project.runs, full.workspace.history
    first = runs.named("first")
    child = runs.create(corpus="tale", base=OfRun(first.id), model_sha256="", fine_tuning=FineTuning(), name="a child")
    runs.finish(child, RunStatus.STOPPED)
    full.workspace.go("history")
    settle()

    def delete_two(answer: str) -> str:
        """What is asked once both are selected and the key is pressed."""
        asked = []

        def reply() -> None:
            box = QApplication.activeModalWidget()
            if isinstance(box, QMessageBox):
                asked.append(f"{box.text()} {box.informativeText()}")
                QTest.mouseClick(
                    next(button for button in box.buttons() if button.text() == answer), Qt.MouseButton.LeftButton
                )

        full.activateWindow()
        qtbot.waitUntil(full.isActiveWindow)
        click(history.view, row(history.view, 1))
        press(history.view, Qt.Key.Key_Down, SHIFT)
        timer = QTimer(interval=20)
        timer.timeout.connect(reply)
        timer.start()
        press(history.view, Qt.Key.Key_Delete)
        qtbot.waitUntil(lambda: bool(asked))
        timer.stop()
        return asked[0]

    question = delete_two("Archive instead")
    assert "Delete 2 runs?" in question and "1 other run began there" in question and "“a child”" in question
    assert history.shown.rowCount() == 1
    click(history.undo.button)
    assert history.shown.rowCount() == 3, "one step takes both back"
    delete_two("Delete")
    assert [run.name for run in runs.every()] == ["a child"]


def test_what_was_just_done_can_be_taken_back_where_a_message_stood(full: MainWindow) -> None:
    assert full.workspace is not None
    history = full.workspace.history
    full.workspace.go("history")
    full.banner.show_message("Of 120 of the 120 examples no more than the first 16 tokens are read.")
    settle()
    click(history.view, row(history.view, 0))
    click(history.filing.archive)
    assert history.shown.rowCount() == 1
    click(history.undo.button)
    assert history.shown.rowCount() == 2, "the offer is seen, and can be hit"


@pytest.mark.parametrize("by_keys", [False, True])
def test_who_takes_something_back_goes_on_where_he_was(full: MainWindow, by_keys: bool) -> None:
    assert full.workspace is not None
    history = full.workspace.history
    full.workspace.go("history")
    settle()
    click(history.view, row(history.view, 0))
    history.filer.archive(history.selected(), True)
    settle()
    if by_keys:
        history.undo.button.setFocus()
        press(full, Qt.Key.Key_Space)
    else:
        click(history.undo.button)
    assert history.shown.rowCount() == 2 and not history.undo.isVisible()
    full.banner.show_message("Something was written.")
    settle()
    click(full.banner.close_button)
    assert history.view.hasFocus() and full.banner.isHidden(), "the keys go on with the list"


def test_a_text_answers_to_keys_a_right_click_and_a_double_click(
    full: MainWindow, answered: Callable[[], str], qtbot: QtBot
) -> None:
    assert full.workspace is not None
    text = full.workspace.text
    full.workspace.go("text")
    settle()
    assert {"Next: choose a model", "More", "Rename …", "Delete …"} <= set(menu_at(text.view, 0))
    click(text.view, row(text.view, 0))
    press(text.view, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: answered() == "Rename text")
    press(text.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: answered() == "Delete text")
    double_click(text.view, row(text.view, 0))
    qtbot.waitUntil(lambda: full.workspace is not None and full.workspace.place == "model")


def test_escape_leaves_one_step_at_a_time(full: MainWindow) -> None:
    assert full.workspace is not None
    train = full.workspace.train
    full.workspace.go("train")
    train.vary()
    full.banner.show_message("Something was done.")
    settle()
    press(full, Qt.Key.Key_Escape)
    assert not full.banner.isVisible() and train.sweep.isVisible()
    press(full, Qt.Key.Key_Escape)
    assert train.setup.isVisible()
    full.workspace.show_results(full.workspace.context.project.runs.every()[0])
    settle()
    press(full, Qt.Key.Key_Escape)
    assert full.workspace.place == "history"


def test_a_second_click_where_a_message_was_closed_hits_nothing(full: MainWindow) -> None:
    assert full.workspace is not None
    for place in PLACES:
        full.workspace.go(place)
        full.banner.show_offer("Some texts lie here.", "Take them up", lambda: None)
        settle()
        for button in (full.banner.action, full.banner.close_button):
            under = button.mapTo(full, button.rect().center())
            full.banner.hide()
            hit = full.childAt(under)
            assert hit is not None and hit.focusPolicy() is Qt.FocusPolicy.NoFocus, f"{place}: {hit}"
            full.banner.show()
            settle()
