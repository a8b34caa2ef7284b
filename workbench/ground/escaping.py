"""Names in what others will open: read there as the names that they are, not as what their signs mean there."""

from __future__ import annotations

import re
from collections.abc import Iterable

# An underscore within a word, as settings have it, is one; so are # and & where nothing follows that they begin.
_OF_MARKDOWN = re.compile(r"[\\`*\[\]<>|~$]|^#|&(?=#?\w+;)|(?<!\w)_|_(?!\w)")
_OF_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[+-]?[\d.,\s]*\d[\d.,]*([eE][+-]?\d+)?\s*%?")


def in_markdown(text: str) -> str:
    """A line of Markdown that shows `text`, whatever stands in it."""
    return _OF_MARKDOWN.sub(r"\\\g<0>", " ".join(text.split()))


def in_spreadsheet(text: str) -> str:
    """A cell of a table that a spreadsheet shows, and does not take for a formula; a number stays one."""
    is_formula = text.startswith(_OF_FORMULAS) and not _NUMBER.fullmatch(text)
    return f"'{text}" if is_formula else text


def row_in_spreadsheet(cells: Iterable[object]) -> list[object]:
    """Those that are texts as `in_spreadsheet`, the others as they are."""
    return [in_spreadsheet(cell) if isinstance(cell, str) else cell for cell in cells]
