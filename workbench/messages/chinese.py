"""What is different in Chinese: the words from a catalogue, and how numbers, sizes, times and lists are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from workbench.messages.rendering import TWO_DAYS, English, between

TEN_THOUSAND, HUNDRED_MILLION = 10**4, 10**8


class Chinese(English):
    """Simplified Chinese; `words` are the translations by context and English text."""

    code = "zh_Hans"

    def __init__(self, words: Mapping[tuple[str, str], str]) -> None:
        self._words = words

    def translate(self, context: str, text: str) -> str:
        return self._words.get((context, text), text)

    def duration(self, seconds: float) -> str:
        if seconds < 60:
            return f"{seconds:.0f} 秒"
        if seconds < 3600:
            return f"{seconds // 60:.0f} 分 {seconds % 60:.0f} 秒"
        if seconds < TWO_DAYS:
            return f"{seconds // 3600:.0f} 小时 {seconds % 3600 // 60:.0f} 分"
        return f"{seconds / 86_400:,.0f} 天"

    def span(self, low: float, high: float) -> str:
        if high < 90:
            return between(f"{low:,.0f}", f"{high:,.0f}", "至", "秒")
        if high < 90 * 60:
            return between(f"{low / 60:,.0f}", f"{high / 60:,.0f}", "至", "分钟")
        if low < TWO_DAYS:
            return between(f"{low / 3600:,.1f}", f"{high / 3600:,.1f}", "至", "小时")
        return between(f"{low / 86_400:,.0f}", f"{high / 86_400:,.0f}", "至", "天")

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
