"""Setting up a run: presets and own settings agree, what is missing is said, and nothing starts before it can."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from workbench.costs.advice import Advice, Severity
from workbench.gui.parts.number_box import NumberBox
from workbench.gui.train.readiness import Readiness
from workbench.gui.train.train_setup import TrainSetup
from workbench.gui.words.quantities import expected_duration
from workbench.gui.words.run_state import unfinished_in_words
from workbench.messages.message import Count, LanguageCode, message
from workbench.models.card import Basis, Fit, FitEstimate
from workbench.training.schedule import learning_rate
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Bundled
from workbench.values.presets import PRESETS
from workbench.values.run import Input, Run, RunStatus

FITS = FitEstimate(Fit.FITS, 800_000_000, 80.0, 8_400_000, 60, basis=Basis.MEASURED)


@pytest.fixture
def setup(qtbot: QtBot) -> TrainSetup:
    widget = TrainSetup()
    qtbot.addWidget(widget)
    widget.resize(680, 620)
    widget.show_readiness(Readiness("Log", "starter-en", FITS))
    widget.show()
    return widget


def chosen(setup: TrainSetup) -> list[str]:
    return [name for name in PRESETS if setup.presets.card(name).isChecked()]


@pytest.mark.parametrize("preset", PRESETS)
def test_choosing_a_card_chooses_all_its_settings(qtbot: QtBot, setup: TrainSetup, preset: str) -> None:
    with qtbot.waitSignal(setup.settings_changed) as changed:
        qtbot.mouseClick(setup.presets.card(preset), Qt.MouseButton.LeftButton)
    assert changed.args == [PRESETS[preset]]
    assert setup.settings() == PRESETS[preset]
    assert chosen(setup) == [preset]


def test_a_setting_of_ones_own_is_no_preset_any_more_until_it_is_taken_back(setup: TrainSetup) -> None:
    seed = setup.form.editor("seed")
    assert isinstance(seed, NumberBox)
    seed.setValue(7)
    assert chosen(setup) == [] and setup.presets.own.isChecked()
    seed.setValue(0)
    assert chosen(setup) == ["balanced"]


def test_own_settings_are_counted_named_and_taken_back_to_where_they_came_from(qtbot: QtBot, setup: TrainSetup) -> None:
    own = setup.presets.own
    assert not own.isChecked() and not own.reset.isVisible()
    setup.show_settings(PRESETS["thorough"].with_settings({"seed": 7, "learning_rate": 0.05}))
    assert own.isChecked() and own.reset.isVisible()
    assert own.accessibleDescription() == "2 settings differ from Thorough. Learning rate 0.05, Seed 7"
    with qtbot.waitSignal(setup.settings_changed) as changed:
        qtbot.mouseClick(own.reset, Qt.MouseButton.LeftButton)
    assert changed.args == [PRESETS["thorough"]] and chosen(setup) == ["thorough"]


def test_own_settings_go_back_to_the_preset_that_was_chosen_though_another_is_nearer(
    qtbot: QtBot, setup: TrainSetup
) -> None:
    setup.show_settings(PRESETS["thorough"].with_settings({"steps": 150, "validate_every": 25}))
    setup.show_origin("thorough", "")
    with qtbot.waitSignal(setup.settings_changed) as changed:
        qtbot.mouseClick(setup.presets.own.reset, Qt.MouseButton.LeftButton)
    assert changed.args == [PRESETS["thorough"]]


def test_settings_that_the_method_does_not_ask_for_are_not_counted(setup: TrainSetup) -> None:
    setup.show_settings(FineTuning(lora_rank=64))
    assert chosen(setup) == ["balanced"] and not setup.presets.own.isChecked()


def test_the_card_of_ones_own_leads_to_every_setting(qtbot: QtBot, setup: TrainSetup) -> None:
    qtbot.mouseClick(setup.presets.own, Qt.MouseButton.LeftButton)
    assert setup.form.isVisible()
    assert chosen(setup) == ["balanced"] and not setup.presets.own.isChecked(), "nothing was changed by it"


def test_nothing_starts_while_a_number_is_refused(qtbot: QtBot, setup: TrainSetup) -> None:
    setup.advanced.setChecked(True)
    batch = setup.form.editor("batch_size")
    assert isinstance(batch, NumberBox)
    batch.setFocus()
    batch.selectAll()
    qtbot.keyClicks(batch, "5000")
    qtbot.keyClick(batch, Qt.Key.Key_Tab)
    assert batch.text() == "5000" and setup.settings() == FineTuning()
    assert not setup.start.isEnabled() and not setup.queue.isEnabled()
    assert "Batch size cannot be 5000: it is between 1 and " in setup.readiness.words
    assert any(label.text() == batch.refusal for label in setup.form.findChildren(QLabel)), "at the field"
    qtbot.mouseClick(setup.presets.card("balanced"), Qt.MouseButton.LeftButton)
    assert batch.text() == "8" and setup.start.isEnabled()


def test_a_click_on_start_while_a_number_is_typed_that_cannot_be_starts_nothing(
    qtbot: QtBot, setup: TrainSetup
) -> None:
    setup.advanced.setChecked(True)
    batch = setup.form.editor("batch_size")
    batch.setFocus()
    batch.selectAll()
    qtbot.keyClicks(batch, "5000")
    with qtbot.assertNotEmitted(setup.start_requested):
        setup.start.setFocus()
        qtbot.mouseClick(setup.start, Qt.MouseButton.LeftButton)


RATE = Advice(
    Severity.GRAVE,
    message("advice.rate_high", rate=0.05, suited=0.0005, times=Count(100)),
    FineTuning(learning_rate=0.0, seed=7),
)
CHINESE, ENGLISH = LanguageCode("zh"), LanguageCode("en")
FOREIGN = Advice(Severity.GRAVE, message("advice.language", text_language=CHINESE, model_languages=(ENGLISH,)))


def test_what_should_be_known_is_said_with_a_button_that_mends_it(qtbot: QtBot, setup: TrainSetup) -> None:
    setup.show_readiness(Readiness("Log", "starter-en", FITS, advice=(RATE,)))
    assert setup.readiness.words.startswith("! Ready, but … The learning rate 0.05 is 100 times what suits")
    assert setup.start.isEnabled(), "it is advice"
    assert setup.readiness.mend.text() == "Use suited rate"
    with qtbot.waitSignal(setup.settings_changed) as changed:
        qtbot.mouseClick(setup.readiness.mend, Qt.MouseButton.LeftButton)
    assert changed.args == [RATE.mended]


def test_a_foreign_language_is_named_and_leads_to_the_models(qtbot: QtBot, setup: TrainSetup) -> None:
    setup.show_readiness(Readiness("Log", "starter-en", FITS, advice=(FOREIGN,)))
    assert "The text is in Chinese, and the model knows English" in setup.readiness.words
    assert setup.readiness.go.isVisible() and not setup.readiness.mend.isVisible()
    with qtbot.waitSignal(setup.place_requested) as requested:
        qtbot.mouseClick(setup.readiness.go, Qt.MouseButton.LeftButton)
    assert requested.args == ["model"]


def test_nothing_moves_when_there_is_more_to_say(setup: TrainSetup) -> None:
    places = []
    for advice in ((), (RATE,), (FOREIGN, RATE, RATE, RATE)):
        setup.show_readiness(Readiness("Log", "starter-en", FITS, advice=advice))
        QApplication.processEvents()
        places.append((setup.start.geometry(), setup.readiness.geometry()))
    assert places[0] == places[1] == places[2]


def test_every_card_says_what_it_costs(setup: TrainSetup) -> None:
    setup.show_costs({name: dataclasses.replace(FITS, seconds=90.0 * n) for n, name in enumerate(PRESETS, start=1)})
    costs = [setup.presets.card(name).accessibleDescription() for name in PRESETS]
    assert ["1 to 2 min" in costs[0], "2 to 4 min" in costs[1], "3 to 6 min" in costs[2]] == [True] * 3


@pytest.mark.parametrize(
    ("seconds", "basis", "said"),
    [
        (20, Basis.MEASURED, "under a minute"),
        (55, Basis.SEEN, "about 1 min"),
        (70, Basis.ASSUMED, "being measured"),
        (180, Basis.SEEN, "about 3 min"),
        (180, Basis.MEASURED, "2 to 4 min"),
        (7200, Basis.MEASURED, "1.5 to 2.6 h"),
    ],
)
def test_an_estimate_is_shown_as_exactly_as_it_is_known(seconds: float, basis: Basis, said: str) -> None:
    assert expected_duration([dataclasses.replace(FITS, seconds=seconds, basis=basis)]) == said


def test_several_runs_take_as_long_as_they_take_together() -> None:
    seen = dataclasses.replace(FITS, basis=Basis.SEEN)
    assert expected_duration([FITS, FITS, seen]) == "3 to 5 min"
    assert "being measured" in expected_duration([FITS, dataclasses.replace(FITS, basis=Basis.ASSUMED)])


def test_advanced_unfolds_the_form_and_folds_it_again(qtbot: QtBot, setup: TrainSetup) -> None:
    assert not setup.form.isVisible()
    qtbot.keyClick(setup.advanced, Qt.Key.Key_Space)
    assert setup.form.isVisible()
    qtbot.keyClick(setup.advanced, Qt.Key.Key_Space)
    assert not setup.form.isVisible()


def test_on_a_small_laptop_the_settings_come_into_sight_with_the_button_that_unfolds_them(
    qtbot: QtBot, setup: TrainSetup
) -> None:
    setup.resize(900, 420)
    qtbot.mouseClick(setup.advanced, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: setup.form.visibleRegion().boundingRect().height() > 60)
    assert not setup.advanced.visibleRegion().isEmpty()


@pytest.mark.parametrize(
    ("readiness", "place", "said"),
    [
        (Readiness(None, "starter-en"), "text", "no text"),
        (Readiness("Log", None), "model", "No model"),
        (
            Readiness("Log", "m", FitEstimate(Fit.DOES_NOT_FIT, 9 * 10**10, 60.0, 10, 60)),
            "model",
            "more than this computer has",
        ),
    ],
)
def test_what_is_missing_is_said_with_a_button_that_goes_there(
    qtbot: QtBot, setup: TrainSetup, readiness: Readiness, place: str, said: str
) -> None:
    setup.show_readiness(readiness)
    assert said in setup.readiness.words
    assert not setup.start.isEnabled()
    assert setup.readiness.go.isVisible() and not setup.readiness.mend.isVisible()
    with qtbot.waitSignal(setup.place_requested) as requested:
        qtbot.mouseClick(setup.readiness.go, Qt.MouseButton.LeftButton)
    assert requested.args == [place]


def test_a_tight_fit_is_told_and_can_be_started(setup: TrainSetup) -> None:
    setup.show_readiness(Readiness("Log", "starter-en", FitEstimate(Fit.TIGHT, 8 * 10**9, 60.0, 10, 60)))
    assert "tight" in setup.readiness.words
    assert setup.start.isEnabled()


def test_start_tells_the_settings_and_the_prompt(qtbot: QtBot, setup: TrainSetup) -> None:
    qtbot.keyClicks(setup.prompts.edits[0], "The lamp")
    with qtbot.waitSignal(setup.start_requested) as requested:
        qtbot.mouseClick(setup.start, Qt.MouseButton.LeftButton)
    assert requested.args == [FineTuning(), ("The lamp",)]


def test_prompts_are_added_up_to_five_and_removed_down_to_one(qtbot: QtBot, setup: TrainSetup) -> None:
    prompts = setup.prompts
    assert not prompts.removers[0].isVisible()
    for word in ("one", "two", "three", "four", "five"):
        qtbot.keyClicks(prompts.edits[-1], word)
        qtbot.mouseClick(prompts.add, Qt.MouseButton.LeftButton)  # the last time it does nothing
    assert prompts.prompts() == ("one", "two", "three", "four", "five")
    assert not prompts.add.isEnabled()
    with qtbot.waitSignal(setup.prompts_edited) as edited:
        qtbot.mouseClick(prompts.removers[1], Qt.MouseButton.LeftButton)
    assert edited.args == [("one", "three", "four", "five")]
    assert prompts.add.isEnabled()
    for _ in range(3):
        qtbot.mouseClick(prompts.removers[0], Qt.MouseButton.LeftButton)
    assert prompts.prompts() == ("five",)
    assert not prompts.removers[0].isVisible()


def test_the_tab_key_goes_through_the_prompts_in_their_order(qtbot: QtBot, setup: TrainSetup) -> None:
    prompts = setup.prompts
    for _ in range(2):
        qtbot.mouseClick(prompts.add, Qt.MouseButton.LeftButton)
    expected = [part for pair in zip(prompts.edits, prompts.removers, strict=True) for part in pair]
    reached, part = [], setup.presets.card("thorough").nextInFocusChain()
    while part is not setup.advanced:
        reached.append(part)
        part = part.nextInFocusChain()
    assert [part for part in reached if part in (*expected, prompts.add)] == [*expected, prompts.add]


@pytest.mark.parametrize("status", [RunStatus.INTERRUPTED, RunStatus.STOPPED])
def test_an_unfinished_run_is_offered_to_go_on(qtbot: QtBot, setup: TrainSetup, status: RunStatus) -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    run = Run(
        1,
        "first try",
        Path("x"),
        status,
        (Input("Log"),),
        Bundled("m"),
        "m",
        "sha",
        FineTuning(),
        moment,
        steps=75,
        total_steps=150,
    )
    assert not setup.unfinished.isVisible()
    setup.unfinished.show_run(run, 50)
    assert setup.unfinished.isVisible()
    (words,) = (label.text() for label in setup.unfinished.findChildren(QLabel))
    assert "after step 75 of 150" in words and "Its last checkpoint is of step 50, from which it goes on." in words
    with qtbot.waitSignal(setup.continue_requested) as requested:
        qtbot.mouseClick(setup.unfinished.go_on, Qt.MouseButton.LeftButton)
    assert requested.args == [run]


@pytest.mark.parametrize(
    ("steps", "total", "saved", "said"),
    [
        (8, 150, 8, "“first” was interrupted after step 8 of 150. It goes on from there."),
        (0, 0, None, "“first” was interrupted while it was being prepared. It begins with its first step."),
        (0, 0, 0, "“first” was interrupted while it was being prepared. It begins with its first step."),
        (3, 150, 0, "“first” was interrupted after step 3 of 150. It begins with its first step."),
    ],
)
def test_how_a_run_goes_on_is_said_as_it_is(steps: int, total: int, saved: int | None, said: str) -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    run = Run(
        1, "first", Path("x"), RunStatus.INTERRUPTED, (Input("Log"),), Bundled("m"), "m", "sha", FineTuning(), moment,
        steps=steps, total_steps=total,
    )  # fmt: skip
    assert unfinished_in_words(run, saved) == said


def test_the_learning_rate_is_drawn_over_the_steps_it_will_make(setup: TrainSetup) -> None:
    settings = FineTuning(learning_rate=0.01, warmup=0.1)
    setup.show_schedule(settings, 50)
    steps, rates = setup.schedule.points("rate")
    assert steps.tolist() == list(range(1, 51))
    assert rates.tolist() == pytest.approx([learning_rate(settings, step, 50) for step in range(1, 51)])
    setup.show_schedule(None)
    assert setup.schedule.is_empty


def test_a_smaller_batch_is_offered_where_memory_is_tight_and_taken_with_a_click(
    qtbot: QtBot, setup: TrainSetup
) -> None:
    offer = setup.readiness.mend
    assert not offer.isVisible()
    tight = dataclasses.replace(FITS, fit=Fit.TIGHT)
    smaller = FineTuning(batch_size=4, accumulate=2)
    setup.show_readiness(Readiness("Log", "starter-en", tight, smaller=smaller))
    assert offer.isVisible() and offer.text() == "Use 2 batches of 4 a step"
    with qtbot.waitSignal(setup.settings_changed) as changed:
        qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert changed.args == [smaller] and setup.settings() == smaller
