"""The words of a text in any script."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from workbench.ground.scripts import (
    HAN,
    HIRAGANA,
    KANA,
    KATAKANA,
    SPACELESS,
    THAI,
    has_spaceless,
    is_spaceless,
    pattern,
)


def words(text: str) -> list[str]:
    """The words of a text: letters with apostrophes and hyphens between them; numbers are not words.

    What is invisible inside a word, as a soft hyphen, does not part it. Scripts that are written without spaces are
    divided into words by a dictionary (Chinese) or a model (Thai); in Japanese where the script changes; in Lao, Khmer
    and Burmese each character with its marks counts as a word.
    """
    if _SOFT_HYPHEN in text:
        text = text.replace(_SOFT_HYPHEN, "")
    if _BEYOND_LATIN.search(text) is None:
        return _LATIN_WORD.findall(text)
    found: list[str] = pattern(_WORD).findall(text)
    if not has_spaceless(text):
        return found
    return [word for run in found for word in (divided(run) if is_spaceless(run[0]) else (run,))]


def as_counted(text: str) -> str:
    """In small letters, in which a word is the same at the beginning of a sentence; “ß” and “İ” are one letter yet."""
    return text.replace("İ", "i").lower()


def beginning(text: str, count: int) -> str:
    """`text` up to the end of its first `count` words, in one line."""
    line = " ".join(text.replace(_SOFT_HYPHEN, "").split())
    place = 0
    for word in words(line)[:count]:
        place = line.index(word, place) + len(word)
    return line[:place]


_SOFT_HYPHEN = "\u00ad"
# Between letters: apostrophes, hyphens, and the joiners that Persian words are written with.
_JOINERS = "['’‐‑\u200c\u200d-]"
# Twice as fast as the pattern for all scripts, and right for most texts of the west.
_BEYOND_LATIN = re.compile("[^\0-\u02c1\u2000-\u206f\u20a0-\u20bf]")
_LATIN_WORD = re.compile("[A-Za-zªµºÀ-ÖØ-öø-\u02c1]+(?:" + _JOINERS + "[A-Za-zªµºÀ-ÖØ-öø-\u02c1]+)*")

_SPACED = rf"[\p{{L}}--[{SPACELESS}]]"
_WORD = (
    rf"{_SPACED}[{_SPACED}\p{{M}}]*(?:{_JOINERS}{_SPACED}[{_SPACED}\p{{M}}]*)*"
    rf"|[\p{{L}}&&[{SPACELESS}]][[\p{{L}}&&[{SPACELESS}]]\p{{M}}]*"
)
_JAPANESE_RUN = rf"[{HAN}]+|[{HIRAGANA}]+|[{KATAKANA}]+|."
_CLUSTER = r".\p{M}*"


def divided(run: str) -> list[str]:
    """The words of a run of letters of one script that is written without spaces."""
    if pattern(f"[{KANA}]").search(run):
        return pattern(_JAPANESE_RUN).findall(run)  # type: ignore[no-any-return]
    if pattern(f"[{THAI}]").match(run):
        return [part for part in _thai_parser().parse(run) if part]
    if pattern(f"[{HAN}]").match(run):
        import rjieba

        return list(rjieba.cut(run))
    return pattern(_CLUSTER).findall(run)  # type: ignore[no-any-return]


@cache
def _thai_parser() -> Any:
    import budoux

    return budoux.load_default_thai_parser()
