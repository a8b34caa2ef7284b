"""The objective of next words, against NumPy."""

from __future__ import annotations

import numpy as np
import pytest

from workbench.tasks.next_word.task import TASK
from workbench.values.fine_tuning import FineTuning

DRAW = np.random.default_rng(1)
OUTPUTS = DRAW.normal(0, 2, (3, 5, 11)).astype(np.float32)
TARGETS = DRAW.integers(0, 11, (3, 5)).astype(np.int32)
LOGS = OUTPUTS - np.log(np.exp(OUTPUTS).sum(-1, keepdims=True))
PLAIN = -np.take_along_axis(LOGS, TARGETS[..., None], -1).mean()


def test_it_is_the_mean_over_tokens_of_their_surprise() -> None:
    objective, loss = TASK.objective(OUTPUTS, TARGETS, FineTuning())
    assert float(objective) == float(loss) == pytest.approx(PLAIN, rel=1e-5)


def test_smoothed_it_is_that_of_targets_spread_a_little_and_the_loss_stays_plain() -> None:
    objective, loss = TASK.objective(OUTPUTS, TARGETS, FineTuning(label_smoothing=0.1))
    target = 0.9 * np.eye(11)[TARGETS] + 0.1 / 11
    assert float(objective) == pytest.approx(-(target * LOGS).sum(-1).mean(), rel=1e-5)
    assert float(loss) == pytest.approx(PLAIN, rel=1e-5)


def test_guessing_blindly_has_the_loss_of_its_floor() -> None:
    class Tokens:
        vocabulary = 11

    _, loss = TASK.objective(np.zeros_like(OUTPUTS), TARGETS, FineTuning())
    assert float(loss) == pytest.approx(TASK.floor(Tokens()), rel=1e-6)  # type: ignore[arg-type]
