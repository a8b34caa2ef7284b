"""A main window as a person gets it, with settings of its own, and the waiting that real work needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.predicting import page, run, taught, taught_project  # noqa: F401 - fixtures
from workbench.costs.computer import remember_speed
from workbench.costs.fit import Speed
from workbench.ground.resources import resource
from workbench.gui.context import Context
from workbench.gui.jobs import Jobs
from workbench.gui.shell.language import compiled
from workbench.gui.shell.window import MainWindow
from workbench.gui.theme import Look, Theme
from workbench.project.project import Project


@pytest.fixture(autouse=True, scope="session")
def english(qapp: QApplication) -> Iterator[None]:
    """The forms of English for one thing and for several, which the program has from its first word on."""
    translator = QTranslator()
    assert translator.load(str(compiled(resource("translations/workbench_en.ts"))))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture(autouse=True)
def no_widget_outlives_its_test(qapp: QApplication) -> Iterator[None]:
    """Qt deletes later what a test has closed: when an event loop runs, which there is none between two tests. All
    that is left would be dressed anew with every theme, and a window has two thousand widgets."""
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def measured_computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fast one, whose speed an earlier start has found out."""
    monkeypatch.setenv("NEXTWORD_CACHE_HOME", str(tmp_path / "cache"))
    remember_speed(Speed(1e12, 4e12, 1e10))


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp)
    yield made
    made.choose(Look.SYSTEM)
    made.deleteLater()


def leave_what_goes_on(window: MainWindow) -> None:
    """A test that fails while a model learns closes its window all the same, which would ask, and nobody answers."""
    window.jobs.end_all()


@pytest.fixture
def new_window(qtbot: QtBot, settings: QSettings, theme: Theme) -> Callable[[], MainWindow]:
    """Makes windows that share their settings, as one start of the program after the other does."""

    def make() -> MainWindow:
        window = MainWindow(settings, theme)
        qtbot.addWidget(window, before_close_func=leave_what_goes_on)
        window.show()
        return window

    return make


@pytest.fixture
def window(new_window: Callable[[], MainWindow]) -> MainWindow:
    return new_window()


@pytest.fixture
def context(project: Project) -> Iterator[Context]:
    """What a page is given, for a page without its window."""
    jobs = Jobs()
    yield Context(project, jobs)
    jobs.shutdown()
