"""Conversations in tokens: which of these are the model's to learn, and how it is asked for its answer."""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from workbench.models.tokenizers.chat_template import PutDown, Turn, put_down
from workbench.models.tokenizers.tokenizer import Tokenizer


def tokens_of(tokenizer: Tokenizer, down: PutDown) -> tuple[np.ndarray, np.ndarray]:
    """Tokens, int32, and which of them are to be learnt: bool.

    The names of special tokens are such tokens where the template writes them, and text where somebody says them.
    """
    tokens: list[int] = []
    places: list[tuple[int, int]] = []
    begin, marks = 0, tokenizer.special_names
    pattern = _pattern(tuple(sorted(marks, key=len, reverse=True)))
    inside = [np.array(each) for each in zip(*down.said, strict=True)] if down.said else [np.zeros(0, int)] * 2

    def add(end: int) -> None:
        piece = down.text[begin:end]
        if piece:
            tokens.extend(int(token) for token in tokenizer.encode(piece))
            places.extend((begin + start, begin + stop) for start, stop in tokenizer.spans(piece))

    for found in pattern.finditer(down.text) if pattern else ():
        if np.any((inside[0] < found.end()) & (inside[1] > found.start())):
            continue
        add(found.start())
        tokens.append(marks[found[0]])
        places.append(found.span())
        begin = found.end()
    add(len(down.text))
    spans = np.array(places, np.int32).reshape(-1, 2)
    learnt = np.zeros(len(tokens), bool)
    for start, end in down.answers:
        learnt |= (spans[:, 0] < end) & (spans[:, 1] > start)
    return np.array(tokens, np.int32), learnt


class Begun(Tokenizer):
    """A tokenizer whose texts all go on with the same tokens: of a conversation, up to where the answer begins."""

    def __init__(self, tokenizer: Tokenizer, tokens: Sequence[int]) -> None:
        """What was found out about `tokenizer` is known of this one as well."""
        self.__dict__ = {**copy.copy(tokenizer).__dict__, "begin": None}
        self._before = np.array(tokens, np.int32)
        self._whole = tokenizer.whole

    @property
    def whole(self) -> Tokenizer:
        return self._whole

    def encode(self, text: str) -> np.ndarray:
        return np.concatenate([self._before, super().encode(text)])


def asking(tokenizer: Tokenizer, turns: Sequence[Turn]) -> Begun:
    """The tokenizer to ask a model for its answer with. Raises as `put_down`."""
    tokens, _ = tokens_of(tokenizer, put_down(tokenizer.chat, turns, asks=True))
    return Begun(tokenizer, tokens.tolist())


@lru_cache(maxsize=16)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(map(re.escape, names))) if names else None
