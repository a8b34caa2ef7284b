"""Where a word ends, and what the tokens of a vocabulary can do to one that has begun.

A word is a run of letters and digits with the marks and inner apostrophes that belong to it, with the space before it.
Anything else is a run of its own: punctuation, line ends. In scripts without spaces a word is the longest one that the
vocabulary knows (its tokens of several characters are the lexicon), or, where a person wants that, a character.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from functools import lru_cache

import numpy as np

from workbench.ground.scripts import is_spaceless
from workbench.models.tokenizers.tokenizer import Tokenizer
from workbench.values.prediction import Unit

APOSTROPHES = "'’"


def is_word_character(character: str) -> bool:
    """A letter, a digit, or a mark that belongs to one."""
    return character.isalnum() or unicodedata.category(character)[0] == "M"


def is_text(written: bytes) -> bool:
    """Whether it is made of whole characters; a model may write bytes that are none."""
    try:
        written.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def spelling_of(tokenizer: Tokenizer) -> Spelling:
    return _spelling_of(tokenizer.whole)


@lru_cache(maxsize=4)  # some ten thousand tokens take a while to look at
def _spelling_of(tokenizer: Tokenizer) -> Spelling:
    return Spelling(tokenizer)


class Spelling:
    """The tokens of a vocabulary by what they write; the arrays are boolean, over the vocabulary."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.pieces = tokenizer.pieces
        # In a word vocabulary every token is a whole word.
        self.whole_words = not tokenizer.has_pieces
        self.silent = np.array([not piece for piece in self.pieces])  # special tokens
        self.unused = tokenizer.unused
        leads = [_lead(piece) for piece in self.pieces]
        self._goes_on_inside: np.ndarray = np.array([lead == "inside" for lead in leads])
        self._begins: np.ndarray = ~self.silent & ~self._goes_on_inside
        begins_cut = np.array([lead == "cut" for lead in leads])
        self._letters: np.ndarray = np.array([lead == "letter" for lead in leads])
        self._alphabetic: np.ndarray = np.array([_is_alphabetic(piece) for piece in self.pieces]) | begins_cut
        apostrophes = np.array([piece.decode("utf-8", "ignore") in tuple(APOSTROPHES) for piece in self.pieces])
        self._continues_word: np.ndarray = self._letters | begins_cut | apostrophes
        self._begins_cut = begins_cut
        self._by_first: dict[str, list[int]] = {}
        for token, lead in enumerate(leads):
            if lead == "spaceless":
                self._by_first.setdefault(self.pieces[token].decode("utf-8", "ignore")[0], []).append(token)
        self._words, self._next = _lexicon(self.pieces)
        order = sorted(range(len(self.pieces)), key=self.pieces.__getitem__)
        self._order = np.array(order)
        self._sorted = [self.pieces[token] for token in order]

    def end(self, text: bytes, unit: Unit) -> int | None:
        """How many bytes of `text` are its first word, or None while more tokens can still change that."""
        whole, cut = _decoded(text)
        rest = whole.lstrip(" ")
        skipped = len(whole) - len(rest)
        if not rest:
            return None
        if self.whole_words:
            return len(text)
        if rest.isascii() and rest.isalnum():
            return None  # as most paths that are followed: told without a look at each letter
        first = rest[0]
        if rest in APOSTROPHES:
            return None  # a letter may follow
        if is_spaceless(first):
            length = self._longest(rest, unit, cut)
        elif is_word_character(first) or (first in APOSTROPHES and rest[1:2].isalpha()):
            length = _run(rest)
            if length == len(rest) or rest[length:] in tuple(APOSTROPHES):
                return None
        else:
            length = next((n for n, c in enumerate(rest) if c == " " or c.isalnum()), len(rest))
        return None if length is None else skipped + len(rest[:length].encode())

    def goes_on(self, text: bytes) -> np.ndarray:
        """The tokens after which the word that `text` has begun may be a longer one."""
        whole, cut = _decoded(text)
        if cut:
            return self._goes_on_inside
        rest = whole.lstrip(" ")
        if not rest:
            return self._begins
        if not is_spaceless(rest[0]):
            return self._alphabetic if rest[-1] in APOSTROPHES else self._continues_word
        mask: np.ndarray = self._begins_cut.copy()
        for character in self._next.get(rest, ()):
            mask[self._by_first.get(character, [])] = True
        return mask

    def continuing(self, text: bytes) -> np.ndarray:
        """After a word: the tokens with which `text`, written behind it, turns out to be more of that word."""
        if not text:
            return self._letters
        if text.decode("utf-8", "ignore") in tuple(APOSTROPHES):
            letters: np.ndarray = self._alphabetic & ~self._begins_cut
            return letters
        return np.zeros(len(self.pieces), bool)

    def is_more(self, text: bytes) -> bool:
        """Whether `text`, written behind a word, is more of it."""
        whole, _ = _decoded(text)
        joins = whole[:1] in tuple(APOSTROPHES) and whole[1:2].isalpha()
        return bool(whole) and (joins or (is_word_character(whole[0]) and not is_spaceless(whole[0])))

    def begins(self, text: bytes) -> bool:
        """Whether `text` is a word already, should nothing that goes on with it follow."""
        whole, cut = _decoded(text)
        return not cut and bool(whole.strip(" "))

    def first_word(self, text: bytes, unit: Unit) -> bytes:
        """The word that `text` begins with if no more follows."""
        end = self.end(text, unit)
        if end is not None:
            return text[:end]
        whole, _ = _decoded(text)
        rest = whole.lstrip(" ")
        skipped = len(whole) - len(rest)
        if not rest:
            return text
        if not is_spaceless(rest[0]):
            # An apostrophe that no letter follows is not of the word.
            return text if len(rest) == 1 or rest[-1] not in APOSTROPHES else whole[:-1].encode()
        longest = max((n for n in range(2, len(rest) + 1) if rest[:n] in self._words), default=1)
        return whole[: skipped + longest].encode()

    def writing(self, missing: bytes) -> np.ndarray:
        """The tokens that write the beginning of `missing`, or all of it and more."""
        mask = self.completing(missing)
        for length in range(1, len(missing)):
            place = bisect_left(self._sorted, missing[:length])
            while place < len(self._sorted) and self._sorted[place] == missing[:length]:
                mask[self._order[place]] = True
                place += 1
        return mask

    def completing(self, missing: bytes) -> np.ndarray:
        """The tokens that write all of `missing`, or more."""
        mask = np.zeros(len(self.pieces), bool)
        first = bisect_left(self._sorted, missing)
        last = bisect_left(self._sorted, missing + b"\xff" * 8)
        mask[self._order[first:last]] = True
        return mask

    def _longest(self, rest: str, unit: Unit, cut: bool) -> int | None:
        """How long the first word is in a script without spaces; None while it may grow."""
        if unit is Unit.CHARACTER:
            length = 1
            while length < len(rest) and unicodedata.category(rest[length])[0] == "M":
                length += 1
            return length
        known = 1
        while known < len(rest) and rest[known] in self._next.get(rest[:known], ()):
            known += 1
        if known == len(rest) and rest in self._next:
            return None
        return max((n for n in range(2, known + 1) if rest[:n] in self._words), default=1)


def _lexicon(pieces: tuple[bytes, ...]) -> tuple[set[str], dict[str, set[str]]]:
    """The words of scripts without spaces that are tokens, and the characters with which each beginning goes on."""
    words = set()
    for piece in pieces:
        text = piece.decode("utf-8", errors="ignore")
        if len(text) > 1 and text.encode() == piece and all(is_spaceless(c) and is_word_character(c) for c in text):
            words.add(text)
    following: dict[str, set[str]] = {}
    for word in words:
        for length in range(1, len(word)):
            following.setdefault(word[:length], set()).add(word[length])
    return words, following


def _decoded(text: bytes) -> tuple[str, bool]:
    """The whole characters of `text`, and whether it ends inside one."""
    try:
        return text.decode("utf-8"), False
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            return text[: error.start].decode("utf-8"), True
        return text.decode("utf-8", errors="replace"), False


def _run(text: str) -> int:
    """How many characters belong to the word that `text` begins with."""
    for place, character in enumerate(text):
        joins = character in APOSTROPHES and text[place + 1 : place + 2].isalpha()
        if (not is_word_character(character) and not joins) or is_spaceless(character):
            return place
    return len(text)


def _is_alphabetic(piece: bytes) -> bool:
    text, _ = _decoded(piece)
    return text[:1].isalpha() and not is_spaceless(text[0])


def _lead(piece: bytes) -> str:
    """How a token begins: "letter", "spaceless", "cut" (in a character's first bytes), "inside" one, or "other"."""
    if not piece:
        return "other"
    if 0x80 <= piece[0] < 0xC0:
        return "inside"
    text, cut = _decoded(piece)
    if not text:
        return "cut" if cut else "other"
    if is_spaceless(text[0]):
        return "spaceless"
    if is_word_character(text[0]) or (text[0] in APOSTROPHES and text[1:2].isalpha()):
        return "letter"
    return "other"
