"""A language in which every letter that a catalogue gave is another one, so that what no catalogue gave is seen."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

from PySide6.QtCore import QCoreApplication, QTranslator

from tests.places import ROOT
from workbench.messages.rendering import English

_KEPT = re.compile(r"(\{[^{}]*\}|<[^<>]+>|&[a-z]+;|%L?\w)")  # placeholders, marks of rich text
_WIDE = {letter: letter - 0x21 + 0xFF01 for letter in range(0x21, 0x7F) if chr(letter).isalpha()}
_LETTER = re.compile("[A-Za-z]")


def pseudo(text: str) -> str:
    """`text` in letters that are no ASCII."""
    return "".join(_other(part) for part in _KEPT.split(text))


def _other(part: str) -> str:
    if not _KEPT.fullmatch(part):
        return part.translate(_WIDE)
    name, colon, forms = part.partition(":")  # for one thing and for several
    return f"{name}:{forms.translate(_WIDE)}" if colon and name.startswith("{") else part


@cache
def catalogue() -> frozenset[tuple[str, str]]:
    """What lupdate finds in the program, as (context, text): what somebody who translates is given."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "found.ts"
        command = "from PySide6.scripts.pyside_tool import lupdate; lupdate()"
        arguments = ["-extensions", "py", "-silent", str(ROOT / "workbench"), "-ts", str(file)]
        subprocess.run(
            [os.environ.get("QT_TOOLS_PYTHON", sys.executable), "-I", "-c", command, *arguments],
            check=True,
            capture_output=True,
        )
        contexts = ElementTree.parse(file).getroot().iter("context")
        return frozenset(
            (context.findtext("name") or "", message.findtext("source") or "")
            for context in contexts
            for message in context.iter("message")
        )


class PseudoTranslator(QTranslator):
    """Knows what lupdate has found, and Qt's own words."""

    def translate(self, context: str, source: str, comment: str | None = None, n: int = -1) -> str | None:  # type: ignore[override]
        """None for what is not known, which is then seen as it is; empty words would hide it."""
        is_of_qt = context.startswith("Q") and not any(context == ours for ours, _ in catalogue())
        return pseudo(source) if is_of_qt or (context, source) in catalogue() else None

    def isEmpty(self) -> bool:
        return False


class PseudoLanguage(English):
    """The same for what is written without a window."""

    def translate(self, context: str, text: str) -> str:
        return pseudo(text) if (context, text) in catalogue() else text

    def size(self, size_bytes: float) -> str:
        return pseudo(super().size(size_bytes))

    def memory(self, size_bytes: float) -> str:
        return pseudo(super().memory(size_bytes))

    def duration(self, seconds: float) -> str:
        return pseudo(super().duration(seconds))

    def span(self, low: float, high: float) -> str:
        return pseudo(super().span(low, high))


@contextmanager
def spoken() -> Iterator[None]:
    translator = PseudoTranslator()
    QCoreApplication.installTranslator(translator)
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(translator)


def leaks(text: str, known: frozenset[str] = frozenset()) -> str:
    """What of `text` has letters that no catalogue gave, without what is `known`; empty where all came from one."""
    text = re.sub(r"<[^<>]+>|&[a-z]+;", " ", text)
    for name in sorted(known, key=len, reverse=True):
        text = text.replace(name, " ")
    return text if _LETTER.search(text) else ""
