"""Which scripts are written without spaces between words, and what follows from that.

The sets are the insides of a class of a regular expression, of Unicode's script properties; `re` knows none of these.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

HAN = r"\p{Han}\u3006"  # 〆, and below the marks of kana, are of several scripts and so, for Unicode, of none
HIRAGANA = r"\p{Hiragana}\u3099-\u309c"
KATAKANA = r"\p{Katakana}\u30fc\uff70\uff9e\uff9f"
KANA = HIRAGANA + KATAKANA
THAI = r"\p{Thai}"

SPACELESS = rf"{THAI}\p{{Lao}}\p{{Khmer}}\p{{Myanmar}}{HAN}{KANA}"
# Korean has spaces, but between them stands a word with all its endings: texts are compared by its syllables.
BY_CHARACTER = rf"{SPACELESS}\p{{Hangul}}"
# A character says as much as three of an alphabet; one of Thai, Lao, Khmer or Burmese does not.
DENSE = rf"{HAN}{KANA}\p{{Hangul}}"
# Those that a word vocabulary reads character by character. It has fewer than there are: its pattern stands in the
# files of all models with such a vocabulary, and what is exported of them must cut a text in the same way.
IN_WORD_VOCABULARY = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}"

_FIRST = "\u0e00"  # before it there are none


@cache
def pattern(expression: str) -> regex.Pattern[str]:
    """Compiled when first needed: the library takes as long to load as much of the window."""
    import regex

    return regex.compile(expression, regex.VERSION1)  # in which classes can be subtracted from each other


def is_spaceless(character: str) -> bool:
    """Whether it is of a script that is written without spaces; what all scripts share, as “。” and “・”, is not."""
    return character >= _FIRST and _spaceless().match(character) is not None


def has_spaceless(text: str) -> bool:
    return not text.isascii() and _spaceless().search(text) is not None


def count(characters: str, text: str) -> int:
    """How many characters of `text` are of a set."""
    return len(pattern(f"[{characters}]").findall(text))


@cache
def _spaceless() -> regex.Pattern[str]:
    return pattern(f"[{SPACELESS}]")
