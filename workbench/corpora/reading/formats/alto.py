"""ALTO: pages that a library has had recognised, word by word, each word in an attribute."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

ROOT = "alto"
_FIRST_HALF, _SECOND_HALF = "HypPart1", "HypPart2"  # of a word that the end of a line parts


def paragraphs(root: Any) -> Iterator[str]:
    """Each block of a page as one; a word that is parted is whole in its first line, as the file says it."""
    for block in root.iter("{*}TextBlock"):
        text = " ".join(filter(None, map(_line, block.iter("{*}TextLine"))))
        if text:
            yield text


def _line(line: Any) -> str:
    words = []
    for string in line.iter("{*}String"):
        whole = string.get("SUBS_CONTENT") or ""
        if not whole or string.get("SUBS_TYPE") == _FIRST_HALF:
            words.append((whole or string.get("CONTENT") or "").strip())
        elif string.get("SUBS_TYPE") != _SECOND_HALF:
            words.append((string.get("CONTENT") or "").strip())
    return " ".join(filter(None, words))
