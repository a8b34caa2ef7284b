from __future__ import annotations

import math

import pytest

from workbench.values.perplexity import decimals, is_endless, perplexity, written


def test_perplexity_is_e_to_the_loss_in_nats_per_token() -> None:
    assert perplexity(math.log(50_257)) == pytest.approx(50_257)
    assert perplexity(0.0) == 1.0


@pytest.mark.parametrize("loss", [710.0, 1e9, math.inf, math.nan])
def test_a_perplexity_that_no_number_holds_is_infinite(loss: float) -> None:
    assert perplexity(loss) == math.inf and is_endless(loss)


def test_only_digits_that_mean_something_are_shown() -> None:
    assert (decimals(19.9), decimals(20.0)) == (1, 0)
    assert not is_endless(30.0) and is_endless(30.1)


def test_a_perplexity_of_a_hundred_digits_is_told_as_endless() -> None:
    assert (written(19.94, 1), written(1e300, 2), written(math.inf, 2)) == ("19.9", "∞", "∞")
