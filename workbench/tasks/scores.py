"""The figures of labels that are measured at each look, from what a network answered."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from workbench.measuring.spans import spans


def class_scores(logits: np.ndarray, targets: np.ndarray) -> tuple[float, dict[str, float]]:
    """The mean loss in nats, with accuracy and macro F1. Logits [examples, classes], targets [examples]; or, where
    a text may have several classes, targets of 0 and 1 in the shape of the logits."""
    if targets.ndim == 2:
        losses = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
        said, true = logits > 0, targets > 0.5
        accuracy = float((said == true).all(-1).mean())
    else:
        losses = -log_softmax(logits)[np.arange(len(targets)), targets]
        classes = np.arange(logits.shape[-1])
        said, true = logits.argmax(-1)[:, None] == classes, targets[:, None] == classes
        accuracy = float((said & true).any(-1).mean())
    return float(losses.mean()), {"accuracy": accuracy, "macro_f1": macro_f1(said, true)}


def macro_f1(said: np.ndarray, true: np.ndarray) -> float:
    """The mean F1 over the classes that occur: bool [examples, classes] each."""
    right = (said & true).sum(0)
    both = said.sum(0) + true.sum(0)
    occurs = true.sum(0) > 0
    return float((2 * right[occurs] / both[occurs]).mean()) if occurs.any() else 0.0


def log_softmax(logits: np.ndarray) -> np.ndarray:
    shifted = logits - logits.max(-1, keepdims=True)
    result: np.ndarray = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result


def span_f1(said: Sequence[Sequence[str]], true: Sequence[Sequence[str]]) -> float:
    """Over all sentences together, the F1 of whole spans."""
    right = found = wanted = 0
    for one, other in zip(said, true, strict=True):
        mine, theirs = set(spans(one)), set(spans(other))
        right, found, wanted = right + len(mine & theirs), found + len(mine), wanted + len(theirs)
    return 2 * right / max(1, found + wanted)
