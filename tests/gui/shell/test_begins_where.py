"""Who comes to a page by its key can go on by keys: what the page is for has the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.hands import click, press, settle
from workbench.gui.context import PROMPTS
from workbench.gui.predict.predict_page import PredictPage
from workbench.gui.shell.window import MainWindow
from workbench.gui.shell.workspace import Workspace
from workbench.gui.tasks.answers.conversation_view import ConversationView
from workbench.gui.tasks.next_word.writing_view import WritingView

CTRL = Qt.KeyboardModifier.ControlModifier


def go(qtbot: QtBot, window: MainWindow, number: int) -> Workspace:
    workspace = window.workspace
    assert workspace is not None
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(window, Qt.Key(Qt.Key.Key_0 + number), CTRL)
    qtbot.waitUntil(lambda: not workspace.is_visiting)
    settle()
    return workspace


def write(window: MainWindow, text: str) -> None:
    for letter in text:
        QTest.keyClick(window.windowHandle(), letter)


def test_after_its_key_predict_is_typed_into_behind_what_stands_there(
    qtbot: QtBot, full: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PredictPage, "ask", lambda _: None)  # what is answered is of no matter here
    assert full.context is not None
    full.context.project.preferences.set(PROMPTS, ["The lamp"])
    predict = go(qtbot, full, 4).predict
    before = predict.text.toPlainText()
    write(full, " and")
    assert before and predict.text.toPlainText() == before + " and"
    press(full, Qt.Key.Key_Home)
    write(full, "Then ")
    go(qtbot, full, 5)
    go(qtbot, full, 4)
    write(full, "it ")
    assert predict.text.toPlainText() == f"Then it {before} and", "the caret is where one left it"


def test_after_its_key_history_answers_to_the_keys_of_its_table(
    qtbot: QtBot, full: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: (asked.append(_[1]), ("", False))[1])
    history = go(qtbot, full, 5).history
    assert history.view.currentIndex().data() == history.selected()[0].name
    press(full, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: asked == ["Rename run"])
    other = history.selected()[0].name
    press(full, Qt.Key.Key_Down)
    assert [run.name for run in history.selected()] != [other] and len(history.selected()) == 1


def test_a_key_that_leads_to_where_one_types_leaves_the_caret_there(qtbot: QtBot, full: MainWindow) -> None:
    workspace = go(qtbot, full, 5)
    click(workspace.history.search.words)
    write(full, "fir")
    go(qtbot, full, 5)
    write(full, "st")
    assert workspace.history.search.words.text() == "first"
    workspace.rail.buttons["history"].setFocus()
    press(full, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not workspace.is_visiting)
    assert workspace.rail.buttons["history"].hasFocus(), "who goes through the places by Tab goes on from there"


def test_after_their_keys_text_model_and_train_are_gone_on_with_by_keys(qtbot: QtBot, full: MainWindow) -> None:
    workspace = go(qtbot, full, 1)
    assert workspace.text.view.hasFocus() and workspace.text.view.currentIndex().isValid()
    go(qtbot, full, 2)
    assert next(card for card in workspace.model.cards if card.is_chosen).hasFocus()
    go(qtbot, full, 3)
    assert workspace.train.setup.start.hasFocus()
    workspace.train.vary()
    go(qtbot, full, 3)
    assert workspace.train.sweep.isAncestorOf(QApplication.focusWidget())


def test_after_its_key_an_empty_page_offers_what_it_begins_with(qtbot: QtBot, empty: MainWindow) -> None:
    workspace = go(qtbot, empty, 1)
    assert workspace.text.first.files.hasFocus()
    go(qtbot, empty, 5)
    assert workspace.history.isAncestorOf(QApplication.focusWidget())


def test_who_turns_a_page_over_goes_on_there_and_never_where_a_run_is_ended(qtbot: QtBot, full: MainWindow) -> None:
    train = go(qtbot, full, 3).train
    assert train.setup.start.hasFocus()
    train.watch()
    train.setup.show_running(True)  # what had the focus there is hidden now
    click(train.live.next)
    assert train.setup.isAncestorOf(QApplication.focusWidget())


def test_who_turns_to_another_tab_does_not_fall_out_of_the_page(
    qtbot: QtBot, full: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PredictPage, "ask", lambda _: None)
    views = go(qtbot, full, 4).predict.views
    bar = views.tabBar()
    for name in ("writing", "conversation"):
        views.setCurrentWidget(views.view(name))
        settle()
    writing, conversation = views.view("writing"), views.view("conversation")
    assert isinstance(writing, WritingView) and isinstance(conversation, ConversationView)
    writing.bar.stop.setEnabled(True)  # as while it writes, and no more when one comes back
    views.setCurrentWidget(writing)
    writing.bar.stop.setFocus()
    views.setCurrentWidget(conversation)
    writing.bar.stop.setEnabled(False)
    conversation.words.setFocus()
    click(bar, bar.tabRect(views.indexOf(writing)).center())
    assert views.currentWidget() is writing and views.isAncestorOf(QApplication.focusWidget())


def test_who_lets_several_runs_wait_finds_the_button_where_it_was(qtbot: QtBot, full: MainWindow) -> None:
    train = go(qtbot, full, 3).train
    here = train.setup.queue.mapTo(full, train.setup.queue.rect().center())
    for waiting in (1, 2, 3):
        settle()
        QTest.mouseClick(full.windowHandle(), Qt.MouseButton.LeftButton, pos=here)
        settle()
        assert len(full.context.project.queue.waiting()) == waiting


def test_a_name_is_seen_whole_where_it_is_changed(qtbot: QtBot, full: MainWindow) -> None:
    history, seen = go(qtbot, full, 5).history, []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QInputDialog):
            line = dialog.findChild(QLineEdit)
            letters = line.fontMetrics().horizontalAdvance("Birds by the mill + 1 · Starter English 12")
            seen.append(line.width() > letters)
            dialog.reject()

    timer = QTimer(interval=20)
    timer.timeout.connect(look)
    timer.start()
    press(history.view, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: bool(seen))
    timer.stop()
    assert seen == [True]
