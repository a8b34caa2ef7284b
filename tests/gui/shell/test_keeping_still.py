"""Every page, empty and full, while a run learns and after it, in the windows of small laptops: nothing is cut off, and
nothing that comes by itself covers or moves what can be clicked."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from threading import Event as Flag

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from tests.gui.faces import ended, faces
from tests.gui.hands import settle
from tests.gui.pseudo_walk import LEARNING
from tests.gui.stillness import covered, cut, in_sight, moved, named, places
from workbench.gui.model import model_page
from workbench.gui.predict.predict_page import PredictPage
from workbench.gui.shell.window import MainWindow
from workbench.gui.tasks.answers.conversation_view import ConversationView
from workbench.gui.tasks.next_word.writing_view import WritingView
from workbench.gui.theme import Theme
from workbench.messages.errors import KnownError
from workbench.tasks.next_word.task import TASK as NEXT_WORD
from workbench.training.events import Looking, Obstacle, Preparing, Stage, StepMeasured, Validated, Waiting
from workbench.values.changes import Changes
from workbench.values.fine_tuning import FineTuning
from workbench.values.progress import Progress
from workbench.values.run import RunStatus

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


def sizes(window: MainWindow) -> Iterator[str]:
    """Makes the window as small as each of these screens has it."""
    for name, size in SIZES.items():
        window.resize(size)
        settle()
        assert window.size() == size, "it has to fit"
        yield name


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
TOLD: tuple[Moment, ...] = (
    lambda window: window.banner.show_error(KnownError("file.empty", file=LONG)),
    lambda window: window.banner.show_offer("Some texts lie here.", "Take them up", lambda: None),
)
HAPPENED: tuple[Moment, ...] = (
    starts_jobs,
    lambda window: window.show_engine("a processor whose name is long, in 16-bit numbers"),
    begins_elsewhere,
)
OVER: tuple[Moment, ...] = (waits_no_more, lambda window: window.banner.hide())


def of_learning(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """What a run tells, one after the other, up to its end."""
    assert window.workspace is not None and window.context is not None
    live, runs = window.workspace.train.live, window.context.project.runs
    for event in (*LEARNING, *LATER):
        yield type(event).__name__, lambda event=event: live.take([event])  # type: ignore[misc]
    yield "its end", lambda: live.end(runs.every()[0], samples=runs.samples(runs.every()[0]))


def walk(window: MainWindow) -> list[str]:
    """What is wrong on any face."""
    wrong = []
    for face in faces(window):
        assert window.workspace is not None
        settle()
        size = window.size()
        wrong += [f"{face}: {fault}" for fault in cut(window)]
        for moments in (TOLD, HAPPENED, OVER) if face in window.workspace.pages else (TOLD, OVER):
            before = places(window, (window.banner, window.status))
            for happen in moments:
                happen(window)
            settle()
            wrong += [f"{face}: {fault}" for fault in (*moved(before, window), *covered(window))]
        assert window.size() == size, f"{face} pushed the window wider"
        window.banner.hide()
        for job in window.jobs.running:
            job.cancel()
    return wrong


def test_a_welcome_with_many_projects_can_be_scrolled(window: MainWindow, tmp_path: Path) -> None:
    window.welcome.show_recent([tmp_path / f"project {number}" for number in range(8)])
    wrong = [f"{size}, {fault}" for size in sizes(window) for fault in cut(window)]
    assert not wrong, "\n".join(wrong)


def test_an_empty_project_keeps_still(empty: MainWindow) -> None:
    wrong = [f"{size}, {fault}" for size in sizes(empty) for fault in walk(empty)]
    assert not wrong, "\n".join(wrong)


def test_a_full_project_keeps_still(full: MainWindow) -> None:
    wrong = [f"{size}, {fault}" for size in sizes(full) for fault in walk(full)]
    assert not wrong, "\n".join(wrong)


def learn(window: MainWindow) -> list[str]:
    """What is wrong while a run learns and when it ends."""
    assert window.workspace is not None
    train = window.workspace.train
    window.workspace.go("train")
    train.live.begin("a text with a rather long name", "a model with a long name as well", NEXT_WORD.shown)
    train.watch()
    settle()
    wrong = cut(window)
    wrong += [
        f"{button.text()} is out of sight" for button in (train.live.pause, train.live.stop) if not in_sight(button)
    ]
    for moment, happen in of_learning(window):
        before = places(window)
        happen()
        settle()
        wrong += [f"{moment}: {fault}" for fault in (*moved(before, window), *covered(window), *cut(window))]
    assert train.live.result.isVisible()
    curves, words = train.live.view.curves.height(), train.live.view.samples.height()
    return wrong if curves > words else [*wrong, f"the curves have {curves} pixels, the words {words}"]


def out_of_sight(window: MainWindow) -> list[str]:
    """Of what leads to the next step, what one would have to scroll to."""
    workspace = window.workspace
    assert workspace is not None
    train, found = workspace.train, []
    for place, buttons in (
        ("text", [workspace.text.next_button]),
        ("model", [workspace.model.next_button]),
        ("train", [train.setup.start, train.setup.queue]),
    ):
        workspace.go(place)
        train.set_up_next()
        settle()
        found += [button.text() for button in buttons if not in_sight(button)]
    train.add_to_queue(FineTuning(), ("Anna",))
    settle()
    must = (train.setup.start, train.waiting.start, window.status)
    return found + [named(each) for each in must if not in_sight(each)]


def test_a_run_keeps_still_while_it_learns_and_when_it_ends(full: MainWindow) -> None:
    wrong = [f"{size}, {fault}" for size in sizes(full) for fault in learn(full)]
    assert not wrong, "\n".join(wrong)


def test_what_leads_to_the_next_step_is_in_sight(full: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_page, "strong_file", lambda: None)  # so that it is offered, as where it was left out
    found = [f"{size}, {what}" for size in sizes(full) for what in out_of_sight(full)]
    assert not found, "\n".join(found)


def test_what_has_the_models_answer_is_in_sight_in_large_letters(
    full: MainWindow, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PredictPage, "ask", lambda _: None)
    assert full.workspace is not None
    theme.zoom(115)
    full.resize(SIZES["netbook"])
    full.workspace.go("predict")
    views = full.workspace.predict.views
    for name in ("writing", "conversation"):
        views.setCurrentWidget(view := views.view(name))
        settle()
        assert isinstance(view, WritingView | ConversationView)
        assert in_sight(view.bar.generate if isinstance(view, WritingView) else view.say), name
    theme.zoom(100)


def test_how_long_something_takes_yet_is_seen_whole(window: MainWindow, qtbot: QtBot) -> None:
    flag = Flag()

    def works() -> Generator[Progress, None, None]:
        yield Progress(1, 4, seconds_left=274)
        flag.wait(10)

    for _ in sizes(window):
        window.jobs.start_job("Fine-tuning Starter English (2 of 2, Learning rate 0.01)", works, lane="files")
        (job,) = window.status.shown.values()
        qtbot.waitUntil(lambda job=job: "left" in job.left.text())  # type: ignore[misc]
        settle()
        assert job.left.text() == "4 min 34 s left" and not job.left.is_cut and job.text.width() > 60
        flag.set()
        qtbot.waitUntil(lambda: not window.status.shown)
        flag.clear()
