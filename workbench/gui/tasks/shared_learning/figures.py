"""The figures in which runs are compared that learnt together or from a teacher, as a person reads them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workbench.gui.words import quantities
from workbench.gui.words.sentences import bounds, bounds_in_points
from workbench.measuring.bootstrap import Interval
from workbench.messages.marking import QT_TRANSLATE_NOOP

NAMES = {
    "accuracy": QT_TRANSLATE_NOOP("Compared", "right classes"),
    "f1": QT_TRANSLATE_NOOP("Compared", "F1 of spans"),
    "bits_per_byte": QT_TRANSLATE_NOOP("Compared", "bits per byte (less is better)"),
}


def name_of_figure(figure: str) -> str:
    return QCoreApplication.translate("Compared", NAMES[figure])


def figure_in_words(figure: str, value: float) -> str:
    return quantities.loss(value) if figure == "bits_per_byte" else quantities.percent(value)


def difference_in_words(figure: str, found: Interval) -> str:
    """With its bounds, or without any where too little was read."""
    words = QCoreApplication.translate("Compared", "{value}; {bounds}")
    if figure == "bits_per_byte":
        return words.format(value=quantities.signed(found.value), bounds=bounds(found))
    return words.format(value=quantities.points(found.value), bounds=bounds_in_points(found))
