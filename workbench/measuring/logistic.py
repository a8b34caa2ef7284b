"""Logistic regression with an L2 penalty on numbers that are mostly zeros, to its one minimum.

What becomes small is the sum of the losses and half the squared weights over `strength` (C of scikit-learn and
LIBLINEAR), by L-BFGS (Liu & Nocedal, “On the limited memory BFGS method”, 1989). The first column is the constant: it
is 1 in each row, and its weight is free.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from workbench.measuring.sparse import SparseRows

STRENGTH = 1.0
ROUNDS = 60  # at most
SMALL = 1e-5  # nats an example, that a further step might gain about: no figure moves any more
_REMEMBERED = 10  # steps, of which the curvature is known
_ENOUGH, _HALVINGS = 1e-4, 30  # Armijo's condition


def fit(
    rows: SparseRows, true: np.ndarray, *, exclusive: bool, strength: float = STRENGTH
) -> Iterator[np.ndarray]:  # fmt: skip
    """The weights [columns, classes] after each round; the last ones are those to take.

    `true` is [examples, classes], 1 where the example has the class. `exclusive` classes are chosen between (softmax),
    others each decided alone (sigmoid); between two there is one weight for each column, as there is for one alone.
    """
    is_binary = exclusive and true.shape[1] == 2
    wanted = true[:, 1:] if is_binary else true
    losses_of = _softmax if exclusive and not is_binary else _sigmoid

    # Each weight in units of how far it may go: else what suits frequent words is far too much or little for others.
    scale = 1 / np.sqrt(rows.transposed.squares / 4 + 1 / strength)[:, None]

    def objective(scaled: np.ndarray) -> tuple[float, np.ndarray]:
        weights = scale * scaled
        loss, errors = losses_of(rows.times(weights), wanted)
        weights[0] = 0
        gradient = rows.transposed.times(errors) + weights / strength
        return loss + float((weights**2).sum()) / (2 * strength), scale * gradient

    for scaled in _descend(objective, np.zeros((rows.columns, wanted.shape[1])), SMALL * len(rows)):
        weights = scale * scaled
        yield np.concatenate([np.zeros_like(weights), weights], axis=1) if is_binary else weights


def chances(rows: SparseRows, weights: np.ndarray, *, exclusive: bool) -> np.ndarray:
    """The probability of each class for each row."""
    scores = rows.times(weights)
    if not exclusive:
        return _logistic(scores)
    found: np.ndarray = np.exp(scores - _log_sums(scores))
    return found


def _softmax(scores: np.ndarray, true: np.ndarray) -> tuple[float, np.ndarray]:
    """The sum of the losses, and its derivative by the scores."""
    logs = scores - _log_sums(scores)
    return -float((true * logs).sum()), np.exp(logs) - true


def _sigmoid(scores: np.ndarray, true: np.ndarray) -> tuple[float, np.ndarray]:
    return float((np.logaddexp(0, scores) - true * scores).sum()), _logistic(scores) - true


def _logistic(scores: np.ndarray) -> np.ndarray:
    found: np.ndarray = 0.5 * (1 + np.tanh(0.5 * scores))  # without overflow
    return found


def _log_sums(scores: np.ndarray) -> np.ndarray:
    most = scores.max(axis=1, keepdims=True)
    found: np.ndarray = most + np.log(np.exp(scores - most).sum(axis=1, keepdims=True))
    return found


def _descend(
    objective: Callable[[np.ndarray], tuple[float, np.ndarray]], at: np.ndarray, small: float
) -> Iterator[np.ndarray]:
    value, gradient = objective(at)
    known: list[tuple[np.ndarray, np.ndarray]] = []  # how far it went, and how the gradient changed
    for _ in range(ROUNDS):
        yield at
        if float((gradient**2).sum()) / 2 <= small:
            return
        direction = -_curved(gradient, known)
        slope = float((gradient * direction).sum())
        # Before any curvature is known the gradient's length says nothing of how far to go.
        length = 1.0 if known else 1.0 / max(1.0, float(np.linalg.norm(gradient)))
        for _ in range(_HALVINGS):
            there, new = objective(at + length * direction)
            if there <= value + _ENOUGH * length * slope:
                break
            length /= 2
        else:
            return  # as far down as the numbers can tell
        step, change = length * direction, new - gradient
        if float((step * change).sum()) > 0:
            known = [*known[1 - _REMEMBERED :], (step, change)]
        at, value, gradient = at + step, there, new
    yield at


def _curved(gradient: np.ndarray, known: list[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    """The gradient by the inverse of the curvature, as far as that is known (algorithm 7.4 of Nocedal & Wright)."""
    found = gradient.copy()
    parts: list[float] = []
    for step, change in reversed(known):
        part = float((step * found).sum()) / float((step * change).sum())
        found -= part * change
        parts.append(part)
    if known:
        step, change = known[-1]
        found *= float((step * change).sum()) / float((change**2).sum())
    for (step, change), part in zip(known, reversed(parts), strict=True):
        found += step * (part - float((change * found).sum()) / float((step * change).sum()))
    return found
