"""The answer that the results of a run begin with, as it is shown: its words and its tone."""

from __future__ import annotations

from workbench.experiments.answer import Answer
from workbench.gui.words.sentences import told

_SIGNS = {True: "✓", False: "✗", None: "≈"}  # colours are not all that tells them apart


def answer_in_words(found: Answer) -> str:
    return f"{_SIGNS[found.is_better]} {told(found.said)}"


def tone_of(found: Answer) -> str:
    """“good”, “bad” or nothing."""
    return {True: "good", False: "bad", None: ""}[found.is_better]
