"""Starting the window: on screen first, TensorFlow afterwards in the background."""

from __future__ import annotations

import builtins
import ctypes
import os
import sys
import threading
import time
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from workbench.ground.garbage import keep_for_good, without_collecting
from workbench.ground.imports import PoliteImport
from workbench.ground.log import Log, give_output_a_place
from workbench.ground.places import data_folder, log_folder, window_settings
from workbench.ground.resources import resource
from workbench.gui.collector import Collector
from workbench.gui.fonts import missing_font
from workbench.gui.lanes import Kind
from workbench.gui.qt_internals import read_no_sources
from workbench.gui.shell.input_method import prepare_typing
from workbench.gui.shell.language import chosen_language, speak, window_language
from workbench.gui.shell.language_choice import start_again
from workbench.gui.shell.opened_files import OpenedFiles
from workbench.gui.shell.single import Single, handed_over
from workbench.gui.shell.window import MainWindow
from workbench.gui.theme import Theme

ORGANIZATION = "Nextword"
DESKTOP_FILE = "io.github.nextword_workbench.NextwordWorkbench"
SWITCH_SECONDS = 0.0005  # the window's thread asks for Python's lock some ten times a picture; Python's own are 5 ms
MOST_HELD_SECONDS = 3.0  # the engine, while a project opens
FIRST_PICTURE_SECONDS = 0.3  # of a project, after it is shown
HEAVY = {"tensorflow", "numpy", "pyqtgraph", "psutil", "sqlalchemy", "jinja2", "tokenizers"}
STARTUP_REPORT = "NEXTWORD_STARTUP_REPORT"  # where set, say how long the first paint took, and quit


def run(project: Path | None, demo: bool = False, language: str | None = None, apart: bool = False) -> int:
    """Show the window on `project` (a folder or an archive), or with the sample project at once; the exit status.

    `language` is one of LANGUAGES, for this time; otherwise it is the person's choice. Where a window is open already,
    that one shows the project and comes forward, unless this one is to stand `apart`.
    """
    read_no_sources()
    prepare_typing()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Nextword Workbench")
    application.setOrganizationName(ORGANIZATION)
    application.setDesktopFileName(DESKTOP_FILE)
    if sys.platform == "win32":  # by which the task bar knows the window as this program's, not as Python's
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(DESKTOP_FILE)
    application.setWindowIcon(QIcon(str(resource("icons/app.svg"))))
    is_report = STARTUP_REPORT in os.environ
    if not (demo or apart or is_report) and handed_over(project):
        return 0
    give_output_a_place(log_folder())
    log = Log(log_folder())
    left = log.begin()
    kept, system = settings(), QLocale.system()
    code = window_language(language or chosen_language(kept), system)
    translators = speak(application, code, system)
    window = MainWindow(kept, Theme(application))
    reporter, collector, single = ErrorReporter(window, log), Collector(window), Single(window)
    if not (apart or is_report):
        single.listen()
    single.asked.connect(window.come_forward)
    if sys.platform == "darwin":
        OpenedFiles(application).opened.connect(window.come_forward)
    if left:
        window.first_painted.connect(lambda: window.help.offer_crash(left), Qt.ConnectionType.QueuedConnection)
    # Queued: what follows must not hold up the first picture.
    if is_report:
        window.first_painted.connect(_report)
        window.first_painted.connect(window.close, Qt.ConnectionType.QueuedConnection)
    else:
        window.first_painted.connect(
            lambda: _after_first_paint(window, project, demo, code), Qt.ConnectionType.QueuedConnection
        )
    window.show()
    status = application.exec()
    collector.end()
    single.end()
    del translators, reporter
    log.end()
    if window.starts_again is not None:
        start_again(window.starts_again)
    return status


def settings() -> QSettings:
    """What the window remembers, in a file of the program's own; at the first start with it, what an earlier version
    remembered elsewhere."""
    file = window_settings()
    is_new = not file.exists()
    kept = QSettings(str(file), QSettings.Format.IniFormat)
    if is_new and data_folder() is None:
        before = QSettings(ORGANIZATION, "Nextword Workbench")
        before.setFallbacksEnabled(False)
        for key in before.allKeys():
            kept.setValue(key, before.value(key))
    return kept


def _report() -> None:
    loaded = ", ".join(sorted(HEAVY & sys.modules.keys())) or "nothing heavy"
    from psutil import Process

    seconds = time.time() - Process().create_time()
    print(f"first paint after {seconds:.3f} s, loaded before it: {loaded}", flush=True)


def _after_first_paint(window: MainWindow, project: Path | None, demo: bool, code: str) -> None:
    import_all(window)
    if said := missing_font(code):
        window.banner.show_message(said)
    if demo:
        window.make_sample(project)
    elif project is not None:
        window.open_any(project)


def import_all(window: MainWindow) -> None:
    """First what opens a project, then TensorFlow, which stands still while a project opens: both want every core."""
    sys.setswitchinterval(SWITCH_SECONDS)
    # PySide has taken the place of Python's own, and reads and keeps the text of every module that anybody imports: of
    # the engine's 3,000 that takes 120 MB and a second.
    polite = PoliteImport(getattr(builtins, "__orig_import__", None))
    window.opening.connect(
        lambda lasts: polite.hold(MOST_HELD_SECONDS) if lasts else polite.let_go(FIRST_PICTURE_SECONDS)
    )
    pages = window.jobs.start_job("", _prepare_pages, lane="projects", kind=Kind.SHORT)
    pages.failed.connect(window.banner.show_error)
    pages.ended.connect(lambda: _begin_engine(window, polite))


def _prepare_pages() -> None:
    with without_collecting():
        from workbench.gui.shell.opening import import_pages

        import_pages()
        keep_for_good()


def _begin_engine(window: MainWindow, polite: PoliteImport) -> None:
    words = QCoreApplication.translate("MainWindow", "Preparing the engine …")
    engine = window.jobs.start_job(words, lambda: _prepare_engine(polite))
    engine.finished.connect(window.show_engine)
    engine.failed.connect(window.banner.show_error)


def _prepare_engine(polite: PoliteImport) -> str:
    """Load TensorFlow before anyone waits for it, and find out how fast it is here; returns what it computes on."""
    with without_collecting(), polite.importing():
        from workbench.costs.speed import known_speed, measure_again, measured_speed
        from workbench.models.language_model import device, import_libraries

        import_libraries()
        keep_for_good()  # the window would answer late whenever garbage is looked for among all that
    # The estimates on the models' cards rest on it; what an earlier start measured is shown from the first picture on.
    if known_speed() is None:
        measured_speed()
    else:
        measure_again()
    return device()


class ErrorReporter(QObject):
    """Brings exceptions that nobody caught, from any thread, to the banner."""

    raised = Signal(object)

    def __init__(self, window: MainWindow, log: Log) -> None:
        super().__init__(window)
        self._log = log
        self.raised.connect(window.banner.show_error)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def _on_thread_exception(self, failure: threading.ExceptHookArgs) -> None:
        threading.__excepthook__(failure)
        if failure.exc_value is not None:
            self._log.keep(failure.exc_type, failure.exc_value, failure.exc_traceback)
            self.raised.emit(failure.exc_value)

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if not issubclass(kind, KeyboardInterrupt):
            self._log.keep(kind, error, trace)
            self.raised.emit(error)
