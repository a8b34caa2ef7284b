"""Points that keep arriving come out as they came in, whatever their number and batches."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from workbench.gui.plots.growing_curve import GrowingCurve, Smoother

finite = st.floats(-1e6, 1e6)
batches = st.lists(st.lists(finite, max_size=200), max_size=6)


@given(batches)
def test_points_come_out_as_they_came_in_however_they_were_batched(values: list[list[float]]) -> None:
    curve = GrowingCurve()
    for batch in values:
        curve.extend(batch, [-value for value in batch])
    everything = [value for batch in values for value in batch]
    assert curve.x.tolist() == everything
    assert curve.y.tolist() == [-value for value in everything]


def test_points_that_are_not_finite_are_left_out() -> None:
    curve = GrowingCurve()
    curve.extend([1, 2, 3, 4], [0.5, math.nan, math.inf, 0.25])
    assert curve.x.tolist() == [1, 4]


def test_a_cleared_curve_starts_again() -> None:
    curve = GrowingCurve()
    curve.extend(range(1000), range(1000))
    curve.clear()
    curve.extend([7], [8])
    assert (curve.x.tolist(), curve.y.tolist()) == ([7], [8])


@given(st.lists(finite, min_size=1, max_size=50))
def test_smoothing_stays_between_the_extremes_and_starts_without_a_bias(values: list[float]) -> None:
    smooth = Smoother().extend(values)
    assert math.isclose(smooth[0], values[0], rel_tol=1e-9, abs_tol=1e-9)
    slack = 1e-9 * max(abs(value) for value in values) + 1e-12
    assert min(values) - slack <= min(smooth) and max(smooth) <= max(values) + slack


@given(st.lists(finite, max_size=40), st.integers(0, 40))
def test_smoothing_in_two_batches_is_smoothing_at_once(values: list[float], cut: int) -> None:
    smoother = Smoother()
    in_two = smoother.extend(values[:cut]) + smoother.extend(values[cut:])
    assert np.allclose(in_two, Smoother().extend(values))
