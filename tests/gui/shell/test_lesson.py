"""The lesson: a project of its own, five chapters over the real pages, and a hand-out of two pages."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator
from pathlib import Path
from unicodedata import normalize

import platformdirs
import pypdfium2
import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.hands import click, settle
from tests.opening import open_in
from workbench.ground.speech import EN, ZH_HANS, spoken_by
from workbench.gui.report_pdf import write_lesson_pdf
from workbench.gui.shell.window import MainWindow
from workbench.gui.shell.workspace import Workspace
from workbench.messages.lesson import CHAPTERS, CONTEXT, TITLE
from workbench.services.asking import Asking
from workbench.values.prediction import Prediction

WAIT = 30_000  # milliseconds, at most


def knows_nothing(*_asked: object, **_how: object) -> Generator[tuple[Prediction, ...], None, tuple[Prediction, ...]]:
    yield ()
    return ()


@pytest.fixture
def led(qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """The workspace of the lesson's project, as one click makes it."""
    monkeypatch.setattr(Asking, "watch_words", knows_nothing)  # no model is needed to be led
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(tmp_path / "documents"))
    window.resize(1024, 570)
    click(window.welcome.lesson)
    qtbot.waitUntil(lambda: window.workspace is not None and not window.workspace.is_visiting, timeout=WAIT)
    settle()
    assert window.workspace is not None
    yield window.workspace
    window.jobs.end_all()


def view_of(workspace: Workspace) -> str:
    views = workspace.predict.views
    names = (chapter.view for chapter in CHAPTERS if chapter.view)
    return next(name for name in names if views.currentWidget() is views.view(name))


def test_five_chapters_lead_over_the_pages_and_are_kept(qtbot: QtBot, window: MainWindow, led: Workspace) -> None:
    strip, folder = led.lesson, led.context.project.folder
    assert folder.name == "What is a language model" and len(CHAPTERS) == 5
    assert led.context.project.corpora.names() == ("Keeper's log",)
    for number, chapter in enumerate(CHAPTERS):
        assert strip.isVisible() and strip.number == number and chapter.title in strip.title.text()
        assert chapter.do in strip.do.text() and chapter.notice in strip.notice.text()
        assert not (strip.do.is_cut or strip.notice.is_cut or strip.title.is_cut)
        primary = (each for each in led.seen.findChildren(QPushButton) if each.property("primary") and each.isVisible())
        for button in primary:
            seen = button.visibleRegion().boundingRect().size()
            assert seen == button.size(), f"{button.text()} is to be pressed in chapter {number + 1}"
        assert led.place == chapter.place and (not chapter.view or view_of(led) == chapter.view)
        if chapter.place == "train":
            assert led.train.setup.presets.card("quick").isChecked(), "it is over in a minute or so"
        if number < 4:
            click(strip.next)
            qtbot.waitUntil(lambda: not led.is_visiting, timeout=WAIT)
            settle()
    click(strip.back)
    qtbot.waitUntil(lambda: not led.is_visiting, timeout=WAIT)
    assert window.close_project() and open_in(window, folder)
    again = window.workspace
    assert again is not None
    qtbot.waitUntil(lambda: not again.is_visiting, timeout=WAIT)
    assert again.lesson.isVisible() and again.lesson.number == 3 and again.place == "predict"


def test_it_is_left_and_had_back(window: MainWindow, led: Workspace) -> None:
    led.show_chapter(2)
    click(led.lesson.close_button)
    assert not led.lesson.isVisible()
    folder = led.context.project.folder
    assert window.close_project() and open_in(window, folder)
    again = window.workspace
    assert again is not None and not again.is_led
    window.guidance.does["lesson"]()
    assert again.lesson.isVisible() and again.lesson.number == 2


def test_a_project_without_a_lesson_has_no_strip(full: MainWindow) -> None:
    assert full.workspace is not None and full.workspace.chapter is None
    assert "lesson" not in full.workspace.__dict__


@pytest.mark.parametrize("code", [EN, ZH_HANS])
def test_the_hand_out_has_two_pages_with_all_chapters(tmp_path: Path, code: str, qapp: object) -> None:
    language = spoken_by(code)
    document = pypdfium2.PdfDocument(write_lesson_pdf(tmp_path / "new" / "lesson.pdf", language))
    text = "".join(page.get_textpage().get_text_range() for page in document)
    assert len(document) == 2
    plain = "".join(normalize("NFKC", text).split())  # a font may have one sign for a character and its radical
    for words in (TITLE, *(chapter.title for chapter in CHAPTERS), *(chapter.ask for chapter in CHAPTERS)):
        assert normalize("NFKC", "".join(language.translate(CONTEXT, words).split())) in plain, words
    document.close()


def test_the_command_line_tells_and_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from workbench.cli.main import main

    assert main(["lesson", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [each["title"] for each in told] == [chapter.title for chapter in CHAPTERS]
    assert main(["lesson", "--save", str(tmp_path / "lesson.pdf")]) == 0
    assert (tmp_path / "lesson.pdf").read_bytes().startswith(b"%PDF")
