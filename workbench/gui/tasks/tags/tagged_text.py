"""A text with the spans that were told in it: each kind has a ground and a line under it, and its name behind it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.gui.parts.format_legend import FormatLegend, Underline, marked
from workbench.gui.parts.word_text import WordText
from workbench.gui.plain import Label
from workbench.gui.theme import colour, kind_colour
from workbench.gui.words import quantities
from workbench.measuring.spans import Span, spans
from workbench.prediction.label_words import Place, word_places
from workbench.values.labelling import TaggedWord

# Five lines and six colours: thirty kinds look different.
LINES = (
    Underline.SingleUnderline, Underline.DashUnderline, Underline.DotLine, Underline.WaveUnderline,
    Underline.DashDotLine,
)  # fmt: skip


class TaggedText(QWidget):
    """A click on a word, or Enter, says how sure the model is of it, and tells its number."""

    word_chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._words: tuple[TaggedWord, ...] = ()
        self._predicate: int | None = None
        self._kinds: tuple[str, ...] = ()  # that there are, of which each keeps its look
        self._numbers: list[int | None] = []  # of each piece that can be clicked, the number of its word
        self.words = WordText(name)
        self.words.word_chosen.connect(self._choose)
        self.legend = FormatLegend()
        self.about = Label()
        self.about.setProperty("quiet", True)
        self.about.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.legend)
        layout.addWidget(self.about)

    @property
    def spans(self) -> list[Span]:
        return spans([word.tag for word in self._words])

    def show_kinds(self, kinds: Sequence[str]) -> None:
        """Every kind that the model tells."""
        self._kinds = tuple(kinds)

    def clear(self, words: str = "") -> None:
        """Nothing is told yet, and `words` say why."""
        self._text, self._words, self._predicate, self._numbers = "", (), None, []
        self.words.show_words("", ())
        self.words.setPlaceholderText(words)
        self.legend.show_entries(())
        self.about.setText("")

    def show_plain(self, text: str, words: str) -> None:
        """The words of a text before they have tags: one of them is to be chosen, as `words` say."""
        self._text, self._words, self._predicate = text, (), None
        places = word_places(text)
        self._numbers = list(range(len(places)))
        self.words.show_words(text, places)
        self.legend.show_entries(())
        self.about.setText(words)

    def show_tags(self, text: str, words: Sequence[TaggedWord], predicate: int | None = None) -> None:
        """The words of `text` in their order; `predicate` is the number of the one that they are seen from."""
        self._text, self._words, self._predicate = text, tuple(words), predicate
        self._draw()
        self.about.setText("")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "about") and self._words:
            self._draw()

    def format_of(self, kind: str) -> QTextCharFormat:
        """How the words of a kind look."""
        number = self._kinds.index(kind) if kind in self._kinds else len(self._kinds)
        return marked(self.palette(), kind_colour(self.palette(), number), LINES[number % len(LINES)])

    def _draw(self) -> None:
        """Behind each span stands its kind, in small letters: whoever sees no colour reads it there."""
        places = word_places(self._text)
        inside = {number: span for span in self.spans for number in range(span.start, span.end)}
        text, end, pieces, formats = "", 0, [], []
        self._numbers = []
        for number, place in enumerate(places):
            text += self._text[end : place[0]]
            end = place[1]
            span = inside.get(number)
            pieces.append(_appended(text, self._text[place[0] : end]))
            formats.append(self._format_of_word(number, span))
            text += self._text[place[0] : end]
            self._numbers.append(number)
            if span is not None and number == span.end - 1:
                mark = f"\u2009{span.kind}"
                pieces.append(_appended(text, mark))
                formats.append(self._format_of_name())
                text += mark
                self._numbers.append(None)
        self.words.show_words(text + self._text[end:], pieces, formats)
        kinds = dict.fromkeys(span.kind for span in self.spans)
        self.legend.show_entries([(kind, self.format_of(kind)) for kind in kinds])

    def _format_of_word(self, number: int, span: Span | None) -> QTextCharFormat | None:
        made = None if span is None else self.format_of(span.kind)
        if number == self._predicate:
            made = made or QTextCharFormat()
            made.setFontWeight(700)
            made.setFontOverline(True)
        return made

    def _format_of_name(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFontPointSize(max(6.0, 0.75 * self.font().pointSizeF()))
        made.setForeground(colour(self.palette(), "quiet"))
        return made

    def _choose(self, piece: int) -> None:
        number = self._numbers[piece] if piece < len(self._numbers) else None
        if number is None:
            return
        if number < len(self._words):
            word = self._words[number]
            words = self.tr("“{word}” is {tag}, with a chance of {chance}.")
            self.about.setText(
                words.format(word=word.word, tag=word.tag, chance=quantities.percent(word.probability))
            )  # fmt: skip
        self.word_chosen.emit(number)


def _appended(text: str, piece: str) -> Place:
    return len(text), len(text) + len(piece)
