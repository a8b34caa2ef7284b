"""How surprising a word is, in a few bands: a colour and a line under the word for each, and the legend of both."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPalette, QPen, QTextCharFormat
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.gui.theme import band_colour, change_colour
from workbench.values.prediction import ScoredWord

Underline = QTextCharFormat.UnderlineStyle


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
    if colouring is Colouring.CHANGE:
        grounds = [change_colour(palette, number) for number in range(len(CHANGE_LINES))]
        lines = CHANGE_LINES
    else:
        grounds = [band_colour(palette, number) for number in range(len(BAND_LINES))]
        lines = BAND_LINES
    formats = []
    for ground, line in zip(grounds, lines, strict=True):
        made = QTextCharFormat()
        if not (colouring is Colouring.CHANGE and line is Underline.NoUnderline):
            made.setBackground(QBrush(ground))
        made.setUnderlineStyle(line)
        made.setUnderlineColor(palette.color(QPalette.ColorRole.Text))
        formats.append(made)
    return formats


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


class BandLegend(QWidget):
    """Swatches with the colour and the line of each band."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colouring = Colouring.RANK
        self.setAccessibleName(self.tr("Legend"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bands(self, colouring: Colouring) -> None:
        self._colouring = colouring
        self.setAccessibleDescription(", ".join(band_names(colouring)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, round(1.7 * self.fontMetrics().height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        gap, height = metrics.averageCharWidth(), self.height()
        x = 0.0
        names = band_names(self._colouring)
        formats = band_formats(self.palette(), self._colouring)
        for name, made in zip(names, formats, strict=True):
            width = metrics.horizontalAdvance(name) + 2 * gap
            place = QRectF(x, 0.1 * height, width, 0.8 * height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(made.background())
            painter.drawRoundedRect(place, 3, 3)
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)
            style = _PENS.get(made.underlineStyle())
            if style is not None:
                painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), 1, style))
                below = place.bottom() - 2
                painter.drawLine(int(x + gap), int(below), int(x + width - gap), int(below))
            x += width + gap
        painter.end()


_PENS = {
    Underline.DotLine: Qt.PenStyle.DotLine,
    Underline.DashUnderline: Qt.PenStyle.DashLine,
    Underline.SingleUnderline: Qt.PenStyle.SolidLine,
    Underline.WaveUnderline: Qt.PenStyle.DashDotDotLine,
}
