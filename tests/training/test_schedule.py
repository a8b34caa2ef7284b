from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.fine_tuning import FineTuning, Schedule
from workbench.training.schedule import learning_rate

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


def test_the_cosine_follows_its_formula() -> None:
    fine_tuning = FineTuning(learning_rate=1.0, warmup=0.1, schedule=Schedule.COSINE)
    for step in range(11, 101):
        expected = 0.1 + 0.9 * 0.5 * (1 + math.cos(math.pi * (step - 11) / 89))
        assert learning_rate(fine_tuning, step, 100) == pytest.approx(expected)


def test_linear_ends_at_zero_and_constant_stays() -> None:
    assert learning_rate(FineTuning(learning_rate=0.5, schedule=Schedule.LINEAR), 100, 100) == 0
    assert learning_rate(FineTuning(learning_rate=0.5, schedule=Schedule.CONSTANT), 100, 100) == 0.5


def test_the_slanted_triangle_follows_ulmfit() -> None:
    """Howard & Ruder, equation 3, whose cut is our warm-up: the rate falls to a 32nd of its peak."""
    fine_tuning = FineTuning(learning_rate=0.01, warmup=0.1, schedule=Schedule.SLANTED_TRIANGULAR)
    for step in range(101, 1001):
        p = 1 - (step - 101) / (100 * (1 / 0.1 - 1) - 1)
        assert learning_rate(fine_tuning, step, 1000) == pytest.approx(0.01 * (1 + p * 31) / 32)


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
