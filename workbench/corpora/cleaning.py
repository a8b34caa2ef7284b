"""What is done to every text before it is split: a short list of steps that never change what the words say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class CleaningStep:
    name: str
    apply: Callable[[str], str]


def clean(text: str) -> tuple[str, dict[str, int]]:
    """The cleaned text, and by how many characters each step made it shorter. Cleaning twice is cleaning once."""
    removed: dict[str, int] = {}
    for step in CLEANING:
        shorter = step.apply(text)
        removed[step.name] = max(0, len(text) - len(shorter))  # a few composed characters grow in NFC
        text = shorter
    return text, removed


# Form feeds and vertical tabs end a line too: dropped, they would join the words around them.
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff]")  # and byte order marks from files that were joined


def _end_lines_alike(text: str) -> str:
    return _LINE_ENDS.sub("\n", text)


def _without_controls(text: str) -> str:
    return _CONTROLS.sub("", text)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _without_trailing_spaces(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.split("\n"))


def _with_single_blank_lines(text: str) -> str:
    return re.sub("\n{3,}", "\n\n", text).strip("\n")


# The order matters: what a later step removes must not make work for an earlier one.
CLEANING: tuple[CleaningStep, ...] = (
    CleaningStep("line ends", _end_lines_alike),
    CleaningStep("control characters", _without_controls),
    CleaningStep("Unicode composition", _composed),
    CleaningStep("trailing spaces", _without_trailing_spaces),
    CleaningStep("blank lines", _with_single_blank_lines),
)
