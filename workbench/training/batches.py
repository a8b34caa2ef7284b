"""Which passages a step reads: a pure function of (seed, step), so that a run continues exactly where it stopped."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from workbench.values.fine_tuning import FineTuning


def batch(
    tokens: np.ndarray, seed: int, step: int, batch_size: int, context_length: int
) -> np.ndarray[tuple[int, int], np.dtype[np.int32]]:
    """The passages of `step` (counted from 1), each with the token to predict after it: [batch_size, length + 1]."""
    offsets = batch_offsets(seed, step, len(tokens), batch_size, context_length)
    return np.stack([tokens[start : start + context_length + 1] for start in offsets]).astype(np.int32)


def batch_offsets(seed: int, step: int, tokens: int, batch_size: int, context_length: int) -> np.ndarray:
    """Where the passages of `step` (counted from 1) begin: int32 [batch_size].

    Each epoch cuts the text into passages of `context_length` tokens plus the one to predict, from a random phase,
    and reads them in random order, each once. Needs `tokens` > `context_length`.
    """
    passages = _passages(tokens, context_length)
    first = (step - 1) * batch_size
    numbers = np.arange(first, first + batch_size)
    return np.array([_epoch(seed, int(n // passages), tokens, context_length)[n % passages] for n in numbers], np.int32)


def steps_per_epoch(tokens: int, batch_size: int, context_length: int) -> float:
    return _passages(tokens, context_length) / batch_size


def planned_steps(settings: FineTuning, training_tokens: int) -> int:
    """How many steps the budget is, where that is known beforehand; for minutes, more than it will be."""
    unit, amount = settings.budget
    match unit:
        case "steps":
            return int(amount)
        case "epochs":
            passages = settings.batch_size * settings.accumulate
            per_epoch = steps_per_epoch(training_tokens, passages, settings.context_length)
            return max(1, math.ceil(amount * per_epoch))
        case "tokens":
            return max(1, math.ceil(amount / settings.tokens_per_step))
    # Until the pace is known the schedule is still at the very start of its warm-up.
    return 100_000


def _passages(tokens: int, context_length: int) -> int:
    # One passage fewer than would fit leaves room for the phase; a text of one passage has no phase.
    return max(1, (tokens - 1) // context_length - 1)


@lru_cache(maxsize=4)
def _epoch(seed: int, epoch: int, tokens: int, context_length: int) -> np.ndarray:
    random = np.random.default_rng([seed, epoch])
    passages = _passages(tokens, context_length)
    spare = tokens - 1 - passages * context_length
    phase = random.integers(0, spare + 1)
    offsets = phase + context_length * random.permutation(passages)
    return offsets.astype(np.int64)
