"""What a step does to the weights, against NumPy."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.engine import keras, tf
from workbench.training.optimizers import make_optimizer
from workbench.training.update import Update
from workbench.values.fine_tuning import FineTuning

START = [np.array([[1.0, -2.0], [0.5, 3.0]], np.float32), np.array([0.25, -0.75], np.float32)]
GRADIENTS = [np.array([[3.0, 0.0], [-4.0, 1.0]], np.float32), np.array([2.0, -1.0], np.float32)]
RATE = 0.1
ALL = np.ones(2, np.float32)


def moved(
    optimizer: str = "sgd", multipliers: np.ndarray = ALL, steps: int = 1, **how: Any
) -> tuple[list[np.ndarray], Any]:
    """The variables after some steps with one gradient, and the norm of that; they were pulled to zero."""
    variables = [keras.Variable(value.copy(), name=f"w{number}") for number, value in enumerate(START)]
    settings = FineTuning(optimizer=optimizer, learning_rate=RATE, weight_decay=0.0)
    update = Update(make_optimizer(settings, variables), variables, how.pop("clip_norm", 100.0), **how)
    if update.pull:
        update.anchor_to([np.zeros_like(value) for value in START])
    for step in range(1, steps + 1):
        own = np.full(2, step, np.int32)
        norm = update([tf.constant(each) for each in GRADIENTS], tf.constant(RATE), tf.constant(multipliers), own)
    return [np.asarray(variable) for variable in variables], norm


def norm_of(gradients: list[np.ndarray]) -> float:
    return float(np.sqrt(sum(np.square(each).sum() for each in gradients)))


def test_the_gradient_is_clipped_by_the_norm_of_all_of_it() -> None:
    found, norm = moved(clip_norm=0.5)
    assert float(norm) == pytest.approx(norm_of(GRADIENTS))
    for after, before, gradient in zip(found, START, GRADIENTS, strict=True):
        assert after == pytest.approx(before - RATE * gradient * 0.5 / norm_of(GRADIENTS), rel=1e-5)


def test_a_small_gradient_is_left_as_it_is() -> None:
    found, _ = moved()
    for after, before, gradient in zip(found, START, GRADIENTS, strict=True):
        assert after == pytest.approx(before - RATE * gradient, rel=1e-5)


@pytest.mark.parametrize("optimizer", ["sgd", "adamw"])
def test_each_variable_moves_by_its_share_and_what_is_frozen_not_at_all(optimizer: str) -> None:
    whole, _ = moved(optimizer, np.array([1.0, 0.0], np.float32), varies=True)
    half, norm = moved(optimizer, np.array([0.5, 0.0], np.float32), varies=True)
    assert np.array_equal(half[1], START[1])
    assert half[0] - START[0] == pytest.approx((whole[0] - START[0]) / 2, rel=1e-4)
    assert float(norm) == pytest.approx(norm_of(GRADIENTS[:1])), "what is frozen does not count"


def test_the_pull_takes_its_part_of_the_way_back_whatever_is_clipped() -> None:
    found, _ = moved(clip_norm=0.5, pull=0.3)
    for after, before, gradient in zip(found, START, GRADIENTS, strict=True):
        step = RATE * gradient * 0.5 / norm_of(GRADIENTS)
        assert after == pytest.approx(before - step - RATE * 0.3 * before, rel=1e-5)


def test_shares_and_pull_together_scale_the_whole_move() -> None:
    multipliers = np.array([0.5, 0.25], np.float32)
    found, _ = moved(multipliers=multipliers, pull=0.3, varies=True)
    for after, before, gradient, share in zip(found, START, GRADIENTS, multipliers, strict=True):
        assert after == pytest.approx(before + share * (-RATE * gradient - RATE * 0.3 * before), rel=1e-4)


def test_a_variable_that_counts_its_own_steps_begins_anew() -> None:
    """Adam divides by 1 - β^t: at its first step it moves by the rate, whatever the gradient."""
    found, _ = moved("adam", counts=True)
    assert found[1] == pytest.approx(START[1] - RATE * np.sign(GRADIENTS[1]), rel=1e-4)
