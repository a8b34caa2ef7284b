"""The passages that a model predicts better, and worse, than before."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass

import numpy as np

from workbench.models.tokenizers.tokenizer import Tokenizer
from workbench.prediction.reading import TokenReader, Windows
from workbench.values.progress import Progress

FEWEST, MOST = 24, 80  # tokens of a passage


@dataclass(frozen=True)
class PassageChange:
    """Losses in nats per token."""

    text: str
    tokens: int
    before: float
    after: float

    @property
    def gain(self) -> float:
        return self.before - self.after


def changed_passages(
    before: TokenReader, after: TokenReader, tokenizer: Tokenizer, tokens: np.ndarray, windows: Windows, *,
    limit: int, most: int,
) -> Generator[Progress, None, tuple[tuple[PassageChange, ...], tuple[PassageChange, ...]]]:  # fmt: skip
    """Up to `most` passages that improved and that worsened most; `limit` is the most tokens that are read."""
    found = []
    read = zip(before.read(tokens, windows, limit), after.read(tokens, windows, limit), strict=True)
    for old, new in read:
        for start, end in _passages(tokenizer, np.asarray(tokens[old.start : old.end])):
            text = tokenizer.decode(tokens[old.start + start : old.start + end]).strip("\ufffd \n")
            if text:
                losses = (-float(side.logs[start:end].mean()) for side in (old, new))
                found.append(PassageChange(text, end - start, *losses))
        yield Progress(old.end, len(tokens))
    found.sort(key=lambda each: -each.gain)
    improved = tuple(each for each in found[:most] if each.gain > 0)
    return improved, tuple(each for each in reversed(found[-most:]) if each.gain < 0)


def _passages(tokenizer: Tokenizer, tokens: np.ndarray) -> Iterator[tuple[int, int]]:
    """Where a stretch is cut: at the end of a line or a sentence, or at a word where a passage gets too long."""
    start = 0
    for place in range(1, len(tokens) + 1):
        length = place - start
        ended = place == len(tokens)
        if not ended and length >= FEWEST:
            last, following = tokenizer.pieces[tokens[place - 1]], tokenizer.pieces[tokens[place]]
            is_end = last.endswith((b"\n", b".", b"!", b"?", "。".encode())) or not following
            ended = (is_end and following[:1] in (b"", b" ", b"\n")) or length >= MOST
        if ended:
            if length >= FEWEST:
                yield start, place
            start = place
