"""What an installed program does in its system: one window, which comes forward, and what Help says of its places."""

from __future__ import annotations

import subprocess
import sys
import threading
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QUrl
from PySide6.QtGui import QAction, QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.opening import open_in
from tests.places import ROOT
from tests.services.test_updates import Server, told
from workbench.gui.jobs import Endings
from workbench.gui.plain import Label
from workbench.gui.shell import app
from workbench.gui.shell.background import Background
from workbench.gui.shell.files import FilesDialog
from workbench.gui.shell.opened_files import OpenedFiles
from workbench.gui.shell.single import Single, handed_over
from workbench.gui.shell.window import MainWindow
from workbench.project.folder import DATABASE
from workbench.project.project import Project


@pytest.fixture
def name() -> str:
    return f"nextword-test-{uuid.uuid4().hex}"


SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from workbench.gui.shell.opened_files import OpenedFiles
from workbench.gui.shell.single import handed_over

application = QCoreApplication([])
sys.exit(0 if handed_over(Path(sys.argv[2]) if len(sys.argv) > 2 else None, sys.argv[1]) else 1)
"""


def second_start(qtbot: QtBot, project: Path | None, name: str) -> bool:
    """A process of its own, while this one's window goes on: waiting for an answer holds Python's lock."""
    words = [sys.executable, "-c", SECOND, name, *([] if project is None else [str(project)])]
    process = subprocess.Popen(words, cwd=ROOT)
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
    return process.returncode == 0


def test_a_second_start_hands_its_project_to_the_window_that_is_open(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, name: str
) -> None:
    Project.create(tmp_path / "birds").close()
    single = Single(window, name)
    assert single.listen()
    single.asked.connect(window.come_forward)
    with qtbot.waitSignal(window.project_shown, timeout=20_000):
        assert second_start(qtbot, tmp_path / "birds", name)
    assert window.context is not None and window.context.project.folder == tmp_path / "birds"
    with qtbot.assertNotEmitted(window.project_shown):  # it has that one already
        assert second_start(qtbot, tmp_path / "birds" / DATABASE, name)
    single.end()
    assert not handed_over(None, name), "and where no window is open, it opens one itself"


def test_what_ended_by_force_does_not_keep_the_next_window_from_listening(
    qtbot: QtBot, window: MainWindow, name: str
) -> None:
    first, second = Single(window, name), Single(window, name)
    assert first.listen() and second.listen()
    assert second_start(qtbot, None, name)
    first.end()
    second.end()


def test_while_a_run_learns_the_computer_is_held_awake_unless_it_was_told_not_to(
    qtbot: QtBot, window: MainWindow, settings: QSettings
) -> None:
    held: list[str] = []
    background = window.background
    background.awake.hold = lambda why: held.append("hold")
    background.awake.release = lambda: held.append("release")

    def learn() -> Iterator[int]:
        while (yield 0) != "stop":
            pass

    job = window.jobs.start_job("Learning", learn, endings=Endings("stop", "stop"))
    assert held[-1] == "hold"
    background.choose(False)
    assert held[-1] == "release" and not Background(window.jobs, settings, window).stays_awake
    background.choose(True)
    assert held[-1] == "hold"
    with qtbot.waitSignal(job.ended):
        job.stop()
    assert held[-1] == "release"


def test_what_took_long_says_that_it_has_ended_while_the_window_is_in_the_background(
    qtbot: QtBot, window: MainWindow, settings: QSettings, new_window: Callable[[], MainWindow]
) -> None:
    quick, patient = Background(window.jobs, settings, window, 0.0), window.background
    front = new_window()
    front.activateWindow()
    qtbot.waitUntil(front.isActiveWindow)
    with qtbot.waitSignal(quick.notified) as told, qtbot.assertNotEmitted(patient.notified):
        window.jobs.start_job("Learning “birds” …", lambda: 1)
    assert told.args == ["Ended: Learning “birds”"]
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.assertNotEmitted(quick.notified), qtbot.waitSignal(window.jobs.start_job("Again", lambda: 1).ended):
        pass


def test_help_says_where_files_are_and_what_removing_leaves(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = Project.create(tmp_path / "birds")
    project.close()
    assert open_in(window, tmp_path / "birds")
    monkeypatch.setenv("NEXTWORD_DATA", str(tmp_path / "data"))
    for name in ("NEXTWORD_CONFIG_HOME", "NEXTWORD_LOG_HOME"):
        monkeypatch.delenv(name)
    window.help.show_files()
    (dialog,) = window.findChildren(FilesDialog)
    said = [label.text() for label in dialog.findChildren(Label)]
    assert (
        str(tmp_path) in said and str(tmp_path / "data" / "settings") in said and str(tmp_path / "data" / "log") in said
    )
    assert any("Removing the program leaves" in each for each in said)
    dialog.reject()


def test_what_ended_the_program_by_force_is_offered_to_be_copied(window: MainWindow) -> None:
    window.help.offer_crash(f'Fatal Python error\n  File "{Path.home()}/x.py"')
    assert window.banner.isVisible() and "unexpectedly" in window.banner.message.text()
    window.banner.action.click()
    assert QGuiApplication.clipboard().text() == 'Fatal Python error\n  File "~/x.py"'


def test_what_an_earlier_version_remembered_elsewhere_is_taken_along_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "before"))
    before = QSettings(app.ORGANIZATION, "Nextword Workbench")
    before.setValue("scheme", "Dark")
    before.sync()
    monkeypatch.setenv("NEXTWORD_CONFIG_HOME", str(tmp_path / "now"))
    kept = app.settings()
    assert kept.value("scheme") == "Dark"
    kept.setValue("scheme", "Light")
    kept.sync()
    assert (tmp_path / "now" / "window.ini").is_file() and app.settings().value("scheme") == "Light"


def test_packagers_can_take_the_question_for_updates_out_of_the_menu(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    (updates,) = (each for each in window.findChildren(QAction) if "updates" in each.text())
    (menu,) = (each for each in window.menuBar().actions() if "Help" in each.text())
    for address, is_offered in (("off", False), ("http://127.0.0.1:9/", True)):
        monkeypatch.setenv("NEXTWORD_UPDATES", address)
        menu.menu().aboutToShow.emit()
        assert updates.isEnabled() is is_offered


@pytest.mark.parametrize(("date", "said"), [("2027-01-01", "99.1 of 2027-01-01 is there."), ("", "99.1 is there.")])
def test_what_is_told_of_a_newer_version_is_said_in_a_whole_sentence(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, date: str, said: str
) -> None:
    server = Server()
    server.answer = told(date=date, notes="", page="")
    answering = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    answering.start()
    monkeypatch.setenv("NEXTWORD_UPDATES", f"http://127.0.0.1:{server.server_port}/newest.json")
    window.help.look_for_updates()
    qtbot.waitUntil(lambda: window.banner.message.text() == f"Version {said}", timeout=20_000)
    server.shutdown()
    server.server_close()
    answering.join()


def test_a_double_clicked_project_that_the_system_tells_of_by_an_event_is_opened(
    qtbot: QtBot, window: MainWindow, qapp: QApplication, tmp_path: Path
) -> None:
    Project.create(tmp_path / "birds").close()
    opened = OpenedFiles(qapp)
    opened.opened.connect(window.come_forward)
    with qtbot.waitSignal(window.project_shown, timeout=20_000):
        QApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(tmp_path / "birds" / DATABASE))))
    qapp.removeEventFilter(opened)
    opened.deleteLater()
