"""A conversation with one model as it is spoken: words of its answers can be clicked, and it goes on from another."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.gui.context import Context
from workbench.gui.jobs import Job
from workbench.gui.lanes import Kind
from workbench.gui.parts.word_text import Span, WordText
from workbench.gui.plain import Label
from workbench.gui.tasks.next_word.surprise_bands import Colouring, band, band_formats
from workbench.gui.tasks.next_word.written_cell import Alternatives
from workbench.gui.tasks.question import AskedModel
from workbench.models.tokenizers.chat_template import Turn
from workbench.prediction.surprise import words_in
from workbench.values.labels import ASSISTANT, USER
from workbench.values.prediction import Prediction, Surprise


class SpokenCell(QWidget):
    changed = Signal()  # it began to speak, or ended

    def __init__(self, context: Context, model: AskedModel, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.turns: list[Turn] = []
        self._context = context
        self._job: Job | None = None
        self._words = 0  # that an answer may have
        self._found: dict[int, Surprise] = {}  # of answers, by their turn
        self._is_coloured = False
        self._spans: list[tuple[int, Span]] = []  # of each word shown: whose turn it is in, and where in that
        self._asked = (0, 0)  # the turn and the place in it whose alternatives are shown
        self.caption = Label(title)
        self.caption.setProperty("quiet", True)
        self.text = WordText(self.tr("Conversation: {title}").format(title=title))
        self.text.setPlaceholderText(
            self.tr("“Say it” says what is typed above. Click a word of an answer to see what else could stand there.")
        )
        self.text.setMinimumHeight(4 * self.fontMetrics().lineSpacing())
        self.text.word_chosen.connect(self.show_alternatives)
        self.alternatives = Alternatives(self)
        self.alternatives.bars.word_chosen.connect(self._go_on_from)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.caption)
        layout.addWidget(self.text, 1)

    @property
    def is_speaking(self) -> bool:
        return self._job is not None

    def words_of(self, turn: int) -> list[int]:
        """The numbers of the words of a turn, as they are shown."""
        return [number for number, (whose, _) in enumerate(self._spans) if whose == turn]

    def say(self, what: str, words: int) -> None:
        """Let the model answer to `what`, after all that was said before."""
        self.stop()
        self._words = words
        self.turns += [(USER, what), (ASSISTANT, "")]
        self._answer()

    def stop(self) -> None:
        """Keep what is said so far."""
        if self._job is not None:
            self._job.cancel()

    def begin_anew(self) -> None:
        self.stop()
        self.turns, self._found = [], {}
        self._draw()

    def show_colours(self, are_wanted: bool) -> None:
        self._is_coloured = are_wanted
        self._draw()

    def show_alternatives(self, number: int) -> None:
        """What else the model could have said in the place of a word of an answer."""
        turn, (start, end) = self._spans[number]
        if turn < 0 or self.turns[turn][0] != ASSISTANT or self.is_speaking:
            return
        self._asked = (turn, start)
        self.alternatives.ask(start, end, self.text.mapToGlobal(self.text.cursorRect().bottomLeft()))
        before = self.turns[turn][1][:start]
        work = partial(self._context.services.conversing.watch_words, self.model.ref, self.turns[:turn], before)
        job = self._context.jobs.start_job(
            QCoreApplication.translate("Question", "Predicting"), work, kind=Kind.SHORT, key="predict.alternatives"
        )
        job.newest.connect(self.alternatives.take)
        job.finished.connect(self.alternatives.take)
        job.failed.connect(self.alternatives.fail)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "alternatives"):
            self._draw()

    def _answer(self) -> None:
        """Write the last turn, or the rest of it."""
        self._found.pop(len(self.turns) - 1, None)
        self._draw()
        begun = self.turns[-1][1]
        work = partial(
            self._context.services.conversing.answer, self.model.ref, self.turns[:-1], self._words, begun=begun
        )
        job = self._job = self._context.jobs.start_job(self.tr("Answering"), work, kind=Kind.SHORT)
        job.events.connect(self._append)
        job.failed.connect(self._fail_to_answer)
        job.ended.connect(self._see_whether_ended)
        self.changed.emit()

    def _append(self, pieces: Sequence[str]) -> None:
        self.turns[-1] = (ASSISTANT, self.turns[-1][1] + "".join(pieces))
        self.text.write(pieces)

    def _see_whether_ended(self) -> None:
        if self._job is not None and self._job not in self._context.jobs.running:
            self._job = None
            self._draw()
            self.changed.emit()
            if self.turns and self.turns[-1][1].strip():
                self._measure(len(self.turns) - 1)

    def _measure(self, turn: int) -> None:
        answer = self.turns[turn][1]
        work = partial(self._context.services.conversing.surprise, self.model.ref, self.turns[:turn], answer)
        job = self._context.jobs.start_job("", work, kind=Kind.SHORT)
        job.finished.connect(self._take_surprise)

    def _take_surprise(self, found: Surprise) -> None:
        """Of the newest answer of that text; meanwhile it may have become another one."""
        for turn in range(len(self.turns) - 1, -1, -1):
            if self.turns[turn] == (ASSISTANT, found.text):
                self._found[turn] = found
                if not self.is_speaking:
                    self._draw()
                return

    def _fail_to_answer(self, error: Exception) -> None:
        """What could not be answered was not said."""
        if not self.turns[-1][1]:
            self.turns = self.turns[:-2]
        self._context.failed.emit(error)

    def _go_on_from(self, word: Prediction) -> None:
        """Put `word` in the place that was asked about, and let the answer be spoken anew from there."""
        self.alternatives.hide()
        turn, start = self._asked
        self.turns = [*self.turns[:turn], (ASSISTANT, self.turns[turn][1][:start] + word.text)]
        self._answer()

    def _draw(self) -> None:
        """All turns, each below whose it is; in bold what was not said by the model."""
        bold = QTextCharFormat()
        bold.setFontWeight(600)
        bands = band_formats(self.palette(), Colouring.RANK)
        text, spans, formats = "", [], []
        self._spans = []
        for number, (role, content) in enumerate(self.turns):
            name = self.tr("You") if role == USER else self.tr("The model")
            for part, turn in (
                (f"{name}:\n", -1),
                (content, number),
                ("" if number + 1 == len(self.turns) else "\n\n", -1),
            ):
                scored = self._found.get(turn)
                for place, (start, end) in enumerate(words_in(part)):
                    spans.append((len(text) + start, len(text) + end))
                    self._spans.append((turn, (start, end)))
                    own = role == USER or turn < 0
                    formats.append(bold if own else self._band(scored, place, bands))
                text += part
        self.text.show_words(text, spans, formats)

    def _band(
        self, scored: Surprise | None, place: int, bands: Sequence[QTextCharFormat]
    ) -> QTextCharFormat | None:  # fmt: skip
        if not self._is_coloured or scored is None or place >= len(scored.words):
            return None
        word = scored.words[place]
        return bands[band(word, Colouring.RANK)] if word.counted else None
