"""What a network expects after a text and a few continuations of it, without reading the text again each time."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from copy import copy
from typing import TYPE_CHECKING, Protocol, Self

import numpy as np

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel

ROOM = 16  # tokens of the context that are left free for continuations of a long text
LONGEST = 1024  # tokens that are read; many networks could take a hundred times as many, but a laptop's memory not


Writer = Callable[[int], np.ndarray]  # goes on with one token; returns the logits [vocabulary] after it


class Decoder(Protocol):
    """Follows one text. Logits are float32 arrays; the softmax is the caller's."""

    def read_prompt(self, tokens: Sequence[int]) -> np.ndarray:
        """Read a text; returns the logits [vocabulary] of its next token. Only its end is kept if it is long.

        What the text shares with the one before it is not read again.
        """

    def append(self, token: int) -> np.ndarray:
        """Go on with one token; returns the logits [vocabulary] after it."""

    def writer(self) -> Writer:
        """What goes on from the text that was read, as quickly as may be; nothing else is asked meanwhile."""

    def after(self, continuations: Sequence[Sequence[int]]) -> np.ndarray:
        """Logits [continuations, vocabulary] after each of them, leaving the text as it is; at most ROOM tokens."""

    def forget(self) -> None:
        """Read everything again the next time, since the weights have changed."""

    def another(self) -> Decoder:
        """One that follows a text of its own, by the program that was traced for this one."""


def end_of(tokens: Sequence[int], room: int) -> list[int]:
    """The end of a long text that a context of `room` tokens is given.

    It begins at a multiple of a quarter of the room, so that a few more words leave the beginning where it is, and
    what was read stays of use.
    """
    step = max(1, room // 4)
    over = max(0, len(tokens) - room)
    return list(tokens[-(-over // step) * step :])


def shared_length(first: Sequence[int], second: Sequence[int]) -> int:
    """How many tokens both begin with."""
    for length, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return length
    return min(len(first), len(second))


def padded(sequences: Sequence[Sequence[int]]) -> tuple[np.ndarray, np.ndarray]:
    """Rows of equal length, zeros at the end, and each row's last index. Causal networks do not see the padding."""
    rows = np.zeros((len(sequences), max(map(len, sequences))), np.int32)
    for row, sequence in enumerate(sequences):
        rows[row, : len(sequence)] = sequence
    return rows, np.array([len(sequence) - 1 for sequence in sequences], np.int32)


class RememberingDecoder(ABC):
    """Keeps what was read of the text, whatever that is, so that a next text is read from where it parts from it."""

    def __init__(self, model: LanguageModel) -> None:
        self._room = min(model.context_length, LONGEST) - ROOM
        self._begin = model.tokenizer.begin
        self._tokens: list[int] = []
        self._ahead: np.ndarray | None = None  # the logits after them

    @abstractmethod
    def _go_on(self, known: int, tokens: list[int]) -> np.ndarray:
        """Read `tokens` after the first `known` ones of the text and keep what was read; the logits after them."""

    @abstractmethod
    def after(self, continuations: Sequence[Sequence[int]]) -> np.ndarray: ...

    def forget(self) -> None:
        self._tokens, self._ahead = [], None

    def another(self) -> Self:
        made = copy(self)  # which shares the program; what is kept of a text is never changed, but replaced
        made.forget()
        return made

    def read_prompt(self, tokens: Sequence[int]) -> np.ndarray:
        if self._begin is not None and tokens[:1] == [self._begin]:
            # Networks that always saw a text's beginning look there for nothing in particular, and are lost without.
            kept = [self._begin, *end_of(tokens[1:], self._room - 1)]
        else:
            kept = end_of(tokens, self._room)
        if self._ahead is not None and kept == self._tokens:
            return self._ahead
        # The last token is read in any case, for its logits.
        known = min(shared_length(self._tokens, kept), len(kept) - 1)
        self._ahead = ahead = self._go_on(known, kept[known:])
        self._tokens = kept
        return ahead

    def append(self, token: int) -> np.ndarray:
        return self.read_prompt([*self._tokens, token])

    def writer(self) -> Writer:
        text = list(self._tokens)

        def write(token: int) -> np.ndarray:
            text.append(token)
            return self.read_prompt(text)

        return write
