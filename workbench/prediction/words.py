"""Whole next words and their probabilities: subword paths followed, most probable first, to the word's end.

The probability of a word is the sum, over the token paths that spell it, of the path's probability times the
probability that the next token does not go on with the word.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from workbench.prediction.decoding import Decoder
from workbench.pretrained.tokenizer import Tokenizer
from workbench.records import Prediction

BATCH = 16  # paths followed at once
ROUNDS = 6  # of following; what is still open then has less probability than what is shown
LONGEST = 12  # tokens in one word


def next_words(decoder: Decoder, tokenizer: Tokenizer, text: str, top: int = 10) -> tuple[Prediction, ...]:
    """The `top` most probable whole next words after `text`, most probable first.

    A text that ends inside a word also gets completions of that word; after a trailing space only words that
    begin there are counted, and their probabilities add up to one.
    """
    prompt = text.rstrip(" ")
    spaced = prompt != text
    tokens = prompt_tokens(tokenizer, prompt)
    alphabet = _alphabet(tokenizer)
    first = _softmax(decoder.start(tokens))
    first[alphabet.silent] = 0
    if spaced and alphabet.starts_with_space.any():
        first[~alphabet.starts_with_space] = 0
    first /= first.sum()

    search = _Search(decoder, tokenizer, alphabet)
    for token in np.argsort(first)[::-1][: 4 * BATCH]:
        search.open((int(token),), float(first[token]))
    search.run(top)
    # In a word vocabulary nothing goes on with a word that has begun.
    tail = _last_word(prompt) if tokenizer.is_byte_level and not spaced else ""
    return tuple(_prediction(word, probability, tail, spaced) for word, probability in search.best(top))


def prompt_tokens(tokenizer: Tokenizer, text: str) -> list[int]:
    """The tokens of a prompt. An empty one starts with the end-of-text token, as every training text does."""
    tokens = [int(token) for token in tokenizer.encode(text)]
    if not tokens and tokenizer.end_of_text is not None:
        return [tokenizer.end_of_text]
    return tokens


@dataclass(frozen=True)
class _Alphabet:
    """What the tokens of a vocabulary can do to a word; boolean arrays over the vocabulary."""

    silent: np.ndarray  # writes nothing (special tokens)
    starts_with_space: np.ndarray
    continues_word: np.ndarray  # goes on with a word that has begun
    is_open: np.ndarray  # is no whole word yet: a lone space, or the beginning of a character


@lru_cache(maxsize=4)  # some ten thousand tokens take a while to look at
def _alphabet(tokenizer: Tokenizer) -> _Alphabet:
    pieces = tokenizer.pieces
    return _Alphabet(
        silent=np.array([not piece for piece in pieces]),
        starts_with_space=np.array([piece[:1] == b" " for piece in pieces]),
        # In a word vocabulary every token is a whole word.
        continues_word=np.array([tokenizer.is_byte_level and _continues(piece) for piece in pieces]),
        is_open=np.array([piece == b" " or _cut(piece) for piece in pieces]),
    )


@dataclass
class _Search:
    """Best-first search over token paths; `words` collects what has ended."""

    decoder: Decoder
    tokenizer: Tokenizer
    alphabet: _Alphabet
    paths: list[tuple[float, tuple[int, ...]]] = field(default_factory=list)  # a heap of (-probability, tokens)
    words: dict[bytes, float] = field(default_factory=dict)

    def open(self, path: tuple[int, ...], probability: float) -> None:
        if self._may_go_on(path):
            heapq.heappush(self.paths, (-probability, path))
        else:
            self._end(path, probability)

    def run(self, top: int) -> None:
        for _ in range(ROUNDS):
            batch = [heapq.heappop(self.paths) for _ in range(min(BATCH, len(self.paths)))]
            if not batch or -batch[0][0] <= self._threshold(top):
                return
            logits = self.decoder.after([path for _, path in batch])
            for (negative, path), row in zip(batch, logits, strict=True):
                self._follow(path, -negative, _softmax(row))

    def best(self, top: int) -> list[tuple[bytes, float]]:
        return sorted(self.words.items(), key=lambda item: -item[1])[:top]

    def _follow(self, path: tuple[int, ...], probability: float, following: np.ndarray) -> None:
        following[self.alphabet.silent] = 0
        if self.alphabet.is_open[path[-1]]:
            goes_on = np.ones_like(self.alphabet.continues_word)
        else:
            goes_on = self.alphabet.continues_word
            self._end(path, probability * (1 - float(following[goes_on].sum())))
        if len(path) < LONGEST:
            candidates = np.flatnonzero(goes_on)
            likely = candidates[np.argsort(following[candidates])[::-1][:BATCH]]
            for token in likely:
                self.open((*path, int(token)), probability * float(following[token]))

    def _may_go_on(self, path: tuple[int, ...]) -> bool:
        last = path[-1]
        if self.alphabet.is_open[last]:
            return True
        return bool(self.alphabet.continues_word.any()) and _ends_in_word(self.tokenizer.pieces[last])

    def _end(self, path: Sequence[int], probability: float) -> None:
        word = b"".join(self.tokenizer.pieces[token] for token in path)
        self.words[word] = self.words.get(word, 0.0) + probability

    def _threshold(self, top: int) -> float:
        """The probability that an open path must exceed to change what is shown."""
        best = self.best(top)
        return best[-1][1] if len(best) == top else 0.0


def _prediction(word: bytes, probability: float, tail: str, spaced: bool) -> Prediction:
    text = word.decode("utf-8", errors="replace")
    shown = text.strip(" ")
    if tail and text[:1] and _is_word(text[0]):
        shown = tail + shown
    if not shown.strip():
        shown = "↵" if "\n" in text else "␣"
    # The person has typed the space already.
    return Prediction(shown, probability, text.removeprefix(" ") if spaced else text)


def _last_word(text: str) -> str:
    start = len(text)
    while start and _is_word(text[start - 1]):
        start -= 1
    return text[start:]


def _is_word(character: str) -> bool:
    return character.isalnum() or character in "'’"


def _continues(piece: bytes) -> bool:
    """Letters and digits go on with a word, an apostrophe where a letter follows, and the rest of a cut character."""
    if not piece:
        return False
    if 0x80 <= piece[0] < 0xC0:
        return True
    text = piece.decode("utf-8", errors="replace")
    return text[0].isalnum() or text[0] == "�" or (text[0] in "'’" and text[1:2].isalpha())


def _ends_in_word(piece: bytes) -> bool:
    text = piece.decode("utf-8", errors="replace")
    return bool(text) and (text[-1].isalnum() or text[-1] == "�")


def _cut(piece: bytes) -> bool:
    """Whether the token ends inside a character."""
    try:
        piece.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return False


def _softmax(logits: np.ndarray) -> np.ndarray:
    exponents = np.exp(logits.astype(np.float64) - logits.max())
    probabilities: np.ndarray = exponents / exponents.sum()
    return probabilities
