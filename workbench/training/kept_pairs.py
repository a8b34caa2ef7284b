"""LoRA's pairs as a checkpoint has them, whose network holds the sums alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from workbench.training.checkpoint import OPTIMIZER, read_state, saved_arrays

if TYPE_CHECKING:
    from workbench.models.families.family import Family

_PAIR = re.compile(r"(.+)\.lora_([ab])")  # see lora.py
_OLDER = re.compile(r"(.+)/lora_kernel_([ab])")  # Keras's own, one for each head


@dataclass(frozen=True)
class KeptPair:
    """A, [inputs, rank], and B, [rank, outputs], beside one matrix."""

    path: str  # of its kernel
    a: np.ndarray
    b: np.ndarray


def kept_pairs(folder: Path, family: Family) -> list[KeptPair]:
    """Those of a checkpoint, of older runs' as pairs for whole matrices; none where nothing was learnt yet.

    Raises KnownError("checkpoint.damaged").
    """
    if not read_state(folder).step:
        return []
    found = saved_arrays(folder, OPTIMIZER, lambda path: _PAIR.fullmatch(path) or _OLDER.fullmatch(path))
    pairs: dict[str, dict[str, np.ndarray]] = {}
    for path, value in found.items():
        if match := _PAIR.fullmatch(path):
            pairs.setdefault(match[1].replace(".", "/"), {})[match[2]] = value
    kept = [KeptPair(path, pair["a"], pair["b"]) for path, pair in pairs.items()]
    older: dict[str, dict[str, np.ndarray]] = {}
    for path, value in found.items():
        if match := _OLDER.fullmatch(path):
            older.setdefault(f"{match[1]}/kernel", {})[match[2]] = value
    return kept + [_of_heads(path, pair["a"], pair["b"], family) for path, pair in older.items()]


def _of_heads(path: str, a: np.ndarray, b: np.ndarray, family: Family) -> KeptPair:
    """One pair for the whole matrix: side by side the heads' A, and on a diagonal the B that all of them share.

    A is [inputs, heads, rank], or [heads, inputs, rank]; B [rank, size].
    """
    each = a if family.heads_first else a.transpose(1, 0, 2)
    rank = a.shape[-1]
    together = np.zeros((len(each) * rank, len(each) * b.shape[-1]), b.dtype)
    for head in range(len(each)):
        together[head * rank : (head + 1) * rank, head * b.shape[-1] : (head + 1) * b.shape[-1]] = b
    return KeptPair(path, np.concatenate(each, axis=1), together)
