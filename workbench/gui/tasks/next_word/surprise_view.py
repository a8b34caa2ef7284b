"""The text coloured by how surprising each word was; click a word to see what was expected in its place."""

from __future__ import annotations

import math
from functools import partial

from PySide6.QtCore import QEvent, QLocale, QTimer
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.gui.context import Context
from workbench.gui.lanes import Kind
from workbench.gui.parts.saving import Rows, SaveButton
from workbench.gui.parts.word_bars import WordBars, percent, visible
from workbench.gui.parts.word_text import WordText
from workbench.gui.plain import Label
from workbench.gui.steady import ComboBox
from workbench.gui.tasks.next_word.asking import ask_for_words
from workbench.gui.tasks.next_word.side_box import AFTER, ALSO, BEFORE, SideBox
from workbench.gui.tasks.next_word.surprise_bands import BandLegend, Colouring, band, band_formats, change_band
from workbench.gui.tasks.question import AskedModel, Question
from workbench.gui.tasks.view import PredictView
from workbench.gui.words import quantities
from workbench.gui.words.counts import Counts
from workbench.gui.words.sentences import sentence
from workbench.values.prediction import ScoredWord, Surprise

PAUSE_MS = 300  # after the last key, since a long text takes a while to read
LONGEST = 30  # characters of a word that is spoken of
DIFFERENCE = "difference"
ASKED = (*(f"surprise.{side}" for side in (AFTER, BEFORE, ALSO)), "surprise.expected")  # the keys of its jobs


class SurpriseView(PredictView):
    asks_third = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._found: dict[str, Surprise] = {}  # side -> what it made of the text
        self._chosen: int | None = None
        self.side = SideBox(self.tr("Whose surprise"))
        self.side.addItem(self.tr("The difference"), DIFFERENCE)
        self.colouring = ComboBox()
        self.colouring.setAccessibleName(self.tr("Colour by"))
        self.colouring.addItem(self.tr("Rank among the words"), Colouring.RANK)
        self.colouring.addItem(self.tr("Probability"), Colouring.PROBABILITY)
        for box in (self.side, self.colouring):
            box.currentIndexChanged.connect(self._draw)
        self.text = WordText(self.tr("The text, coloured by surprise"))
        self.text.setPlaceholderText(self.tr("Type or paste a text above, and its words are coloured here."))
        self.text.word_chosen.connect(self.show_expected)
        self.legend = BandLegend()
        self.totals = Label()
        self.totals.setWordWrap(True)
        self.about = Label(self.tr("Click a word to see what was expected in its place."))
        self.about.setWordWrap(True)
        # A label asks for the width of its longest word, which may be a line of a hundred characters.
        self.about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.expected = WordBars(self.tr("What was expected there"))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._read)
        self._lay_out()

    @property
    def found(self) -> Surprise | None:
        """What the words are coloured by, or compared with what was before."""
        side = self.side.currentData()
        return self._found.get(AFTER if side == DIFFERENCE else side)

    def ask(self, question: Question) -> None:
        changed = self._question is None or (question.text, question.sides) != (
            self._question.text, self._question.sides,
        )  # fmt: skip
        self._question = question
        self.side.offer_third(question.third is not None)
        if changed and question.text.strip():
            self._pause.start()
        elif changed:  # nothing to wait for, and an answer that still came would be about what is gone
            self._pause.stop()
            self._read()

    def show_expected(self, number: int) -> None:
        """What the model expected where word `number` stands."""
        question, found = self._question, self.found
        if question is None or found is None or number >= len(found.words):
            return
        model = self.side.asked(question)
        if model is None:
            return
        self._chosen = number
        self._describe()
        before = found.text[: found.words[number].start]
        if not before.strip():
            self.expected.show_message(self.tr("Nothing stands before it."))
            return
        ask_for_words(
            self._context, before, model, "surprise.expected", self.expected.show_predictions, self._fail
        )  # fmt: skip

    def as_rows(self) -> Rows:
        rows: list[tuple[object, ...]] = [
            (self.tr("side"), self.tr("word"), self.tr("probability"), self.tr("bits"), self.tr("rank"))
        ]
        for side, found in sorted(self._found.items()):
            for word in found.words:
                shown = found.text[word.start : word.end]
                rows.append(
                    (side, shown, word.probability, word.bits, word.rank) if word.counted else (side, shown, "", "", "")
                )
        return rows

    def as_text(self) -> str:
        return f"{self.text.toPlainText()}\n\n{self.totals.text()}\n"

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "legend"):
            self._draw()

    def _read(self) -> None:
        question = self._question
        if question is None:
            return
        self._found = {}
        self._chosen = None
        self._context.jobs.cancel(*ASKED)  # what is under way is about another text, or about none
        self.expected.show_message("")
        self.about.setText(self.tr("Click a word to see what was expected in its place."))
        if not question.text.strip() or not question.models:
            self.text.show_words(question.text if question.text.strip() else "", ())
            self.totals.setText("")
            return
        if not self.text.toPlainText():
            self.text.show_words(question.text, ())  # it is coloured when it has been read
        self.totals.setText(self.tr("Reading …"))
        for side, model in ((AFTER, question.tuned), (BEFORE, question.base), (ALSO, question.third)):
            if model is not None:
                self._read_by(side, model, question.text)

    def _read_by(self, side: str, model: AskedModel, text: str) -> None:
        work = partial(self._context.services.asking.surprise, model.ref, text)
        job = self._context.jobs.start_job(
            self.tr("Reading the text"), work, kind=Kind.SHORT, key=f"surprise.{side}"
        )  # fmt: skip
        job.finished.connect({AFTER: self._take_after, BEFORE: self._take_before, ALSO: self._take_third}[side])
        job.failed.connect(self._fail)
        job.failed.connect(self._context.failed)

    def _take_after(self, found: Surprise) -> None:
        self._found[AFTER] = found
        self._draw()

    def _take_before(self, found: Surprise) -> None:
        self._found[BEFORE] = found
        if self._question and self._question.tuned is None:
            self.side.setCurrentIndex(self.side.findData(BEFORE))
        self._draw()

    def _take_third(self, found: Surprise) -> None:
        self._found[ALSO] = found
        self._draw()

    def _fail(self, error: Exception) -> None:
        self.totals.setText(sentence(error))

    def _draw(self) -> None:
        compared = self.side.currentData() == DIFFERENCE
        colouring = Colouring.CHANGE if compared else self.colouring.currentData()
        self.colouring.setEnabled(not compared)
        self.legend.show_bands(colouring)
        found, before = self.found, self._found.get(BEFORE)
        if found is None or (compared and before is None):
            return
        formats = band_formats(self.palette(), colouring)
        chosen: list[QTextCharFormat | None] = []
        for number, word in enumerate(found.words):
            if not word.counted or not found.text[word.start : word.end].strip(" "):
                chosen.append(None)
            elif compared and before is not None:
                old = before.words[number]
                chosen.append(formats[change_band(word.bits - old.bits)] if old.counted else None)
            else:
                chosen.append(formats[band(word, colouring)])
        self.text.show_words(found.text, [(word.start, word.end) for word in found.words], chosen)
        self.totals.setText(self._totals_in_words())
        if self._chosen is not None:
            self._describe()

    def _totals_in_words(self) -> str:
        sides = ((self.tr("Before"), BEFORE), (self.tr("After"), AFTER), (self.tr("Also"), ALSO))
        parts = []
        for name, side in sides:
            found = self._found.get(side)
            if found is None or not found.counted:
                continue
            line = Counts.tr(
                "{side}: perplexity {tokens} a token, {words} a word; {bits} bits over %Ln words.",
                "",
                len(found.counted),
            )
            parts.append(
                line.format(
                    side=name,
                    tokens=quantities.perplexity(math.log(found.perplexity)),
                    words=quantities.perplexity(math.log(found.word_perplexity)),
                    bits=_number(found.bits),
                )
            )
        return "\n".join(parts)

    def _describe(self) -> None:
        found = self.found
        if found is None or self._chosen is None or self._chosen >= len(found.words):
            return
        word = found.words[self._chosen]
        shown = _shortened(visible(found.text[word.start : word.end].strip(" ") or " "))
        if not word.counted:
            self.about.setText(self.tr("“{word}”: the model has no single figure for it.").format(word=shown))
            return
        line = self._figures(shown, word)
        for side, beside in ((BEFORE, self.tr("Before: {figures}")), (ALSO, self.tr("Also: {figures}"))):
            other = self._found.get(side)
            if self.side.currentData() != side and other is not None and other.words[self._chosen].counted:
                line += "\n" + beside.format(figures=self._figures("", other.words[self._chosen]))
        self.about.setText(line)

    def _figures(self, shown: str, word: ScoredWord) -> str:
        figures = self.tr("{probability}, rank {rank}, {bits} bits").format(
            probability=percent(word.probability), rank=QLocale().toString(word.rank), bits=_number(word.bits)
        )
        return f"“{shown}”: {figures}" if shown else figures

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for box in (self.side, self.colouring):
            label = Label(box.accessibleName())
            label.setBuddy(box)
            top.addWidget(label)
            top.addWidget(box)
            top.addSpacing(12)
        top.addStretch()
        top.addWidget(SaveButton(self.tr("Surprise"), self.as_text, self.as_rows, self.text))
        right = QVBoxLayout()
        right.addWidget(self.about)
        right.addWidget(self.expected, 1)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.text, 5)
        middle.addLayout(right, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addLayout(middle, 1)
        layout.addWidget(self.legend)
        layout.addWidget(self.totals)


def _shortened(word: str) -> str:
    return f"{word[: LONGEST // 2]}…{word[-LONGEST // 2 :]}" if len(word) > LONGEST else word


def _number(value: float) -> str:
    """Three digits or so."""
    return QLocale().toString(value, "f", 0 if abs(value) >= 1000 else 1)
