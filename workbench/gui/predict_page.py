"""Predict: type, and see the next words of the base model and of a fine-tuned run side by side; let both write on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from workbench.gui.context import Context
from workbench.gui.generation_bar import GenerationBar, Sampling
from workbench.gui.jobs import Job, Kind
from workbench.gui.prediction_column import PredictionColumn, Speaker
from workbench.records import Prediction, Run

TYPING_PAUSE_MS = 120  # shorter than a pause between two words, longer than one between two letters


class PredictPage(QWidget):
    place_requested = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self._started_from: dict[str, str] = {}  # run -> what it was fine-tuned from
        self._writing: list[Job] = []
        self._finished_text = ""  # the last that ended with a whole word, since nobody typed its end
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Text to go on with"))
        self.text.setPlaceholderText(self.tr("Type the beginning of a sentence …"))
        self.text.setTabChangesFocus(True)
        self.base = PredictionColumn(self.tr("Before"), self.tr("There is no pretrained model to ask."), tone="quiet")
        self.tuned = PredictionColumn(
            self.tr("After"),
            self.tr("No run yet. Fine-tune a model, and its next words appear here, beside those from before."),
        )
        for column in (self.base, self.tuned):
            column.word_chosen.connect(self.append)
            column.words_shown.connect(self._share_scale)
        self.base.speaker_chosen.connect(lambda _: self.ask())
        self.tuned.speaker_chosen.connect(self._compare)
        self.generation = GenerationBar()
        self.generation.generate_requested.connect(self.write_on)
        self.generation.stop_requested.connect(self.stop)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._typing.timeout.connect(self.ask)
        self.text.textChanged.connect(self._typing.start)
        self._lay_out()
        context.runs_changed.connect(self._refresh_if_shown)

    def refresh(self) -> None:
        """Draw anew who can be asked: models with weights and runs on the left, runs on the right."""
        project = self._context.project
        models = [model for model in self._context.services.models() if not model.from_scratch]
        runs = [run for run in project.runs() if project.checkpoints(run)]
        self._started_from = {str(run.id): run.model for run in runs}
        those_with_weights = [Speaker(model.reference, model.name) for model in models]
        learnt = [Speaker(str(run.id), run.name) for run in runs]
        self.base.show_speakers([*those_with_weights, *learnt])
        self.tuned.show_speakers(learnt)
        self._teach.setVisible(not runs)
        if not self.base.reference and not self.base.choose(self._context.model or "") and models:
            self.base.choose(models[0].reference)
        if runs and not self.tuned.reference:
            self._compare(str(runs[0].id))
        else:
            self.ask()

    def show_run(self, run: Run) -> None:
        """Compare `run` with what it started from; an empty page begins with the run's own prompt."""
        self.refresh()
        samples = self._context.project.samples(run)
        if samples and not self.text.toPlainText():
            self._finished_text = samples[0].prompt
            self.text.setPlainText(self._finished_text)
        self._compare(str(run.id))

    def ask(self) -> None:
        """Ask both sides for the next words; what was asked before and still waits is forgotten."""
        self._typing.stop()
        text = self.text.toPlainText()
        for side, column in (("base", self.base), ("tuned", self.tuned)):
            if not column.reference:
                continue
            if not text.strip():
                column.bars.show_message(self.tr("The next words appear here as you type."))
                continue
            if not column.bars.predictions:
                column.bars.show_message(self.tr("Asking the model …"))
            job = self._context.jobs.start(
                self.tr("Predicting"),
                partial(self._context.services.predict, column.reference, text, typing=text != self._finished_text),
                kind=Kind.SHORT,
                key=f"predict.{side}",
            )
            # Methods of widgets are disconnected with them, so an answer that comes after the page is gone is lost.
            job.finished.connect(column.show_words)
            job.failed.connect(column.show_problem)
            job.failed.connect(self._context.failed)

    def append(self, prediction: Prediction) -> None:
        """Go on with a word; it can be undone like typing."""
        cursor = self.text.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(prediction.text if self.text.toPlainText() else prediction.text.lstrip(" "))
        self.text.setTextCursor(cursor)
        self._finished_text = self.text.toPlainText()

    def write_on(self, sampling: Sampling) -> None:
        """Let both sides go on with the text, each in its own place."""
        text = self.text.toPlainText()
        for column in (self.base, self.tuned):
            if column.reference:
                self._write(column, text, sampling)

    def stop(self) -> None:
        """Keep what is written so far and write no more."""
        for job in self._writing:
            job.cancel()

    def _refresh_if_shown(self) -> None:
        if self.isVisible():
            self.refresh()

    def _write(self, column: PredictionColumn, text: str, sampling: Sampling) -> None:
        column.written.setPlainText(text)
        work = partial(
            self._context.services.generate, column.reference, text, words=sampling.words,
            temperature=sampling.temperature, top_p=sampling.top_p, seed=sampling.seed,
        )  # fmt: skip
        job = self._context.jobs.start(self.tr("Writing on"), work, kind=Kind.SHORT)
        self._writing.append(job)
        self.generation.show_writing(True)
        job.events.connect(column.append_written)
        job.failed.connect(self._context.failed)
        job.ended.connect(self._see_who_writes)

    def _see_who_writes(self) -> None:
        running = self._context.jobs.running
        self._writing = [job for job in self._writing if job in running]
        self.generation.show_writing(bool(self._writing))

    def _compare(self, run: str) -> None:
        """Put what `run` started from on the other side, since that comparison says what was learnt."""
        self.tuned.choose(run)
        self.base.choose(self._started_from.get(run, ""))
        self.ask()

    def _share_scale(self) -> None:
        """A longer bar is a likelier word on either side."""
        both = (self.base.bars, self.tuned.bars)
        full = max((prediction.probability for bars in both for prediction in bars.predictions), default=None)
        for bars in both:
            if bars.predictions:
                bars.show_predictions(bars.predictions, full)

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Predict the next words"))
        heading.setProperty("heading", True)
        self.text.setFixedHeight(round(4.4 * self.text.fontMetrics().lineSpacing()))
        self._teach = QFrame()
        self._teach.setProperty("card", True)
        words = QLabel(
            self.tr("This is the model as it came. Fine-tune it on your text, and you can compare the words of both.")
        )
        words.setWordWrap(True)
        go = QPushButton(self.tr("Go to Train"))
        go.clicked.connect(lambda: self.place_requested.emit("train"))
        inside = QHBoxLayout(self._teach)
        inside.addWidget(words, 1)
        inside.addWidget(go)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self.base, 1)
        columns.addWidget(self.tuned, 1)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(heading)
        layout.addWidget(self._teach)
        layout.addWidget(self.text)
        layout.addLayout(columns, 1)
        layout.addWidget(self.generation)
