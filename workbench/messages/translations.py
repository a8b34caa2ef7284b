"""Reads a catalogue of Qt Linguist, so that what has no window speaks the same words as the window, without Qt."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree


def read_translations(file: Path) -> dict[tuple[str, str], str]:
    """The translations in a .ts file by context and English text; what is not translated yet is left out.

    Raises OSError, and ElementTree.ParseError for what is no catalogue.
    """
    found = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [] if translation is None else [form.text or "" for form in translation.iter("numerusform")]
            text = forms[0] if forms else "" if translation is None else translation.text or ""
            if text:
                found[name, message.findtext("source") or ""] = text
    return found
