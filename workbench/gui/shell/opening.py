"""Opening a project beside the window, which is on screen before any of this is loaded."""

from __future__ import annotations

import importlib
import sys
import threading
from collections.abc import Callable, Generator
from contextlib import suppress
from pathlib import Path

from workbench.ground.garbage import without_collecting
from workbench.ground.imports import wait_until_linked
from workbench.gui.context import CORPUS, MODEL
from workbench.messages.errors import KnownError
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.tasks.registry import every_task, find_task
from workbench.values.model_ref import from_text
from workbench.values.presets import PRESETS


def opened(folder: Path) -> Project:
    """Where it cannot be written to it is looked at; where it is open elsewhere, the person is told so."""
    try:
        return Project.open(folder)
    except KnownError as error:
        if error.code != "project.read_only":
            raise
    return Project.look(folder)


def import_pages() -> None:
    """What a project and its pages are made of, for which neither the welcome page nor the window's thread waits."""
    importlib.import_module("workbench.store.store")
    hooks = sys.excepthook, threading.excepthook
    importlib.import_module("numpy.ma")  # which NumPy does by itself at the first `unique`
    import pyqtgraph  # noqa: F401

    sys.excepthook, threading.excepthook = hooks  # it puts its own in their place
    importlib.import_module("workbench.gui.shell.workspace")
    importlib.import_module("workbench.gui.tasks.registry").views()
    for task in every_task():
        find_task(task)


def read_ahead(project: Project) -> None:
    """Ask once what the pages ask first: SQLAlchemy takes longer to make a question than to answer it again.

    Raises KnownError where what every page reads is damaged.
    """
    services = Workbench(project)
    ready = services.models.every()
    corpora = project.corpora.every()
    project.runs.every()
    project.queue.waiting()
    project.checkpoints.runs()
    model, names = project.preferences.get(MODEL), [corpus.name for corpus in corpora]
    if model is not None and names:
        chosen = project.preferences.get(CORPUS)
        with suppress(KnownError):  # its page will say so
            services.planning.advice(chosen if chosen in names else names[0], from_text(model), PRESETS["balanced"])
        for each in ready:  # who could teach it; those of as many tokens are opened for that
            with suppress(KnownError):
                services.teaching.has_same_tokens(each.ref, from_text(model))


def until_taken(make: Callable[[], Project]) -> Generator[None, None, Project]:
    """What `make` opens is closed again where nobody waits for it any more."""
    wait_until_linked()
    with without_collecting():
        import_pages()
        project = make()
    try:
        read_ahead(project)
        yield
    except BaseException:
        project.close()
        raise
    return project
