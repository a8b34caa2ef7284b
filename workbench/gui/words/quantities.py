"""Numbers as a person reads them, each with its unit."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from workbench.messages.chinese import in_ten_thousands
from workbench.values.perplexity import decimals, is_endless
from workbench.values.perplexity import perplexity as perplexity_of

if TYPE_CHECKING:
    from workbench.models.card import FitEstimate

DAY = 86_400.0  # seconds
TWO_DAYS = 2 * DAY  # from which on hours are too many to picture


def perplexity(loss: float | None) -> str:
    """e ** loss (nats per token), with the digits that mean something; a dash where nothing was measured."""
    if loss is None:
        return "–"
    if is_endless(loss):
        return "∞"
    value = perplexity_of(loss)
    return QLocale().toString(value, "f", decimals(value))


def loss(value: float | None) -> str:
    return "–" if value is None else QLocale().toString(value, "f", 3)


def percent(share: float, decimals: int = 1) -> str:
    return QCoreApplication.translate("quantities", "{number} %").format(
        number=QLocale().toString(100 * share, "f", decimals)
    )


def points(difference: float) -> str:
    """A difference of two shares, in percentage points."""
    number = f"{'−' if difference < 0 else '+'}{QLocale().toString(abs(100 * difference), 'f', 1)}"
    return QCoreApplication.translate("quantities", "{number} points").format(number=number)


def signed(value: float) -> str:
    """A difference."""
    return f"{'−' if value < 0 else '+'}{QLocale().toString(abs(value), 'f', 3)}"


def change(before: str, after: str) -> str:
    """From one value to another, readable in either direction of writing."""
    return QCoreApplication.translate("quantities", "{before} → {after}").format(before=before, after=after)


def duration(seconds: float | None) -> str:
    """As people say it, in two units at most: 45 s, 3 min 5 s, 3 h 5 min, 180 days."""
    if seconds is None:
        return "–"
    whole = round(seconds)
    if whole < 60:
        return QCoreApplication.translate("quantities", "{seconds} s").format(seconds=whole)
    if whole < 3600:
        text = QCoreApplication.translate("quantities", "{minutes} min {seconds} s")
        return text.format(minutes=whole // 60, seconds=whole % 60)
    if whole < TWO_DAYS:
        text = QCoreApplication.translate("quantities", "{hours} h {minutes} min")
        return text.format(hours=whole // 3600, minutes=whole % 3600 // 60)
    days = QLocale().toString(round(whole / DAY))
    return QCoreApplication.translate("quantities", "{days} days").format(days=days)


def rough_duration(fewest: float, most: float) -> str:
    """An estimate, between two numbers of seconds: whole minutes, since more would promise too much."""
    if most < 50:
        return QCoreApplication.translate("quantities", "under a minute")
    if most < 90 * 60:
        low, high = (QLocale().toString(round(seconds / 60)) for seconds in (fewest, max(most, 60)))
        about = QCoreApplication.translate("quantities", "about {minutes} min").format(minutes=high)
        up_to = QCoreApplication.translate("quantities", "up to {minutes} min").format(minutes=high)
        span = QCoreApplication.translate("quantities", "{low} to {high} min").format(low=low, high=high)
    elif fewest < TWO_DAYS:
        low, high = (QLocale().toString(seconds / 3600, "f", 1) for seconds in (fewest, most))
        about = QCoreApplication.translate("quantities", "about {hours} h").format(hours=high)
        up_to = QCoreApplication.translate("quantities", "up to {hours} h").format(hours=high)
        span = QCoreApplication.translate("quantities", "{low} to {high} h").format(low=low, high=high)
    else:
        low, high = (QLocale().toString(round(seconds / DAY)) for seconds in (fewest, most))
        about = QCoreApplication.translate("quantities", "about {days} days").format(days=high)
        up_to = QCoreApplication.translate("quantities", "up to {days} days").format(days=high)
        span = QCoreApplication.translate("quantities", "{low} to {high} days").format(low=low, high=high)
    if low == high:
        return about
    return span if fewest >= 30 else up_to


def expected_duration(estimates: Iterable[FitEstimate]) -> str:
    """How long what is estimated takes together; nothing is said while this computer's speed is only assumed."""
    estimates = list(estimates)
    if not all(estimate.is_measured for estimate in estimates):
        return QCoreApplication.translate("quantities", "being measured")
    return rough_duration(*map(sum, zip(*(estimate.between for estimate in estimates), strict=True)))


def speed(tokens_per_second: float | None) -> str:
    if tokens_per_second is None:
        return "–"
    number = QLocale().toString(round(tokens_per_second))
    return QCoreApplication.translate("quantities", "{number} tokens/s").format(number=number)


def count(number: float) -> str:
    """A number of things, in the large units of the language where there are many."""
    if is_chinese():
        return in_ten_thousands(number)
    if number < 1e6:
        return QLocale().toString(round(number))
    if number < 1e9:
        millions = QLocale().toString(number / 1e6, "f", 1)
        return QCoreApplication.translate("quantities", "{millions} million").format(millions=millions)
    billions = QLocale().toString(number / 1e9, "f", 1)
    return QCoreApplication.translate("quantities", "{billions} billion").format(billions=billions)


def is_chinese() -> bool:
    """Of the simplified kind, which the program speaks."""
    return QLocale().script() is QLocale.Script.SimplifiedHanScript


def clauses(items: Iterable[str]) -> str:
    """One after the other, where each may have commas of its own."""
    return ("；" if is_chinese() else "; ").join(items)


def named(name: str, value: str) -> str:
    """A value with what it is of."""
    return QCoreApplication.translate("quantities", "{name}: {value}").format(name=name, value=value)


def listing(items: Iterable[str]) -> str:
    """One beside the other, as a sentence names them."""
    return ("、" if is_chinese() else ", ").join(items)


def in_turn(sentences: Iterable[str]) -> str:
    """One after the other, those that say something."""
    return ("" if is_chinese() else " ").join(filter(None, (each.strip() for each in sentences)))


def plain(value: float, digits: int = 3) -> str:
    """As people write it, 0.00005 and not 5e-05, with so many digits that mean something at most."""
    if not 1e-12 < abs(value) < 1e15:
        return QLocale().toString(float(value), "g", digits)  # Qt ends the process where it is handed a whole number
    decimals = max(0, digits - 1 - math.floor(math.log10(abs(value))))
    text = QLocale().toString(float(value), "f", decimals)
    point = QLocale().decimalPoint()
    return text.rstrip(QLocale().zeroDigit()).removesuffix(point) if decimals else text


def decimal(value: float, digits: int = 6) -> str:
    """The same with the digits that a setting may have."""
    return plain(value, digits)


def moment(when: datetime) -> str:
    """Day and time as the system writes them."""
    shown = QDateTime.fromSecsSinceEpoch(int(when.timestamp()))
    system = QLocale.system()
    if system.language() is not QLocale().language():  # it says nothing of it, or speaks another language
        system = QLocale()
    return system.toString(shown, QLocale.FormatType.ShortFormat)


def number(value: float) -> str:
    """On an axis or beside it: whole numbers and large ones in full, others with three digits."""
    if abs(value) < 1e7 and (abs(value) >= 1000 or math.isclose(value, round(value), rel_tol=1e-9)):
        return QLocale().toString(round(value))
    return plain(value)


def memory(size_bytes: int) -> str:
    """An estimate of memory, in gigabytes with one decimal."""
    number = QLocale().toString(max(size_bytes / 1e9, 0.1), "f", 1)
    return QCoreApplication.translate("quantities", "about {number} GB").format(number=number)


def size(size_bytes: float) -> str:
    """Of files: megabytes, or gigabytes where there are thousands of them."""
    if size_bytes < 1e9:
        number = QLocale().toString(size_bytes / 1e6, "f", 1 if size_bytes < 10e6 else 0)
        return QCoreApplication.translate("quantities", "{number} MB").format(number=number)
    number = QLocale().toString(size_bytes / 1e9, "f", 1)
    return QCoreApplication.translate("quantities", "{number} GB").format(number=number)


def gigabytes(size_bytes: int) -> str:
    """A size in memory, where many stand beside each other."""
    number = QLocale().toString(max(size_bytes / 1e9, 0.1), "f", 1)
    # A line must not end between a number and its unit.
    return QCoreApplication.translate("quantities", "{number}\u00a0GB").format(number=number)


def short_time(seconds: float) -> str:
    """Seconds with the digits that mean something; long ones in minutes."""
    if seconds >= 100:
        return rough_duration(seconds, seconds)
    number = QLocale().toString(seconds, "f", 0 if seconds >= 10 else 1 if seconds >= 1 else 2)
    return QCoreApplication.translate("quantities", "{number} s").format(number=number)
