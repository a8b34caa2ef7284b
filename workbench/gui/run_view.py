"""A run while it learns: its curves, its figures, and what it makes of the pinned prompts, before and now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from workbench.gui.curves import RunCurves
from workbench.gui.kept import kept_samples
from workbench.gui.run_figures import RunFigures
from workbench.gui.sample_view import SampleView
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
        self.figures.show_run(run)
        for sample in samples:
            if sample.step <= step:
                self.samples.take(sample)

    def show_end(self, run: Run, samples: Sequence[Sample]) -> None:
        """What came of the run: the figures and the words of the weights that are kept, not of the last step."""
        self.figures.show_run(run)
        self.samples.show_samples(kept_samples(run, tuple(samples)))

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
            case StopReason.LEFT:
                return self.tr("Left; it goes on from here another time")
            case StopReason.MEMORY:
                return self.tr("Stopped before the memory ran out; everything learnt so far is kept")
