"""A person at the real window, in a process of its own: python -m tests.soak.window PROJECT ORDERS.

ORDERS is a JSON list of what the person does, in turn. What the window told is written as a line of JSON each.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import psutil
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from workbench.ground.log import Log
from workbench.ground.places import log_folder
from workbench.gui.shell.app import ErrorReporter
from workbench.gui.shell.window import MainWindow
from workbench.gui.shell.workspace import Workspace
from workbench.gui.theme import Theme
from workbench.gui.words.sentences import sentence
from workbench.project.project import Project
from workbench.values.corpus import Corpus
from workbench.values.run import Run

PATIENCE = 200.0  # seconds for one thing
KEEPER = 1.0  # seconds after which what was typed has kept itself


class StuckError(Exception):
    """Something that a person waits for did not come."""


def say(what: str, **more: Any) -> None:
    print(json.dumps({"said": what, **more}), flush=True)


class Person:
    """Does in a window what is ordered, by its buttons and boxes."""

    def __init__(self, application: QApplication, window: MainWindow) -> None:
        self._application = application
        self._window = window
        self._refusals = 0
        self._step = 0
        self._obstacle: object = None
        self._ended = True
        self.has_closed = False

    @property
    def _workspace(self) -> Workspace:
        assert self._window.workspace is not None
        return self._window.workspace

    @property
    def _project(self) -> Project:
        return self._workspace.context.project

    def open(self, folder: Path) -> bool:
        self._window.open_project(folder)
        self._until("the project", self._window.welcome.isEnabled)
        if self._window.context is None:
            say("refused", text=self._window.banner.message.text())
            return False
        self._workspace.context.failed.connect(self._note_refusal)
        say("opened")
        return True

    def do(self, order: dict[str, Any]) -> None:
        acts: dict[str, Callable[..., None]] = {
            "import": self._import, "train": self._train, "go on": self._go_on, "predict": self._predict,
            "note": self._note, "repeat": self._repeat, "wait": self._wait_for_end, "close": self._close,
        }  # fmt: skip
        acts[order["do"]](**{name: value for name, value in order.items() if name != "do"})

    def _import(self, file: str) -> None:
        done: list[bool] = []
        self._window.import_files([Path(file)])
        job = self._window.jobs.running[-1]
        job.finished.connect(lambda corpus: self._say_imported(corpus))
        job.ended.connect(lambda: done.append(True))
        self._until("the import", lambda: bool(done))

    def _train(self, model: str, corpus: str, settings: dict[str, Any], until: int | None = None) -> None:
        """Set up, press Start, and watch until step `until`, or to the end."""
        context, train = self._workspace.context, self._workspace.train
        context.choose_corpus(corpus)
        context.choose_model(context.services.models.named(model))
        self._project.preferences.set("train.settings", settings)
        self._workspace.go("train")
        train.set_up()
        if not train.setup.start.isEnabled():
            say("refused", text="the run cannot be started")
            return
        train.setup.start.click()
        self._watch(until)

    def _go_on(self, until: int | None = None) -> None:
        """With the newest run, where the Train page offers that."""
        self._workspace.go("train")
        self._workspace.train.set_up()
        if self._workspace.train.setup.unfinished.isVisible():
            self._workspace.train.setup.unfinished.go_on.click()
            self._watch(until)

    def _watch(self, until: int | None) -> None:
        if not self._workspace.train.is_running:
            return
        job = self._window.jobs.running[-1]
        self._step, self._ended = 0, False
        job.events.connect(self._hear)
        job.finished.connect(self._say_ended)
        job.failed.connect(lambda error: say("failed", text=sentence(error)))
        job.ended.connect(self._note_end)
        self._until("the training", lambda: self._ended or (until is not None and self._step >= until))

    def _wait_for_end(self) -> None:
        self._until("the training", lambda: self._ended)

    def _predict(self, text: str) -> None:
        """Type, and wait for the words of both sides."""
        self._workspace.go("predict")
        page = self._workspace.predict
        page.text.setPlainText(text)
        self._until("the next words", lambda: not page.is_waiting)
        words = [[found.word, found.probability] for found in page.views.view("next_words").tuned.predictions]
        say("predicted", run=str(page.tuned.ref), words=words)

    def _note(self, text: str) -> None:
        """Type a note to the newest run; it keeps itself."""
        run = self._project.runs.newest()
        if run is None:
            return
        refusals = self._refusals
        self._workspace.go("history")
        self._workspace.history.show_run(run)
        self._workspace.history.details.note.setPlainText(text)
        self._pause(KEEPER)
        if self._refusals == refusals:
            say("noted", run=run.name, note=text)

    def _repeat(self, orders: Sequence[dict[str, Any]], seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for order in orders:
                self.do(order)
                say("memory", bytes=psutil.Process().memory_info().rss)

    def _close(self) -> None:
        """Through the question that is asked while a model learns."""
        if self._workspace.train.is_running:
            QTimer.singleShot(0, self._keep_and_close)
        if not self._window.close():
            raise StuckError("the window did not close")
        self.has_closed = True
        say("closed")

    def _keep_and_close(self) -> None:
        question = QApplication.activeModalWidget()
        if isinstance(question, QMessageBox):
            next(each for each in question.findChildren(QPushButton) if each.text() == "Keep and close").click()

    def _hear(self, events: Sequence[Any]) -> None:
        for event in events:
            kind = type(event).__name__
            self._step = max(self._step, getattr(event, "step", 0))
            if kind == "CheckpointSaved":
                say("saved", run=self._own_run(), step=event.step)
            elif kind == "Waiting" and event.obstacle is not self._obstacle:
                say("waiting", text=str(event.reason))
            self._obstacle = getattr(event, "obstacle", None)  # told again and again while it lasts

    def _own_run(self) -> str:
        run = self._workspace.train.learning.own_run()
        return "" if run is None else run.name

    def _say_imported(self, corpus: Corpus) -> None:
        say("imported", text=corpus.name)

    def _say_ended(self, run: Run) -> None:
        say("ended", run=run.name, status=run.status.value, steps=run.steps)

    def _note_end(self) -> None:
        self._ended = True

    def _note_refusal(self, error: BaseException) -> None:
        self._refusals += 1
        say("refused", text=sentence(error))

    def _until(self, what: str, done: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not done():
            if time.monotonic() > end:
                raise StuckError(f"{what} did not come within {PATIENCE:.0f} s")
            self._pause(0.01)

    def _pause(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while True:
            self._application.processEvents()
            if time.monotonic() >= end:
                return
            time.sleep(0.005)


def main() -> int:
    project, orders = Path(sys.argv[1]), json.loads(sys.argv[2])
    application = QApplication([])
    settings = QSettings(str(project.parent / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(settings, Theme(application))
    reporter = ErrorReporter(window, Log(log_folder()))
    window.show()
    person = Person(application, window)
    if person.open(project):
        for order in orders:
            person.do(order)
    if not person.has_closed:
        window.close()
    del reporter
    return 0


if __name__ == "__main__":
    sys.exit(main())
