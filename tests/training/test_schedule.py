from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.training.schedule import learning_rate
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Schedule

settings = st.builds(
    FineTuning,
    learning_rate=st.floats(1e-6, 1.0),
    warmup=st.floats(0, 0.9),
    schedule=st.sampled_from(Schedule),
)


@given(settings, st.integers(1, 500))
def test_the_rate_rises_to_the_peak_and_never_above_it(fine_tuning: FineTuning, total: int) -> None:
    rates = [learning_rate(fine_tuning, step, total) for step in range(1, total + 1)]
    assert max(rates) == pytest.approx(fine_tuning.learning_rate)
    top = rates.index(max(rates))
    assert rates[:top] == sorted(rates[:top])
    assert all(later <= earlier * (1 + 1e-12) for earlier, later in zip(rates[top:], rates[top + 1 :], strict=False))


@given(settings, st.integers(1, 500))
def test_every_step_learns_and_none_above_the_peak(fine_tuning: FineTuning, total: int) -> None:
    for step in range(1, total + 1):
        assert 0 < learning_rate(fine_tuning, step, total) <= fine_tuning.learning_rate * (1 + 1e-12)


@pytest.mark.parametrize("schedule", Schedule)
@pytest.mark.parametrize(("total", "warmup"), [(1, 0.9), (2, 0.5), (2, 0.9)])
def test_a_run_of_one_or_two_steps_reaches_the_peak(schedule: Schedule, total: int, warmup: float) -> None:
    fine_tuning = FineTuning(learning_rate=0.5, warmup=warmup, schedule=schedule)
    rates = [learning_rate(fine_tuning, step, total) for step in range(1, total + 1)]
    first = 0.5 / 32 if schedule is Schedule.SLANTED_TRIANGULAR else 0.25
    assert rates == [first, 0.5][-total:]


def test_the_cosine_follows_its_formula() -> None:
    fine_tuning = FineTuning(learning_rate=1.0, warmup=0.1, schedule=Schedule.COSINE)
    for step in range(11, 101):
        expected = 0.1 + 0.9 * 0.5 * (1 + math.cos(math.pi * (step - 11) / 89))
        assert learning_rate(fine_tuning, step, 100) == pytest.approx(expected)


def test_linear_falls_evenly_to_what_would_be_zero_after_the_last_step() -> None:
    fine_tuning = FineTuning(learning_rate=0.5, warmup=0.1, schedule=Schedule.LINEAR)
    rates = [learning_rate(fine_tuning, step, 100) for step in range(11, 101)]
    assert rates == pytest.approx([0.5 * left / 90 for left in range(90, 0, -1)])


def test_constant_stays() -> None:
    assert learning_rate(FineTuning(learning_rate=0.5, schedule=Schedule.CONSTANT), 100, 100) == 0.5


def test_the_slanted_triangle_follows_ulmfit() -> None:
    """Howard & Ruder, equation 3, whose cut_frac is our warm-up and whose iterations are counted from 0."""
    fine_tuning = FineTuning(learning_rate=0.01, warmup=0.1, schedule=Schedule.SLANTED_TRIANGULAR)
    cut = 100
    for step in range(1, 1001):
        t = step - 1
        p = t / cut if t < cut else 1 - (t - cut) / (cut * (1 / 0.1 - 1))
        assert learning_rate(fine_tuning, step, 1000) == pytest.approx(0.01 * (1 + p * (32 - 1)) / 32)


def test_warm_up_stable_decay_is_flat_until_the_last_fifth() -> None:
    fine_tuning = FineTuning(learning_rate=1.0, warmup=0.1, schedule=Schedule.WARMUP_STABLE_DECAY)
    rates = [learning_rate(fine_tuning, step, 100) for step in range(1, 101)]
    assert rates[10:81] == [1.0] * 71
    assert rates[81:] == pytest.approx([left / 20 for left in range(19, 0, -1)])


def test_the_inverse_square_root_halves_when_the_steps_are_fourfold() -> None:
    fine_tuning = FineTuning(learning_rate=1.0, warmup=0.1, schedule=Schedule.INVERSE_SQUARE_ROOT)
    assert learning_rate(fine_tuning, 101, 1000) == 1
    assert learning_rate(fine_tuning, 401, 1000) == pytest.approx(1 / 2)
    assert learning_rate(fine_tuning, 901, 1000) == pytest.approx(1 / 3)
