"""The main window: welcome page or workspace, menus, messages, and what happens when it opens and closes."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, Signal, qVersion
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMainWindow, QMessageBox

from workbench import __version__
from workbench.gui.context import Context
from workbench.gui.jobs import Jobs
from workbench.gui.shell.actions import make_menus
from workbench.gui.shell.archiving import Archiving
from workbench.gui.shell.banner import Banner
from workbench.gui.shell.centre import Centre
from workbench.gui.shell.checks import check, tell_of_strays
from workbench.gui.shell.drop_sign import DropSign
from workbench.gui.shell.editing import Editing
from workbench.gui.shell.fitting import GEOMETRY, LEAST, fit_to_screen
from workbench.gui.shell.opening import Steps, offer_recent, opened, recent_projects, remember_project, until_taken
from workbench.gui.shell.status import StatusBar
from workbench.gui.shell.welcome import Welcome
from workbench.gui.shell.zoom import Zoom
from workbench.gui.theme import Theme
from workbench.gui.words.sentences import sentence
from workbench.messages.errors import KnownError
from workbench.project.details import NO_PROJECT, as_text, details, project_in_words
from workbench.project.project import Project
from workbench.services.sample_project import default_folder, make_sample_project

if TYPE_CHECKING:
    from workbench.gui.shell.workspace import Workspace

OPENING = "opening"  # a job's key: one project is opened at a time
SCHEME = "scheme"  # a setting: the name of a Qt.ColorScheme


class MainWindow(QMainWindow):
    first_painted = Signal()
    project_shown = Signal(bool)  # False: the welcome page instead

    def __init__(self, settings: QSettings, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Nextword Workbench"))
        self.setAcceptDrops(True)
        self.setMinimumSize(*LEAST)
        self._settings = settings
        self.theme = theme
        theme.choose(Qt.ColorScheme[str(settings.value(SCHEME, Qt.ColorScheme.Unknown.name))])
        self._painted = False
        self._sample: Path | None = None  # the sample project, once it was made
        self._steps = Steps(self)
        self._steps.ended.connect(lambda: self.welcome.setEnabled(True))
        self.jobs = Jobs(self)
        self.workspace: Workspace | None = None
        self.context: Context | None = None
        self.banner = Banner()
        self.welcome: Welcome = Welcome()
        self.welcome.sample_requested.connect(self.make_sample)
        self.welcome.new_requested.connect(self.ask_new)
        self.welcome.open_requested.connect(self.ask_open)
        self.welcome.recent_chosen.connect(self.open_project)
        self.archiving: Archiving = Archiving(
            self.jobs, lambda: None if self.context is None else self.context.project, self
        )
        self.archiving.unpacked.connect(self.open_project)
        self.archiving.saved.connect(self.banner.show_saved)
        self.archiving.failed.connect(self.banner.show_error)
        self.status = StatusBar(self.jobs, self)
        self.setStatusBar(self.status)
        does: dict[str, Callable[[], object]] = {
            "new": self.ask_new,
            "open": self.ask_open,
            "sample": self.make_sample,
            "close": self.close_project,
            "pack": self.archiving.ask_pack,
            "unpack": self.archiving.ask_unpack,
            "import": self.ask_import,
            "quit": self.close,
            "details": self.copy_details,
            "about": self.about,
        }
        self.editing = Editing(lambda: None if self.workspace is None else self.workspace.done, self)
        zoom = Zoom(theme, settings)
        does |= self.editing.does | {"larger": zoom.larger, "smaller": zoom.smaller, "usual": zoom.usual}
        make_menus(
            self, does, self.project_shown, theme.scheme, self.choose_scheme, lambda: self.editing.can,
            lambda menu: offer_recent(menu, self.recent_projects(), self.open_project),
        )  # fmt: skip
        self._centre = Centre(self.banner)
        self._centre.hold(self.welcome)
        self.setCentralWidget(self._centre)
        self.drop_sign = DropSign(self)
        self.welcome.show_recent(self.recent_projects())
        theme.dress(self)
        fit_to_screen(self, settings.value(GEOMETRY))

    # Projects

    def recent_projects(self) -> list[Path]:
        return recent_projects(self._settings)

    def open_project(self, folder: Path) -> None:
        """Show the project in `folder`, or say why it cannot be opened. The one that was open is closed for it.

        It is opened beside the window's thread, which goes on meanwhile; `project_shown` or the banner tells the end.
        """
        if self.context is not None and self.context.project.folder == folder.expanduser().resolve():
            return
        self._open(folder, lambda: opened(folder))

    @property
    def is_showing(self) -> bool:
        """Whether a project is open already and its first page is being made."""
        return self._steps.is_going

    def create_project(self, folder: Path) -> None:
        self._open(folder, lambda: Project.create(folder))

    def make_sample(self, folder: Path | None = None) -> None:
        """Make the sample project, then show it where fine-tuning starts."""
        place = folder or default_folder()
        job = self.jobs.start_job(
            self.tr("Making the sample project"), lambda: make_sample_project(place), lane="files"
        )
        self.welcome.sample.setEnabled(False)
        job.failed.connect(self.banner.show_error)
        job.finished.connect(self._show_sample)
        job.ended.connect(lambda: self.welcome.sample.setEnabled(True))

    def ask_new(self) -> None:
        folder, _ = QFileDialog.getSaveFileName(self, self.tr("New project"), str(Path.home()), options=_FOLDER)
        if folder:
            self.create_project(Path(folder))

    def ask_open(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Open a project"), str(Path.home()))
        if folder:
            self.open_project(Path(folder))

    def close_project(self) -> bool:
        """Back to the welcome page; False where the person would rather go on training."""
        if not self._may_close():
            return False
        self._leave_project()
        self.banner.hide()
        self.welcome.show_recent(self.recent_projects())
        self.welcome.show()
        self.project_shown.emit(False)
        return True

    def ask_import(self) -> None:
        if self.workspace is not None:
            self.workspace.go("text")
            self.workspace.text.ask_files()

    def import_files(self, files: Sequence[Path]) -> None:
        """Import into the open project; where there is none, open the project that was handed in."""
        if self.workspace is not None:
            self.workspace.import_files(files)
        elif len(files) == 1 and files[0].is_dir():
            self.open_project(files[0])
        elif len(files) == 1 and files[0].suffix.lower() == ".zip":
            self.archiving.ask_place(files[0])
        else:
            self.banner.show_message(self.tr("Make or open a project first, then drop your text on it."))

    def show_error(self, error: BaseException) -> None:
        self.banner.show_error(error)

    def show_engine(self, device: str) -> None:
        """The engine is there, and how fast this computer is with it is known."""
        self.status.show_device(device)
        if self.context is not None:
            self.context.speed_measured.emit()

    def choose_scheme(self, scheme: Qt.ColorScheme) -> None:
        self.theme.choose(scheme)
        self._settings.setValue(SCHEME, scheme.name)

    def copy_details(self) -> None:
        """Put onto the clipboard what a report of a fault needs."""
        project = NO_PROJECT if self.context is None else project_in_words(self.context.project)
        window = f"Qt {qVersion()}, {QGuiApplication.platformName()}, {self.devicePixelRatioF():g} pixels a point"
        found = details(self.status.device, project) | {"window": window}
        QGuiApplication.clipboard().setText(as_text(found))
        self.banner.show_message(
            self.tr("Versions, computer and memory were copied, for a report of a fault: no names, paths or texts.")
        )

    def about(self) -> None:
        QMessageBox.about(
            self,
            self.tr("About Nextword Workbench"),
            self.tr(
                "Nextword Workbench {version}\n\nTransfer learning of language models, on your own computer."
            ).format(version=__version__),
        )

    # Qt's own events

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.first_painted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no control has taken: Enter presses the button that has the focus, Escape leaves, one step at a time."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
        elif event.key() == Qt.Key.Key_Escape and self.banner.isVisible():
            self.banner.hide()
        elif event.key() == Qt.Key.Key_Escape and self.workspace is not None:
            self.workspace.leave()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        dropped = event.mimeData()
        if any(url.isLocalFile() for url in dropped.urls()) or (self.workspace is not None and dropped.hasText()):
            event.acceptProposedAction()
            self.drop_sign.say(self._drop_in_words())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop_sign.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop_sign.hide()
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.import_files(files)
        elif self.workspace is not None and event.mimeData().hasText():  # a passage, or the address of a page
            event.acceptProposedAction()
            self.workspace.import_text(event.mimeData().text())

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close():
            event.ignore()
            return
        self._settings.setValue(GEOMETRY, self.saveGeometry())
        self.hide()  # a step under way may take a moment to end
        self._steps.give_up()
        self._leave_project()
        self.jobs.shutdown()
        event.accept()

    # Private

    def _drop_in_words(self) -> str:
        if self.workspace is None:
            return self.tr("Drop a project folder or an archive of one here to open it")
        return self.tr("Drop it here to import it as a text")

    def _open(self, folder: Path, make: Callable[[], Project]) -> None:
        if self._may_close():
            self.welcome.setEnabled(False)
            title = self.tr("Opening {name} …").format(name=folder.name)
            work = partial(until_taken, make)
            job = self.jobs.start_job(title, work, lane="projects", key=OPENING)
            job.finished.connect(lambda project: self._steps.begin(self._show_project(project)))
            job.failed.connect(self.banner.show_error)
            job.ended.connect(lambda: self.welcome.setEnabled(not self._steps.is_going))

    def _show_project(self, project: Project) -> Generator[None]:
        """In steps, between which the window answers."""
        # The pages draw with pyqtgraph, which the welcome page need not wait for.
        from workbench.gui.shell.workspace import Workspace

        project.hurry()  # this is the window's thread
        context = Context(project, self.jobs, self)
        try:
            with ExitStack() as undo:
                undo.callback(project.close)
                undo.callback(context.deleteLater)
                workspace = Workspace(context)
                undo.callback(workspace.deleteLater)
                place = "text" if context.corpus is None else "train"
                yield
                yield from workspace.going(place)
                yield
                undo.pop_all()
        except KnownError as error:  # what every page reads is damaged
            self.banner.show_error(error)
            return
        self._leave_project()
        self.banner.hide()
        self.context, self.workspace = context, workspace
        self.context.failed.connect(self.banner.show_error)
        self.context.told.connect(self.banner.show_message)
        self.context.saved.connect(self.banner.show_saved)
        self._centre.hold(self.workspace, beside=self.workspace.rail)
        self.welcome.hide()
        self.workspace.show()
        self.setWindowTitle(self.tr("{name} — Nextword Workbench").format(name=project.name))
        remember_project(self._settings, project.folder)
        if project.folder == self._sample:
            self.workspace.train.setup.start.setFocus(Qt.FocusReason.OtherFocusReason)
        if project.is_view:
            self.banner.show_message(sentence(KnownError("project.view_only", folder=project.folder)))
        else:
            tell_of_strays(context, self.banner)
            check(context, self.banner)
        self.project_shown.emit(True)

    def _leave_project(self) -> None:
        if self.workspace is None or self.context is None:
            return
        self.context.project.hurry(False)  # nothing is drawn any more, and what was typed is worth some seconds
        self.workspace.save_typed()
        # A training ends after its present step, to go on from there; the project must stay open until then.
        self.jobs.end_all()
        self._centre.release(self.workspace)
        self.workspace.hide()
        self.workspace.deleteLater()
        self.context.deleteLater()
        self.context.project.close()
        self.workspace = self.context = None
        self.setWindowTitle(self.tr("Nextword Workbench"))

    def _may_close(self) -> bool:
        page = None if self.workspace is None else self.workspace.running
        if page is None:
            return True
        question = QMessageBox(self)
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setWindowTitle(self.tr("Training is running"))
        question.setText(self.tr("The model is still learning."))
        question.setInformativeText(page.learning.leaving_in_words())
        close = question.addButton(self.tr("Keep and close"), QMessageBox.ButtonRole.AcceptRole)
        question.setDefaultButton(question.addButton(self.tr("Go on training"), QMessageBox.ButtonRole.RejectRole))
        question.exec()
        return question.clickedButton() is close

    def _show_sample(self, folder: Path) -> None:
        self._sample = folder.expanduser().resolve()
        self.open_project(folder)


_FOLDER = QFileDialog.Option.ShowDirsOnly
