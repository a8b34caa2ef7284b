"""The words of a text as Predict shows them, counted while it is written; marks and line ends are none.

In scripts without spaces a word is the longest one that the model's vocabulary knows.
"""

from __future__ import annotations

import unicodedata

from workbench.models.tokenizers.tokenizer import Tokenizer
from workbench.prediction.spelling import APOSTROPHES, Spelling, spelling_of
from workbench.values.prediction import Unit

LONGEST_WORD = 200  # characters; what is longer is none, and would have to be looked through again at each token


class WordCount:
    """Takes a text piece by piece and gives it back in whole words, up to the last one that is wanted."""

    def __init__(self, spelling: Spelling, wanted: int) -> None:
        self.whole = 0  # words
        self._spelling = spelling
        self._wanted = wanted
        self._open = ""  # a word that may still grow

    @property
    def is_done(self) -> bool:
        return self.whole >= self._wanted

    def add(self, text: str) -> str:
        """What is whole now; nothing that comes after the last word."""
        self._open += text
        whole = ""
        while self._open and not self.is_done:
            word = self._first()
            if word is None and len(self._open) <= LONGEST_WORD:
                break
            whole += self._take(word or self._open)
        return whole

    def end(self) -> str:
        """What is left where nothing follows."""
        rest = ""
        while self._open and not self.is_done:
            word = self._spelling.first_word(self._open.encode(), Unit.WORD).decode()
            rest += self._take(self._with_marks(len(word)))
        return rest

    def _first(self) -> str | None:
        """The first word of what is open; None while the next character may still belong to it."""
        end = self._spelling.end(self._open.encode(), Unit.WORD)
        if end is None or self._spelling.whole_words:
            return None if end is None else self._open
        word = self._with_marks(len(self._open.encode()[:end].decode()))
        return None if self._open[len(word) :] in ("", *APOSTROPHES) else word

    def _with_marks(self, length: int) -> str:
        """So many characters, with the marks that are written over and under the last of them."""
        while length < len(self._open) and unicodedata.category(self._open[length])[0] == "M":
            length += 1
        return self._open[:length]

    def _take(self, word: str) -> str:
        self._open = self._open[len(word) :]
        self.whole += any(map(str.isalnum, word))
        return word


def count_words(tokenizer: Tokenizer, text: str) -> int:
    """How many words a whole text is."""
    if not tokenizer.has_pieces:  # each token is a word, or a mark
        return sum(any(map(str.isalnum, text[start:end])) for start, end in tokenizer.spans(text))
    count = WordCount(spelling_of(tokenizer), len(text) + 1)
    count.add(text)
    count.end()
    return count.whole
