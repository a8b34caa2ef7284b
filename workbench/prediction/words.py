"""Whole next words and their probabilities: subword paths followed, most probable first, to the word's end.

The probability of a word is the sum, over the token paths that spell it, of the path's probability times the
probability that the next token does not go on with the word.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Generator
from typing import NamedTuple

import numpy as np

from workbench.ground.generators import last
from workbench.ground.scripts import is_spaceless
from workbench.models.tokenizers.tokenizer import Tokenizer
from workbench.prediction.decoding import Decoder
from workbench.prediction.shaping import PLAIN, distribution, without
from workbench.prediction.spelling import Spelling, is_text, is_word_character, spelling_of
from workbench.values.prediction import Prediction, Shaping, Unit

BATCH = 16  # paths followed at once
ROUNDS = 8  # of following
BRANCHES = 64  # most probable tokens that a path goes on with
LONGEST = 12  # tokens in one path
NEGLIGIBLE = 1e-9  # a path that is less probable is not worth its row
RECENT = 16_384  # characters of the text before
LONGEST_TYPED = 20  # characters of a word that has begun

Words = tuple[Prediction, ...]


def next_words(
    decoder: Decoder,
    tokenizer: Tokenizer,
    text: str,
    top: int = 10,
    *,
    typing: bool = False,
    rounds: int = ROUNDS,
    shaping: Shaping = PLAIN,
    unit: Unit = Unit.WORD,
) -> Words:
    """The `top` most probable whole next words after `text`, most probable first.

    The last word of `text` counts as whole. While a person is `typing`, it may be unfinished, and completions of it
    are counted as well; after a trailing space only words that begin there are. For both, the search sets out before
    what was typed last and follows only paths that write it, so that the probabilities do not depend on how a
    half-written word happens to be cut into tokens. After `rounds` of following, what is still open has little
    probability left to add.
    """
    return last(search_words(decoder, tokenizer, text, top, typing=typing, rounds=rounds, shaping=shaping, unit=unit))


def search_words(
    decoder: Decoder,
    tokenizer: Tokenizer,
    text: str,
    top: int = 10,
    *,
    typing: bool = False,
    rounds: int = ROUNDS,
    shaping: Shaping = PLAIN,
    unit: Unit = Unit.WORD,
) -> Generator[Words, None, Words]:
    """`next_words` for somebody who is watching: yields what is known after each round, and returns the last."""
    head, typed = _last_typed(text, tokenizer, typing)
    tokens = prompt_tokens(tokenizer, head)
    after_word = not typed and not typing and _ends_in_spaced_word(text)
    search = _Search(decoder, spelling_of(tokenizer), typed.encode(), tokens, shaping, unit, after_word)
    logits = decoder.read_prompt(tokens)
    if after_word:
        logits = np.where(search.spelling.continuing(b""), -np.inf, logits)
    for _ in search.run(logits, top, rounds):
        yield search.best(top)
    return search.best(top)


def prompt_tokens(tokenizer: Tokenizer, text: str) -> list[int]:
    """The tokens of a prompt, with the token that the family begins texts with.

    Without one, an empty prompt starts with the end-of-text token, as every training text does.
    """
    tokens = [int(token) for token in tokenizer.encode(_recent(text))]
    if tokenizer.begin is not None:
        return [tokenizer.begin, *tokens]
    if not tokens and tokenizer.end_of_text is not None:
        return [tokenizer.end_of_text]
    return tokens


class _Path(NamedTuple):
    """Ordered by falling probability, as a heap wants it."""

    negative: float  # minus the probability
    tokens: tuple[int, ...]
    text: bytes


class _Search:
    """Best-first search over token paths that begin with `typed`; `words` collects what has ended after it."""

    def __init__(
        self, decoder: Decoder, spelling: Spelling, typed: bytes, tokens: list[int], shaping: Shaping, unit: Unit,
        after_word: bool,
    ) -> None:  # fmt: skip
        """`after_word`: the text ends in a word that is whole, so that nothing which goes on with it is a next word."""
        self.spelling = spelling
        self._decoder = decoder
        self._typed = typed
        self._tokens = tokens
        self._shaping = shaping
        self._unit = unit
        self._after_word = after_word
        self._paths: list[_Path] = []
        self._words: dict[bytes, float] = {}
        # Probability that the text goes on with `typed` at all, or that the word before is whole.
        self._mass = 0.0 if typed else 1.0

    def run(self, first: np.ndarray, top: int, rounds: int) -> Generator[None, None, None]:
        """Follow the paths from the logits of their first token until the `top` best words are known."""
        self._follow(_Path(-1.0, (), b""), first)
        for _ in range(rounds):
            batch = [heapq.heappop(self._paths) for _ in range(min(BATCH, len(self._paths)))]
            if not batch or -batch[0].negative <= self._threshold(top):
                return
            logits = self._decoder.after([path.tokens for path in batch])
            for path, row in zip(batch, logits, strict=True):
                self._follow(path, row)
            yield

    def best(self, top: int) -> Words:
        ordered = sorted(self._words.items(), key=lambda item: -item[1])[:top]
        typed = self._typed.decode()
        return tuple(_prediction(word, probability / (self._mass or 1.0), typed) for word, probability in ordered)

    def _follow(self, path: _Path, logits: np.ndarray) -> None:
        """Branch `path` by the logits of its next token."""
        logits = without(logits, self.spelling.unused)
        following = distribution(logits, self._shaping, (*self._tokens, *path.tokens))
        following[self.spelling.silent] = 0
        written = path.text[len(self._typed) :]
        more = 0.0  # of the word before
        if self._after_word and written:
            tokens = self.spelling.continuing(written)
            more = _sum(following, tokens)
            following[tokens] = 0
            self._mass += path.negative * more
        if len(path.text) < len(self._typed):
            following /= following.sum() or 1.0
            missing = self._typed[len(path.text) :]
            goes_on = self.spelling.writing(missing)
            self._mass += -path.negative * _sum(following, self.spelling.completing(missing))
        elif not self.spelling.begins(written):
            # The end of the text is no next word, and half a character is none either.
            goes_on = self.spelling.goes_on(written)
            following /= _sum(following, goes_on) or 1.0
        else:
            goes_on = self.spelling.goes_on(written)
            ends = max(0.0, 1 - more - _sum(following, goes_on))
            self._end(self.spelling.first_word(written, self._unit), -path.negative * ends)
        if len(path.tokens) < LONGEST:
            candidates = np.flatnonzero(goes_on & (following > NEGLIGIBLE / -path.negative))
            if len(candidates) > BRANCHES:
                candidates = candidates[np.argpartition(following[candidates], -BRANCHES)[-BRANCHES:]]
            for token in candidates:
                self._open(path, int(token), -path.negative * float(following[token]))

    def _open(self, parent: _Path, token: int, probability: float) -> None:
        path = _Path(-probability, (*parent.tokens, token), parent.text + self.spelling.pieces[token])
        written = path.text[len(self._typed) :]
        if self._after_word and self.spelling.is_more(written):
            self._mass -= probability  # a letter in several tokens
            return
        end = self.spelling.end(written, self._unit) if written else None
        if end is None:
            heapq.heappush(self._paths, path)
        else:
            self._end(written[:end], probability)

    def _end(self, word: bytes, probability: float) -> None:
        if probability > 0 and is_text(word):
            self._words[word] = self._words.get(word, 0.0) + probability

    def _threshold(self, top: int) -> float:
        """The probability that an open path must exceed to change what is shown."""
        best = heapq.nlargest(top, self._words.values())
        return best[-1] if len(best) == top else 0.0


def _sum(following: np.ndarray, tokens: np.ndarray) -> float:
    """The probability of `tokens`; no product of vectors, since the threads of BLAS would get in TensorFlow's way."""
    return float((following * tokens).sum())


def _prediction(word: bytes, probability: float, typed: str) -> Prediction:
    text = word.decode("utf-8", errors="replace")
    shown = text.strip(" ")
    if typed.strip() and text[:1].isalnum():
        shown = typed.strip() + shown
    if not shown.strip():
        shown = "↵" if "\n" in text else "␣"
    return Prediction(shown, probability, text)


def begun_word(text: str) -> str:
    """The last word of a text that is being typed, with its space, which may be unfinished; empty where none is."""
    found = re.search(r" ?[\w'’]+$", text)
    # A run of a script without spaces is no word, and the paths of a very long one would be too many.
    if found is None or len(found[0]) > LONGEST_TYPED or any(map(is_spaceless, found[0])):
        return ""
    return found[0]


def _last_typed(text: str, tokenizer: Tokenizer, typing: bool) -> tuple[str, str]:
    """The text before its last, perhaps unfinished word or its trailing space, and that word or space."""
    if text.endswith(" "):
        return text.rstrip(" "), " "
    if not (typing and tokenizer.has_pieces):
        return text, ""  # in a word vocabulary nothing goes on with a word that has begun
    typed = begun_word(text)
    if not typed:
        return text, ""
    head = text.removesuffix(typed)
    if not head and tokenizer.begins_with_space:
        typed = " " + typed.lstrip(" ")
    return head, typed


def _recent(text: str) -> str:
    """The end of a very long text, which is more than any context holds; it begins with a word.

    Its beginning moves seldom, so that the tokens before the end stay the same from key to key.
    """
    over = len(text) - RECENT
    if over <= 0:
        return text
    begin = -(-over // (RECENT // 4)) * (RECENT // 4)
    space = text.find(" ", begin, begin + 100)
    return text[space if space >= 0 else begin :]


def _ends_in_spaced_word(text: str) -> bool:
    return bool(text) and is_word_character(text[-1]) and not is_spaceless(text[-1])
