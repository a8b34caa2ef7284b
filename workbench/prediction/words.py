"""Whole next words and their probabilities: subword paths followed, most probable first, to the word's end.

The probability of a word is the sum, over the token paths that spell it, of the path's probability times the
probability that the next token does not go on with the word.
"""

from __future__ import annotations

import heapq
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from workbench.prediction.decoding import Decoder
from workbench.pretrained.tokenizer import Tokenizer
from workbench.records import Prediction

BATCH = 16  # paths followed at once
ROUNDS = 8  # of following
BRANCHES = 64  # most probable tokens that a path goes on with
LONGEST = 12  # tokens in one path
LONGEST_TYPED = 20  # characters of a word that has begun
SPACELESS = "\u0e00"  # from Thai on, most scripts write words without spaces between them


def next_words(
    decoder: Decoder, tokenizer: Tokenizer, text: str, top: int = 10, *, typing: bool = False, rounds: int = ROUNDS
) -> tuple[Prediction, ...]:
    """The `top` most probable whole next words after `text`, most probable first.

    The last word of `text` counts as whole. While a person is `typing`, it may be unfinished, and completions of it
    are counted as well; after a trailing space only words that begin there are. For both, the search sets out before
    what was typed last and follows only paths that write it, so that the probabilities do not depend on how a
    half-written word happens to be cut into tokens. After `rounds` of following, what is still open has little
    probability left to add.
    """
    head, typed = _last_typed(text, tokenizer, typing)
    search = _Search(decoder, tokenizer, typed.encode())
    first = _softmax(decoder.start(prompt_tokens(tokenizer, head)))
    if not typed and not typing and _ends_in_spaced_word(text):
        first[_alphabet(tokenizer).continues_word] = 0
    search.run(first, top, rounds)
    return tuple(_prediction(word, probability, typed) for word, probability in search.best(top))


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
    continues_word: np.ndarray  # goes on with a word that has begun
    is_open: np.ndarray  # is no whole word yet: a lone space, or the beginning of a character


@lru_cache(maxsize=4)  # some ten thousand tokens take a while to look at
def _alphabet(tokenizer: Tokenizer) -> _Alphabet:
    pieces = tokenizer.pieces
    return _Alphabet(
        silent=np.array([not piece for piece in pieces]),
        # In a word vocabulary every token is a whole word.
        continues_word=np.array([tokenizer.is_byte_level and _continues(piece) for piece in pieces]),
        is_open=np.array([piece == b" " or _cut(piece) for piece in pieces]),
    )


class _Path(NamedTuple):
    """Ordered by falling probability, as a heap wants it."""

    negative: float  # minus the probability
    tokens: tuple[int, ...]
    text: bytes


class _Search:
    """Best-first search over token paths that begin with `typed`; `words` collects what has ended after it."""

    def __init__(self, decoder: Decoder, tokenizer: Tokenizer, typed: bytes) -> None:
        self._decoder = decoder
        self._pieces = tokenizer.pieces
        self._alphabet = _alphabet(tokenizer)
        self._typed = typed
        self._paths: list[_Path] = []
        self._words: dict[bytes, float] = {}
        self._mass = 0.0  # probability that the text goes on with `typed` at all

    def run(self, first: np.ndarray, top: int, rounds: int) -> None:
        """Follow the paths from the distribution of their first token until the `top` best words are known."""
        self._follow(_Path(-1.0, (), b""), first)
        for _ in range(rounds):
            batch = [heapq.heappop(self._paths) for _ in range(min(BATCH, len(self._paths)))]
            if not batch or -batch[0].negative <= self._threshold(top):
                return
            logits = self._decoder.after([path.tokens for path in batch])
            for path, row in zip(batch, logits, strict=True):
                self._follow(path, _softmax(row))

    def best(self, top: int) -> list[tuple[bytes, float]]:
        ordered = sorted(self._words.items(), key=lambda item: -item[1])[:top]
        return [(word, probability / (self._mass or 1.0)) for word, probability in ordered]

    def _follow(self, path: _Path, following: np.ndarray) -> None:
        """Branch `path` by the distribution of its next token."""
        following[self._alphabet.silent] = 0
        written = path.text[len(self._typed) :]
        begun = written and not self._alphabet.is_open[path.tokens[-1]]
        if not begun:  # the end of the text is no next word, but it does end one that has begun
            following /= following.sum()
        if len(path.text) < len(self._typed):
            missing = self._typed[len(path.text) :]
            goes_on = np.array([p.startswith(missing) or (p != b"" and missing.startswith(p)) for p in self._pieces])
        elif not begun:
            goes_on = ~self._alphabet.silent
        else:
            goes_on = self._alphabet.continues_word
            self._end(written, -path.negative * (1 - float(following[goes_on].sum())))
        if len(path.tokens) < LONGEST:
            candidates = np.flatnonzero(goes_on & (following > 0))
            for token in candidates[np.argsort(following[candidates])[::-1][:BRANCHES]]:
                self._open(path, int(token), -path.negative * float(following[token]))

    def _open(self, parent: _Path, token: int, probability: float) -> None:
        path = _Path(-probability, (*parent.tokens, token), parent.text + self._pieces[token])
        written = path.text[len(self._typed) :]
        if len(path.text) >= len(self._typed) and (len(parent.text) < len(self._typed) or not parent.tokens):
            self._mass += probability
        if written and not self._may_go_on(token):
            self._end(written, probability)
        else:
            heapq.heappush(self._paths, path)

    def _may_go_on(self, token: int) -> bool:
        if self._alphabet.is_open[token]:
            return True
        return bool(self._alphabet.continues_word.any()) and _ends_in_word(self._pieces[token])

    def _end(self, word: bytes, probability: float) -> None:
        self._words[word] = self._words.get(word, 0.0) + probability

    def _threshold(self, top: int) -> float:
        """The probability that an open path must exceed to change what is shown."""
        best = sorted(self._words.values(), reverse=True)[:top]
        return best[-1] if len(best) == top else 0.0


def _prediction(word: bytes, probability: float, typed: str) -> Prediction:
    text = word.decode("utf-8", errors="replace")
    shown = text.strip(" ")
    if typed.strip() and text[:1].isalnum():
        shown = typed.strip() + shown
    if not shown.strip():
        shown = "↵" if "\n" in text else "␣"
    return Prediction(shown, probability, text)


def _last_typed(text: str, tokenizer: Tokenizer, typing: bool) -> tuple[str, str]:
    """The text before its last, perhaps unfinished word or its trailing space, and that word or space."""
    if text.endswith(" "):
        return text.rstrip(" "), " "
    if not (typing and tokenizer.is_byte_level):
        return text, ""  # in a word vocabulary nothing goes on with a word that has begun
    found = re.search(r" ?[\w'’]+$", text)
    # A run of a script without spaces is no word, and the paths of a very long one would be too many.
    if found is None or len(found[0]) > LONGEST_TYPED or any(SPACELESS <= c != "’" for c in found[0]):
        return text, ""
    return text[: found.start()], found[0]


def _ends_in_spaced_word(text: str) -> bool:
    return text[-1:].isalnum() and text[-1] < SPACELESS


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
