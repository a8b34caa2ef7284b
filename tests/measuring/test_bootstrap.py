"""Intervals cover what they say, also where neighbours are alike, and are as narrow as the text allows."""

from __future__ import annotations

import math

import numpy as np
import pytest

import workbench.measuring.bootstrap as bootstrap
from workbench.measuring.bootstrap import Drawn, Interval, Kind, Ratio, block_length, difference
from workbench.messages.rendering import render

PASSAGES = 100
SIMULATIONS = 250
Z = 1.96


def rates(seed: int, gain: float, passages: int = 60) -> tuple[Ratio, Ratio]:
    """Two models on the same passages, some of which are hard for both; the second is better by `gain` a token."""
    draw = np.random.default_rng(seed)
    sizes = draw.integers(20, 64, passages).astype(float)
    hardness = draw.normal(4, 1, passages)
    before = Ratio(sizes * (hardness + draw.normal(0, 0.1, passages)), sizes)
    return before, Ratio(sizes * (hardness - gain + draw.normal(0, 0.1, passages)), sizes)


def alike(draw: np.random.Generator, correlation: float, passages: int = PASSAGES) -> np.ndarray:
    """Texts whose passages are each a little like the one before (variance 1): [SIMULATIONS, passages]."""
    new = draw.normal(size=(SIMULATIONS, passages)) * math.sqrt(1 - correlation**2)
    found = np.empty_like(new)
    found[:, 0] = draw.normal(size=SIMULATIONS)
    for place in range(1, passages):
        found[:, place] = correlation * found[:, place - 1] + new[:, place]
    return found


def narrowest(correlation: float, passages: int = PASSAGES) -> float:
    """How wide an interval is that knows the correlation."""
    lags = np.arange(1, passages)
    return 2 * Z * math.sqrt((1 + 2 * ((1 - lags / passages) * correlation**lags).sum()) / passages)


def covered(intervals: list[Interval], truth: float) -> float:
    return float(np.mean([found.low <= truth <= found.high for found in intervals]))


def width(intervals: list[Interval]) -> float:
    return float(np.mean([found.high - found.low for found in intervals]))


@pytest.mark.parametrize("correlation", [0.0, 0.2, 0.4, 0.6])
def test_the_interval_covers_as_often_as_it_says_where_neighbouring_passages_are_alike(
    correlation: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "RESAMPLES", 400)
    draw = np.random.default_rng(5)
    sizes = np.full(PASSAGES, 64.0)
    hardness, gains = 3 * alike(draw, 0.6), alike(draw, correlation)
    paired = [
        difference(Ratio(sizes * hard, sizes), Ratio(sizes * (hard - 0.5 + gain), sizes), paired=True)
        for hard, gain in zip(hardness, gains, strict=True)
    ]  # fmt: skip
    apart = [
        difference(Ratio(sizes * other, sizes), Ratio(sizes * (gain - 0.5), sizes), paired=False)
        for other, gain in zip(alike(draw, correlation), gains, strict=True)
    ]
    for found, ideal in ((paired, narrowest(correlation)), (apart, narrowest(correlation) * math.sqrt(2))):
        share, times = covered(found, -0.5), width(found) / ideal
        assert share >= 0.93 and 0.95 < times < 1.6


@pytest.mark.parametrize("count", [3, 5, 8, 12, 40])
def test_documents_are_drawn_where_each_has_something_of_its_own(count: int) -> None:
    draw, found = np.random.default_rng(1), []
    for _ in range(SIMULATIONS):
        documents = np.repeat(np.arange(count), draw.integers(8, 40, count))
        gain = draw.normal(size=count)[documents] - 0.5 + draw.normal(size=len(documents))
        sizes = np.full(len(documents), 64.0)
        found.append(
            difference(Ratio(0 * sizes, sizes, documents), Ratio(sizes * gain, sizes, documents), paired=True)
        )  # fmt: skip
    assert covered(found, -0.5) >= 0.93
    assert count < 40 or width(found) < 1.6 * 2 * Z * math.sqrt((1 + 1 / 24) / count)
    assert found[0].drawn == Drawn(Kind.DOCUMENTS, count, 1)
    assert render(found[0].drawn.said) == f"{count} documents drawn"


def test_documents_that_are_alike_widen_little() -> None:
    draw, found = np.random.default_rng(2), []
    for _ in range(SIMULATIONS):
        gain, sizes = draw.normal(size=200), np.full(200, 64.0)
        documents = np.repeat(np.arange(5), 40)
        found.append(difference(Ratio(0 * sizes, sizes, documents), Ratio(sizes * gain, sizes, documents), paired=True))
    assert covered(found, 0) >= 0.93 and width(found) < 1.6 * narrowest(0.0, 200)


def test_where_one_document_is_nearly_everything_its_passages_are_drawn() -> None:
    before, after = rates(4, 0.2, passages=60)
    uneven = np.minimum(np.arange(60), 12)  # thirteen, of which one is nearly everything
    found = difference(
        Ratio(before.amounts, before.sizes, uneven), Ratio(after.amounts, after.sizes, uneven), paired=True
    )
    assert found.drawn.kind is Kind.PASSAGES


def test_neighbours_are_drawn_together_as_far_as_they_are_alike() -> None:
    draw = np.random.default_rng(2)
    assert block_length(alike(draw, 0.0, 400)[0]) <= 3 < 6 <= block_length(alike(draw, 0.8, 400)[0]) <= 80
    assert block_length(np.zeros(30)) == 1
    sizes, series = np.ones(400), alike(draw, 0.8, 400)[1]
    found = difference(Ratio(0 * sizes, sizes), Ratio(series, sizes), paired=True)
    assert render(found.drawn.said) == f"blocks of {found.drawn.block} passages drawn from 400"


@pytest.mark.parametrize("passages", range(1, 8))
def test_too_few_passages_cannot_tell(passages: int) -> None:
    found = difference(*rates(6, 5.0, passages), paired=True)
    assert (found.low, found.high, found.is_clear) == (None, None, False) and found.value < -4


def test_one_passage_that_is_nearly_everything_cannot_tell() -> None:
    before, after = rates(7, 0.5, 30)
    sizes = np.where(np.arange(30) == 3, 1e5, 10.0)
    found = difference(Ratio(before.amounts, sizes), Ratio(after.amounts, sizes), paired=True)
    assert found.low is None and not found.is_clear


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
    found = difference(before, after, paired=True)
    assert found.value == pytest.approx(after.value - before.value)
    assert found.drawn.units == 2503 and found.drawn.block in (2, 3)  # which are counted as they were before


def test_putting_passages_together_leaves_the_interval_what_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes, series = np.ones(3000), alike(np.random.default_rng(8), 0.5, 3000)[0]
    together = difference(Ratio(0 * sizes, sizes), Ratio(series, sizes), paired=True)
    monkeypatch.setattr(bootstrap, "MOST_BLOCKS", 3000)
    each = difference(Ratio(0 * sizes, sizes), Ratio(series, sizes), paired=True)
    assert together.high - together.low == pytest.approx(each.high - each.low, rel=0.15)
