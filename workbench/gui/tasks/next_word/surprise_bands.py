"""How surprising a word is, in a few bands: a colour and a line under the word for each, and the legend of both."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPalette, QTextCharFormat
from PySide6.QtWidgets import QWidget

from workbench.gui.parts.format_legend import FormatLegend, Underline, marked
from workbench.gui.theme import band_colour, change_colour
from workbench.values.prediction import ScoredWord


class Colouring(Enum):
    RANK = "rank"
    PROBABILITY = "probability"
    CHANGE = "change"


# GLTR's bands (Gehrmann, Strobelt & Rush, GLTR: Statistical Detection and Visualization of Generated Text, 2019).
RANKS = (10, 100, 1000)
PROBABILITIES = (0.1, 0.01, 0.001)
BITS = (-2.0, -0.5, 0.5, 2.0)  # of change; less is better
BAND_LINES = (Underline.NoUnderline, Underline.DotLine, Underline.DashUnderline, Underline.SingleUnderline)
CHANGE_LINES = (
    Underline.SingleUnderline, Underline.DotLine, Underline.NoUnderline, Underline.DashUnderline,
    Underline.WaveUnderline,
)  # fmt: skip


def band(word: ScoredWord, colouring: Colouring) -> int:
    """0 for the expected, 3 for the most surprising."""
    if colouring is Colouring.RANK:
        return sum(word.rank > limit for limit in RANKS)
    return sum(word.probability < limit for limit in PROBABILITIES)


def change_band(bits: float) -> int:
    """0 for much less surprising than before, 2 for about the same, 4 for much more."""
    return sum(bits > limit for limit in BITS)


def band_formats(palette: QPalette, colouring: Colouring) -> list[QTextCharFormat]:
    """The format of each band."""
    lines: tuple[Underline, ...]
    is_change = colouring is Colouring.CHANGE
    if is_change:
        grounds = [change_colour(palette, number) for number in range(len(CHANGE_LINES))]
        lines = CHANGE_LINES
    else:
        grounds = [band_colour(palette, number) for number in range(len(BAND_LINES))]
        lines = BAND_LINES
    return [
        marked(palette, None if is_change and line is Underline.NoUnderline else ground, line)
        for ground, line in zip(grounds, lines, strict=True)
    ]


def band_names(colouring: Colouring) -> list[str]:
    match colouring:
        case Colouring.RANK:
            return [
                QCoreApplication.translate("SurpriseBands", "among the 10 likeliest"),
                QCoreApplication.translate("SurpriseBands", "among 100"),
                QCoreApplication.translate("SurpriseBands", "among 1000"),
                QCoreApplication.translate("SurpriseBands", "beyond"),
            ]
        case Colouring.PROBABILITY:
            return [
                QCoreApplication.translate("SurpriseBands", "10 % or more"),
                QCoreApplication.translate("SurpriseBands", "1 % or more"),
                QCoreApplication.translate("SurpriseBands", "0.1 % or more"),
                QCoreApplication.translate("SurpriseBands", "less"),
            ]
        case Colouring.CHANGE:
            return [
                QCoreApplication.translate("SurpriseBands", "much less surprising"),
                QCoreApplication.translate("SurpriseBands", "less"),
                QCoreApplication.translate("SurpriseBands", "about the same"),
                QCoreApplication.translate("SurpriseBands", "more"),
                QCoreApplication.translate("SurpriseBands", "much more surprising"),
            ]


class BandLegend(FormatLegend):
    """Of the bands of a colouring."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colouring = Colouring.RANK
        self.show_bands(Colouring.RANK)

    def changeEvent(self, event: QEvent) -> None:
        """Its own palette is another one later than that of whoever holds it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_colouring"):
            self.show_bands(self._colouring)

    def show_bands(self, colouring: Colouring) -> None:
        self._colouring = colouring
        formats = band_formats(self.palette(), colouring)
        self.show_entries(list(zip(band_names(colouring), formats, strict=True)))
