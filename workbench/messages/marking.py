"""Marks what is to be translated, where no Qt is."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` for translation (under the name that lupdate looks for); returns it unchanged."""
    return text
