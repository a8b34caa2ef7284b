"""The words of a text in any script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import Any


def words(text: str) -> list[str]:
    """The words of a text: letters with apostrophes and hyphens between them; numbers are not words.

    Scripts that are written without spaces are divided into words by a dictionary (Chinese) or a model (Thai); in
    Japanese where the script changes; in Lao, Khmer and Burmese each character with its marks counts as a word.
    """
    if _BEYOND_LATIN.search(text) is None:
        return _LATIN_WORD.findall(text)
    found = _word_pattern().findall(text)
    if not _has_unspaced(text):
        return found  # type: ignore[no-any-return]
    return [word for run in found for word in (_divided(run) if is_unspaced(run[0]) else (run,))]


def beginning(text: str, count: int) -> str:
    """`text` up to the end of its first `count` words, in one line."""
    line = " ".join(text.split())
    place = 0
    for word in words(line)[:count]:
        place = line.index(word, place) + len(word)
    return line[:place]


# Twice as fast as the pattern for all scripts, and right for most texts of the west.
_BEYOND_LATIN = re.compile("[^\0-\u02c1\u2000-\u206f\u20a0-\u20bf]")
_LATIN_WORD = re.compile("[A-Za-zªµºÀ-ÖØ-öø-\u02c1]+(?:['’‐‑-][A-Za-zªµºÀ-ÖØ-öø-\u02c1]+)*")

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\u3005-\u3007"
_KANA = re.compile("[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9d\U0001b000-\U0001b16f]")
_JAPANESE_RUN = re.compile(f"[{_HAN}]+|[\u3041-\u309f]+|[\u30a0-\u30ff\u31f0-\u31ff\uff66-\uff9d]+|.")
_THAI = re.compile("[\u0e00-\u0e7f]")
_UNSPACED_QUICKLY = re.compile(
    f"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff{_HAN}\uff66-\uff9d\U0001b000-\U0001b16f]"
)

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


def _has_unspaced(text: str) -> bool:
    return not text.isascii() and _UNSPACED_QUICKLY.search(text) is not None


def is_unspaced(character: str) -> bool:
    return any(first <= character <= last for first, last in (*_UNSPACED, _RARE_HAN))


def _divided(run: str) -> list[str]:
    """The words of a run of letters without spaces."""
    if _KANA.search(run):
        return _JAPANESE_RUN.findall(run)  # type: ignore[no-any-return]
    if _THAI.match(run):
        return [part for part in _thai_parser().parse(run) if part]
    if re.match(f"[{_HAN}]", run):
        import rjieba

        return list(rjieba.cut(run))
    return _cluster_pattern().findall(run)  # type: ignore[no-any-return]


@cache
def _thai_parser() -> Any:
    import budoux

    return budoux.load_default_thai_parser()


@cache
def _word_pattern() -> re.Pattern[str]:
    """Made when first needed: `re` has no classes for letters and marks, so they are collected from unicodedata."""
    classes = {"spaced": "", "unspaced": "", "mark": ""}
    for kind, start, end in _character_ranges():
        classes[kind] += f"{re.escape(start)}-{re.escape(end)}"
    letter, part, mark = classes["spaced"], classes["spaced"] + classes["mark"], classes["mark"]
    return re.compile(
        f"[{letter}][{part}]*(?:['’‐‑-][{letter}][{part}]*)*|[{classes['unspaced']}][{classes['unspaced']}{mark}]*"
    )


@cache
def _cluster_pattern() -> re.Pattern[str]:
    marks = "".join(
        f"{re.escape(start)}-{re.escape(end)}" for kind, start, end in _character_ranges() if kind == "mark"
    )
    return re.compile(f".[{marks}]*")


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
