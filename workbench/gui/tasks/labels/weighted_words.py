"""Which words of a text spoke for a class and which against it: coloured, and underlined in patterns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.gui.parts.format_legend import FormatLegend, Underline, marked
from workbench.gui.parts.word_text import WordText
from workbench.gui.plain import Label
from workbench.gui.theme import change_colour
from workbench.gui.words import quantities
from workbench.values.labelling import WordWeight

LIMITS = (0.2, 0.02, -0.02, -0.2)  # of the change of the probability; more is better
LINES = (
    Underline.SingleUnderline, Underline.DotLine, Underline.NoUnderline, Underline.DashUnderline,
    Underline.WaveUnderline,
)  # fmt: skip


class WeightedWords(QWidget):
    """A click on a word, or Enter, says what would be without it."""

    word_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._label, self._whole = "", "", 0.0
        self._weights: tuple[WordWeight, ...] = ()
        self._heading = Label()
        self._heading.setProperty("subheading", True)
        self._heading.setWordWrap(True)
        self.words = WordText(self.tr("The text, coloured by which words spoke for the class"))
        self.words.setPlaceholderText(self.tr("The words of the text are coloured here."))
        self.words.setMinimumHeight(round(3.2 * self.fontMetrics().lineSpacing()))
        self.words.word_chosen.connect(self._describe)
        self.about = Label()
        self.about.setProperty("quiet", True)
        self.about.setWordWrap(True)
        self.legend = FormatLegend()
        below = QHBoxLayout()
        below.addWidget(self.legend, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._heading)
        layout.addWidget(self.words, 1)
        layout.addLayout(below)
        layout.addWidget(self.about)
        self.clear()

    @property
    def heading(self) -> str:
        return self._heading.text()

    @property
    def weights(self) -> tuple[WordWeight, ...]:
        return self._weights

    @property
    def bands(self) -> list[int]:
        """Of each word: 0 for what spoke strongly for the class, 2 for neither, 4 for strongly against it."""
        return [band(weight.change) for weight in self._weights]

    def clear(self, words: str = "") -> None:
        """Nothing is known, and `words` say why."""
        self._weights = ()
        self._heading.setText(self.tr("Which words spoke for it"))
        self.words.show_words("", ())
        self._show_legend()
        self.about.setText(words or self.tr("Left out one after the other, each word shows what it counts for."))

    def wait(self, text: str, share: float) -> None:
        """How far the reading without each word has come."""
        if text != self._text:
            self.words.show_words(text, ())
        words = self.tr("Reading the text without each of its words … {share}").format(
            share=quantities.percent(share, 0)
        )
        self.about.setText(words)

    def show_weights(self, text: str, label: str, whole: float, weights: Sequence[WordWeight]) -> None:
        """`whole` is the probability of the class with all of the words."""
        self._text, self._label, self._whole, self._weights = text, label, whole, tuple(weights)
        self._heading.setText(self.tr("Which words spoke for “{label}”").format(label=label))
        self._draw()
        if weights:
            words = self.tr(
                "Leave-one-out: the text is read again without each word. Click a word to see what it changes."
            )
        else:
            words = self.tr("A single word has nothing beside it that could be left out.")
        self.about.setText(words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "about"):
            self._show_legend()
            if self._weights:
                self._draw()

    def _formats(self) -> list[QTextCharFormat]:
        palette = self.palette()
        grounds = [None if number == 2 else change_colour(palette, number) for number in range(len(LINES))]
        return [marked(palette, ground, line) for ground, line in zip(grounds, LINES, strict=True)]

    def _draw(self) -> None:
        formats = self._formats()
        chosen = [formats[number] for number in self.bands]
        self.words.show_words(self._text, [(each.start, each.end) for each in self._weights], chosen)

    def _show_legend(self) -> None:
        names = (
            self.tr("spoke strongly for it"), self.tr("for it"), self.tr("neither"), self.tr("against it"),
            self.tr("strongly against it"),
        )  # fmt: skip
        self.legend.show_entries(list(zip(names, self._formats(), strict=True)))

    def _describe(self, number: int) -> None:
        if number >= len(self._weights):
            return
        weight = self._weights[number]
        words = self.tr("Without “{word}”, “{label}” has {after} instead of {before}: {change}.")
        self.about.setText(
            words.format(
                word=self._text[weight.start : weight.end],
                label=self._label,
                before=quantities.percent(self._whole),
                after=quantities.percent(self._whole - weight.change),
                change=quantities.points(-weight.change),
            )
        )
        self.word_chosen.emit(number)


def band(change: float) -> int:
    """0 for a word without which the class is much less likely, 4 for one without which it is much likelier."""
    return sum(change < limit for limit in LIMITS)
