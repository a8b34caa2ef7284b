"""What several models say to one question, under each other or in columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from workbench.cli.documents import print_document
from workbench.values.prediction import Prediction

_WORD, _COLUMN = 16, 14  # characters of a terminal


def print_one_or_all(documents: Sequence[Mapping[str, Any]]) -> None:
    """The document of the one who was asked, or a list of all."""
    print_document(documents[0] if len(documents) == 1 else list(documents))


def print_who(model: str, asked: Collection[str]) -> None:
    """A line before what one of several says."""
    if len(asked) > 1:
        print(f"— {model} —")


def print_beside(found: Mapping[str, Sequence[Prediction]]) -> None:
    """A row for each word that is among anybody's likeliest, in a column for each who was asked; “–” where it is not
    among that one's. The words of the first come first."""
    words: dict[str, dict[str, float]] = {}
    for model, predictions in found.items():
        for prediction in predictions:
            words.setdefault(prediction.word, {})[model] = prediction.probability
    print(" " * _WORD + "".join(_right(_shortened(model), _COLUMN) for model in found))
    for word, chances in words.items():
        shown = (f"{chances[model]:.1%}" if model in chances else "–" for model in found)
        print(_right(word.replace("\n", "↵"), _WORD) + "".join(_right(chance, _COLUMN) for chance in shown))


def _shortened(name: str) -> str:
    """Of a path the end tells more."""
    return name if _width(name) < _COLUMN else f"…{name[2 - _COLUMN :]}"


def _right(text: str, width: int) -> str:
    return " " * max(1, width - _width(text)) + text


def _width(text: str) -> int:
    """Characters of Chinese take two places."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)
