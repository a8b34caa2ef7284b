"""Micro-batches, one after the other, are the batch."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.engine import tf
from workbench.tasks.task import Batch
from workbench.training.accumulation import means

BATCH = Batch(
    np.arange(48, dtype=np.float32).reshape(12, 4) / 10, np.random.default_rng(0).normal(size=12).astype(np.float32)
)
WEIGHTS = np.array([0.5, -1.0, 2.0, 0.25], np.float32)


def squares(batch: Batch, _: Any = None) -> list[Any]:
    """The loss of a linear regression and its gradient, as means."""
    off = tf.linalg.matvec(batch.inputs, WEIGHTS) - batch.targets
    return [tf.reduce_mean(off**2), 2 * tf.reduce_mean(off[:, None] * batch.inputs, 0)]


def zeros() -> list[Any]:
    return [tf.zeros([]), tf.zeros([4])]


@pytest.mark.parametrize("parts", [1, 2, 3, 6, 12])
def test_the_means_over_parts_are_those_of_the_whole(parts: int) -> None:
    whole = squares(Batch(*map(tf.constant, BATCH)))
    compiled = tf.function(lambda batch: means(squares, batch, parts, zeros), jit_compile=True, autograph=False)
    for run in (compiled, lambda batch: means(squares, batch, parts, zeros)):
        for found, expected in zip(run(Batch(*map(tf.constant, BATCH))), whole, strict=True):
            assert np.asarray(found) == pytest.approx(np.asarray(expected), rel=1e-5)


def test_each_part_is_told_its_number_and_has_its_share_of_inputs_and_targets() -> None:
    seen = []

    def note(batch: Batch, number: Any) -> list[Any]:
        seen.append((int(number), np.asarray(batch.inputs).tolist(), np.asarray(batch.targets).tolist()))
        return [tf.constant(float(len(seen)))]

    assert float(means(note, Batch(*map(tf.constant, BATCH)), 3, lambda: [tf.zeros([])])[0]) == 2.0
    for number, (told, inputs, targets) in enumerate(seen):
        assert told == number
        assert inputs == BATCH.inputs[4 * number : 4 * number + 4].tolist()
        assert targets == BATCH.targets[4 * number : 4 * number + 4].tolist()
