"""In a language of other letters: what is seen for a moment only, asked in a dialog, or painted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFileDialog, QGraphicsTextItem, QGraphicsView, QInputDialog, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.findings import comparisons, everything_learnt
from tests.gui.pseudo_walk import LEARNING, WORDS, found, known_of
from tests.pseudo import leaks
from workbench.experiments.kept import keep
from workbench.gui.parts.export_menu import EXPORTS
from workbench.gui.shell.window import MainWindow
from workbench.gui.shell.workspace import Workspace
from workbench.gui.theme import Theme
from workbench.tasks.registry import find_task
from workbench.training.events import (
    Event,
    Finished,
    Looking,
    Obstacle,
    Preparing,
    Stage,
    StepMeasured,
    StopReason,
    Validated,
    Waiting,
)
from workbench.values.corpus import Split
from workbench.values.progress import Progress
from workbench.values.run import NEXT_WORD, RunStatus

pytestmark = pytest.mark.usefixtures("pseudo_theme")

MOMENTS: tuple[Event, ...] = (
    *(Preparing(stage) for stage in Stage),
    *(Preparing(stage, Progress(1, 3)) for stage in Stage),
    *LEARNING,
    Looking(1000, Progress(1, 3)),
    *(Waiting(obstacle, Path("папка"), missing) for obstacle in Obstacle for missing in (None, 5_000_000)),
    StepMeasured(1001, 100_000, 9.5, 0.000_123, 12.25, 123_456.0, 60.0, None),
    Validated(2000, 9.0, False, 61.0),  # it is getting worse
)


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What Python paints as text."""
    texts: list[str] = []
    plain = QPainter.drawText

    def draw(painter: QPainter, *arguments: Any) -> Any:
        texts.extend(argument for argument in arguments if isinstance(argument, str))
        return plain(painter, *arguments)

    monkeypatch.setattr(QPainter, "drawText", draw)
    return texts


def in_scenes(root: QWidget) -> Iterator[str]:
    """The texts that stand in plots."""
    for view in root.findChildren(QGraphicsView):
        for item in view.scene().items() if view.scene() else ():
            if isinstance(item, QGraphicsTextItem) and item.isVisible():
                yield item.toPlainText()


@pytest.mark.parametrize("place", ("train", "predict", "history", "results"))
def test_every_letter_that_is_painted_is_from_a_catalogue(
    qtbot: QtBot, pseudo_workspace: Workspace, painted: list[str], place: str
) -> None:
    runs = pseudo_workspace.context.project.runs.every()
    if place == "results":
        pseudo_workspace.show_results(runs[0])
    pseudo_workspace.go(place)
    if place == "train":
        pseudo_workspace.train.setup.advanced.setChecked(True)
        pseudo_workspace.grab()
        pseudo_workspace.train.live.begin("сказка", "модель", find_task(NEXT_WORD).shown)
        pseudo_workspace.train.live.take(LEARNING)
        pseudo_workspace.train.watch()
    if place == "history":
        pseudo_workspace.history.view.selectAll()
        tabs = pseudo_workspace.history.comparison.tabs
        for number in range(tabs.count()):
            tabs.setCurrentIndex(number)
            qtbot.waitUntil(lambda: not pseudo_workspace.context.jobs.running, timeout=240_000)
            pseudo_workspace.grab()
        pseudo_workspace.history.view.selectRow(0)
    qtbot.waitUntil(lambda: not pseudo_workspace.context.jobs.running, timeout=240_000)
    pseudo_workspace.grab()
    known = known_of(pseudo_workspace)
    every = [*painted, *in_scenes(pseudo_workspace)]
    assert sorted({text for text in every if leaks(text, known)}) == []
    if place in ("train", "history"):
        assert painted


def test_every_letter_of_a_run_that_learns_is_from_a_catalogue(pseudo_workspace: Workspace) -> None:
    train, known, project = pseudo_workspace.train, known_of(pseudo_workspace), pseudo_workspace.context.project
    runs = {run.status: run for run in project.runs.every()}
    wrong = []
    pseudo_workspace.go("train")
    train.watch()
    for reason in StopReason:
        train.live.begin("сказка", "модель", find_task(NEXT_WORD).shown)
        for event in MOMENTS if reason is StopReason.BUDGET else LEARNING[-1:]:
            train.live.take([event])
            wrong += found(train.live, known)
        train.live.show_paused(True)
        wrong += found(train.live, known)
        train.live.show_stopping()
        train.live.take([Looking(1000, Progress(1, 3)), Finished(1000, reason, 5.0, 4.0, 1000, 4.0, 61.0)])
        wrong += found(train.live, known)
    for run, problem in ((runs[RunStatus.FINISHED], ""), (runs[RunStatus.FAILED], "нет места"), (None, "нет места")):
        train.live.end(run, problem, project.runs.samples(run) if run else ())
        wrong += found(train.live, known)
    assert wrong == []


def test_every_letter_of_what_was_found_out_about_a_run_is_from_a_catalogue(pseudo_workspace: Workspace) -> None:
    project, results = pseudo_workspace.context.project, pseudo_workspace.results
    run, known = project.runs.every()[0], known_of(pseudo_workspace)
    wrong = []
    for comparison in comparisons(Split.VALIDATION):
        keep(project, run, "evaluation-validation", comparison)
        pseudo_workspace.show_results(run)
        wrong += found(results, known)
    for every in everything_learnt(Split.VALIDATION):
        keep(project, run, "learnt-validation", every)
        pseudo_workspace.show_results(run)
        wrong += found(results, known)
    assert wrong == []
    assert results.views.view("evaluation").found.isVisibleTo(results.views.view("evaluation"))
    assert results.views.view("learnt").gained.rowCount() > 0


def test_every_letter_of_answers_is_from_a_catalogue(pseudo_workspace: Workspace) -> None:
    pseudo_workspace.go("predict")
    page = pseudo_workspace.predict
    words = page.views.view("next_words")
    words.base.show_predictions(WORDS, 1.0)
    words.tuned.show_predictions(tuple(reversed(WORDS)), 1.0)
    known = known_of(pseudo_workspace)
    wrong = []
    for view in page.views.shown:
        page.views.setCurrentWidget(view)
        wrong += found(page, known)
    assert wrong == [] and len(words.as_rows()) == 2 * len(WORDS) + 1
    assert [row for row in words.as_rows() if any(leaks(str(cell), known) for cell in row)] == []


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, pseudo_workspace: Workspace) -> list[object]:
    """What dialogs would say; each is answered with nothing."""
    said: list[object] = []

    def answer(nothing: object) -> Any:
        def ask(*arguments: object, **named: object) -> object:
            said.extend(each for each in (*arguments, *named.values()) if isinstance(each, str))
            return nothing

        return staticmethod(ask)

    for name, nothing in (
        ("getOpenFileNames", ([], "")), ("getOpenFileName", ("", "")), ("getSaveFileName", ("", "")),
        ("getExistingDirectory", ""),
    ):  # fmt: skip
        monkeypatch.setattr(QFileDialog, name, answer(nothing))
    monkeypatch.setattr(QInputDialog, "getText", answer(("", False)))
    known = known_of(pseudo_workspace)
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.extend(found(box, known)))
    return said


def test_every_letter_that_is_asked_about_a_text_or_a_run_is_from_a_catalogue(
    pseudo_workspace: Workspace, asked: list[object]
) -> None:
    text, model, history = pseudo_workspace.text, pseudo_workspace.model, pseudo_workspace.history
    pseudo_workspace.go("text")
    text.view.selectRow(0)
    for ask in (text.ask_files, text.ask_folder, text.ask_address, text.ask_more_files, text.ask_export, text.delete):
        ask()
    pseudo_workspace.go("model")
    model.ask_folder()
    model.ask_file()
    pseudo_workspace.go("history")
    history.view.selectRow(0)
    run = pseudo_workspace.context.project.runs.every()[0]
    history.rename(run)
    history.delete([run])
    history.exporter.ask_report([run])
    for exports in EXPORTS.values():
        for export in exports:
            history.exporter.ask(run, export)
    history.filing.ask_tag()
    history.filing.ask_group()
    known = known_of(pseudo_workspace) | {".html", ".csv", "(*", "сказка"}
    assert len(asked) > 20
    assert [each for each in asked if not isinstance(each, str) or leaks(without_files(each), known)] == []


def test_every_letter_of_a_menu_that_opens_is_from_a_catalogue(pseudo_workspace: Workspace) -> None:
    pseudo_workspace.go("history")
    pseudo_workspace.history.view.selectRow(0)
    known = known_of(pseudo_workspace)
    wrong = []
    for place in pseudo_workspace.pages.values():
        for menu in place.findChildren(QMenu):
            menu.aboutToShow.emit()
            wrong += found(menu, known)
    assert wrong == []


def test_every_letter_that_the_window_asks_is_from_a_catalogue(
    qtbot: QtBot, tmp_path: Path, pseudo_theme: Theme, pseudo_workspace: Workspace, asked: list[object]
) -> None:
    window = MainWindow(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat), pseudo_theme)
    qtbot.addWidget(window)
    for ask in (window.ask_new, window.ask_open, window.archiving.ask_unpack):
        ask()
    window.archiving.ask_place(tmp_path / "архив.zip")
    assert len(asked) > 8
    known = known_of(pseudo_workspace) | {str(tmp_path)}
    assert [each for each in asked if not isinstance(each, str) or leaks(without_files(each), known)] == []


def without_files(text: str) -> str:
    """A pattern of files, and where a file is suggested, are the same in every language."""
    return re.sub(r"\*(\.\w+)+|" + re.escape(str(Path.home())) + r"\S*", " ", text)
