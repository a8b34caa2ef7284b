"""Messages in the person's language: translated by Qt, with numbers as people there write them."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from workbench.ground.speech import EN, ZH_HANS
from workbench.gui.words import quantities
from workbench.gui.words.languages import language_name
from workbench.messages.errors import KnownError
from workbench.messages.message import Message
from workbench.messages.rendering import written

if TYPE_CHECKING:
    from workbench.measuring.bootstrap import Interval


class _InWindow:
    """The language that Qt has been given."""

    @property
    def code(self) -> str:
        return ZH_HANS if quantities.is_chinese() else EN

    def translate(self, context: str, text: str) -> str:
        return QCoreApplication.translate(context, text)

    def number(self, value: float) -> str:
        if isinstance(value, int) and abs(value) < 1 << 63:  # more than that Qt cannot hold
            return QLocale().toString(value)
        return quantities.decimal(value)

    def count(self, number: int) -> str:
        return QLocale().toString(number)

    def size(self, size_bytes: float) -> str:
        return quantities.size(size_bytes)

    def memory(self, size_bytes: float) -> str:
        return quantities.gigabytes(round(size_bytes))

    def duration(self, seconds: float) -> str:
        return quantities.duration(seconds)

    def span(self, low: float, high: float) -> str:
        return quantities.rough_duration(low, high)

    def language_name(self, code: str) -> str:
        return language_name(code)

    def listing(self, items: Sequence[str]) -> str:
        return quantities.listing(items)

    def date(self, day: datetime) -> str:
        return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)

    def moment(self, moment: datetime) -> str:
        return quantities.moment(moment)


IN_WINDOW = _InWindow()


def sentence(error: BaseException) -> str:
    """What to tell a person of `error`; one that is not known is a mistake of the program's."""
    if isinstance(error, KnownError):
        return told(error.message)
    return QCoreApplication.translate(
        "errors", "Something went wrong that should not have. What was saved is kept; the details help to mend it."
    )


def told(said: Message | str) -> str:
    """A message in words; a name, such as a file's, as it is."""
    return written(said, IN_WINDOW)


def bounds(found: Interval) -> str:
    """Between which bounds a difference lies, and how that was found out."""
    if found.low is None or found.high is None:
        return QCoreApplication.translate("quantities", "too little was read to say how sure that is")
    text = QCoreApplication.translate("quantities", "between {low} and {high} with a confidence of 95 % ({drawn})")
    low, high = quantities.signed(found.low), quantities.signed(found.high)
    return text.format(low=low, high=high, drawn=told(found.drawn.said))


def bounds_in_points(found: Interval) -> str:
    """The same of a difference of shares."""
    if found.low is None or found.high is None:
        return QCoreApplication.translate("quantities", "too little was read to say how sure that is")
    text = QCoreApplication.translate("quantities", "95 %: between {low} and {high}")
    return text.format(low=quantities.points(found.low), high=quantities.points(found.high))


def details(error: BaseException) -> str:
    """For whoever mends the program; empty for an error that its sentence explains."""
    if isinstance(error, KnownError):
        return ""
    return "".join(traceback.format_exception(error))
