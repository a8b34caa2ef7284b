"""Messages as sentences, in a language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from workbench.messages.catalogue import SENTENCES, Sentence
from workbench.messages.message import Count, Duration, LanguageCode, Memory, Message, Size, Span


class Language(Protocol):
    """What is different from language to language."""

    def translate(self, context: str, text: str) -> str: ...

    def number(self, value: float) -> str: ...

    def count(self, number: int) -> str: ...

    def size(self, size_bytes: float) -> str: ...

    def memory(self, size_bytes: float) -> str: ...

    def duration(self, seconds: float) -> str: ...

    def span(self, low: float, high: float) -> str:
        """Between two numbers of seconds."""

    def language_name(self, code: str) -> str: ...

    def listing(self, items: Sequence[str]) -> str: ...

    def date(self, day: datetime) -> str: ...

    def moment(self, moment: datetime) -> str: ...


_TWO_DAYS = 2 * 86_400.0  # seconds, from which on hours are too many to picture


class English:
    """As the command line writes it, and files that others read."""

    def translate(self, context: str, text: str) -> str:
        return text

    def number(self, value: float) -> str:
        if isinstance(value, int):
            return str(value)
        is_small = 1e-9 <= abs(value) < 1e-4  # as people write it, 0.00005 and not 5e-05
        return f"{value:.15f}".rstrip("0") if is_small else f"{value:.15g}"

    def count(self, number: int) -> str:
        return f"{number:,}"

    def size(self, size_bytes: float) -> str:
        return f"{size_bytes / 1e6:,.1f} MB" if size_bytes < 10e6 else f"{size_bytes / 1e6:,.0f} MB"

    def memory(self, size_bytes: float) -> str:
        return f"{size_bytes / 1e9:,.1f} GB"

    def duration(self, seconds: float) -> str:
        if seconds < 60:
            return f"{seconds:.0f} s"
        if seconds < 3600:
            return f"{seconds // 60:.0f} min {seconds % 60:.0f} s"
        if seconds < _TWO_DAYS:
            return f"{seconds // 3600:.0f} h {seconds % 3600 // 60:.0f} min"
        return f"{seconds / 86_400:,.0f} days"

    def span(self, low: float, high: float) -> str:
        if high < 90:
            return f"{low:,.0f} to {high:,.0f} s"
        if high < 90 * 60:
            return f"{low / 60:,.0f} to {high / 60:,.0f} min"
        if low < _TWO_DAYS:
            return f"{low / 3600:,.1f} to {high / 3600:,.1f} h"
        return f"{low / 86_400:,.0f} to {high / 86_400:,.0f} days"

    def language_name(self, code: str) -> str:
        return code

    def listing(self, items: Sequence[str]) -> str:
        return ", ".join(items)

    def date(self, day: datetime) -> str:
        return f"{day:%d %B %Y}"

    def moment(self, moment: datetime) -> str:
        return f"{moment:%d %B %Y, %H:%M}"


ENGLISH = English()


def render(said: Message, language: Language = ENGLISH) -> str:
    """The sentence of a message; of one that a newer program has made, what can be said of it."""
    return written(said, language)


def written(value: object, language: Language = ENGLISH) -> str:
    """A field as a person reads it."""
    match value:
        case Message():
            return _sentence(value, language)
        case Count():
            return language.count(value.number)
        case Size():
            return language.size(value.bytes)
        case Memory():
            return language.memory(value.bytes)
        case Duration():
            return language.duration(value.seconds)
        case Span():
            return language.span(value.low, value.high)
        case LanguageCode():
            return language.language_name(value.code)
        case tuple():
            return language.listing([written(each, language) for each in value])
        case int() | float() if not isinstance(value, bool):
            return language.number(value)
        case _:
            return str(value)


def _sentence(said: Message, language: Language) -> str:
    sentence = SENTENCES.get(said.code, _UNKNOWN)
    fields = {name: written(value, language) for name, value in said.fields.items()}
    try:
        return language.translate(sentence.context, sentence.text).format(**{"code": said.code, **fields})
    except (KeyError, IndexError, ValueError):  # a stored one that lacks a field, or a translation that has others
        return sentence.text


_UNKNOWN: Sentence = SENTENCES["message.newer"]
