"""In a small window no page is cut off in any language, and everything that can be used has a name to be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.speaking import spoken
from tests.opening import workspace_of
from workbench.gui.shell.workspace import Workspace
from workbench.gui.theme import Theme
from workbench.models.hub.progress import Downloading
from workbench.models.hub.search import HubModel
from workbench.project.project import Project
from workbench.tasks.next_word.task import TASK as NEXT_WORD
from workbench.training.events import Event, SampleWritten, StepMeasured, Validated
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import from_text
from workbench.values.prediction import Prediction, Sample
from workbench.values.run import RunStatus

WIDTH, HEIGHT = 800, 700 - 60  # without the menu and the status bar
LOW = (1024, 600 - 60)
SCALED = (853, 533 - 60)  # of 1280 × 800 at 150 %
SIZES = ((WIDTH, HEIGHT), LOW, SCALED)
PLACES = ("text", "model", "train", "predict", "history")
USABLE = (QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
WORDS = tuple(Prediction(word, 0.1, f" {word}") for word in "abcdefghij")
LEARNING: tuple[Event, ...] = (
    Validated(0, 5.0, True, 0.0),
    SampleWritten(Sample(0, "Anna", " lit", WORDS)),
    StepMeasured(1000, 100_000, 4.5, 0.000_123, 12.25, 123_456.0, 60.0, 360_000.0),
    Validated(1000, 4.0, True, 61.0),
    SampleWritten(Sample(1000, "Anna", " lit the lamp", WORDS)),
)


@pytest.fixture
def empty(qtbot: QtBot, theme: Theme, project: Project) -> Iterator[Workspace]:
    """As people see it: the theme's frames and margins take room."""
    yield from workspace_of(qtbot, project, theme, WIDTH, HEIGHT)


@pytest.fixture(params=["zh_Hans", "longer"])
def foreign(
    request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot, theme: Theme, tale_project: Project
) -> Iterator[Workspace]:
    """A full project in a language that is not the program's own, on the smallest screen that is still sold."""
    with spoken(request.param, qapp):
        for workspace in workspace_of(qtbot, with_a_run(tale_project), theme, *LOW):
            workspace.context.choose_model(from_text("starter-en"))
            yield workspace


def with_a_run(project: Project) -> Project:
    run = project.runs.create(corpus="tale", base=from_text("starter-en"), model_sha256="", fine_tuning=FineTuning())
    with project.runs.recorder(run) as recorder:
        for event in LEARNING:
            recorder.record(event)
    project.runs.finish(run, RunStatus.STOPPED)
    return project


@pytest.fixture
def full(qtbot: QtBot, theme: Theme, tale_project: Project) -> Iterator[Workspace]:
    for workspace in workspace_of(qtbot, with_a_run(tale_project), theme, WIDTH, HEIGHT):
        workspace.context.choose_model(from_text("starter-en"))
        yield workspace


def seen(page: QWidget, kind: type | tuple[type, ...]) -> list[QWidget]:
    """The visible widgets of a kind, without those that Qt itself puts inside others."""
    inside_others = (QComboBox, QAbstractSpinBox, QAbstractItemView, QLineEdit)
    return [
        widget
        for widget in page.findChildren(QWidget)
        if isinstance(widget, kind)
        and widget.isVisible()
        and not isinstance(widget, QScrollBar)
        and not isinstance(widget.parent(), inside_others)
    ]


def scrolls(widget: QWidget, page: QWidget) -> bool:
    """Whether it lies in something that can be scrolled to it."""
    parent = widget.parentWidget()
    while parent is not None and parent is not page:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def check(page: QWidget) -> None:
    for _ in range(10):  # texts that were set are laid out, then what holds them, and what holds that
        QApplication.processEvents()
    assert (page.window().width(), page.window().height()) in SIZES, "the window had to grow"
    assert page.minimumSizeHint().width() <= page.width(), "the page needs more room than it has"
    assert page.minimumSizeHint().height() <= page.height(), "the page needs more room than it has"
    for area in page.findChildren(QScrollArea) if page.window().width() >= SCALED[0] else ():
        if area.isVisible() and area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            inside = area.widget()
            assert inside is None or inside.width() <= area.viewport().width(), f"{inside} is cut off at its side"
    for widget in seen(page, USABLE):
        text = widget.text().strip("▸▾ ") if isinstance(widget, QAbstractButton) else ""
        assert widget.accessibleName() or text, f"{widget} has no name"
    for widget in seen(page, (*USABLE, QLabel)):
        if scrolls(widget, page):
            continue
        place = QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())
        assert page.rect().contains(place), f"{widget} “{widget.accessibleName()}” is cut off"
        if isinstance(widget, QAbstractButton | QLabel):
            set_to, needed = widget.minimumSize(), widget.minimumSizeHint()  # what was set outranks what it asks for
            needed = QSize(set_to.width() or needed.width(), set_to.height() or needed.height())
            assert widget.width() >= needed.width() and widget.height() >= needed.height(), (
                f"{widget} “{widget.text()}” is squeezed"
            )


def test_an_empty_project_fits(empty: Workspace) -> None:
    for place in PLACES:
        empty.go(place)
        check(empty.pages[place])


def test_a_full_project_fits(full: Workspace) -> None:
    for place in PLACES:
        full.go(place)
        check(full.pages[place])


def test_the_hub_fits_with_everything_unfolded(qtbot: QtBot, full: Workspace) -> None:
    full.go("model")
    hub = full.model.hub
    full.model.tabs.setCurrentWidget(hub)
    check(full.model)
    hub.settings_button.click()
    qtbot.waitUntil(
        lambda: not full.context.jobs.running
    )  # whether there is a token is asked beside the window's thread
    name = "an-organisation/a-model-with-a-rather-long-name-for-a-card-of-eight-hundred"
    hub.show_found((HubModel(name, 10**9, 10**9, "apache-2.0", ("en", "de"), 10**6, is_gated=True, problem=None),))
    check(full.model)
    (card,) = hub.cards
    card.show_coming(Downloading(10**9, 10**10, "", 9000.0, 10**6))
    check(full.model)


def test_every_setting_of_a_fine_tuning_fits(full: Workspace) -> None:
    full.go("train")
    full.train.setup.advanced.setChecked(True)
    check(full.train)


def test_a_running_and_an_ended_run_fit(full: Workspace) -> None:
    full.go("train")
    full.train.live.begin(
        "a text with a rather long name of its own", "a model with a long name as well", NEXT_WORD.shown
    )
    full.train.watch()
    full.train.live.take(LEARNING)
    check(full.train)
    full.train.live.end(full.context.project.runs.every()[0])
    check(full.train)


def test_every_tab_of_a_runs_details_fits(full: Workspace) -> None:
    full.go("history")
    tabs = full.history.details.curves
    for number in range(tabs.count()):
        tabs.setCurrentIndex(number)
        check(full.history)


def test_the_results_of_a_run_fit(full: Workspace) -> None:
    full.show_results(full.context.project.runs.every()[0])
    assert full.place == "results" and full.rail.buttons["history"].isChecked()
    for number in range(full.results.views.count()):
        full.results.views.setCurrentIndex(number)
        check(full.results)


def test_every_view_of_predict_fits(full: Workspace) -> None:
    full.go("predict")
    full.predict.views.view("writing").bar.samples.setValue(4)
    for number in range(full.predict.views.count()):
        full.predict.views.setCurrentIndex(number)
        check(full.predict)


def test_a_queue_and_a_sweep_fit(full: Workspace) -> None:
    train = full.train
    full.go("train")
    for _ in range(5):
        train.add_to_queue(FineTuning(), ("Anna",))
    check(train)
    train.waiting.view.setCurrentIndex(train.waiting.model.index(0))
    train.waiting.remove.click()
    check(train)
    train.vary()
    for number in range(train.sweep.first.setting.count()):
        train.sweep.first.setting.setCurrentIndex(number)
        check(train)
    train.sweep.second.setting.setCurrentIndex(1)
    train.sweep.way.setCurrentIndex(1)
    check(train)


def test_every_view_of_a_comparison_fits(full: Workspace) -> None:
    full.context.project.runs.create(
        corpus="tale",
        base=from_text("starter-en"),
        model_sha256="",
        fine_tuning=FineTuning(seed=1, dropout=0.5, warmup=0.2),
    )
    full.go("history")
    history = full.history
    history.search.unfold.setChecked(True)
    history.view.selectAll()
    history.filing.new_tag("lecture")
    for number in range(history.comparison.tabs.count()):
        history.comparison.tabs.setCurrentIndex(number)
        check(history)


def test_going_on_with_a_run_and_a_run_that_gets_worse_fit(full: Workspace) -> None:
    full.go("train")
    (run,) = full.context.project.runs.every()
    full.train.go_on_with(replace(run, status=RunStatus.FINISHED))
    check(full.train)
    full.train.live.begin("tale", "Starter English", NEXT_WORD.shown)
    full.train.watch()
    full.train.live.take([Validated(0, 4.0, True, 0.0), Validated(5, 9.0, False, 1.0), Validated(10, 9.5, False, 2.0)])
    assert full.train.live.view.worse.isVisible()
    check(full.train)


@pytest.mark.parametrize("foreign", ["zh_Hans"], indirect=True)
def test_cards_fit_beside_each_other_on_a_scaled_screen_in_another_language(foreign: Workspace) -> None:
    foreign.go("train")
    foreign.resize(*SCALED)
    check(foreign.train)


def test_every_page_fits_in_another_language(foreign: Workspace) -> None:
    for place in PLACES:
        foreign.go(place)
        check(foreign.pages[place])
    for name, tabs in (
        ("text", foreign.text.details.leaves),
        ("model", foreign.model.tabs),
        ("predict", foreign.predict.views),
        ("history", foreign.history.details.curves),
    ):
        foreign.go(name)
        for number in range(tabs.count()):
            tabs.setCurrentIndex(number)
            check(foreign.pages[name])
    foreign.go("train")
    foreign.train.setup.advanced.setChecked(True)
    check(foreign.train)
    foreign.train.add_to_queue(FineTuning(), ("Anna",))
    check(foreign.train)
    foreign.train.vary()
    check(foreign.train)
    foreign.train.live.begin("tale", "Starter English", NEXT_WORD.shown)
    foreign.train.watch()
    foreign.train.live.take(LEARNING)
    check(foreign.train)
    foreign.show_results(foreign.context.project.runs.every()[0])
    for number in range(foreign.results.views.count()):
        foreign.results.views.setCurrentIndex(number)
        check(foreign.results)
