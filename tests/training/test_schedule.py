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
    assert learning_rate(FineTuning(schedule=Schedule.LINEAR), 100, 100) == 0
    assert learning_rate(FineTuning(schedule=Schedule.CONSTANT), 100, 100) == FineTuning().learning_rate
