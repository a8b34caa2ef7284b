"""Runs that wait for each other, and sweeps, on the Train page; where runs are made, with the real engine."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.train_pages import open_train_page
from tests.opening import open_in
from workbench.experiments.queue import Queue
from workbench.experiments.side_by_side import Others
from workbench.experiments.sweep import Scale, Sweep, Varied
from workbench.experiments.turns import TurnEnded
from workbench.gui.context import Context
from workbench.gui.jobs import Jobs
from workbench.gui.shell.window import MainWindow
from workbench.gui.train.sweep_setup import PlanTable
from workbench.gui.train.train_page import TrainPage
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.training.events import Event, StepMeasured
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Method
from workbench.values.model_ref import Folder, OfRun, from_text
from workbench.values.place import where_from
from workbench.values.run import Run, RunStatus

TINY = FineTuning(steps=4, batch_size=4, context_length=16, validate_every=2, precision="float32")
ENDLESS = TINY.with_settings({"steps": 1_000_000, "patience": 0})
PATIENCE = 240_000  # milliseconds, at most: the first step waits for TensorFlow to load, and a computer may be busy


@pytest.fixture
def context(tiny_services: Workbench, tiny_gpt2: Path) -> Iterator[Context]:
    jobs = Jobs()
    made = Context(tiny_services.project, jobs)
    made.services = tiny_services  # with what an earlier test compiled
    made.choose_model(str(tiny_gpt2))
    yield made
    jobs.shutdown()


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> TrainPage:
    return open_train_page(qtbot, context)


def click(qtbot: QtBot, button: object) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def waiting(page: TrainPage) -> list[int]:
    """The seeds of the runs that wait, in their order."""
    return [run.fine_tuning.seed for run in page.waiting.queue.waiting()]


def wait_for_all(qtbot: QtBot, page: TrainPage) -> None:
    qtbot.waitUntil(lambda: not page.is_running and not waiting(page), timeout=PATIENCE)


def add(page: TrainPage, *seeds: int) -> None:
    for seed in seeds:
        page.add_to_queue(TINY.with_settings({"seed": seed}), ("Anna",))


def test_the_list_keeps_the_rules_of_item_models(page: TrainPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.waiting.model)
    add(page, 1, 2)
    qtmodeltester.check(page.waiting.model)


def test_a_run_that_is_added_waits_and_is_listed(qtbot: QtBot, page: TrainPage, context: Context) -> None:
    assert not page.waiting.isVisible()
    page.setup.form.show_settings(TINY)
    page.setup.prompts.edits[0].setText("Anna lit")
    click(qtbot, page.setup.queue)
    (run,) = context.project.runs.every()
    assert (run.status, run.fine_tuning.steps) == (RunStatus.QUEUED, 4)
    assert context.project.runs.prompts(run) == ("Anna lit",)
    assert page.waiting.isVisible() and page.waiting.words == "One run waits"
    assert page.waiting.model.index(0).data() == "1. tale · tiny-gpt2 · Steps 4"
    assert not page.is_running, "nothing begins unasked"


def test_a_row_says_which_text_and_model_wait(page: TrainPage, context: Context) -> None:
    model = context.model
    assert model is not None
    Queue(context.services).add("tale", model, TINY, "with another rate")
    page.waiting.refresh()
    assert page.waiting.model.index(0).data() == "1. with another rate · tale · tiny-gpt2 · Steps 4"


def test_the_order_is_changed_with_the_keyboard_and_buttons(qtbot: QtBot, page: TrainPage) -> None:
    add(page, 1, 2, 3)
    card = page.waiting
    card.view.setFocus()
    card.view.setCurrentIndex(card.model.index(0))
    assert not card.earlier.isEnabled()
    qtbot.keyClick(card.view, Qt.Key.Key_Down)
    qtbot.keyClick(card.view, Qt.Key.Key_Down)
    click(qtbot, card.earlier)
    click(qtbot, card.earlier)
    assert waiting(page) == [3, 1, 2], "the run that was moved stays selected"
    assert not card.earlier.isEnabled()
    click(qtbot, card.later)
    assert waiting(page) == [1, 3, 2]


def test_removing_a_run_or_all_can_be_undone(qtbot: QtBot, page: TrainPage, context: Context) -> None:
    add(page, 1, 2, 3)
    card = page.waiting
    card.view.setCurrentIndex(card.model.index(1))
    click(qtbot, card.remove)
    assert waiting(page) == [1, 3]
    click(qtbot, card.undo.button)
    assert waiting(page) == [1, 2, 3]
    click(qtbot, card.clear)
    assert context.project.runs.every() == () and card.isVisible() and "3 runs" in card.undo.words
    click(qtbot, card.undo.button)
    assert waiting(page) == [1, 2, 3] and not card.undo.isVisible()


def test_the_queue_goes_on_after_a_run_that_fails_and_with_what_is_added_meanwhile(
    qtbot: QtBot, page: TrainPage, context: Context, tiny_gpt2: Path
) -> None:
    project = context.project
    gone = project.runs.create(corpus="tale", base=Folder(tiny_gpt2), model_sha256="", fine_tuning=TINY, name="gone")
    Queue(context.services).add("tale", OfRun(gone.id), TINY, "without its model")
    project.runs.delete(gone)
    add(page, 1)
    page.setup.presets.preset_chosen.emit(TINY)
    with qtbot.waitSignal(context.failed, timeout=PATIENCE) as failed:
        click(qtbot, page.waiting.start)
    assert "gone" in str(failed.args[0])
    assert page.live.isVisible() and not page.waiting.unfold.isChecked(), "the curves have the room"
    click(qtbot, page.live.next)
    assert page.setup.isVisible() and not page.setup.start.isVisible()
    click(qtbot, page.setup.queue)
    click(qtbot, page.setup.watch)
    assert page.live.isVisible()
    wait_for_all(qtbot, page)
    assert [run.status for run in project.runs.every()] == [RunStatus.FINISHED, RunStatus.FINISHED, RunStatus.FAILED]
    assert page.live.view.curves.loss.points("loss")[0].tolist() == [1, 2, 3, 4]
    assert "on text it had not seen" in page.live.result.words


@pytest.mark.usefixtures("measured_computer")
def test_a_sweep_is_started_from_the_page_and_its_winner_marked(
    qtbot: QtBot, page: TrainPage, context: Context
) -> None:
    page.setup.form.show_settings(TINY)
    click(qtbot, page.setup.vary)
    page.sweep.first.way.setCurrentIndex(0)
    page.sweep.first.values.setText("1e-9, 1e-2")
    page.sweep.name.setText("rates")
    assert page.sweep.words == "2 runs, under a minute together"
    click(qtbot, page.sweep.start)
    assert page.live.isVisible()
    wait_for_all(qtbot, page)
    fast, slow = context.project.runs.every()
    assert (fast.is_winner, slow.is_winner, fast.group) == (True, False, "rates")
    assert context.project.checkpoints.of(fast) and not context.project.checkpoints.of(slow)
    assert page.waiting.isVisible() and "MB: only the best run of the sweep keeps" in page.waiting.words


def test_runs_of_a_cluster_learn_beside_the_one_that_is_watched(
    qtbot: QtBot, page: TrainPage, context: Context, tiny_gpt2: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, where = context.project, where_from("local-cluster")
    names = ("first", "second", "third")
    made = [
        project.runs.create(
            corpus="tale", base=Folder(tiny_gpt2), model_sha256="", fine_tuning=TINY, name=name, where=where,
            status=RunStatus.QUEUED,
        )
        for name in names
    ]  # fmt: skip
    project.queue.append(made)
    begun, most = list[str](), 0

    def turn(run: Run) -> Generator[Event, None, TurnEnded]:
        nonlocal most
        going = project.queue.begin(run, Folder(tiny_gpt2), "", TINY)
        begun.append(run.name)
        most = max(most, len([each for each in project.runs.every() if each.status is RunStatus.RUNNING]))
        for step in range(1, 5):
            yield StepMeasured(step, 4, 3.0, 1e-3, 1.0, 100.0, step / 10, None)
        return TurnEnded(project.runs.finish(going, RunStatus.FINISHED))

    queue = page.waiting.queue
    queue.others = Others(queue.following, turn, lambda where: 2, lambda run, error: TurnEnded(run, error))
    page.waiting.refresh()
    said = list[str]()
    page.learning.beside_changed.connect(lambda _: said.append(page.waiting.words))
    click(qtbot, page.waiting.start)
    wait_for_all(qtbot, page)
    assert begun == list(names) and most == 2
    assert {run.status for run in project.runs.every()} == {RunStatus.FINISHED}
    assert any("1 other run learns at the same time" in words for words in said)


def test_cancelling_holds_the_queue_and_holding_lets_the_run_go_on(
    qtbot: QtBot, page: TrainPage, context: Context
) -> None:
    page.add_to_queue(ENDLESS, ())
    add(page, 1)
    click(qtbot, page.waiting.start)
    qtbot.waitUntil(lambda: len(page.live.view.curves.loss.points("loss")[0]) > 2, timeout=PATIENCE)
    assert page.waiting.start.text() == "Hold the queue"
    click(qtbot, page.waiting.start)
    assert page.is_running and not page.waiting.is_going
    page.waiting.begin()
    context.jobs.running[0].cancel()
    qtbot.waitUntil(lambda: not page.is_running, timeout=PATIENCE)
    assert waiting(page) == [1] and not page.waiting.is_going
    assert page.setup.unfinished.isVisible(), "the run that was cancelled can be continued"


def test_a_queue_is_offered_again_when_the_project_is_opened(
    qtbot: QtBot, new_window: Callable[[], MainWindow], tale_project: Project
) -> None:
    Queue(Workbench(tale_project)).add("tale", from_text("starter-en"), TINY, "first")
    tale_project.close()
    window = new_window()
    assert open_in(window, tale_project.folder)
    assert window.workspace is not None and window.workspace.place == "train"
    assert window.workspace.train.waiting.isVisible() and window.workspace.train.waiting.start.isVisible()
    assert not window.banner.isVisible(), "one offer in one place"
    assert not window.workspace.train.is_running
    window.close()


@pytest.fixture
def sweeps(page: TrainPage) -> list[Sweep]:
    """Every sweep that the person has in mind meanwhile; the last one is the newest."""
    heard: list[Sweep] = []
    page.sweep.sweep_changed.connect(heard.append)
    page.setup.form.show_settings(TINY)
    page.vary()
    return heard


def test_a_sweep_begins_with_a_range_around_the_learning_rate(page: TrainPage, sweeps: list[Sweep]) -> None:
    (varied,) = sweeps[-1].varied
    assert varied == Varied("learning_rate", (), 1e-4, 1e-2, Scale.LOG, 4)
    assert [page.sweep.table.index(row, 0).data() for row in range(4)] == [
        "Learning rate 0.0001", "Learning rate 0.000464", "Learning rate 0.00215", "Learning rate 0.01",
    ]  # fmt: skip
    assert page.sweep.table.index(0, 1).data() == "4" and page.sweep.table.index(0, 4).data() == "✓ fits"


def test_two_settings_are_varied_by_values_and_by_choices(page: TrainPage, sweeps: list[Sweep]) -> None:
    first, second = page.sweep.first, page.sweep.second
    first.setting.setCurrentIndex(first.setting.findData("seed"))
    first.values.setText("1, 2,3")
    second.setting.setCurrentIndex(second.setting.findData("method"))
    for action in second.choices.menu().actions():
        action.setChecked(action.data() in (Method.FULL, Method.LAST_LAYERS))
    assert len(sweeps[-1].fine_tunings()) == 6
    assert page.sweep.words.startswith("6 runs")
    second.setting.setCurrentIndex(0)
    assert len(sweeps[-1].fine_tunings()) == 3


def test_draws_have_a_seed_and_a_budget_can_be_for_all(page: TrainPage, sweeps: list[Sweep]) -> None:
    assert not page.sweep.draws.isVisible()
    page.sweep.way.setCurrentIndex(1)
    assert page.sweep.draws.isVisible()
    page.sweep.draws.setValue(2)
    page.sweep.seed.setValue(7)
    page.sweep.budget.setCurrentIndex(1)
    sweep = sweeps[-1]
    assert (sweep.draws, sweep.seed, sweep.is_shared) == (2, 7, True)
    assert {run.steps for run in sweep.fine_tunings()} == {2}


@pytest.mark.parametrize(
    ("values", "says"), [("1e-3, x", "cannot be x"), ("", "give its values"), ("-1", "it is between")]
)
def test_what_cannot_be_tried_is_said_and_not_started(
    page: TrainPage, sweeps: list[Sweep], values: str, says: str
) -> None:
    page.sweep.first.way.setCurrentIndex(0)
    page.sweep.first.values.setText(values)
    assert says in page.sweep.words
    assert not page.sweep.start.isEnabled() and page.sweep.table.rowCount() == 0


def test_a_sweep_whose_runs_do_not_fit_cannot_be_started(
    page: TrainPage, sweeps: list[Sweep], context: Context
) -> None:
    context.choose_model(from_text("starter-en"))
    page.setup.form.show_settings(FineTuning())
    page.vary()
    page.sweep.first.setting.setCurrentIndex(page.sweep.first.setting.findData("batch_size"))
    page.sweep.first.values.setText("1, 4096")
    assert "needs more memory" in page.sweep.words and not page.sweep.start.isEnabled()


def test_the_plan_keeps_the_rules_of_item_models(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(PlanTable())
