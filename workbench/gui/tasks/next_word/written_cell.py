"""One continuation as it is written: its words can be clicked for their alternatives, and it goes on from another."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QTextCharFormat
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.gui.context import Context
from workbench.gui.jobs import Job
from workbench.gui.lanes import Kind
from workbench.gui.parts.word_bars import WordBars
from workbench.gui.parts.word_text import Span, WordText
from workbench.gui.plain import Label
from workbench.gui.tasks.next_word.asking import Words, ask_for_words
from workbench.gui.tasks.next_word.generation_bar import Sampling
from workbench.gui.tasks.question import AskedModel
from workbench.gui.words.sentences import sentence
from workbench.prediction.surprise import words_in
from workbench.values.prediction import Prediction, Unit


class WrittenCell(QWidget):
    changed = Signal()  # it began to write, or ended

    def __init__(self, context: Context, model: AskedModel, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self._context = context
        self._sampling = Sampling(50, 0)
        self._prompt = ""
        self._job: Job | None = None
        caption = Label(title)
        caption.setProperty("quiet", True)
        self.text = WordText(self.tr("Written on: {title}").format(title=title))
        self.text.word_chosen.connect(self.show_alternatives)
        self._copy = QPushButton(self.tr("Copy"))
        self._copy.setProperty("link", True)
        self._copy.setAccessibleName(self.tr("Copy what was written: {title}").format(title=title))
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.written))
        self.alternatives = Alternatives(self)
        self.alternatives.bars.word_chosen.connect(self._go_on_from)
        top = QHBoxLayout()
        top.addWidget(caption, 1)
        top.addWidget(self._copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self.text, 1)

    @property
    def written(self) -> str:
        return self.text.toPlainText()

    @property
    def is_writing(self) -> bool:
        return self._job is not None

    def write(self, prompt: str, sampling: Sampling) -> None:
        self._prompt = prompt
        self._sampling = sampling
        self._write_from(prompt)

    def stop(self) -> None:
        """Keep what is written so far and write no more."""
        if self._job is not None:
            self._job.cancel()

    def show_alternatives(self, number: int) -> None:
        """What else could have stood in the place of word `number`, which was written here."""
        start, end = self._spans()[number]
        if start < len(self._prompt) or self.is_writing:
            return
        self.alternatives.ask(start, end, self.text.mapToGlobal(self.text.cursorRect().bottomLeft()))
        ask_for_words(
            self._context, self.written[:start], self.model, "predict.alternatives", self.alternatives.take,
            self.alternatives.fail, shaping=self._sampling.shaping, unit=Unit.WORD,
        )  # fmt: skip

    def _go_on_from(self, word: Prediction) -> None:
        """Put `word` in the place that was asked about, and let the rest be written anew."""
        self.alternatives.hide()
        self._write_from(self.written[: self.alternatives.start] + word.text)

    def _write_from(self, text: str) -> None:
        """Let the rest be written; what stands after the prompt already counts."""
        self.stop()
        self.text.setPlainText(text)
        self._mark()
        sampling = self._sampling
        work = partial(
            self._context.services.asking.generate, self.model.ref, text, words=sampling.words,
            shaping=sampling.shaping, seed=sampling.seed, to_sentence_end=sampling.to_sentence_end,
            since=len(self._prompt),
        )  # fmt: skip
        job = self._job = self._context.jobs.start_job(self.tr("Writing on"), work, kind=Kind.SHORT)
        job.events.connect(self.text.write)
        job.failed.connect(self._context.failed)
        job.ended.connect(self._see_whether_ended)
        self.changed.emit()

    def _see_whether_ended(self) -> None:
        if self._job is not None and self._job not in self._context.jobs.running:
            self._job = None
            self._mark()
            self.changed.emit()

    def _mark(self) -> None:
        """Where words are, and in bold what was written before the model went on."""
        bold = QTextCharFormat()
        bold.setFontWeight(600)
        spans = self._spans()
        self.text.show_words(self.written, spans, [bold if end <= len(self._prompt) else None for _, end in spans])

    def _spans(self) -> list[Span]:
        return words_in(self.written)


class Alternatives(QFrame):
    """A small list over the text; a click elsewhere or Escape puts it away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("card", True)
        self.start = self.end = 0
        self.bars = WordBars(self.tr("What else could stand here"))
        hint = Label(self.tr("Go on from another word:"))
        hint.setProperty("quiet", True)
        layout = QVBoxLayout(self)
        layout.addWidget(hint)
        layout.addWidget(self.bars)

    def ask(self, start: int, end: int, place: QPoint) -> None:
        """Open at `place`, for what stands from `start` to `end`; what comes is handed to `take`, or `fail`."""
        self.start, self.end = start, end
        self.bars.show_message(self.tr("Asking the model …"))
        self.popup_at(place)

    def take(self, words: Words) -> None:
        self.bars.show_predictions(words)
        if self.isVisible():  # it may have been closed while the model was asked
            self.bars.setFocus()

    def fail(self, error: Exception) -> None:
        self.bars.show_message(sentence(error))

    def popup_at(self, place: QPoint) -> None:
        width = 34 * self.fontMetrics().averageCharWidth()
        self.resize(self.sizeHint().expandedTo(QSize(width, 0)))
        screen = self.screen().availableGeometry()
        left = min(place.x(), screen.right() - self.width())
        down = place.y() if place.y() + self.height() < screen.bottom() else place.y() - self.height() - 24
        self.move(max(screen.left(), left), max(screen.top(), down))
        self.show()
