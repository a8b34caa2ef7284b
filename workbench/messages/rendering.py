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

    @property
    def code(self) -> str:
        """By which it is known, such as zh_Hans."""

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


TWO_DAYS = 2 * 86_400.0  # seconds, from which on hours are too many to picture


class English:
    """As the command line writes it, and files that others read."""

    code = "en"
    times = spans = ("s", "min", "h", "days")  # of a duration; between two of them
    to = "to"

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
        second, minute, hour, day = self.times
        if seconds < 60:
            return f"{seconds:.0f} {second}"
        if seconds < 3600:
            return f"{seconds // 60:.0f} {minute} {seconds % 60:.0f} {second}"
        if seconds < TWO_DAYS:
            return f"{seconds // 3600:.0f} {hour} {seconds % 3600 // 60:.0f} {minute}"
        return f"{seconds / 86_400:,.0f} {day}"

    def span(self, low: float, high: float) -> str:
        second, minute, hour, day = self.spans
        if high < 90:
            return self._between(f"{low:,.0f}", f"{high:,.0f}", second)
        if high < 90 * 60:
            return self._between(f"{low / 60:,.0f}", f"{high / 60:,.0f}", minute)
        if low < TWO_DAYS:
            return self._between(f"{low / 3600:,.1f}", f"{high / 3600:,.1f}", hour)
        return self._between(f"{low / 86_400:,.0f}", f"{high / 86_400:,.0f}", day)

    def _between(self, low: str, high: str, unit: str) -> str:
        """One number where both are written alike."""
        return f"{high} {unit}" if low == high else f"{low} {self.to} {high} {unit}"

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


class Written(str):
    """A field in words, of which a sentence may ask for the form that goes with its number.

    "{runs:# run|# runs}" is "1 run" or "2 runs": the first form is for one, and # stands for the number. A language
    that has one form alone, such as Chinese, writes "{runs}" and its word.
    """

    def __new__(cls, text: str, value: object) -> Written:
        made = super().__new__(cls, text)
        made._is_one = (value.number if isinstance(value, Count) else value) == 1 or text == "1"
        return made

    _is_one: bool

    def __format__(self, forms: str) -> str:
        if not forms:
            return str(self)
        one, _, many = forms.partition("|")
        return (one if self._is_one else many).replace("#", str(self))


def _sentence(said: Message, language: Language) -> str:
    sentence = SENTENCES.get(said.code, _UNKNOWN)
    fields = {name: Written(written(value, language), value) for name, value in said.fields.items()}
    try:
        return language.translate(sentence.context, sentence.text).format(**{"code": said.code, **fields})
    except (KeyError, IndexError, ValueError):  # a stored one that lacks a field, or a translation that has others
        return sentence.text


_UNKNOWN: Sentence = SENTENCES["message.newer"]
