"""Every face of the window, of a project that is empty or has two runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.gui.pseudo_walk import LEARNING
from workbench.gui.shell.window import MainWindow
from workbench.project.project import Project
from workbench.tasks.registry import find_task
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import from_text
from workbench.values.run import NEXT_WORD, Run, RunStatus


def made(project: Project, name: str) -> Run:
    return project.runs.create(
        corpus="tale", base=from_text("starter-en"), model_sha256="", fine_tuning=FineTuning(), name=name
    )


def ended(project: Project, name: str) -> Run:
    run = made(project, name)
    with project.runs.recorder(run) as recorder:
        for event in LEARNING:
            recorder.record(event)
    return project.runs.finish(run, RunStatus.STOPPED)


def faces(window: MainWindow) -> Iterator[str]:
    """Turns to each face of the window, and says which it is."""
    workspace = window.workspace
    assert workspace is not None and window.context is not None
    for name in ("text", "model", "train", "predict", "history"):
        workspace.go(name)
        yield name
    leaves = workspace.text.details.leaves
    if window.context.corpus is None:
        return
    workspace.go("text")
    for number in range(leaves.count()):
        leaves.setCurrentIndex(number)
        yield f"text, {leaves.tabText(number)}"
    workspace.go("model")
    for number in range(1, workspace.model.tabs.count()):
        workspace.model.tabs.setCurrentIndex(number)
        yield f"model, {workspace.model.tabs.tabText(number)}"
    workspace.model.tabs.setCurrentIndex(0)
    workspace.go("train")
    workspace.train.setup.advanced.setChecked(True)
    yield "train, every setting"
    workspace.train.add_to_queue(FineTuning(), ("Anna",))
    yield "train, with a queue"
    workspace.train.vary()
    yield "train, a sweep"
    workspace.train.go_on_with(replace(workspace.context.project.runs.every()[0], status=RunStatus.FINISHED))
    yield "train, more steps"
    workspace.train.set_up_cluster()
    yield "train, a cluster"
    workspace.go("predict")
    views = workspace.predict.views
    for task in (NEXT_WORD, "labels", "tags"):
        views.show_views(find_task(task).shown.predict)
        for number in range(views.count()):
            views.setCurrentIndex(number)
            yield f"predict, {task}, {views.tabText(number)}"
    views.show_views(find_task(NEXT_WORD).shown.predict)
    workspace.go("history")
    workspace.history.search.unfold.setChecked(True)
    yield "history, filters"
    workspace.history.view.selectAll()
    for number in range(workspace.history.comparison.tabs.count()):
        workspace.history.comparison.tabs.setCurrentIndex(number)
        yield f"history, compared, {number}"
    workspace.show_results(workspace.context.project.runs.every()[0])
    for number in range(workspace.results.views.count()):
        workspace.results.views.setCurrentIndex(number)
        yield f"results, {number}"
