"""How a run is measured on its validation text: which tokens, told in a sentence, and how many bytes they write."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workbench.measuring.scoring import scored_passages
from workbench.messages.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workbench.models.tokenizers.tokenizer import Tokenizer

VALIDATION_TOKENS = 32_768  # the most that are scored each time; `evaluate` scores all
_AT_ONCE = 1 << 20  # tokens

PROTOCOL = QT_TRANSLATE_NOOP(
    "Validation",
    "On the validation text of “{corpus}”, which is never trained on: at most {most} tokens, in whole passages of"
    " {length} tokens spread evenly over it, without overlap; each token is predicted once, from those before it in its"
    " passage. An evaluation reads the whole text, so its figures differ a little.",
)


@dataclass(frozen=True)
class TextWritten:
    """What the scored tokens of a text write, as `Run.bits_per_byte` needs it."""

    bytes_per_token: float
    spelled_share: float  # of the bytes, in words outside the vocabulary


def text_written(
    tokens: np.ndarray, tokenizer: Tokenizer, length: int, limit: int | None, chunks: Callable[[], Iterable[str]]
) -> TextWritten:
    """Of the tokens that a Scorer of passages of `length` scores; `tokens` is the encoding of the chunks.

    It counts as `evaluation.measure` does: a text that is scored as a whole has all its bytes, and what its words
    outside the vocabulary have of them is what the others leave, shared out evenly.
    """
    writes = np.array([len(piece) for piece in tokenizer.pieces])
    unwritten = -1 if tokenizer.unknown is None else tokenizer.unknown
    passages = scored_passages(len(tokens), length, limit)
    count, written, unknown = _sums(tokens, passages, length, writes, unwritten)
    is_whole = count == len(tokens) - 1
    if not is_whole and not unknown:
        return TextWritten(written / count, 0.0)
    size = sum(len(chunk.encode()) for chunk in chunks())
    every = np.arange(-(-(len(tokens) - 1) // _AT_ONCE))
    _, all_written, all_unknown = _sums(tokens, every, _AT_ONCE, writes, unwritten)
    missing = max(0, size - int(writes[tokens[0]]) - all_written) if all_unknown else 0
    spelled = missing * unknown / all_unknown if all_unknown else 0.0
    whole = size if is_whole else written + spelled
    return TextWritten(whole / count, spelled / whole)


def _sums(
    tokens: np.ndarray, passages: np.ndarray, length: int, writes: np.ndarray, unwritten: int
) -> tuple[int, int, int]:
    """Tokens, the bytes that they write, and how many are words outside the vocabulary."""
    count = written = unknown = 0
    for passage in passages:
        piece = np.asarray(tokens[passage * length + 1 : (passage + 1) * length + 1])
        count += len(piece)
        written += int(writes[piece].sum())
        unknown += int((piece == unwritten).sum())
    return count, written, unknown
