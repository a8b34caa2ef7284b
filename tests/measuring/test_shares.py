"""What a share is worth that was counted at few places."""

from __future__ import annotations

import numpy as np
import pytest

from workbench.measuring.shares import at_most, between


def test_a_share_of_few_places_has_wide_bounds() -> None:
    assert between(20, 64) == pytest.approx((0.212, 0.434), abs=1e-3)  # Wilson's interval by R's prop.test
    assert between(0, 10) == pytest.approx((0, 0.278), abs=1e-3) and between(10, 10)[1] == pytest.approx(1)


@pytest.mark.parametrize("share", [0.05, 0.3, 0.9])
def test_the_bounds_hold_the_share_about_as_often_as_they_say(share: float) -> None:
    counts = np.random.default_rng(0).binomial(64, share, 2000)
    bounds = [between(int(count), 64) for count in counts]
    assert np.mean([low <= share <= high for low, high in bounds]) > 0.93


def test_none_of_many_is_worth_about_three_divided_by_them() -> None:
    assert at_most(100) == pytest.approx(0.03, rel=0.02) and at_most(1) == pytest.approx(0.95)
    assert (1 - at_most(24)) ** 24 == pytest.approx(0.05)
