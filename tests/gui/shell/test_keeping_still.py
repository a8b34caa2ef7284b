"""Every page, empty and full, while a run learns and after it, in the windows of small laptops: nothing is cut off, and
nothing that comes by itself covers or moves what can be clicked."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from threading import Event as Flag

import pytest
from PySide6.QtCore import QSize

from tests.gui.hands import settle
from tests.gui.pseudo_walk import LEARNING
from tests.gui.stillness import covered, cut, in_sight, moved, places
from tests.opening import open_in
from workbench.gui.shell.window import MainWindow
from workbench.messages.errors import KnownError
from workbench.project.project import Project
from workbench.tasks.next_word.task import TASK as NEXT_WORD
from workbench.training.events import Looking, Obstacle, Preparing, Stage, StepMeasured, Validated, Waiting
from workbench.values.changes import Changes
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import from_text
from workbench.values.progress import Progress
from workbench.values.run import Run, RunStatus

# What a window has to itself between the bars of the system: 1024 × 600, and 1280 × 800 at 150 %.
SIZES = {"netbook": QSize(1024, 600 - 30), "scaled": QSize(853, 533 - 30)}
LONG = "A sentence that is as long as those are which say what happened, what of it was kept, and what to do now. " * 3
LATER = (
    Preparing(Stage.COMPILING),
    Waiting(Obstacle.DISK, Path("folder"), missing=10**9),
    Looking(2000, Progress(1, 3)),
    StepMeasured(2000, 100_000, 4.5, 0.000_000_123, 123_456.25, 1_234_567.0, 60.0, 3_600_000.0),
    Validated(2000, 9.0, False, 90.0),
    Validated(3000, 9.5, False, 99.0),
)


@pytest.fixture(params=SIZES)
def small_window(request: pytest.FixtureRequest, window: MainWindow, measured_computer: None) -> MainWindow:
    window.resize(SIZES[request.param])
    settle()
    assert window.size() == SIZES[request.param], "it has to fit"
    return window


@pytest.fixture
def project_folder(tmp_path: Path) -> Path:
    return tmp_path / "project"


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


@pytest.fixture
def empty(small_window: MainWindow, project: Project) -> MainWindow:
    project.close()
    assert open_in(small_window, project.folder)
    return small_window


@pytest.fixture
def full(small_window: MainWindow, tale_project: Project) -> MainWindow:
    for name in ("first", "second"):
        ended(tale_project, name)
    tale_project.close()
    assert open_in(small_window, tale_project.folder)
    assert small_window.context is not None
    small_window.context.choose_model(from_text("starter-en"))
    return small_window


Moment = Callable[[MainWindow], object]
NAME = "a run that began elsewhere"


def begins_elsewhere(window: MainWindow) -> None:
    """As from the command line; a page reads again what changed."""
    assert window.context is not None
    if window.context.corpus is None:
        return
    run = ended(window.context.project, f"{NAME} {len(window.context.project.runs.every())}")
    window.context.tell(Changes.of_waiting(run))


def works(flag: Flag) -> Generator[Progress, None, None]:
    yield Progress(1, 2, "file.txt")
    flag.wait(10)
    yield Progress(2, 2, "a file with a name that is much longer than those of other files.txt")


def starts_jobs(window: MainWindow) -> None:
    """Three at once; the first of them tells how far it is, and ends."""
    flag = Flag()
    for lane in ("files", "network", "projects"):
        window.jobs.start_job(f"Something that takes a while on {lane}", lambda: works(flag), lane=lane)
    settle()
    flag.set()


def waits_no_more(window: MainWindow) -> None:
    """What waited has begun, and the queue empties by itself."""
    assert window.context is not None
    project = window.context.project
    for run in project.queue.waiting():
        project.runs.finish(run, RunStatus.FINISHED)
        window.context.tell(Changes.of_waiting(run))


# Together, as they come; what one of them moved, the others would not put back.
MOMENTS: dict[str, tuple[Moment, ...]] = {
    "an error, and jobs": (lambda window: window.show_error(KnownError("file.empty", file=LONG)), starts_jobs),
    "an offer, and what was found out": (
        lambda window: window.banner.show_offer("Some texts lie here.", "Take them up", lambda: None),
        lambda window: window.show_engine("a processor whose name is long, in 16-bit numbers"),
        begins_elsewhere,
    ),
    "nothing waits any more": (waits_no_more, lambda window: window.banner.hide()),
}


def of_learning(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """What a run tells, one after the other, up to its end."""
    assert window.workspace is not None and window.context is not None
    live, runs = window.workspace.train.live, window.context.project.runs
    for event in (*LEARNING, *LATER):
        yield type(event).__name__, lambda event=event: live.take([event])  # type: ignore[misc]
    yield "its end", lambda: live.end(runs.every()[0], samples=runs.samples(runs.every()[0]))


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
    workspace.go("train")
    workspace.train.setup.advanced.setChecked(True)
    yield "train, every setting"
    workspace.train.add_to_queue(FineTuning(), ("Anna",))
    yield "train, with a queue"
    workspace.train.vary()
    yield "train, a sweep"
    workspace.train.go_on_with(workspace.context.project.runs.every()[0])
    workspace.go("predict")
    for number in range(workspace.predict.views.count()):
        workspace.predict.views.setCurrentIndex(number)
        yield f"predict, {workspace.predict.views.tabText(number)}"
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


def walk(window: MainWindow) -> list[str]:
    """What is wrong on any face."""
    wrong = []
    for face in faces(window):
        settle()
        size = window.size()
        wrong += [f"{face}: {fault}" for fault in cut(window)]
        for moment, events in MOMENTS.items():
            before = places(window, (window.banner, window.status))
            for happen in events:
                happen(window)
            settle()
            wrong += [f"{face}, {moment}: {fault}" for fault in (*moved(before, window), *covered(window))]
        assert window.size() == size, f"{face} pushed the window wider"
        window.banner.hide()
        for job in window.jobs.running:
            job.cancel()
    return wrong


def test_an_empty_project_keeps_still(empty: MainWindow) -> None:
    assert not (wrong := walk(empty)), "\n".join(wrong)


def test_a_full_project_keeps_still(full: MainWindow) -> None:
    assert not (wrong := walk(full)), "\n".join(wrong)


def test_a_run_keeps_still_while_it_learns_and_when_it_ends(full: MainWindow) -> None:
    workspace = full.workspace
    assert workspace is not None
    workspace.go("train")
    workspace.train.live.begin("a text with a rather long name", "a model with a long name as well", NEXT_WORD.shown)
    workspace.train.watch()
    settle()
    wrong = cut(full)
    for moment, happen in of_learning(full):
        before = places(full)
        happen()
        settle()
        wrong += [f"{moment}: {fault}" for fault in (*moved(before, full), *covered(full), *cut(full))]
    assert not wrong, "\n".join(wrong)
    assert workspace.train.live.result.isVisible()


def test_what_goes_on_to_the_next_step_is_in_sight(full: MainWindow) -> None:
    """Without scrolling: where one goes from here, and what ends a run."""
    workspace = full.workspace
    assert workspace is not None
    train = workspace.train
    shown = []
    for place, buttons in (
        ("text", [workspace.text.next_button]),
        ("model", [workspace.model.next_button]),
        ("train", [train.setup.start, train.setup.queue]),
    ):
        workspace.go(place)
        settle()
        shown += [(place, button.text(), in_sight(button)) for button in buttons]
    train.add_to_queue(FineTuning(), ("Anna",))
    settle()
    shown += [("queue", button.text(), in_sight(button)) for button in (train.setup.start, train.waiting.start)]
    train.live.begin("tale", "Starter English", NEXT_WORD.shown)
    train.watch()
    settle()
    shown += [("live", button.text(), in_sight(button)) for button in (train.live.pause, train.live.stop)]
    shown.append(("status", "", in_sight(full.status)))
    assert [each for each in shown if not each[2]] == []
