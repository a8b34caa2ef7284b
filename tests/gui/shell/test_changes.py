"""What changes is told once, and each page reads again only what it shows."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import event
from sqlalchemy.engine import Engine

from tests.gguf_files import write_gguf
from tests.gui.hands import settle
from tests.tiny_families import write
from tests.tiny_models import tale
from workbench.ground.generators import last
from workbench.gui.context import Context
from workbench.gui.jobs import Jobs
from workbench.gui.shell.workspace import Workspace
from workbench.models.sources.registry import is_model
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.changes import Changes
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Bundled, ModelRef, OfRun
from workbench.values.run import Filing, Run, RunStatus

STARTER = Bundled("starter-en")


def made(project: Project, name: str, base: ModelRef = STARTER, **how: Any) -> Run:
    return project.runs.create(corpus="tale", base=base, model_sha256="", fine_tuning=FineTuning(), name=name, **how)


@pytest.fixture
def workspace(qtbot: QtBot, tale_project: Project, measured_computer: None) -> Iterator[Workspace]:
    """With two runs that have ended and two that wait."""
    for name in ("first", "second"):
        tale_project.runs.finish(made(tale_project, name), RunStatus.FINISHED)
    tale_project.queue.append([made(tale_project, name, status=RunStatus.QUEUED) for name in ("waits", "waits too")])
    jobs = Jobs()
    shown = Workspace(Context(tale_project, jobs))
    qtbot.addWidget(shown)
    shown.show()
    yield shown
    jobs.shutdown()


@pytest.fixture
def reads(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """How often all runs were read since it was asked last."""
    runs, counted = workspace.context.project.runs, [0]
    every = runs.every

    def counting() -> tuple[Run, ...]:
        counted[0] += 1
        return every()

    monkeypatch.setattr(runs, "every", counting)

    def since() -> int:
        count, counted[0] = counted[0], 0
        return count

    return since


def test_what_history_does_not_show_changes_nothing_there(workspace: Workspace, reads: Callable[[], int]) -> None:
    workspace.go("history")
    table = workspace.history.table
    resets, changed, shown = QSignalSpy(table.modelReset), QSignalSpy(table.dataChanged), table.runs
    reads()
    context = workspace.context
    context.tell(context.project.queue.arrange(context.project.queue.waiting()[::-1]))
    context.tell(Changes(corpora=frozenset({"tale"}), models=frozenset({"/models/tiny"})))
    context.choose_model(Bundled("starter-zh"))
    context.tell(context.project.preferences.set("predict.unit", "word"))
    assert reads() == 0 and (resets.count(), changed.count()) == (0, 0) and table.runs is shown


def test_the_project_is_asked_no_more_often_for_many_runs_than_for_few(workspace: Workspace) -> None:
    project, asked = workspace.context.project, list[str]()

    def hear(*told: Any) -> None:
        if threading.current_thread() is threading.main_thread():
            asked.append(told[2])

    event.listen(Engine, "before_cursor_execute", hear)
    counts = []
    for how_many in (2, 20):  # more than there is room for without scrolling
        for number in range(how_many):
            project.runs.finish(made(project, f"{number} of {how_many}"), RunStatus.FINISHED)
        for place in ("train", "predict", "history"):
            workspace.go(place)
            settle()
            asked.clear()
            workspace.context.tell(Changes.of_waiting(project.runs.every()[-1]))
            settle()
            counts.append(len(asked))
    event.remove(Engine, "before_cursor_execute", hear)
    # A few more or less are of what comes by itself; a question for each run would be eighteen more.
    assert all(few and abs(many - few) < 9 for few, many in zip(counts[:3], counts[3:], strict=True))


def test_a_run_that_is_renamed_changes_its_row_and_no_other(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.go("history")
    history, project = workspace.history, workspace.context.project
    history.show_run(project.runs.named("second"))
    samples, read = project.runs.samples, list[str]()
    monkeypatch.setattr(project.runs, "samples", lambda run: read.append(run.name) or samples(run))
    resets, changed = QSignalSpy(history.table.modelReset), QSignalSpy(history.table.dataChanged)
    workspace.context.tell(project.runs.rename(project.runs.named("first"), "the first"))
    assert resets.count() == 0 and changed.count() == 1
    row = changed.at(0)[0].row()
    assert history.table.runs[row].name == "the first"
    assert [run.name for run in history.selected()] == ["second"] and not read
    workspace.context.tell(project.runs.rename(project.runs.named("second"), "the second"))
    assert history.details.title == "the second" and read == ["the second"]
    workspace.context.tell(Changes.of(made(project, "a new one")))
    assert resets.count() == 1 and history.table.runs[0].name == "a new one"
    assert [run.name for run in history.selected()] == ["the second"]


def test_the_queue_is_read_again_when_it_changed_or_a_run_in_it(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, card, read = workspace.context.project, workspace.train.waiting, []
    waiting = card.queue.waiting
    monkeypatch.setattr(card.queue, "waiting", lambda: read.append(1) or waiting())
    workspace.context.tell(project.runs.file({project.runs.named("first").id: Filing(note="seen")}))
    workspace.context.choose_model(Bundled("starter-zh"))
    assert not read
    workspace.context.tell(project.runs.rename(project.runs.named("waits"), "waits still"))
    assert read and [run.name for run in card.model.runs] == ["waits still", "waits too"]
    workspace.context.tell(project.queue.arrange(project.queue.waiting()[::-1]))
    assert [run.name for run in card.model.runs] == ["waits too", "waits still"]
    workspace.context.tell(project.runs.delete(project.runs.named("waits too")))
    assert [run.name for run in card.model.runs] == ["waits still"]


def test_a_text_that_comes_from_elsewhere_is_among_the_texts_at_once(workspace: Workspace, tmp_path: Path) -> None:
    workspace.go("text")
    services = Workbench(workspace.context.project)
    (tmp_path / "letters.txt").write_text(tale(60, seed=3), encoding="utf-8")
    resets = QSignalSpy(workspace.text.table.modelReset)
    workspace.context.tell(Changes(runs=frozenset({1})))
    assert resets.count() == 0
    last(services.texts.import_corpus([tmp_path / "letters.txt"], "letters"))
    workspace.context.tell(Changes(corpora=frozenset({"letters"})))
    assert workspace.text.table.row_of("letters") >= 0


def test_the_rail_says_what_is_done_and_reads_the_runs_only_for_runs(
    workspace: Workspace, reads: Callable[[], int]
) -> None:
    train, text = (workspace.rail.buttons[place] for place in ("train", "text"))
    assert train.text().endswith("✓") and text.text().endswith("✓")
    project = workspace.context.project
    workspace.go("model")
    reads()
    workspace.context.tell(Changes(corpora=frozenset({"tale"})))
    assert reads() == 0 and train.text().endswith("✓")
    for run in project.runs.every():
        workspace.context.tell(project.runs.delete(run))
    assert not train.text().endswith("✓")
    workspace.context.tell(project.corpora.delete("tale"))
    assert not text.text().endswith("✓")


def test_with_the_changes_it_is_told_who_made_them(
    workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, history = workspace.context.project, workspace.history
    run = project.runs.named("first")
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("the first", True))
    with qtbot.waitSignal(workspace.context.changed) as told:
        history.rename(run)
    assert told.args is not None and told.args == [Changes.of(run), history.filer]


def test_verbs_say_what_they_changed(tale_project: Project) -> None:
    runs = tale_project.runs
    first = made(tale_project, "first")
    child = made(tale_project, "child", OfRun(first.id), status=RunStatus.QUEUED)
    other = made(tale_project, "other")
    assert tale_project.queue.append([child]) == Changes.of_waiting(child)
    assert tale_project.queue.arrange([child]) == Changes(queue=frozenset({child.id}))
    assert runs.file({other.id: Filing(note="x")}) == Changes.of(other)
    # Of the child it is said what it began from.
    assert runs.rename(first, "the first") == Changes.of(first, child)
    assert runs.delete(first) == Changes.of(first, child)
    assert runs.delete(child) == Changes.of_waiting(child)
    record = tale_project.sweeps.add("sweep", {}, keeps_all=True)
    swept = [made(tale_project, name, sweep_id=record.id) for name in ("one", "two", "three")]
    assert tale_project.sweeps.mark_winner(record, swept[0]) == Changes.of(swept[0])
    assert tale_project.sweeps.mark_winner(record, swept[1]) == Changes.of(*swept[:2])
    assert not tale_project.sweeps.mark_winner(record, swept[1])
    for run in (*swept, other):
        runs.delete(run)
    assert tale_project.corpora.delete("tale") == Changes(corpora=frozenset({"tale"}))
    both = Changes.of(first) | Changes(preferences=frozenset({"model"}))
    assert both == Changes(runs=frozenset({first.id}), preferences=frozenset({"model"}))


def test_a_model_that_is_dropped_is_opened_as_one(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    folder, exported = write(tmp_path / "folder", "smollm2"), tmp_path / "exported"
    exported.mkdir()
    file = write_gguf(exported / "tiny.gguf", folder)
    (exported / "Modelfile").write_text("FROM ./tiny.gguf\n")
    for dropped, opened in ((folder, folder), (file, file), (folder, folder), (exported, file)):
        workspace.import_files([dropped])
        # It is looked at on a lane.
        qtbot.waitUntil(lambda opened=opened: str(workspace.context.model) == str(opened), timeout=10_000)
        assert workspace.model.isVisible()
    assert not is_model(tmp_path), "a folder in which models lie is none"
