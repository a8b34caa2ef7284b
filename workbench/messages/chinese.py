"""What is different in Chinese: the words from a catalogue, and how numbers, sizes, times and lists are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from workbench.messages.rendering import English

TEN_THOUSAND, HUNDRED_MILLION = 10**4, 10**8


class Chinese(English):
    """Simplified Chinese; `words` are the translations by context and English text."""

    code = "zh_Hans"
    times = ("秒", "分", "小时", "天")
    spans = ("秒", "分钟", "小时", "天")
    to = "至"

    def __init__(self, words: Mapping[tuple[str, str], str]) -> None:
        self._words = words

    def translate(self, context: str, text: str) -> str:
        return self._words.get((context, text), text)

    def listing(self, items: Sequence[str]) -> str:
        return "、".join(items)

    def date(self, day: datetime) -> str:
        return f"{day.year}年{day.month}月{day.day}日"

    def moment(self, moment: datetime) -> str:
        return f"{self.date(moment)} {moment:%H:%M}"


def in_ten_thousands(number: float) -> str:
    """As people count in Chinese: 1,234, then 12.3 万, then 1.2 亿."""
    if number < TEN_THOUSAND:
        return f"{number:,.0f}"
    # What would be rounded to 10,000 万 is one 亿.
    unit, name = (TEN_THOUSAND, "万") if number < 0.99995 * HUNDRED_MILLION else (HUNDRED_MILLION, "亿")
    amount = number / unit
    digits = f"{amount:,.0f}" if amount >= 1000 else f"{amount:,.1f}".removesuffix(".0")
    return f"{digits} {name}"
