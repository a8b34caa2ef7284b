"""Fine-tuning through the page with the real engine: start, pause, predict meanwhile, stop, continue, result."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.train_pages import open_train_page
from workbench.costs.computer import remember_speed
from workbench.costs.fit import Speed
from workbench.experiments.answer import answer
from workbench.gui.context import Context
from workbench.gui.jobs import Job, Jobs
from workbench.gui.lanes import Kind
from workbench.gui.train.train_page import TrainPage
from workbench.gui.words.quantities import decimal
from workbench.messages.message import message
from workbench.project.project import Project
from workbench.tasks.next_word.task import TASK as NEXT_WORD
from workbench.training.events import Validated
from workbench.training.schedule import learning_rate
from workbench.values.changes import Changes
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Bundled, Folder, from_text
from workbench.values.presets import PRESETS
from workbench.values.run import RunStatus

SHORT = FineTuning(steps=4, batch_size=4, context_length=16, validate_every=2, precision="float32")
ENDLESS = FineTuning(
    steps=1_000_000, batch_size=4, context_length=16, validate_every=5, patience=0, precision="float32"
)
PATIENCE = 240_000  # milliseconds, at most: the first step waits for TensorFlow to load, and a computer may be busy


@pytest.fixture
def context(tale_project: Project, tiny_gpt2: Path) -> Iterator[Context]:
    jobs = Jobs()
    made = Context(tale_project, jobs)
    made.services.models.add_folder(tiny_gpt2)
    made.choose_model(str(tiny_gpt2))
    yield made
    jobs.shutdown()


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> TrainPage:
    return open_train_page(qtbot, context)


def click(qtbot: QtBot, button: object) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def steps(page: TrainPage) -> list[float]:
    return page.live.view.curves.loss.points("loss")[0].tolist()


def wait_for_end(qtbot: QtBot, page: TrainPage) -> None:
    qtbot.waitUntil(lambda: not page.is_running, timeout=PATIENCE)


@pytest.mark.usefixtures("measured_computer")
def test_a_run_goes_from_the_button_to_its_result(qtbot: QtBot, page: TrainPage, context: Context) -> None:
    page.setup.form.show_settings(SHORT)
    page.setup.prompts.edits[0].setText("Anna")
    click(qtbot, page.setup.start)
    assert page.live.isVisible()
    wait_for_end(qtbot, page)

    (run,) = context.project.runs.every()
    settled = context.services.planning.settled(context.services.models.named(run.model), SHORT)
    settled = settled.with_settings({"precision": run.fine_tuning.precision})  # found out when it started
    assert (run.status, run.steps, run.fine_tuning) == (RunStatus.FINISHED, 4, settled)
    assert steps(page) == [1, 2, 3, 4]
    assert page.live.view.curves.loss.points("validation_loss")[0].tolist() == [0, 2, 4]
    assert page.live.view.samples.before.predictions and page.live.view.samples.now.predictions
    assert page.live.view.samples.text.toPlainText().startswith("Anna")
    assert "on text it had not seen" in page.live.result.words
    qtbot.waitUntil(lambda: "predicts the validation text of “tale”" in page.live.result.words, timeout=PATIENCE)
    assert answer(context.project, run) is not None
    with qtbot.waitSignal(page.try_requested) as tried:
        click(qtbot, page.live.result.try_it)
    assert tried.args == [run]


def test_while_paused_no_step_is_made_and_predictions_still_come(
    qtbot: QtBot, page: TrainPage, context: Context, tiny_gpt2: Path
) -> None:
    page.start_run(ENDLESS, "")
    qtbot.waitUntil(lambda: len(steps(page)) > 2, timeout=PATIENCE)
    click(qtbot, page.live.pause)
    made = []
    for _ in range(2):
        job = context.jobs.start_job(
            "", lambda: context.services.asking.predict(Folder(tiny_gpt2), "Anna"), kind=Kind.SHORT
        )
        with qtbot.waitSignal(job.finished, timeout=PATIENCE) as predicted:
            pass
        assert predicted.args[0][0].word
        made.append(steps(page))
    assert made[0] == made[1]
    click(qtbot, page.live.pause)
    qtbot.waitUntil(lambda: len(steps(page)) > len(made[1]), timeout=PATIENCE)
    click(qtbot, page.live.stop)
    wait_for_end(qtbot, page)


def test_a_stopped_run_is_kept_and_goes_on_where_it_stopped(qtbot: QtBot, page: TrainPage, context: Context) -> None:
    page.start_run(ENDLESS, "Anna")
    qtbot.waitUntil(lambda: len(steps(page)) > 2, timeout=PATIENCE)
    click(qtbot, page.live.stop)
    wait_for_end(qtbot, page)
    (stopped,) = context.project.runs.every()
    assert stopped.status is RunStatus.STOPPED
    assert context.project.checkpoints.of(stopped)
    assert f"Stopped at step {stopped.steps}" in page.live.result.words

    click(qtbot, page.live.result.another)
    assert page.setup.unfinished.isVisible()
    click(qtbot, page.setup.unfinished.go_on)
    assert steps(page) == list(range(1, stopped.steps + 1))
    qtbot.waitUntil(lambda: len(steps(page)) > stopped.steps + 2, timeout=PATIENCE)
    assert steps(page) == list(range(1, len(steps(page)) + 1))
    assert page.live.view.samples.before.predictions
    page.learning.tell(Job.stop)
    wait_for_end(qtbot, page)
    assert len(context.project.runs.every()) == 1


def test_a_run_goes_on_while_another_page_is_looked_at(qtbot: QtBot, page: TrainPage, context: Context) -> None:
    page.start_run(SHORT, "Anna")
    page.hide()
    wait_for_end(qtbot, page)
    page.show()
    assert steps(page) == [1, 2, 3, 4]
    assert page.live.result.isVisible()


def test_a_cancelled_run_can_be_continued(qtbot: QtBot, page: TrainPage, context: Context) -> None:
    page.start_run(ENDLESS, "")
    qtbot.waitUntil(lambda: len(steps(page)) > 2, timeout=PATIENCE)
    context.jobs.running[0].cancel()
    wait_for_end(qtbot, page)
    assert context.project.runs.every()[0].status is RunStatus.INTERRUPTED
    assert page.setup.isVisible() and page.setup.unfinished.isVisible()


def test_a_problem_is_told_on_the_page_and_to_the_window(
    qtbot: QtBot, page: TrainPage, context: Context, tiny_gpt2: Path, tmp_path: Path
) -> None:
    broken = shutil.copytree(tiny_gpt2, tmp_path / "broken")
    context.services.models.add_folder(broken)
    context.choose_model(Folder(broken))
    (broken / "model.safetensors").unlink()
    with qtbot.waitSignal(context.failed, timeout=PATIENCE) as failed:
        page.start_run(SHORT, "")
    assert "has no weights" in str(failed.args[0])
    assert "has no weights" in page.live.result.words
    wait_for_end(qtbot, page)


def test_what_a_preset_costs_is_estimated_for_what_is_chosen(
    page: TrainPage, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEXTWORD_CACHE_HOME", str(tmp_path / "cache"))
    page.refresh()
    costs = [page.setup.presets.card(name).accessibleDescription() for name in PRESETS]
    assert all("being measured" in cost for cost in costs)
    page.setup.prompts.edits[0].setText("half a")
    remember_speed(Speed(1e9, 0.0, 1e8))
    context.speed_measured.emit()
    costs = [page.setup.presets.card(name).accessibleDescription() for name in PRESETS]
    assert all("minute" in cost or " min" in cost or " h" in cost for cost in costs)
    assert page.setup.prompts.edits[0].text() == "half a", "who is at it is not disturbed"
    assert "tiny-gpt2" in page.setup.heading and "tale" in page.setup.heading
    assert page.setup.start.isEnabled()


def test_the_first_prompt_is_taken_from_text_that_is_not_trained_on(page: TrainPage, context: Context) -> None:
    prompt = page.setup.prompts.edits[0].text()
    assert len(prompt.split()) == 3
    unseen = (context.project.corpora.named("tale").folder / "validation.txt").read_text(encoding="utf-8")
    assert unseen.startswith(prompt)


def test_without_a_model_the_page_says_so(page: TrainPage, context: Context) -> None:
    context.choose_model(Bundled("no such model"))
    assert "There is no model" in page.setup.readiness.words
    assert not page.setup.start.isEnabled()


def test_an_empty_project_has_nothing_to_start(qtbot: QtBot, project: Project) -> None:
    jobs = Jobs()
    page = TrainPage(Context(project, jobs))
    qtbot.addWidget(page)
    page.refresh()
    assert "no text" in page.setup.readiness.words
    assert not page.setup.start.isEnabled()
    jobs.shutdown()


def test_settings_and_prompt_are_remembered_by_the_project(qtbot: QtBot, page: TrainPage, context: Context) -> None:
    click(qtbot, page.setup.presets.card("thorough"))
    page.setup.prompts.edits[0].clear()
    qtbot.keyClicks(page.setup.prompts.edits[0], "Anna lit")
    qtbot.keyClick(page.setup.prompts.edits[0], Qt.Key.Key_Return)
    again = TrainPage(context)
    qtbot.addWidget(again)
    again.refresh()
    assert again.setup.settings() == PRESETS["thorough"]
    assert again.setup.presets.card("thorough").isChecked()
    assert again.setup.prompts.edits[0].text() == "Anna lit"


def test_a_finished_run_goes_on_with_more_steps_and_its_curves_continue(
    qtbot: QtBot, page: TrainPage, context: Context
) -> None:
    page.start_run(SHORT, "Anna")
    wait_for_end(qtbot, page)
    (run,) = context.project.runs.every()
    assert page.live.result.go_on.text() == "Go on …"
    click(qtbot, page.live.result.go_on)
    extension = page.extension
    assert extension.isVisible() and extension.more.number() == 4
    assert "after 4, which makes 8 in all" in extension.words
    last, following = learning_rate(run.fine_tuning, 4, 4), learning_rate(run.fine_tuning, 5, 8)
    assert f"was {decimal(last, 3)} at its last step and rises again to {decimal(following, 3)}" in extension.words
    assert extension.schedule.points("made")[0].tolist() == [1, 2, 3, 4]
    assert extension.schedule.points("rate")[0].tolist() == [5, 6, 7, 8]
    assert extension.schedule.points("rate")[1].tolist() == pytest.approx(
        [learning_rate(run.fine_tuning, step, 8) for step in range(5, 9)]
    )
    extension.more.setValue(2)
    click(qtbot, extension.start)
    assert page.live.isVisible() and steps(page) == [1, 2, 3, 4]
    wait_for_end(qtbot, page)
    (extended,) = context.project.runs.every()
    assert (extended.status, extended.steps, extended.total_steps) == (RunStatus.FINISHED, 6, 6)
    assert steps(page) == [1, 2, 3, 4, 5, 6]


def test_choosing_something_else_turns_the_page_to_the_next_run_unless_one_is_running(
    qtbot: QtBot, page: TrainPage, context: Context
) -> None:
    page.start_run(ENDLESS, "")
    qtbot.waitUntil(lambda: len(steps(page)) > 2, timeout=PATIENCE)
    context.choose_model(from_text("starter-en"))
    assert page.live.isVisible()
    click(qtbot, page.live.stop)
    wait_for_end(qtbot, page)
    assert page.live.isVisible(), "the result is shown"
    context.choose_model(from_text("lstm-en"))
    assert page.setup.isVisible() and page.setup.start.isVisible()


def test_a_run_that_ends_takes_the_focus_only_from_its_own_buttons(
    qtbot: QtBot, page: TrainPage, context: Context
) -> None:
    elsewhere = QLineEdit()
    layout = page.layout()
    assert layout is not None
    layout.addWidget(elsewhere)
    page.start_run(SHORT, "Anna")
    elsewhere.setFocus()
    wait_for_end(qtbot, page)
    assert page.focusWidget() is elsewhere

    page.start_run(ENDLESS, "Anna")
    qtbot.waitUntil(lambda: len(steps(page)) > 2, timeout=PATIENCE)
    page.live.stop.setFocus()
    click(qtbot, page.live.stop)
    wait_for_end(qtbot, page)
    assert page.focusWidget() is page.live.result.first


def test_what_is_typed_survives_a_checkpoint_that_is_saved_meanwhile(
    qtbot: QtBot, page: TrainPage, context: Context
) -> None:
    page.setup.advanced.setChecked(True)
    batch, prompt = page.setup.form.editor("batch_size"), page.setup.prompts.edits[0]
    prompt.clear()
    qtbot.keyClicks(prompt, "The lamp")
    batch.setFocus()
    batch.selectAll()
    qtbot.keyClicks(batch, "50")
    context.tell(Changes(runs=frozenset({1})))
    assert batch.text() == "50" and prompt.text() == "The lamp"
    qtbot.keyClicks(batch, "00")
    qtbot.keyClick(batch, Qt.Key.Key_Return)
    context.tell(Changes(runs=frozenset({1})))
    assert batch.text() == "5000" and not page.setup.start.isEnabled()


def test_a_run_again_leaves_to_the_next_model_what_was_the_last_ones_own(
    page: TrainPage, context: Context, tiny_gpt2: Path
) -> None:
    chosen = FineTuning(steps=300)
    settled = context.services.planning.settled(Folder(tiny_gpt2), chosen).with_settings({"precision": "float32"})
    run = context.project.runs.create(
        corpus="tale", base=Folder(tiny_gpt2), model_sha256="", fine_tuning=settled
    )  # fmt: skip
    page.repeat(run)
    settings = page.setup.settings().with_settings({"precision": "auto"})
    assert settings == chosen
    assert page.setup.presets.own.isChecked() and "Steps 300" in page.setup.presets.own.accessibleDescription()
    page.repeat(run, {"label_smoothing": 0.1})  # as was advised when it ended
    assert page.setup.settings().with_settings({"precision": "auto"}) == FineTuning(steps=300, label_smoothing=0.1)


def test_own_settings_that_are_kept_for_another_model_are_named_with_what_they_were_for(
    qtbot: QtBot, page: TrainPage, context: Context
) -> None:
    page.setup.form.settings_changed.emit(FineTuning(learning_rate=0.05, batch_size=32))
    page.setup.form.show_settings(FineTuning(learning_rate=0.05, batch_size=32))
    page.next_run.keep_settings(FineTuning(learning_rate=0.05, batch_size=32))
    own = page.setup.presets.own
    assert own.accessibleDescription().startswith("2 settings differ from Balanced.")
    context.choose_model(from_text("starter-en"))
    assert own.accessibleDescription().startswith("Kept from tiny-gpt2: Batch size 32, Learning rate 0.05")
    assert "The learning rate 0.05 is 100 times what suits this model" in page.setup.readiness.words
    click(qtbot, page.setup.readiness.mend)
    assert page.setup.settings() == FineTuning(batch_size=32)


def test_a_run_that_gets_worse_says_so_beside_a_button_that_stops_it(
    qtbot: QtBot, page: TrainPage, context: Context
) -> None:
    page.live.begin("tale", "tiny", NEXT_WORD.shown)
    page.watch()
    view = page.live.view
    QApplication.processEvents()
    places = [part.geometry() for part in (view.figures, page.live.stop, page.live.pause)]
    view.take([Validated(0, 4.0, True, 0.0), Validated(5, 4.5, False, 1.0), Validated(10, 5.0, False, 2.0)])
    QApplication.processEvents()
    assert "It is getting worse: perplexity 55 → 148. Stop, and lower the learning rate?" in view.worse.text()
    assert [part.geometry() for part in (view.figures, page.live.stop, page.live.pause)] == places
    with qtbot.waitSignal(page.live.stop_requested):
        click(qtbot, page.live.stop)
    view.take([Validated(15, 3.9, True, 3.0)])
    assert not view.worse.text() and not view.worse.isVisible()


def test_the_next_run_of_the_queue_does_not_disturb_who_sets_up_another(
    qtbot: QtBot, page: TrainPage, context: Context
) -> None:
    page.start_run(ENDLESS, "")
    qtbot.waitUntil(lambda: len(steps(page)) > 2, timeout=PATIENCE)
    page.add_to_queue(SHORT, ())
    click(qtbot, page.live.next)
    prompt = page.setup.prompts.edits[0]
    prompt.setFocus()
    page.learning.tell(Job.stop)
    qtbot.waitUntil(lambda: not page.is_running and not page.waiting.queue.waiting(), timeout=PATIENCE)
    assert page.setup.isVisible() and page.focusWidget() is prompt
    assert [run.status for run in context.project.runs.every()] == [RunStatus.FINISHED, RunStatus.STOPPED]


def test_a_problem_before_the_first_step_is_not_told_of_an_older_run(
    qtbot: QtBot, page: TrainPage, context: Context
) -> None:
    older = context.project.runs.create(
        corpus="tale", base=from_text("x"), model_sha256="", fine_tuning=SHORT, name="older"
    )
    context.project.runs.finish(older, RunStatus.FAILED, message("run.told", text="something else"))
    with qtbot.waitSignal(context.failed, timeout=PATIENCE):
        page.start_run(SHORT, tuple(map(str, range(9))))  # more prompts than a run can have
    wait_for_end(qtbot, page)
    assert "9 prompts are too many" in page.live.result.words and not page.live.result.see.isVisible()
