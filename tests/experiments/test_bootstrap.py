"""Intervals cover what they say, and pairing makes them as narrow as the text allows."""

from __future__ import annotations

import numpy as np
import pytest

from workbench.experiments.bootstrap import Rate, difference


def rates(seed: int, gain: float, passages: int = 60) -> tuple[Rate, Rate]:
    """Two models on the same passages, some of which are hard for both; the second is better by `gain` a token."""
    draw = np.random.default_rng(seed)
    sizes = draw.integers(20, 64, passages).astype(float)
    hardness = draw.normal(4, 1, passages)
    before = Rate(sizes * (hardness + draw.normal(0, 0.1, passages)), sizes)
    return before, Rate(sizes * (hardness - gain + draw.normal(0, 0.1, passages)), sizes)


def test_the_interval_covers_the_true_difference_about_as_often_as_it_says() -> None:
    covered = 0
    for seed in range(60):
        found = difference(*rates(seed, 0.5), paired=True, seed=seed)
        covered += found.low <= -0.5 <= found.high
    assert 50 <= covered <= 60  # 57 expected


def test_pairing_takes_away_what_is_hard_for_both() -> None:
    before, after = rates(1, 0.05)
    paired, apart = (difference(before, after, paired=choice) for choice in (True, False))
    assert paired.value == apart.value and paired.is_clear and not apart.is_clear
    assert paired.high - paired.low < (apart.high - apart.low) / 5


def test_a_model_compared_with_itself_is_no_better() -> None:
    before, _ = rates(2, 0.0)
    found = difference(before, before, paired=True)
    assert (found.value, found.low, found.high, found.is_clear) == (0, 0, 0, False)


def test_many_passages_are_put_together_and_give_the_same_sums() -> None:
    before, after = rates(3, 0.2, passages=2503)
    assert len(before.in_blocks().amounts) == 1000
    assert before.in_blocks().value == pytest.approx(before.value)
    assert difference(before, after, paired=True).value == pytest.approx(after.value - before.value)
