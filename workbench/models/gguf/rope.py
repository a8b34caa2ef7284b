"""Positions that are scaled as Llama 3's: four numbers in a config.json, a factor for each frequency in GGUF.

The factors follow from the numbers (Grattafiori et al., The Llama 3 Herd of Models, 2024; rope scaling of 3.1); which
numbers they came from is found again here, and only believed where the same factors come of them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from workbench.messages.message import message
from workbench.models.families.family import OtherSettingsError

_FACTORS = "rope_freqs"  # what they are called
_USUAL = (1.0, 4.0)  # the low and the high factor of every model of Llama's makers
_LENGTHS = tuple(1 << power for power in range(4, 20))
_NEAR = 1e-4  # of a factor, which lies in the file as float32


def factors(scaling: Mapping[str, Any], base: float, head: int) -> np.ndarray:
    """float32 [head / 2]: by how much each frequency is divided."""
    factor, low, high = (float(scaling[key]) for key in ("factor", "low_freq_factor", "high_freq_factor"))
    turns = float(scaling["original_max_position_embeddings"]) / _wavelengths(base, head)
    smooth = np.clip((turns - low) / (high - low), 0, 1)
    return np.asarray(1 / ((1 - smooth) / factor + smooth), np.float32)


def scaling_of(found: np.ndarray, base: float, head: int) -> dict[str, Any] | None:
    """The inverse; None where every factor is 1. Raises OtherSettingsError where they are another model's."""
    if not np.isfinite(found).all() or found.shape != (head // 2,) or (found <= 0).any():
        raise OtherSettingsError(message("model.has_scaled_positions", kind=_FACTORS))
    if np.allclose(found, 1, atol=_NEAR):
        return None
    for length, low, high in _candidates(found, base, head):
        scaling = {
            "rope_type": "llama3",
            "factor": float(np.round(found.max(), 4)),
            "low_freq_factor": low,
            "high_freq_factor": high,
            "original_max_position_embeddings": length,
        }
        if np.allclose(factors(scaling, base, head), found, rtol=_NEAR):
            return scaling
    raise OtherSettingsError(message("model.has_scaled_positions", kind=_FACTORS))


def _candidates(found: np.ndarray, base: float, head: int) -> list[tuple[int, float, float]]:
    usual = [(length, *_USUAL) for length in _LENGTHS]
    factor = float(found.max())
    inside = (found > 1 + _NEAR) & (found < factor * (1 - _NEAR))
    if np.count_nonzero(inside) < 2 or factor <= 1:
        return usual
    # Between the two bounds the share that is left as it is grows with how often a wave fits into the context.
    smooth = (1 / found[inside].astype(np.float64) - 1 / factor) / (1 - 1 / factor)
    slope, begin = np.polyfit(1 / _wavelengths(base, head)[inside], smooth, 1)
    if begin >= 0:
        return usual
    high = 1 + 1 / -begin
    length = slope * (high - 1)
    solved = (round(length), 1.0, float(np.round(high, 4)))
    return [solved, *usual] if 1 <= length < 1 << 31 and math.isfinite(high) else usual


def _wavelengths(base: float, head: int) -> np.ndarray:
    """In tokens."""
    return 2 * np.pi * base ** (np.arange(0, head, 2, dtype=np.float64) / head)
