"""What a curve does is said in words that agree with its points."""

from __future__ import annotations

import numpy as np
import pytest

from workbench.measuring.curve_shape import shape
from workbench.messages.rendering import ENGLISH, render


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([5.21, 4, 3.5, 3.02], "falls from 5.21 at 1 to 3.02 at 4"),
        ([5.21, 3, 2.5, 3.02], "falls from 5.21 at 1 to 3.02 at 4; lowest 2.5 at 3, and has risen since"),
        ([0, 0.0003, 0.0001], "rises from 0 at 1 to 0.0001 at 3; highest 0.0003 at 2, and has fallen since"),
        (
            [1, 3, 0, 2],
            "rises from 1 at 1 to 2 at 4; lowest 0 at 3, and has risen since; highest 3 at 2, and has fallen since",
        ),
        ([0, 1, 0], "ends as it began, 0 at 1 and 0 at 3; highest 1 at 2, and has fallen since"),
        ([2.001, 2.0, 2.003], "stays near 2.003 from 1 to 3"),
        ([7.123456], "is 7.123 at 1"),
    ],
)
def test_the_way_of_a_curve_is_told(values: list[float], said: str) -> None:
    way = shape(range(1, len(values) + 1), values)
    assert way is not None and render(way, ENGLISH) == said


def test_nothing_is_told_of_no_points() -> None:
    assert shape([], []) is None


def test_a_curve_that_only_shakes_a_little_at_its_end_has_not_turned() -> None:
    falling = np.linspace(6, 3, 200)
    falling[-10:] += 0.01 * np.arange(10) / 10
    way = shape(np.arange(200), falling)
    assert way is not None and way.code == "curve.falls"
