"""Whether a file that was written is the model: opened again, it expects the same words within what its kind of numbers
allows, and goes on alike.

What is measured here is what the rounded weights cost. llama.cpp rounds what it multiplies them with as well, to eight
bits in blocks of 32, wherever the weights are few bits: of one file and of the same weights in float32 it says what
differs by more than the weights' own rounding makes (tests/benchmarks/rounded_on_the_way.py).
"""

from __future__ import annotations

import math
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.exporting import agreement
from workbench.exporting.gguf.quantisations import ALLOWED, Quantisation
from workbench.exporting.gguf.writing import each_read_again
from workbench.messages.errors import KnownError
from workbench.models.catalogue import find_model
from workbench.models.gguf.header import read_header
from workbench.models.gguf.tensors import decoded
from workbench.models.language_model import load
from workbench.values.progress import Progress

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel

POSITIONS = 64
GOES_ON = 8  # tokens
ROW, MOST_ROWS, ROWS_AT_ONCE = 128, 16, 4  # tokens that bits are counted on
_FORM = "GGUF"


@dataclass(frozen=True)
class Loss:
    """What a file has lost of its model."""

    distance: float  # of what it predicts, as a share of the probability, on average over the positions
    bits_of_model: float | None  # per byte of a text that it was not trained on; None where that is too short
    bits: float | None  # the same of the file


def check_file(model: LanguageModel, file: Path, text: str, wanted: Quantisation) -> Generator[Progress, None, Loss]:
    """`text` is some of the person's own. Raises KnownError("export.disagrees")."""
    yield Progress(0, 3, file.name)
    stored = read_header(file).tensors
    for name, value in each_read_again(file):
        if name not in stored or not np.array_equal(decoded(stored[name]), value, equal_nan=True):
            raise KnownError("export.disagrees", format=_FORM, difference=name)
        yield Progress(0, 3, file.name)
    yield Progress(1, 3, file.name)
    again = load(find_model(str(file)))
    tokens = _tokens(model, text)
    expected, found = _logits(model, tokens), _logits(again, tokens)
    distances = [
        float(np.abs(agreement.probabilities(one) - agreement.probabilities(other)).sum() / 2)
        for one, other in zip(expected, found, strict=True)
    ]
    distance = float(np.mean(distances))
    if not distance <= ALLOWED[wanted].distance:
        raise KnownError("export.disagrees", format=_FORM, difference=float(f"{distance:.2g}"))
    yield Progress(2, 3, file.name)
    whole = tokens[: max(1, len(tokens) // 2)]
    for _ in range(GOES_ON):  # with the tokens that are likeliest, one after the other
        whole = [*whole, int(np.argmax(_logits(model, whole)[-1]))]
        yield Progress(2, 3, file.name)
    _check_choices(_logits(model, whole), _logits(again, whole), ALLOWED[wanted].logits)
    rows = _rows(model, text)
    found_bits = [_bits_per_byte(each, rows) for each in (model, again)]
    yield Progress(3, 3, file.name)
    return Loss(distance, *found_bits)


def _rows(model: LanguageModel, text: str) -> Any:
    """Some of a text: int32 [rows, tokens]."""
    length = min(ROW, model.context_length)
    tokens = model.tokenizer.encode(text[: MOST_ROWS * ROW * 6])
    count = min(MOST_ROWS, len(tokens) // length)
    return np.asarray(tokens[: count * length], np.int32).reshape(count, length)


def _bits_per_byte(model: LanguageModel, rows: Any) -> float | None:
    """Of each row but its first token."""
    nats, read = 0.0, 0
    for begin in range(0, len(rows), ROWS_AT_ONCE):
        some = rows[begin : begin + ROWS_AT_ONCE]
        logits = _logits_of(model, some)[:, :-1]
        highest = logits.max(axis=-1, keepdims=True)
        total = highest[..., 0] + np.log(np.exp(logits - highest).sum(axis=-1, dtype=np.float64))
        nats += float((total - np.take_along_axis(logits, some[:, 1:, None], axis=-1)[..., 0]).sum())
        read += sum(len(model.tokenizer.pieces[token]) for token in some[:, 1:].ravel())
    return nats / math.log(2) / read if read else None


def _logits_of(model: LanguageModel, rows: Any) -> Any:
    return np.asarray(model.network({"token_ids": rows, "padding_mask": np.ones_like(rows)}, training=False))


def _tokens(model: LanguageModel, text: str) -> list[int]:
    most = min(POSITIONS, model.context_length - GOES_ON)
    found = agreement.prompt(model, text[: 20 * POSITIONS])[:most]
    return found if len(found) >= most // 2 else agreement.prompt(model, " ".join(agreement.TEXTS))[:most]


def _logits(model: LanguageModel, tokens: list[int]) -> Any:
    """float32 [tokens, vocabulary]."""
    row = np.zeros((1, POSITIONS + GOES_ON), np.int32)  # of one length, for which all is set up once
    row[0, : len(tokens)] = tokens
    row = row[:, : max(len(tokens) + 1, min(row.shape[1], model.context_length))]
    return _logits_of(model, row)[0, : len(tokens)]


def _check_choices(expected: Any, found: Any, allowed: float) -> None:
    """Raises KnownError where the file would go on with a token that is not nearly as likely as the model's own."""
    chosen = found.argmax(axis=-1)
    ahead = expected.max(axis=-1) - np.take_along_axis(expected, chosen[:, None], axis=-1)[:, 0]
    spread = expected.max(axis=-1) - expected.mean(axis=-1)
    worst = float((ahead / spread).max())
    if not worst <= allowed:
        raise KnownError("export.disagrees", format=_FORM, difference=float(f"{worst:.2g}"))
