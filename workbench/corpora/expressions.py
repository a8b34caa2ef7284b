"""What is looked for in a text as a regular expression, and a coarser one that a faster machine runs first.

RE2, which pyarrow has, reads some hundred megabytes a second and knows less: it has no look-around, and its classes of
letters are those of English. So it is given an expression that holds wherever the exact one does, and says which lines
are worth looking at.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.ground.scripts import has_spaceless
from workbench.messages.errors import KnownError
from workbench.values.search import Query, Way

if TYPE_CHECKING:
    import regex

_LETTER = r"[\p{L}\p{M}\p{N}_]"
# The insides of classes: of English, and all that is not of it.
_CLASSES = {"w": r"0-9A-Za-z_\x{80}-\x{10ffff}", "d": r"0-9\x{80}-\x{10ffff}", "s": r"\s\x{0b}\x{80}-\x{10ffff}"}
_OTHERS = {"W": "0-9A-Za-z_", "D": "0-9", "S": r"\s\x{0b}"}
_LOOK = re.compile(r"\(\?<?[=!]")
_SAME = frozenset("tnrfv")  # escapes that both read alike, beside those of punctuation
_OTHERWISE = ("{,", "[[", "[]", "[^]", "&&", "||", "--", "~~")  # that they do not


@lru_cache(maxsize=16)
def exact(query: Query) -> regex.Pattern[str]:
    """Raises KnownError("search.expression") for one that is none."""
    import regex

    flags = regex.VERSION0 | (0 if query.case else regex.IGNORECASE)
    expression = query.text if query.way is Way.EXPRESSION else regex.escape(query.text, literal_spaces=True)
    if query.way is Way.WORD and not has_spaceless(query.text):
        expression = f"(?<!{_LETTER})(?:{expression})(?!{_LETTER})"
    try:
        return regex.compile(expression, flags)
    except regex.error as error:
        raise KnownError("search.expression", detail=str(error)) from error


def coarse(query: Query) -> str | None:
    """For RE2, without flags; None where it knows none that surely holds wherever the exact one does."""
    if query.way is not Way.EXPRESSION:
        return re.escape(query.text).replace(r"\ ", " ")
    text = _without_looks(query.text)
    if text is None or any(sign in text for sign in _OTHERWISE) or "(?" in text.replace("(?:", ""):
        return None
    found: list[str] = []
    place, opened = 0, ""  # "[" or "[^" in a class
    while place < len(text):
        if text[place] == "\\":
            escaped = _escaped(text[place + 1 : place + 2], opened)
            if escaped is None:
                return None
            found.append(escaped)
            place += 2
            continue
        if not opened and text[place] == "[":
            opened = text[place : place + 2] if text[place + 1 : place + 2] == "^" else "["
        elif opened and text[place] == "]":
            opened = ""
        found.append(text[place])
        place += 1
    return "".join(found)


def _without_looks(text: str) -> str | None:
    """Without what only looks around, so that it holds in more places; None where something is done with that."""
    while (look := _LOOK.search(text)) is not None:
        depth, place, opened = 1, look.end(), False
        while place < len(text) and depth:
            letter = text[place]
            place += 1 + (letter == "\\")
            opened = letter == "[" or (opened and letter != "]")
            depth += 0 if opened else (letter == "(") - (letter == ")")
        if depth or text[place : place + 1] in ("*", "+", "?", "{") or _is_quoted(text, look.start()):
            return None
        text = text[: look.start()] + text[place:]
    return text


def _is_quoted(text: str, place: int) -> bool:
    """Whether an odd number of backslashes stands before, or a class may be open there."""
    before = text[:place]
    slashes = len(before) - len(before.rstrip("\\"))
    return slashes % 2 == 1 or before.rfind("[") > before.rfind("]")


def _escaped(letter: str, opened: str) -> str | None:
    """What an escape holds for, and perhaps more."""
    if letter in _CLASSES and opened != "[^":
        return _CLASSES[letter] if opened else f"[{_CLASSES[letter]}]"
    if letter in _OTHERS and not opened:
        return f"[^{_OTHERS[letter]}]"
    if letter in ("b", "B") and not opened:
        return "(?:)"  # whether a word ends there is seen afterwards
    if letter in _SAME or (letter and letter.isascii() and not letter.isalnum() and letter != "_"):
        return f"\\{letter}"
    return None
