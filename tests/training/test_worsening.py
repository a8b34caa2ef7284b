"""A run that does worse than what it began from is noticed while it learns; one that wavers is not."""

from __future__ import annotations

import math

from workbench.training.events import StepMeasured, Validated
from workbench.training.worsening import Watch


def step(number: int, loss: float) -> StepMeasured:
    return StepMeasured(number, 1000, loss, 1e-3, 1.0, 1000.0, float(number), 10.0)


def look(number: int, loss: float) -> Validated:
    return Validated(number, loss, False, float(number))


def watching(base: float | None = None, looks: tuple[float, ...] = (), losses: tuple[float, ...] = ()) -> Watch:
    watch = Watch(base)
    for number, loss in enumerate(losses, start=1):
        watch.take(step(number, loss))
    for number, loss in enumerate(looks):
        watch.take(look(10 * number, loss))
    return watch


def test_a_run_that_gets_better_is_left_alone() -> None:
    losses = tuple(5.0 - 0.02 * number + 0.3 * math.sin(number) for number in range(100))
    assert watching(looks=(5.0, 4.8, 4.4, 4.5, 4.6), losses=losses).worse is None


def test_two_looks_above_the_beginning_are_told_and_one_is_not() -> None:
    assert watching(looks=(4.0, 4.2)).worse is None
    worse = watching(looks=(4.0, 4.2, 4.4)).worse
    assert worse is not None and (worse.step, worse.began, worse.now, worse.on_unseen) == (20, 4.0, 4.4, True)


def test_a_second_look_that_is_more_than_half_the_way_back_is_not_told() -> None:
    assert watching(looks=(4.0, 4.4, 4.1)).worse is None


def test_a_training_loss_that_rises_well_above_the_beginning_is_told_before_any_look() -> None:
    watch = watching(base=4.0, losses=tuple(4.0 + 0.2 * number for number in range(15)))
    assert watch.worse is not None and not watch.worse.on_unseen


def test_a_loss_that_is_high_from_the_first_step_on_is_not_a_worsening() -> None:
    """With label smoothing or dropout the training loss lies above the base's, which is measured without."""
    assert watching(base=4.0, losses=(5.0, *(4.9 + 0.2 * (number % 2) for number in range(40)))).worse is None


def test_what_recovers_is_told_no_more() -> None:
    watch = watching(looks=(4.0, 4.2, 4.4))
    watch.take(look(30, 3.9))
    assert watch.worse is None
    watch = watching(base=4.0, losses=(*(4.0 + 0.2 * number for number in range(15)), *(4.0 for _ in range(60))))
    assert watch.worse is None


def test_a_run_that_goes_on_is_measured_by_what_it_began_from() -> None:
    assert watching(base=4.0, looks=()).worse is None
    watch = Watch(4.0)
    for number in (100, 110):
        watch.take(look(number, 4.5))
    assert watch.worse is not None and watch.worse.began == 4.0
