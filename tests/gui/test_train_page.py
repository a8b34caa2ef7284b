"""Fine-tuning through the page with the real engine: start, pause, predict meanwhile, stop, continue, result."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.train_pages import open_train_page
from workbench.fine_tuning import PRESETS, FineTuning
from workbench.gui.context import Context
from workbench.gui.jobs import Jobs, Kind
from workbench.gui.train_page import TrainPage
from workbench.pretrained.fit import Speed
from workbench.project import Project
from workbench.records import RunStatus
from workbench.training.computer import remember_speed

SHORT = FineTuning(steps=4, batch_size=2, context_length=32, validate_every=2)
ENDLESS = FineTuning(steps=1_000_000, batch_size=2, context_length=32, validate_every=5, patience=0)
MINUTE = 60_000  # at most; the first step waits for TensorFlow to load


@pytest.fixture
def context(tale_project: Project, tiny_gpt2: Path) -> Iterator[Context]:
    jobs = Jobs()
    made = Context(tale_project, jobs)
    made.services.add_model_folder(tiny_gpt2)
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
    qtbot.waitUntil(lambda: not page.is_running, timeout=MINUTE)


def test_a_run_goes_from_the_button_to_its_result(qtbot: QtBot, page: TrainPage, context: Context) -> None:
    page.setup.form.show_settings(SHORT)
    page.setup.prompts.edits[0].setText("Anna")
    click(qtbot, page.setup.start)
    assert page.live.isVisible()
    wait_for_end(qtbot, page)

    (run,) = context.project.runs()
    settled = context.services.settled(run.model, SHORT)
    settled = settled.with_settings({"precision": run.fine_tuning.precision})  # found out when it started
    assert (run.status, run.steps, run.fine_tuning) == (RunStatus.FINISHED, 4, settled)
    assert steps(page) == [1, 2, 3, 4]
    assert page.live.view.curves.loss.points("validation_loss")[0].tolist() == [0, 2, 4]
    assert page.live.view.samples.before.predictions and page.live.view.samples.now.predictions
    assert page.live.view.samples.text.toPlainText().startswith("Anna")
    assert "on text it had not seen" in page.live.result.words
    with qtbot.waitSignal(page.try_requested) as tried:
        click(qtbot, page.live.result.try_it)
    assert tried.args == [run]


def test_while_paused_no_step_is_made_and_predictions_still_come(
    qtbot: QtBot, page: TrainPage, context: Context, tiny_gpt2: Path
) -> None:
    page.start(ENDLESS, "")
    qtbot.waitUntil(lambda: len(steps(page)) > 2, timeout=MINUTE)
    click(qtbot, page.live.pause)
    made = []
    for _ in range(2):
        job = context.jobs.start("", lambda: context.services.predict(str(tiny_gpt2), "Anna"), kind=Kind.SHORT)
        with qtbot.waitSignal(job.finished, timeout=MINUTE) as predicted:
            pass
        assert predicted.args[0][0].word
        made.append(steps(page))
    assert made[0] == made[1]
    click(qtbot, page.live.pause)
    qtbot.waitUntil(lambda: len(steps(page)) > len(made[1]), timeout=MINUTE)
    click(qtbot, page.live.stop)
    wait_for_end(qtbot, page)


def test_a_stopped_run_is_kept_and_goes_on_where_it_stopped(qtbot: QtBot, page: TrainPage, context: Context) -> None:
    page.start(ENDLESS, "Anna")
    qtbot.waitUntil(lambda: len(steps(page)) > 2, timeout=MINUTE)
    click(qtbot, page.live.stop)
    wait_for_end(qtbot, page)
    (stopped,) = context.project.runs()
    assert stopped.status is RunStatus.STOPPED
    assert context.project.checkpoints(stopped)
    assert f"Stopped at step {stopped.steps}" in page.live.result.words

    click(qtbot, page.live.result.another)
    assert page.setup.unfinished.isVisible()
    click(qtbot, page.setup.unfinished.go_on)
    assert steps(page) == list(range(1, stopped.steps + 1))
    qtbot.waitUntil(lambda: len(steps(page)) > stopped.steps + 2, timeout=MINUTE)
    assert steps(page) == list(range(1, len(steps(page)) + 1))
    assert page.live.view.samples.before.predictions
    page.stop()
    wait_for_end(qtbot, page)
    assert len(context.project.runs()) == 1


def test_a_run_goes_on_while_another_page_is_looked_at(qtbot: QtBot, page: TrainPage, context: Context) -> None:
    page.start(SHORT, "Anna")
    page.hide()
    wait_for_end(qtbot, page)
    page.show()
    assert steps(page) == [1, 2, 3, 4]
    assert page.live.result.isVisible()


def test_a_cancelled_run_can_be_continued(qtbot: QtBot, page: TrainPage, context: Context) -> None:
    page.start(ENDLESS, "")
    qtbot.waitUntil(lambda: len(steps(page)) > 2, timeout=MINUTE)
    context.jobs.running[0].cancel()
    wait_for_end(qtbot, page)
    assert context.project.runs()[0].status is RunStatus.INTERRUPTED
    assert page.setup.isVisible() and page.setup.unfinished.isVisible()


def test_a_problem_is_told_on_the_page_and_to_the_window(
    qtbot: QtBot, page: TrainPage, context: Context, tiny_gpt2: Path, tmp_path: Path
) -> None:
    broken = shutil.copytree(tiny_gpt2, tmp_path / "broken")
    context.services.add_model_folder(broken)
    context.choose_model(str(broken))
    (broken / "model.safetensors").unlink()
    with qtbot.waitSignal(context.failed, timeout=MINUTE) as failed:
        page.start(SHORT, "")
    assert "has no weights" in str(failed.args[0])
    assert "has no weights" in page.live.result.words
    wait_for_end(qtbot, page)


def test_what_a_preset_costs_is_estimated_for_what_is_chosen(
    page: TrainPage, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEXTWORD_CACHE_HOME", str(tmp_path / "cache"))
    page.refresh()
    costs = [page.setup.presets.card(name).accessibleDescription() for name in PRESETS]
    assert all("measuring this computer" in cost for cost in costs)
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
    unseen = (context.project.corpus("tale").folder / "validation.txt").read_text(encoding="utf-8")
    assert unseen.startswith(prompt)


def test_without_a_model_the_page_says_so(page: TrainPage, context: Context) -> None:
    context.choose_model("no such model")
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
