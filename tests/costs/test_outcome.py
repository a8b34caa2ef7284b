"""What came of a run and what comes next: each rule on a curve as a run records it."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from workbench.costs.course import Course
from workbench.costs.finding import Act, Finding, Rule
from workbench.costs.outcome import judge
from workbench.messages.message import message
from workbench.messages.rendering import render
from workbench.values.fine_tuning import FineTuning
from workbench.values.measurement import Curve
from workbench.values.model_ref import Bundled
from workbench.values.run import Input, Run, RunStatus

STEPS, BASE, RATE = 150, 5.0, 5e-4


def curve(values: dict[int, float]) -> Curve:
    steps = np.array(list(values), dtype=float)
    return Curve(steps, np.array(list(values.values())), steps)


def course(
    look: Callable[[float], float], learnt: Callable[[float], float] | None = None, *, tokens: int = 200_000,
    rate: float = RATE, suited: float | None = RATE, status: RunStatus = RunStatus.FINISHED, steps: int = STEPS,
    every: int = 25,
) -> Course:  # fmt: skip
    """A run whose losses are these of the share of its steps that it has made."""
    learnt = learnt or look
    looks = {step: look(step / STEPS) for step in range(0, steps + 1, every)}
    losses = {step: learnt(step / STEPS) for step in range(1, steps + 1)}
    kept = min(looks, key=lambda step: looks[step])
    run = Run(
        1, "a run", Path("x"), status, (Input("Log"),), Bundled("starter-en"), "starter-en", "sha",
        FineTuning(learning_rate=rate), datetime(2026, 1, 1, tzinfo=UTC), steps=steps, total_steps=STEPS,
        base_validation_loss=looks[0], best_validation_loss=looks[kept], final_validation_loss=list(looks.values())[-1],
        kept_step=kept,
    )  # fmt: skip
    return Course(run, curve(losses), curve(looks), tokens, suited)


def told(found: Course) -> list[Rule]:
    return [finding.rule for finding in judge(found)]


def first(found: Course) -> Finding:
    return judge(found)[0]


def falling(share: float) -> float:
    return BASE - 1.5 * share


def saturating(share: float) -> float:
    return BASE - 1.5 * (1 - math.exp(-12 * share))


def turning(share: float) -> float:
    return BASE - 1.2 * math.sin(2.5 * share)


def test_what_still_falls_is_trained_on() -> None:
    found = course(falling)
    assert told(found) == [Rule.STILL_FALLING, Rule.MUCH_BETTER]
    assert (first(found).act, first(found).steps) == (Act.TRAIN_ON, STEPS)
    assert render(first(found).said) == (
        "It was still getting better when it ended (perplexity 55 → 33 in its last 50 steps). Train on: 150 steps more."
    )


def test_what_was_stopped_while_it_fell_goes_on_with_the_steps_it_has_left() -> None:
    found = course(falling, status=RunStatus.STOPPED, steps=100)
    assert (first(found).rule, first(found).act, first(found).steps) == (Rule.STILL_FALLING, Act.CONTINUE, 50)
    assert "step 100 of 150" in render(first(found).said)


def test_new_text_that_gets_worse_while_its_own_gets_better_is_learning_by_heart() -> None:
    found = course(turning, falling)
    assert told(found)[0] is Rule.BY_HEART and first(found).act is Act.TRY
    assert "From step 100 on" in render(first(found).said) and "perplexity 45 → 72" in render(first(found).said)


def test_where_new_text_gets_worse_from_the_first_look_on_more_text_is_wanted() -> None:
    found = course(lambda share: BASE + share, falling)
    assert told(found) == [Rule.BY_HEART] and first(found).act is Act.ADD_TEXT


def test_a_rise_of_both_is_a_rate_too_high() -> None:
    found = course(lambda share: BASE + share, rate=0.02)
    assert told(found) == [Rule.WORSE]
    assert (first(found).act, first(found).settings) == (Act.RETRY, {"learning_rate": RATE})
    assert first(dataclasses.replace(found, suited_rate=None)).settings == {"learning_rate": 0.002}, (
        "a tenth, if nobody knows better"
    )


def test_where_nothing_changed_a_higher_rate_is_named() -> None:
    found = course(lambda share: BASE - 1e-4 * share, rate=1e-6)
    assert told(found) == [Rule.UNCHANGED]
    assert (first(found).act, first(found).settings) == (Act.RETRY, {"learning_rate": RATE})
    assert "a learning rate of 0.000001 moves the weights too little. Try 0.0005." in render(first(found).said)
    assert first(dataclasses.replace(found, suited_rate=None)).settings == {"learning_rate": 1e-5}


def test_a_few_steps_at_a_suited_rate_are_only_too_few() -> None:
    found = course(lambda share: BASE - 1e-4 * share, steps=10, every=5)
    assert told(found) == [Rule.UNCHANGED] and first(found).act is Act.TRAIN_ON


def test_a_loss_that_exploded_asks_for_a_smaller_rate() -> None:
    found = course(falling, rate=1.0)
    failed = dataclasses.replace(found.run, status=RunStatus.FAILED, error=message("run.diverged", step=40))
    found = dataclasses.replace(found, run=failed)
    assert told(found) == [Rule.EXPLODED]
    assert (first(found).act, first(found).settings) == (Act.RETRY, {"learning_rate": RATE})


def test_what_falls_no_more_is_level_and_is_tried() -> None:
    found = course(saturating)
    assert told(found) == [Rule.LEVEL, Rule.MUCH_BETTER] and first(found).act is Act.TRY


def test_a_little_better_is_told_as_that() -> None:
    found = course(lambda share: BASE - 0.2 * min(1.0, 3 * share), every=50)
    assert told(found) == [Rule.BETTER] and first(found).act is Act.TRY


@pytest.mark.parametrize(("tokens", "holds"), [(6_000, True), (20_000, True), (40_000, False), (0, False)])
def test_a_text_that_is_short_or_read_many_times_is_small(tokens: int, holds: bool) -> None:
    assert (Rule.SMALL_TEXT in told(course(falling, tokens=tokens))) is holds


def test_of_what_was_not_measured_nothing_is_told() -> None:
    found = course(falling)
    assert judge(dataclasses.replace(found, validation=None)) == ()
    assert judge(dataclasses.replace(found, run=dataclasses.replace(found.run, status=RunStatus.RUNNING))) == ()
    assert judge(dataclasses.replace(found, run=dataclasses.replace(found.run, steps=0))) == ()


def test_a_loss_of_labels_is_told_as_a_loss() -> None:
    found = dataclasses.replace(course(falling), is_of_tokens=False)
    assert "(loss 4 → 3.5 in its last 50 steps)" in render(first(found).said)
