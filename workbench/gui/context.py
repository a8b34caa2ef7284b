"""What every page is given: the open project, its services, the jobs, and one place to tell errors to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal

from workbench.gui.jobs import Jobs
from workbench.messages.errors import KnownError
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.tasks.registry import find_task
from workbench.values.changes import Changes
from workbench.values.model_ref import ModelRef, as_text, from_text

CORPUS, MODEL = "corpus", "model"  # preferences of the project
PROMPTS = "train.prompts"  # those that are pinned for the next run; of each task that tells labels with its name
TASKS = "train.tasks"  # what was chosen to be learnt of each text, by its name
ORIGIN = "train.origin"  # the preset that the settings came from, and the text and model they were made for
CHOICES = frozenset({CORPUS, MODEL})


def prompts_of(task: str) -> str:
    """The preference with the prompts for a task."""
    return f"{PROMPTS}.{task}" if find_task(task).shown.labels else PROMPTS


class Context(QObject):
    """The state that pages share lives in the project; this says when it has changed, and by whom."""

    failed = Signal(object)  # an exception for the person to see
    undo_offered = Signal()  # over the head of a page, where messages lie as well
    told = Signal(str)  # something that went well, in a sentence
    saved = Signal(str, object)  # the same of something that was written, and where it is, a Path
    announced = Signal(str)  # what is only read aloud, since it is seen where it happens
    changed = Signal(object, object)  # Changes, and the object of the window that made them; None for what is no page
    speed_measured = Signal()  # of this computer, which expected times rest on

    def __init__(self, project: Project, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self.services = Workbench(project)
        self.jobs = jobs

    @property
    def corpus(self) -> str | None:
        """The name of the chosen corpus, as long as there is such a one; else the newest."""
        names = self.project.corpora.names()
        chosen = self.project.preferences.get(CORPUS)
        return chosen if chosen in names else next(iter(names), None)

    @property
    def model(self) -> ModelRef | None:
        """The chosen model; None before one was chosen."""
        chosen: str | None = self.project.preferences.get(MODEL)
        return None if chosen is None else from_text(chosen)

    def prompts(self, task: str) -> tuple[str, ...]:
        """Those that are pinned for the next run of a task, as far as somebody has pinned any."""
        return tuple(self.project.preferences.get(prompts_of(task), ()))

    def choose_corpus(self, name: str) -> None:
        self.tell(self.project.preferences.set(CORPUS, name))

    def rename_corpus(self, old: str, new: str) -> None:
        """What was chosen by its old name stays chosen."""
        preferences = self.project.preferences
        if preferences.get(CORPUS) == old:
            preferences.set(CORPUS, new)
        tasks = preferences.get(TASKS, {})
        if old in tasks:
            preferences.set(TASKS, {**{name: task for name, task in tasks.items() if name != old}, new: tasks[old]})
        origin = preferences.get(ORIGIN, {})
        if origin.get("corpus") == old:
            preferences.set(ORIGIN, {**origin, "corpus": new})

    def choose_model(self, ref: ModelRef) -> None:
        self.tell(self.project.preferences.set(MODEL, as_text(ref)))

    def tell(self, changes: Changes, by: QObject | None = None) -> None:
        """Tell every page, whoever of them was at it included."""
        if changes:
            self.changed.emit(changes, by)

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Tell the person of a KnownError in the block and go on after it."""
        try:
            yield
        except KnownError as error:
            self.failed.emit(error)
