"""A run is followed in words, numbers, curves and next words, from its first stage to its result."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from workbench.costs.finding import Act, Finding, Rule
from workbench.gui.train.train_live import TrainLive
from workbench.messages.message import message
from workbench.tasks.answers.task import SHOWN as ANSWERS
from workbench.tasks.next_word.task import TASK as NEXT_WORD
from workbench.training.events import (
    Event,
    Finished,
    Looking,
    Preparing,
    SampleWritten,
    Stage,
    StepMeasured,
    StopReason,
    Validated,
)
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Bundled
from workbench.values.prediction import Prediction, Sample
from workbench.values.progress import Progress
from workbench.values.run import Input, Run, RunStatus

BEFORE = Sample(0, "The lamp", " of the", (Prediction("of", 0.2, " of"), Prediction("was", 0.1, " was")))
AFTER = Sample(20, "The lamp", " burned clear.", (Prediction("burned", 0.6, " burned"), Prediction("was", 0.2, " was")))
STEP = StepMeasured(20, 60, 4.0, 0.0005, 1.25, 4512.0, 10.0, 95.0)


@pytest.fixture
def live(qtbot: QtBot) -> TrainLive:
    widget = TrainLive()
    qtbot.addWidget(widget)
    widget.begin("Log", "starter-en", NEXT_WORD.shown)
    widget.resize(680, 620)
    widget.show()
    return widget


def ended(status: RunStatus = RunStatus.FINISHED, best: float = math.log(52)) -> Run:
    return Run(
        1, "a run", Path("x"), status, (Input("Log"),), Bundled("starter-en"), "starter-en", "sha", FineTuning(),
        datetime(2026, 1, 1, tzinfo=UTC), steps=20, total_steps=60, base_validation_loss=math.log(141),
        best_validation_loss=best, final_validation_loss=best, kept_step=20,
    )  # fmt: skip


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_before_the_first_step_is_told_in_words(live: TrainLive, stage: Stage) -> None:
    waiting = live.view.status.text()
    live.take([Preparing(stage)])
    assert live.view.status.text() not in ("", waiting, stage.value)


def test_the_numbers_are_those_of_the_newest_events(live: TrainLive) -> None:
    live.take([Validated(0, math.log(141), True, 0.0), STEP, Validated(20, math.log(52), True, 11.0)])
    figures = live.view.figures
    shown = [figures.headline, figures.progress, figures.time_left, figures.learning_rate, figures.gradient_norm]
    assert [figure.value for figure in shown] == ["141 → 52", "20 of 60", "1 min 35 s", "0.0005", "1.25"]
    assert figures.speed.value.endswith("tokens/s")


def test_time_left_is_a_dash_while_it_is_not_known(live: TrainLive) -> None:
    live.take([StepMeasured(1, 60, 5.0, 0.0, 1.0, 1.0, 1.0, None)])
    assert live.view.figures.time_left.value == "–"


def test_the_pinned_prompts_words_are_kept_from_before_and_change_now(live: TrainLive) -> None:
    live.take([SampleWritten(BEFORE)])
    assert live.view.samples.before.predictions == BEFORE.predictions
    assert live.view.samples.now.predictions == ()
    live.take([SampleWritten(AFTER)])
    assert live.view.samples.before.predictions == BEFORE.predictions
    assert live.view.samples.now.predictions == AFTER.predictions
    assert live.view.samples.text.toPlainText() == "The lamp burned clear."


def test_several_pinned_prompts_are_switched_between(qtbot: QtBot, live: TrainLive) -> None:
    samples = live.view.samples
    live.take([SampleWritten(BEFORE)])
    assert not samples.switch.isVisible()
    other = Sample(20, "Anna", " slept.", (Prediction("slept", 0.4, " slept"),))
    live.take([SampleWritten(replace(other, step=0)), STEP, SampleWritten(AFTER), SampleWritten(other)])
    assert samples.switch.isVisible() and samples.prompt == "The lamp"
    assert samples.now.predictions == AFTER.predictions
    qtbot.keyClick(samples.switch, Qt.Key.Key_Down)
    assert samples.prompt == "Anna"
    assert samples.before.predictions == samples.now.predictions == other.predictions
    assert samples.text.toPlainText() == "Anna slept."
    live.take([SampleWritten(replace(AFTER, step=40)), SampleWritten(replace(other, step=40, text=" woke."))])
    assert samples.text.toPlainText() == "Anna woke."


def test_an_answer_is_not_written_on_behind_its_question(live: TrainLive) -> None:
    live.begin("Talks", "starter-en", ANSWERS, "answers")
    samples = live.view.samples
    live.take([SampleWritten(BEFORE), SampleWritten(replace(AFTER, text="It burned."))])
    assert samples.text.toPlainText() == "It burned." and samples.text.accessibleName() == "What the model answers"
    assert live.view.difference_in_words() == "Its answer to “The lamp” may now begin with: burned."
    live.begin("Log", "starter-en", NEXT_WORD.shown)
    live.take([SampleWritten(AFTER)])
    assert samples.text.toPlainText() == "The lamp burned clear.", "another task is told otherwise"


def test_pause_and_resume_take_turns_and_stop_can_be_asked_once(qtbot: QtBot, live: TrainLive) -> None:
    live.pause_requested.connect(lambda: live.show_paused(True))  # as the page does, once the run hears of it
    live.resume_requested.connect(lambda: live.show_paused(False))
    live.stop_requested.connect(live.show_stopping)
    with qtbot.waitSignal(live.pause_requested):
        qtbot.mouseClick(live.pause, Qt.MouseButton.LeftButton)
    assert live.pause.text() == "Resume"
    live.take([STEP])  # that was made before
    assert live.view.status.text().startswith("Paused") and live.view.figures.time_left.value == "–"
    with qtbot.waitSignal(live.resume_requested):
        qtbot.mouseClick(live.pause, Qt.MouseButton.LeftButton)
    assert live.pause.text() == "Pause"
    with qtbot.waitSignal(live.stop_requested):
        qtbot.mouseClick(live.stop, Qt.MouseButton.LeftButton)
    assert not live.stop.isEnabled() and not live.pause.isEnabled()


@pytest.mark.parametrize("reason", StopReason)
def test_the_result_is_a_sentence_with_a_way_to_try_it(qtbot: QtBot, live: TrainLive, reason: StopReason) -> None:
    events: list[Event] = [SampleWritten(BEFORE), STEP, SampleWritten(AFTER)]
    live.take([*events, Finished(20, reason, math.log(141), math.log(52), 20, math.log(52), 12.0)])
    run = ended()
    live.end(run, samples=(BEFORE, AFTER))
    assert "Perplexity 141 → 52 a token on text it had not seen." in live.result.words
    assert "The weights of step 20, its last and best, are kept." in live.result.words
    assert "burned" in live.result.words and ", was" not in live.result.words
    assert not live.pause.isVisible() and not live.stop.isVisible()
    with qtbot.waitSignal(live.try_requested) as tried:
        qtbot.mouseClick(live.result.try_it, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(live.history_requested) as seen:
        qtbot.mouseClick(live.result.see, Qt.MouseButton.LeftButton)
    assert tried.args == seen.args == [run]


def test_a_run_that_got_worse_is_not_called_a_success(live: TrainLive) -> None:
    live.end(ended(best=math.log(150)))
    assert "did not get better" in live.result.words


def test_after_a_worse_look_the_best_one_stays_in_sight_and_the_end_shows_it_alone(live: TrainLive) -> None:
    later = replace(AFTER, step=40, predictions=(Prediction("sank", 0.7, " sank"),))
    looks = [Validated(0, math.log(141), True, 0.0), Validated(20, math.log(52), True, 9.0)]
    live.take([*looks, SampleWritten(BEFORE), SampleWritten(AFTER)])
    live.take([Validated(40, math.log(60), False, 12.0), SampleWritten(later)])
    assert live.view.figures.headline.value == "141 → 60"
    assert "the best so far, of step 20, came to 52" in live.view.figures.headline.toolTip()
    assert live.view.samples.now.predictions == later.predictions
    assert [*live.view.curves.loss.points("kept")[0]] == [20]
    live.end(replace(ended(), steps=40, final_validation_loss=math.log(60)), samples=(BEFORE, AFTER, later))
    assert live.view.figures.headline.value == "141 → 52"
    assert live.view.samples.now.predictions == AFTER.predictions
    assert "step 20 are kept" in live.result.words and "At its end, perplexity was 60." in live.result.words


def test_the_last_measurement_of_a_stopped_run_can_be_left(qtbot: QtBot, live: TrainLive) -> None:
    live.take([STEP])
    live.stop_requested.connect(live.show_stopping)
    qtbot.mouseClick(live.stop, Qt.MouseButton.LeftButton)
    live.take([Looking(20, Progress(30, 120))])
    assert live.stop.isEnabled() and live.stop.text() == "Do not measure" and "25 %" in live.view.status.text()
    with qtbot.waitSignal(live.leave_requested), qtbot.assertNotEmitted(live.stop_requested):
        qtbot.mouseClick(live.stop, Qt.MouseButton.LeftButton)
    live.take([Looking(20, Progress(60, 120))])
    assert not live.stop.isEnabled(), "once is enough"
    live.begin("Log", "Starter English", NEXT_WORD.shown)
    assert live.stop.text() == "Stop and keep" and live.stop.isEnabled()


def test_of_a_run_that_was_left_only_what_was_measured_is_said(live: TrainLive) -> None:
    left = ended(RunStatus.INTERRUPTED)
    live.end(left)
    assert "141" in live.result.words and "that step was not measured yet" in live.result.words
    live.end(replace(left, best_validation_loss=math.log(141), final_validation_loss=math.log(141), kept_step=0))
    assert live.result.words == "Left at step 20, from where it can go on; what it learnt was not measured yet."


def test_a_stopped_run_says_where_it_stopped(live: TrainLive) -> None:
    live.end(ended(RunStatus.STOPPED))
    assert "Stopped at step 20" in live.result.words


def test_a_problem_is_told_in_its_own_sentence(live: TrainLive) -> None:
    live.end(None, "There is no room left on the disk.")
    assert live.result.words == "There is no room left on the disk."
    assert not live.result.try_it.isVisible()


def test_the_next_run_begins_with_an_empty_view(live: TrainLive) -> None:
    live.take([Validated(0, 5.0, True, 0.0), STEP, SampleWritten(BEFORE)])
    live.end(ended())
    live.begin("Log", "starter-en", NEXT_WORD.shown)
    assert live.view.curves.loss.is_empty
    assert live.view.samples.before.predictions == ()
    assert live.view.figures.progress.value == "–"
    assert not live.result.isVisible() and live.stop.isEnabled()


def test_how_long_getting_ready_takes_is_said(live: TrainLive) -> None:
    live.take([Preparing(Stage.COMPILING)])
    assert live.view.status.text().startswith("Getting ready, about 20 s")
    live.take([STEP])
    live.begin("Log", "starter-en", NEXT_WORD.shown)
    live.take([Preparing(Stage.COMPILING)])
    assert live.view.status.text().startswith("Getting ready, about 1 s"), "as it was measured the last time"


def test_a_run_of_a_queue_says_which_of_them_it_is(live: TrainLive) -> None:
    live.begin("Log", "English", NEXT_WORD.shown, turn="2 of 3, Learning rate 0.001")
    assert live.heading == "English learns “Log” · 2 of 3, Learning rate 0.001"


@pytest.mark.parametrize(
    ("finding", "words"),
    [
        (Finding(Rule.UNCHANGED, message("what_now.better"), Act.RETRY, settings={"learning_rate": 0.0005}), "0.0005"),
        (
            Finding(Rule.TOO_SURE, message("what_now.better"), Act.RETRY, settings={"label_smoothing": 0.1}),
            "Again: Label smoothing 0.1",
        ),
        (Finding(Rule.PART_WORSE, message("what_now.better"), Act.RETRY), "Again, with other weights …"),
        (Finding(Rule.STILL_FALLING, message("what_now.better"), Act.TRAIN_ON, steps=60), "Train on: 60 steps …"),
        (Finding(Rule.SMALL_TEXT, message("what_now.better"), Act.ADD_TEXT), "Add text"),
        (Finding(Rule.MUCH_BETTER, message("what_now.better"), Act.TRY), "Try it"),
    ],
)
def test_what_comes_next_is_said_and_is_the_one_button_that_stands_out(
    qtbot: QtBot, live: TrainLive, finding: Finding, words: str
) -> None:
    live.end(ended(), samples=(BEFORE, AFTER), findings=(finding,))
    assert "a little better than before" in live.result.words
    button = live.result.first
    assert words in button.text() and button.isVisible()
    primary = [each for each in live.result.findChildren(QPushButton) if each.property("primary")]
    assert primary == [button]
    asked = {
        Act.RETRY: live.retry_requested, Act.TRAIN_ON: live.go_on_requested, Act.ADD_TEXT: live.text_requested,
        Act.TRY: live.try_requested,
    }  # fmt: skip
    with qtbot.waitSignal(asked[finding.act]) as heard:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    if finding.act is Act.RETRY:
        assert heard.args == [ended(), finding.settings]
