"""Advice in the person's language: its sentences translated, its numbers and languages as people write them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from workbench.costs.advice import SENTENCES, Advice
from workbench.gui.words import quantities
from workbench.gui.words.knobs import label, value_in_words
from workbench.gui.words.languages import language_name


def advice_in_words(advice: Advice) -> str:
    fields = {name: _written(name, value) for name, value in advice.fields.items()}
    return QCoreApplication.translate("advice", SENTENCES[advice.code]).format(**fields)


def mend_in_words(advice: Advice) -> str:
    """What the button says that chooses the settings which mend it."""
    assert advice.mended is not None
    if advice.code.startswith("rate."):
        return QCoreApplication.translate("Readiness", "Use suited rate")
    unit, amount = advice.mended.budget
    words = QCoreApplication.translate("Readiness", "Use {amount} {unit}")
    return words.format(amount=value_in_words(unit, amount), unit=label(unit).lower())


def languages_in_words(codes: Iterable[str]) -> str:
    return ", ".join(map(language_name, codes))


def _written(name: str, value: Any) -> str:
    match name:
        case "text_language":
            return languages_in_words([value])
        case "model_languages":
            return languages_in_words(value)
        case "duration":
            return quantities.rough_duration(*value)
        case "rate" | "suited":
            return quantities.decimal(value, 3)
        case _:
            return QLocale().toString(round(value))
