"""Bending a distribution of next tokens: repetition penalty, temperature, top-k and top-p, in that order."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from workbench.values.prediction import Shaping

PLAIN = Shaping()


def distribution(logits: np.ndarray, shaping: Shaping = PLAIN, written: Sequence[int] = ()) -> np.ndarray:
    """Probabilities [vocabulary] of the next token, float64, after the tokens `written`.

    Penalty: Keskar et al., CTRL (2019); top-k: Fan et al., Hierarchical Neural Story Generation (2018); top-p:
    Holtzman et al., The Curious Case of Neural Text Degeneration (2020).
    """
    if shaping == PLAIN:
        return softmax(logits)
    logits = logits.astype(np.float64)
    if shaping.repetition_penalty != 1 and len(written):
        seen = np.unique(np.asarray(written))
        penalised = logits[seen]
        penalty = shaping.repetition_penalty
        logits[seen] = np.where(penalised > 0, penalised / penalty, penalised * penalty)
    if shaping.temperature <= 0:
        only = np.zeros_like(logits)
        only[int(np.argmax(logits))] = 1
        return only
    probabilities = softmax(logits / shaping.temperature)
    if 0 < shaping.top_k < len(probabilities):
        least = np.partition(probabilities, -shaping.top_k)[-shaping.top_k]
        probabilities[probabilities < least] = 0
        probabilities /= probabilities.sum()
    if shaping.top_p < 1:
        # All others together have less than half of 1 - top_p: only these need to be put in order.
        likely = np.flatnonzero(probabilities >= (1 - shaping.top_p) / (2 * len(probabilities)))
        order = likely[np.argsort(probabilities[likely])[::-1]]
        reached = int(np.searchsorted(np.cumsum(probabilities[order]), shaping.top_p)) + 1
        kept = order[:reached]
        rest, probabilities = probabilities, np.zeros_like(probabilities)
        probabilities[kept] = rest[kept]
        probabilities /= probabilities.sum()
    return probabilities


def without(logits: np.ndarray, tokens: np.ndarray) -> np.ndarray:
    """As if there were none of `tokens` (bool [vocabulary])."""
    return np.where(tokens, -np.inf, logits).astype(logits.dtype) if tokens.any() else logits


def softmax(logits: np.ndarray) -> np.ndarray:
    """Float64; the exponentials are of the logits' own kind, since those of GPT-2's vocabulary take a while."""
    exponents: np.ndarray = np.exp(logits - logits.max()).astype(np.float64)
    exponents /= exponents.sum()
    return exponents
