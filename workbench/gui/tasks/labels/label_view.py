"""The classes of the text that is typed, before and after, and which of its words spoke for them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.gui.context import Context
from workbench.gui.lanes import Kind
from workbench.gui.parts.part_box import PartBox
from workbench.gui.parts.saving import Rows, SaveButton
from workbench.gui.parts.word_bars import WordBars, percent
from workbench.gui.plain import Label
from workbench.gui.tasks.labels.asking import (
    Classified,
    as_predictions,
    ask_for_classes,
    before,
    labels_of,
)
from workbench.gui.tasks.labels.weighted_words import WeightedWords
from workbench.gui.tasks.many_texts import ManyTexts
from workbench.gui.tasks.question import Question
from workbench.gui.tasks.view import PredictView
from workbench.gui.words import quantities
from workbench.gui.words.sentences import sentence
from workbench.values.labelling import LabelledText, WordWeight
from workbench.values.model_ref import OfRun
from workbench.values.progress import Progress

PAUSE_MS = 400  # after the last answer: a text is read again as often as it has words
FEWEST, MOST_BARS = 4, 10  # rows that there is room for
KEYS = ("predict.base", "predict.tuned", "predict.words")


class LabelView(PredictView):
    follows_learning = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.base = WordBars(self.tr("Classes before"), "quiet", names=True)
        self.tuned = WordBars(self.tr("Classes after"), names=True)
        self.base_title, self._tuned_title = Label(), Label(self.tr("After"))
        self.part = PartBox(("labels",))
        self.part.setAccessibleName(self.tr("Which of its labels are told"))
        self.part.currentIndexChanged.connect(self._turn)
        self.weights = WeightedWords()
        self._answer: LabelledText | None = None
        self._weighed: tuple[object, ...] = ()  # of which text, run and class the words are weighed
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._weigh)
        self.many = QPushButton(self.tr("Label many texts …"))
        self.many.setToolTip(self.tr("A file or a text of the project, in one go, into a table"))
        self.many.clicked.connect(self._label_many)
        self._pair = self._sides()
        self.save = SaveButton(self.tr("Classes"), self.as_text, self.as_rows, self)
        below = QHBoxLayout()
        below.addWidget(self.many)
        below.addStretch()
        below.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.part, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self._pair, 3)
        layout.addWidget(self.weights, 2)
        layout.addLayout(below)

    def ask(self, question: Question) -> None:
        of_another = self._question is None or question.tuned != self._question.tuned
        changed = of_another or self._question is None or question.text != self._question.text
        self._question = question
        if of_another:
            self.part.show_run(self._context.project.runs.of(question.tuned.ref) if question.tuned else None)
        if changed:
            self._forget_answer()
        self.many.setEnabled(labels_of(self._context, question.tuned, self.part.part) is not None)
        self._ask_before(question)
        self._ask_after(question)

    def _turn(self) -> None:
        """Other labels are to be told."""
        self._forget_answer()
        if self._question is not None:
            self.ask(self._question)

    def _forget_answer(self) -> None:
        self._answer, self._weighed = None, ()
        self.weights.clear()
        self._context.jobs.cancel(*KEYS[2:])

    def as_rows(self) -> Rows:
        rows: list[tuple[object, ...]] = [(self.tr("side"), self.tr("class"), self.tr("probability"))]
        for side, bars in ((self.tr("before"), self.base), (self.tr("after"), self.tuned)):
            rows += [(side, each.word, each.probability) for each in bars.predictions]
        text = self._question.text if self._question else ""
        if self.weights.weights:
            rows.append((self.tr("word"), self.tr("start"), self.tr("change of the probability")))
            rows += [(text[each.start : each.end], each.start, each.change) for each in self.weights.weights]
        return rows

    def as_text(self) -> str:
        lines = [self._question.text] if self._question else []
        for side, bars in ((self.base_title.text(), self.base), (self.tr("After"), self.tuned)):
            found = quantities.listing(f"{each.word} {percent(each.probability)}" for each in bars.predictions)
            if found:
                lines.append(quantities.named(side, found))
        return "\n".join(lines)

    def _ask_before(self, question: Question) -> None:
        found = before(self._context, question, self.part.part)
        self.base_title.setText(self.tr("Before") if found is None else found.title)
        if found is None:
            self.base.show_message("")
        elif found.ref is None:
            self._context.jobs.cancel(*KEYS[:1])
            self.base.show_predictions(found.frequencies, 1.0)
            self._fit_bars()
        elif not question.text.strip():
            self._context.jobs.cancel(*KEYS[:1])
            self.base.show_message(self.tr("The classes appear here as you type."))
        else:
            ask_for_classes(
                self._context, question.text, found.ref, KEYS[0], self._show_base, self._fail_base, found.part
            )

    def _ask_after(self, question: Question) -> None:
        if question.tuned is None:
            self.tuned.show_message(self.tr("No run yet. Let a model learn labels, and they appear here."))
        elif not question.text.strip():
            self._context.jobs.cancel(*KEYS[1:])
            self.tuned.show_message(self.tr("The classes appear here as you type."))
        else:
            if not self.tuned.predictions:
                self.tuned.show_message(self.tr("Asking the model …"))
            ask_for_classes(
                self._context, question.text, question.tuned.ref, KEYS[1], self._show_tuned, self._fail_tuned,
                self.part.part,
            )  # fmt: skip

    def _show_base(self, found: Classified) -> None:
        self.base.show_predictions(as_predictions(found[0]), 1.0)

    def _show_tuned(self, found: Classified) -> None:
        self._answer = found[0]
        self.tuned.show_predictions(as_predictions(found[0]), 1.0)
        self._fit_bars()
        self._pause.start()

    def _fail_base(self, error: Exception) -> None:
        self.base.show_message(sentence(error))

    def _fail_tuned(self, error: Exception) -> None:
        self.tuned.show_message(sentence(error))

    def _weigh(self) -> None:
        """Once for a text; while its run learns, not again with each of its steps, which wait meanwhile."""
        question, answer = self._question, self._answer
        if not self.isVisible():
            return
        if question is None or question.tuned is None or answer is None or answer.text != question.text:
            return
        likeliest, ref = answer.labels[0], question.tuned.ref
        is_learning = isinstance(ref, OfRun) and ref.run in self._context.services.labelling.learning()
        asked = (answer.text, ref) if is_learning else (answer.text, ref, likeliest)
        if asked == self._weighed:
            return
        self._weighed = asked
        self.weights.wait(answer.text, 0.0)
        work = partial(self._context.services.labelling.word_weights, ref, answer.text, likeliest.label, self.part.part)
        job = self._context.jobs.start_job(self.tr("Weighing words"), work, kind=Kind.SHORT, key=KEYS[2])
        job.newest.connect(self._wait)
        job.finished.connect(self._show_weights)
        job.failed.connect(self._fail_weights)
        job.failed.connect(self._context.failed)

    def _wait(self, progress: Progress) -> None:
        if self._answer is not None:
            self.weights.wait(self._answer.text, progress.done / max(1, progress.total))

    def _show_weights(self, weights: tuple[WordWeight, ...]) -> None:
        answer = self._answer
        if answer is not None:
            likeliest = answer.labels[0]
            self.weights.show_weights(answer.text, likeliest.label, likeliest.probability, weights)

    def _fail_weights(self, error: Exception) -> None:
        self._weighed = ()
        self.weights.clear(sentence(error))

    def _label_many(self) -> None:
        tuned = self._question.tuned if self._question else None
        if tuned is not None:
            ManyTexts(self._context, tuned, self.part.part, self.window()).open()

    def _fit_bars(self) -> None:
        """No higher than the classes need: of two, the words below get the room."""
        count = max(FEWEST, min(MOST_BARS, max(len(each.predictions) for each in (self.base, self.tuned))))
        for bars in (self.base, self.tuned):
            bars.setMaximumHeight(bars.height_of(count))

    def _sides(self) -> QWidget:
        """The titles beside each other as well, so that the bars begin at one height."""
        pair = QWidget()
        layout = QGridLayout(pair)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(16)
        for column, (title, bars) in enumerate(((self.base_title, self.base), (self._tuned_title, self.tuned))):
            title.setProperty("quiet", True)
            title.setWordWrap(True)
            title.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading)
            layout.addWidget(title, 0, column)
            layout.addWidget(bars, 1, column)
            layout.setColumnStretch(column, 1)
        layout.setRowStretch(1, 1)
        return pair
