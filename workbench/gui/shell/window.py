"""The main window: welcome page or workspace, menus, messages, and what happens when it opens and closes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMainWindow, QWidget

from workbench.gui.jobs import Jobs
from workbench.gui.parts.offers import open_menu_of
from workbench.gui.shell.about import copy_details, show_about
from workbench.gui.shell.actions import make_menus
from workbench.gui.shell.announcer import Announcer
from workbench.gui.shell.archiving import Archiving
from workbench.gui.shell.background import Background
from workbench.gui.shell.banner import Banner
from workbench.gui.shell.centre import Centre
from workbench.gui.shell.checks import check, tell_of_strays
from workbench.gui.shell.closing import ClosingQuestion
from workbench.gui.shell.dropping import Dropping
from workbench.gui.shell.editing import Editing
from workbench.gui.shell.fitting import GEOMETRY, LEAST, fit_to_screen
from workbench.gui.shell.focus_ring import FocusRings
from workbench.gui.shell.guidance import Guidance
from workbench.gui.shell.help import Help
from workbench.gui.shell.language import LANGUAGE, chosen_language
from workbench.gui.shell.language_choice import RestartQuestion, restart_command
from workbench.gui.shell.presenting import Presenting
from workbench.gui.shell.recent import offer_recent, recent_projects, remember_project
from workbench.gui.shell.shortcuts import ShortcutsDialog
from workbench.gui.shell.single import TOKEN
from workbench.gui.shell.status import StatusBar
from workbench.gui.shell.steps import Steps
from workbench.gui.shell.welcome import Welcome
from workbench.gui.shell.window_parts import WindowParts
from workbench.gui.shell.zoom import Zoom
from workbench.gui.theme import Look, Theme
from workbench.gui.words.sentences import IN_WINDOW, sentence
from workbench.messages.errors import KnownError
from workbench.project.folder import ARCHIVES, DATABASE

if TYPE_CHECKING:
    from workbench.gui.context import Context
    from workbench.gui.shell.workspace import Workspace
    from workbench.project.project import Project
    from workbench.values.progress import Progress

MENU_KEY = QKeyCombination(Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_F10)  # where there is no key of its own
OPENING = "opening"  # a job's key: one project is opened at a time
LOOK = "scheme"  # a setting: the value of a Look


class MainWindow(QMainWindow):
    first_painted = Signal()
    opening = Signal(bool)  # a project, from the person's choice until it is shown or its opening has failed
    project_shown = Signal(bool)  # False: the welcome page instead

    def __init__(self, settings: QSettings, theme: Theme) -> None:
        zoom = Zoom(theme, settings)  # before the window, whose parts would keep the letters that they were made with
        if (kept := settings.value(LOOK)) in [look.value for look in Look]:
            theme.choose(Look(kept))
        super().__init__()
        self.setWindowTitle(self.tr("Nextword Workbench"))
        self.setAcceptDrops(True)
        self.setMinimumSize(*LEAST)
        self._settings = settings
        self.theme = theme
        self._painted = False
        self.starts_again: list[str] | None = None  # a command, once the window was closed to be started again
        self._sample: Path | None = None  # the sample project, once it was made
        self._steps = Steps(self)
        self._steps.ended.connect(lambda: self._tell_opening(False))
        self.jobs = Jobs(self)
        self.workspace: Workspace | None = None
        self.presenting = Presenting(self, theme)
        self.context: Context | None = None
        self.banner = Banner()
        self.announcer = Announcer(self)
        self.banner.told.connect(self.announcer.say)
        self.banner.warned.connect(self.announcer.say_at_once)
        FocusRings(self)
        self.welcome: Welcome = Welcome()
        self.welcome.sample_requested.connect(lambda: self.make_sample())
        self.welcome.lesson_requested.connect(self.make_lesson)
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
        self.first_painted.connect(self.status.watch_memory, Qt.ConnectionType.QueuedConnection)
        self.status.told.connect(self.announcer.say)
        does: dict[str, Callable[[], object]] = {
            "new": self.ask_new,
            "open": self.ask_open,
            "sample": lambda: self.make_sample(),
            "close": self.close_project,
            "pack": self.archiving.ask_pack,
            "unpack": self.archiving.ask_unpack,
            "import": self.ask_import,
            "quit": self.close,
            "details": self.copy_details,
            "about": partial(show_about, self),
            "shortcuts": lambda: ShortcutsDialog(self).open(),
        }
        self.background = Background(self.jobs, settings, self)
        self.help = Help(self.jobs, self.recent_projects, self)
        self.help.told.connect(self.banner.show_message)
        self.help.offered.connect(self.banner.show_offer)
        self.help.failed.connect(self.banner.show_error)
        self.guidance = Guidance(self, lambda: self.workspace, self.make_sample, self.make_lesson, settings)
        self.project_shown.connect(self.guidance.show_project)
        self.welcome.tour_requested.connect(self.guidance.touring.begin)
        self.welcome.tour.setVisible(self.guidance.touring.is_new)
        self.editing = Editing(lambda: None if self.workspace is None else self.workspace.done, self)
        does |= self.editing.does | self.help.does | self.guidance.does | zoom.does | WindowParts(self._parts).does
        does["present"] = self.present
        make_menus(
            self, does, self.project_shown, theme.look, self.choose_look,
            lambda: {**self.editing.can, **self.help.can},
            lambda menu: offer_recent(menu, self.recent_projects(), self.open_project),
            chosen_language(settings), self.choose_language,
            {"awake": (self.background.stays_awake, self.background.choose)},
        )  # fmt: skip
        self._centre = Centre(self.banner)
        self._centre.hold(self.welcome)
        self.setCentralWidget(self._centre)
        self.dropping = Dropping(self, lambda: self.workspace is not None)
        self.dropping.files_dropped.connect(self.import_files)
        self.dropping.text_dropped.connect(lambda text: self.workspace and self.workspace.import_text(text))
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

        def make() -> Project:
            from workbench.gui.shell.opening import opened

            return opened(folder)

        self._open(folder, make)

    @property
    def is_showing(self) -> bool:
        """Whether a project is open already and its first page is being made."""
        return self._steps.is_going

    def come_forward(self, what: Path | None, token: str = "") -> None:
        """Above all others, with `what` a second start of the program was asked to open, a project or an archive."""
        if token:  # Qt takes it from there
            os.environ[TOKEN] = token
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        if what is not None:
            self.open_any(what)

    def open_any(self, what: Path) -> None:
        """A project by its folder, by the file in it, or as an archive."""
        if what.name == DATABASE:
            self.open_project(what.parent)
        elif what.is_file() and what.suffix.lower() in ARCHIVES:
            self.archiving.ask_place(what)
        else:
            self.open_project(what)

    def create_project(self, folder: Path) -> None:
        def make() -> Project:
            from workbench.project.project import Project

            return Project.create(folder)

        self._open(folder, make)

    def make_lesson(self) -> None:
        """Make the project that the lesson is done in, then show its first chapter."""
        self.make_sample(is_lesson=True)

    def make_sample(self, folder: Path | None = None, is_lesson: bool = False) -> None:
        """Make the sample project of the window's language, then show it where fine-tuning starts."""
        language = IN_WINDOW.code

        def make() -> Generator[Progress, None, Path]:
            from workbench.services.sample_project import SAMPLES, default_folder, lesson_sample, make_sample_project

            sample = lesson_sample(language) if is_lesson else SAMPLES[language]
            return make_sample_project(folder or default_folder(sample), sample)

        job = self.jobs.start_job(self.tr("Making the sample project"), make, lane="files")
        self.welcome.let_make(False)
        job.failed.connect(self.banner.show_error)
        job.finished.connect(self._show_sample)
        job.ended.connect(lambda: self.welcome.let_make(True))

    def ask_new(self) -> None:
        only, home = QFileDialog.Option.ShowDirsOnly, str(Path.home())
        folder, _ = QFileDialog.getSaveFileName(self, self.tr("New project"), home, options=only)
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
        self.welcome.tour.setVisible(self.guidance.touring.is_new)
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
        elif len(files) == 1 and files[0].suffix.lower() in ARCHIVES:
            self.archiving.ask_place(files[0])
        else:
            self.banner.show_message(self.tr("Make or open a project first, then drop your text on it."))

    def show_engine(self, device: str) -> None:
        """The engine is there, and how fast this computer is with it is known."""
        self.status.show_device(device)
        if self.context is not None:
            self.context.speed_measured.emit()

    def choose_look(self, look: Look) -> None:
        self.theme.choose(look)
        self._settings.setValue(LOOK, look.value)

    def present(self) -> None:
        """Begin to show it to an audience, or end that."""
        self.presenting.toggle(self.workspace)

    def choose_language(self, code: str) -> None:
        """SYSTEM or one of LANGUAGES, from the next start on; starts the window again at once if the person likes."""
        self._settings.setValue(LANGUAGE, code)
        if RestartQuestion(self).is_answered_yes():
            command = restart_command(None if self.context is None else self.context.project.folder)
            if self.close():
                self.starts_again = command

    def copy_details(self) -> None:
        copy_details(self, self.status.device, None if self.context is None else self.context.project)
        self.banner.show_message(
            self.tr("Versions, computer and memory were copied, for a report of a fault: no names, paths or texts.")
        )

    # Qt's own events

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.first_painted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no control has taken: Enter presses the button that has the focus, Shift+F10 opens the menu of what has
        it, Escape leaves, one step at a time."""
        focused = self.focusWidget()
        if self.presenting.press(event):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
        elif event.keyCombination() == MENU_KEY and focused is not None and sys.platform != "win32":
            open_menu_of(focused)
        elif event.key() == Qt.Key.Key_Escape and self.guidance.leave():
            pass
        elif event.key() == Qt.Key.Key_Escape and self.banner.isVisible():
            self.banner.hide()
        elif event.key() == Qt.Key.Key_Escape and self.workspace is not None:
            self.workspace.leave()
        else:
            super().keyPressEvent(event)

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

    def _open(self, folder: Path, make: Callable[[], Project]) -> None:
        def work() -> Generator[None, None, Project]:
            from workbench.gui.shell.opening import until_taken

            return until_taken(make)

        if self._may_close():
            self._tell_opening(True)
            title = self.tr("Opening {name} …").format(name=folder.name)
            job = self.jobs.start_job(title, work, lane="projects", key=OPENING)
            job.finished.connect(self._take)
            job.failed.connect(self.banner.show_error)
            job.ended.connect(lambda: self._tell_opening(self._steps.is_going))

    def _take(self, project: Project) -> None:
        showing = self._show_project(project)
        next(showing)  # one that was never begun would not close the project where it is given up
        self._steps.begin(showing)

    def _parts(self) -> list[QWidget]:
        if self.workspace is None:
            return [self.welcome, self.banner, self.status]
        return [self.workspace.rail, self.workspace.seen, self.banner, self.status]

    def _tell_opening(self, lasts: bool) -> None:
        self.welcome.setEnabled(not lasts)
        self.opening.emit(lasts)

    def _show_project(self, project: Project) -> Generator[None]:
        """In steps, between which the window answers."""
        from workbench.gui.context import Context
        from workbench.gui.shell.workspace import Workspace

        project.hurry()  # this is the window's thread
        try:
            with ExitStack() as undo:
                undo.callback(project.close)
                yield
                context = Context(project, self.jobs, self)
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
        self.context.undo_offered.connect(self.banner.hide)  # what came last is what is seen
        self.context.announced.connect(self.announcer.say)
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
        self.presenting.end()
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
        return page is None or ClosingQuestion(page.learning.leaving_in_words(), self).is_answered_yes()

    def _show_sample(self, folder: Path) -> None:
        self._sample = folder.expanduser().resolve()
        self.open_project(folder)
