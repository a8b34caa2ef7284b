"""A run while it learns: its curves, its figures, and what it makes of the pinned prompt, before and now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from workbench.gui.curves import RunCurves
from workbench.gui.run_figures import RunFigures
from workbench.gui.word_bars import WordBars
from workbench.records import Curve, Run, Sample
from workbench.training.events import (
    Event,
    Finished,
    Preparing,
    SampleWritten,
    Stage,
    StepMeasured,
    StopReason,
)


class RunView(QWidget):
    """Draws events; `begin` and `go_on_from` start it, `take` follows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.curves = RunCurves()
        self.figures = RunFigures()
        self.samples = SampleView()
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.curves)
        split.addWidget(self.samples)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        self.status = QLabel()
        self.status.setProperty("quiet", True)
        self.status.setAccessibleName(self.tr("What the run is doing"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.status)
        layout.addWidget(self.figures)
        layout.addWidget(split, 1)

    def begin(self) -> None:
        """Empty, for a run that starts now."""
        self.curves.show_nothing()
        self.figures.clear()
        self.samples.clear()
        self.status.setText(self.tr("Waiting for the model …"))

    def go_on_from(self, run: Run, measurements: Mapping[str, Curve], samples: Sequence[Sample], step: int) -> None:
        """What is stored of `run` up to its checkpoint at `step`, from which it goes on."""
        self.begin()
        self.curves.show_run(run, measurements, until=step)
        self.figures.show_losses(run.base_validation_loss, run.best_validation_loss)
        for sample in samples:
            if sample.step <= step:
                self.samples.take(sample)

    def take(self, events: Sequence[Event]) -> None:
        self.curves.take(events)
        self.figures.take(events)
        for event in events:
            match event:
                case SampleWritten(sample=sample):
                    self.samples.take(sample)
                case Preparing(stage=stage):
                    self.status.setText(self._in_words(stage))
                case StepMeasured():
                    self.status.setText(self.tr("Learning"))
                case Finished(reason=reason):
                    self.status.setText(self._end_in_words(reason))

    def _in_words(self, stage: Stage) -> str:
        match stage:
            case Stage.LOADING_MODEL:
                return self.tr("Loading the model …")
            case Stage.ENCODING_TEXT:
                return self.tr("Turning the text into tokens …")
            case Stage.MEASURING_BASE:
                return self.tr("Measuring how well the model does before it learns …")
            case Stage.COMPILING:
                return self.tr("Making the steps fast for this computer (compiling) …")
            case Stage.MEASURING_MEMORY:
                return self.tr("Trying in a process apart whether a step fits into the memory …")

    def _end_in_words(self, reason: StopReason) -> str:
        match reason:
            case StopReason.BUDGET:
                return self.tr("Finished")
            case StopReason.NO_IMPROVEMENT:
                return self.tr("Finished early, since it no longer got better (early stopping)")
            case StopReason.COMMAND:
                return self.tr("Stopped; everything learnt so far is kept")
            case StopReason.MEMORY:
                return self.tr("Stopped before the memory ran out; everything learnt so far is kept")


class SampleView(QWidget):
    """The pinned prompt: its next words before fine-tuning and now, and how the model goes on with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = ""
        self._prompt = QLabel()
        self._prompt.setTextFormat(Qt.TextFormat.PlainText)
        self._prompt.setWordWrap(True)
        self.before = WordBars(self.tr("Next words before fine-tuning"), tone="quiet")
        self.now = WordBars(self.tr("Next words now"))
        self._now_title = QLabel(self.tr("Now"))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("How the model goes on with the prompt"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self._prompt, 0, 0, 1, 3)
        titles = (QLabel(self.tr("Before fine-tuning")), self._now_title, QLabel(self.tr("It goes on")))
        for column, (title, body) in enumerate(zip(titles, (self.before, self.now, self.text), strict=True)):
            title.setProperty("quiet", True)
            grid.addWidget(title, 1, column)
            grid.addWidget(body, 2, column)
            grid.setColumnStretch(column, 1)
        self.clear()

    def clear(self) -> None:
        self._prompt.setText(self.tr("The next words after the pinned prompt appear here."))
        self.before.show_message(self.tr("Nothing yet"))
        self.now.show_message(self.tr("Nothing yet"))
        self._now_title.setText(self.tr("Now"))
        self.text.clear()

    def take(self, sample: Sample) -> None:
        """Step 0 is the model before fine-tuning; a later sample is how it is now. Both keep one scale."""
        self._asked = sample.prompt
        self._prompt.setText(self.tr("Next words after “{prompt}”").format(prompt=sample.prompt))
        if sample.step == 0:
            self.before.show_predictions(sample.predictions)
        else:
            self._now_title.setText(self.tr("Now, after step {step}").format(step=sample.step))
            self.now.show_predictions(sample.predictions)
            full = max((p.probability for p in (*self.before.predictions, *sample.predictions)), default=1.0)
            self.before.show_predictions(self.before.predictions, full)
            self.now.show_predictions(sample.predictions, full)
        self.text.setPlainText(sample.prompt + sample.text)

    def difference_in_words(self) -> str:
        """What it says now and did not say before; empty where there is nothing new to tell."""
        before = {prediction.word for prediction in self.before.predictions}
        now = (prediction.word for prediction in self.now.predictions)
        new = [word for word in now if word not in before and any(map(str.isalnum, word))][:4]
        if not before or not new:
            return ""
        return self.tr("New among its next words after “{prompt}”: {words}.").format(
            prompt=self._asked, words=", ".join(new)
        )
