"""A window on a project that another program holds, or that can only be read: it stands still for nobody."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.full_disk import small_disk
from tests.opening import open_in
from tests.services.test_busy import held, made_read_only
from tests.store.test_strangers import spoil
from workbench.gui.shell.window import MainWindow
from workbench.project.project import Project
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import from_text
from workbench.values.run import RunStatus

WAIT = 20_000


def with_a_run(project: Project) -> None:
    run = project.runs.create(
        corpus="tale", base=from_text("starter-en"), model_sha256="0", fine_tuning=FineTuning(), name="a run"
    )
    project.runs.finish(run, RunStatus.FINISHED)
    project.close()


def test_a_note_that_is_typed_while_the_project_is_held_is_written_when_it_is_free(
    qtbot: QtBot, window: MainWindow, tale_project: Project
) -> None:
    with_a_run(tale_project)
    assert open_in(window, tale_project.folder) and window.workspace is not None and window.context is not None
    project = window.context.project
    window.workspace.go("history")
    history = window.workspace.history
    history.details.curves.setCurrentWidget(history.details.note)
    history.details.note.setFocus()
    with held(project):
        QTest.keyClicks(history.details.note, "Better than I thought")
        history.details.note.save()
        assert "held by another program" in window.banner.message.text()
        assert project.runs.named("a run").note == ""
        history.refresh()  # as anything that changes in the project brings about
        assert history.details.note.toPlainText() == "Better than I thought"
        QTest.keyClicks(history.details.note, ", twice")
        history.details.note.save()
        window.workspace.go("model")  # it is looked at what is there meanwhile
        window.context.choose_model(from_text("starter-en"))
        assert str(window.context.model) == "starter-en"
    qtbot.waitUntil(lambda: project.runs.named("a run").note == "Better than I thought, twice", timeout=WAIT)
    window.close()
    with Project.open(tale_project.folder) as again:
        assert again.preferences.get("model") == "starter-en"


def test_what_was_filed_while_the_project_is_held_is_written_when_the_window_closes(
    window: MainWindow, tale_project: Project
) -> None:
    with_a_run(tale_project)
    assert open_in(window, tale_project.folder) and window.workspace is not None and window.context is not None
    history, project = window.workspace.history, window.context.project
    with held(project):
        history.filer.tag([project.runs.named("a run")], "good", True)
        history.filer.stack.undo()
        history.filer.tag([project.runs.named("a run")], "best", True)
    window.close()
    with Project.open(tale_project.folder) as again:
        assert again.runs.named("a run").tags == ("best",)


def test_the_window_goes_on_while_a_project_is_being_opened(
    qtbot: QtBot, window: MainWindow, tale_project: Project
) -> None:
    with_a_run(tale_project)
    with held(tale_project):
        window.open_project(tale_project.folder)
        qtbot.waitUntil(lambda: bool(window.status.shown), timeout=WAIT)
        (view,) = window.status.shown.values()
        assert "Opening" in view.words and not window.welcome.isEnabled() and window.context is None
    qtbot.waitUntil(lambda: window.context is not None, timeout=WAIT)
    assert window.welcome.isEnabled()


def test_closing_the_window_while_a_project_is_being_opened_leaves_it_free(
    window: MainWindow, tale_project: Project
) -> None:
    with_a_run(tale_project)
    window.open_project(tale_project.folder)
    window.close()
    with Project.open(tale_project.folder):
        pass


def test_a_read_only_project_is_shown_and_says_what_it_is(
    qtbot: QtBot, window: MainWindow, tale_project: Project, tmp_path: Path
) -> None:
    with_a_run(tale_project)
    with small_disk(tmp_path / "disk", megabytes=30) as disk:
        folder = made_read_only(tale_project.folder, disk)
        assert open_in(window, folder) and window.workspace is not None and window.context is not None
        assert "can only be looked at" in window.banner.message.text()
        window.context.choose_model(from_text("starter-en"))
        for place in window.workspace.pages:
            window.workspace.go(place)
        assert [run.name for run in window.workspace.history.table.runs] == ["a run"]
        window.workspace.go("train")
        setup = window.workspace.train.setup
        assert "can only be looked at" in setup.readiness.words and not setup.start.isEnabled()
        window.banner.hide()
        window.workspace.go("history")
        window.workspace.history.filer.tag([window.context.project.runs.named("a run")], "good", True)
        assert "can only be looked at" in window.banner.message.text()
        qtbot.mouseClick(window.banner.close_button, Qt.MouseButton.LeftButton)
        assert window.close()


def test_a_database_that_is_damaged_in_places_is_said_when_it_was_looked_through(
    qtbot: QtBot, window: MainWindow, tale_project: Project
) -> None:
    assert open_in(window, spoil(tale_project, "ix_runs_base_run_id"))
    qtbot.waitUntil(lambda: "damaged in places" in window.banner.message.text(), timeout=WAIT)
    assert window.workspace is not None and window.workspace.isVisible(), "what can be read is shown"


def test_a_database_of_which_no_page_can_be_read_leaves_the_window_as_it_is(
    qtbot: QtBot, window: MainWindow, tale_project: Project
) -> None:
    folder = spoil(tale_project, "corpora")
    window.open_project(folder)
    qtbot.waitUntil(window.banner.isVisible, timeout=WAIT)
    assert "restore it from a copy" in window.banner.message.text()
    assert window.context is None and window.welcome.isVisible()
