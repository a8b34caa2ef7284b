"""What a person wants to know about a text at a glance."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby

from workbench.records import Split, Statistics

FREQUENT_WORDS = 50


def statistics(segments: Mapping[Split, Sequence[str]]) -> Statistics:
    """Statistics of cleaned, split text."""
    characters = {split: sum(map(len, segments[split])) for split in Split}
    size_bytes = longest_line = paragraphs = 0
    counts: Counter[str] = Counter()
    distinct: set[bytes] = set()  # hashes, so that a long text is not held twice
    for segment in (segment for split in Split for segment in segments[split]):
        size_bytes += len(segment.encode())
        longest_line = max(longest_line, max(map(len, segment.split("\n"))))
        for paragraph in segment.split("\n\n"):
            paragraphs += 1
            distinct.add(hashlib.blake2b(paragraph.encode(), digest_size=16).digest())
            counts.update(words(paragraph.casefold()))
    return Statistics(
        characters=sum(characters.values()),
        size_bytes=size_bytes,
        words=counts.total(),
        vocabulary=len(counts),
        paragraphs=paragraphs,
        longest_line=longest_line,
        duplicate_paragraphs=paragraphs - len(distinct),
        frequent_words=tuple(counts.most_common(FREQUENT_WORDS)),
        split_characters=characters,
    )


def words(text: str) -> list[str]:
    """The words of a text: letters with apostrophes and hyphens between them; numbers are not words.

    In scripts that are written without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) each character with its
    marks counts as a word for now.
    """
    return _word_pattern().findall(text)


# Where letters of scripts without spaces lie: first and last character.
_UNSPACED = (
    ("\u0e00", "\u0eff"),  # Thai, Lao
    ("\u1000", "\u109f"),  # Burmese
    ("\u1780", "\u17ff"),  # Khmer
    ("\u3005", "\u3007"),
    ("\u3041", "\u30ff"),  # kana
    ("\u31f0", "\u31ff"),
    ("\u3400", "\u4dbf"),  # Han, as the rest
    ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\uff66", "\uff9d"),  # half-width kana
    ("\U0001b000", "\U0001b16f"),
)
_RARE_HAN = ("\U00020000", "\U0003ffff")  # two planes that hold nothing else


@cache
def _word_pattern() -> re.Pattern[str]:
    """Made when first needed: `re` has no classes for letters and marks, so they are collected from unicodedata."""
    classes = {"spaced": "", "unspaced": "", "mark": ""}
    for kind, start, end in _character_ranges():
        classes[kind] += f"{re.escape(start)}-{re.escape(end)}"
    letter, part, mark = classes["spaced"], classes["spaced"] + classes["mark"], classes["mark"]
    return re.compile(f"[{letter}][{part}]*(?:['’‐‑-][{letter}][{part}]*)*|[{classes['unspaced']}][{mark}]*")


def _character_ranges() -> Iterator[tuple[str, str, str]]:
    """(kind, first, last) of every range of letters and marks."""
    yield "unspaced", *_RARE_HAN
    for kind, codes in groupby(range(ord(_RARE_HAN[0])), lambda code: _kind(chr(code))):
        if kind:
            run = list(codes)
            yield kind, chr(run[0]), chr(run[-1])


def _kind(character: str) -> str:
    category = unicodedata.category(character)
    if category.startswith("M"):
        return "mark"
    if not category.startswith("L"):
        return ""
    return "unspaced" if any(first <= character <= last for first, last in _UNSPACED) else "spaced"
