"""All terms, and where they stand in a text of whichever language."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from workbench.messages.terms import asking, computing, figures, labels, learning, network, texts
from workbench.messages.terms.term import CONTEXT, Term

TERMS: dict[str, Term] = {
    term.name: term for part in (figures, learning, network, texts, asking, labels, computing) for term in part.TERMS
}
Translate = Callable[[str, str], str]  # a context and an English text into a language
_LATIN = re.compile("[A-Za-z]")
_HAN = "[\u4e00-\u9fff]"


@dataclass(frozen=True)
class Place:
    """Where a text has a term: `text[start:end]`."""

    name: str
    start: int
    end: int


class Glossary:
    """The terms in one language."""

    def __init__(self, translate: Translate) -> None:
        self._translate = translate
        words = [(word, term.name) for term in TERMS.values() for word in self.words_of(term)]
        self._names = {word.casefold(): name for word, name in reversed(words)}
        longest_first = sorted(self._names, key=lambda word: (-len(word), word))
        self._pattern = re.compile("|".join(map(_pattern, longest_first)), re.IGNORECASE)

    @staticmethod
    def named(name: str) -> Term:
        """Raises KeyError."""
        return TERMS[name]

    def say(self, text: str) -> str:
        return self._translate(CONTEXT, text)

    def words_of(self, term: Term) -> tuple[str, ...]:
        """Whatever it is called, its title first."""
        return tuple(dict.fromkeys((self.say(term.title), *self.say(term.words).split("|"))))

    def others_of(self, term: Term) -> tuple[str, ...]:
        """The same without its title, to be read."""
        title = self.say(term.title).casefold()
        return tuple(word.strip() for word in self.words_of(term)[1:] if word.strip().casefold() != title)

    def places(self, text: str) -> list[Place]:
        """From left to right; of words within each other, the longest."""
        return [Place(self._named(found[0]), *found.span()) for found in self._pattern.finditer(text)]

    def in_order(self) -> list[Term]:
        return sorted(TERMS.values(), key=lambda term: self.say(term.title).casefold())

    def search(self, words: str) -> list[Term]:
        """What is called so comes before what says so, and a word that begins so before one that has it within."""
        wanted = words.casefold().strip()
        begins = re.compile(rf"(?<![a-z]){re.escape(wanted)}")
        called = {term.name: "|".join(self.words_of(term)).casefold() for term in self.in_order()}
        named = [term for term in self.in_order() if wanted in called[term.name]]
        named.sort(key=lambda term: begins.search(called[term.name]) is None)
        saying = [term for term in self.in_order() if begins.search(self.say(term.meaning).casefold())]
        return list({term.name: term for term in (*named, *saying)}.values())

    def _named(self, found: str) -> str:
        word = found.casefold()
        return self._names[word if word in self._names else word.removesuffix("s")]


def _pattern(word: str) -> str:
    """Latin words stand alone, in singular or plural; Chinese ones follow each other without a space, and one of a
    single character is a part of too many others."""
    pattern = re.escape(word)
    if re.fullmatch(_HAN, word):
        return f"(?<!{_HAN}){pattern}(?!{_HAN})"
    if _LATIN.match(word[-1]):
        pattern += r"s?(?![A-Za-z])"
    return rf"(?<![A-Za-z]){pattern}" if _LATIN.match(word[0]) else pattern
