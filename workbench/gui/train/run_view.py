"""A run while it learns: its curves, its figures, and what it makes of the pinned prompts, before and now."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from workbench.gui.parts.elided import ElidedLabel
from workbench.gui.parts.sample_view import SampleView
from workbench.gui.plots.curves import RunCurves
from workbench.gui.train.run_figures import RunFigures
from workbench.gui.words import headlines, quantities
from workbench.gui.words.kept import kept_samples
from workbench.tasks.registry import shown_of
from workbench.tasks.task import Shown
from workbench.training.events import (
    Event,
    Finished,
    Looking,
    Obstacle,
    Preparing,
    SampleWritten,
    Stage,
    StepMeasured,
    StopReason,
    Waiting,
)
from workbench.training.worsening import Watch
from workbench.values.measurement import Curve
from workbench.values.prediction import Sample
from workbench.values.run import Run

COMPILING_SECONDS = 20.0  # for a bundled model on two cores, before it was measured here
LINES_OF_CURVES = 11  # at least, of text; with less, there are a legend and an axis and hardly a curve
QWIDGETSIZE_MAX = (1 << 24) - 1  # what Qt calls so: no limit


class RunView(QWidget):
    """Draws events; `begin` and `go_on_from` start it, `take` follows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.curves = RunCurves()
        self.curves.setMinimumHeight(LINES_OF_CURVES * self.fontMetrics().lineSpacing())
        self.figures = RunFigures()
        self.samples = SampleView()
        self.views: dict[str, QWidget] = {"samples": self.samples}  # by the names that tasks have for them
        self._shown = Shown()
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.curves)
        split.addWidget(self.samples)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([300, 200])  # in any window: a plot that is still to be made hints at no height
        self.status = ElidedLabel(lines=2)
        self.status.setProperty("quiet", True)
        self.status.setAccessibleName(self.tr("What the run is doing"))
        self._compiling_seconds = COMPILING_SECONDS  # how long it is said to take
        self._compiling_since: float | None = None
        self._held = ""  # what is said instead, whatever events still come
        self._watch = Watch()
        self.worse = ElidedLabel(lines=2)
        self.worse.setProperty("tone", "warn")
        self._row = QWidget()
        self._top = QHBoxLayout(self._row)
        self._top.setContentsMargins(0, 0, 0, 0)
        self._top.addWidget(self.status, 1)
        self._top.addWidget(self.worse, 1)
        self._middle = QStackedWidget()
        # For two rows of figures whose captions break: they do so when numbers become longer.
        self._least = 7 * self.fontMetrics().lineSpacing()
        self._middle.setMinimumHeight(self._least)
        self._middle.addWidget(self.figures)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._row)
        layout.addWidget(self._middle)
        layout.addWidget(split, 1)

    def take_in(self, buttons: Sequence[QWidget], result: QWidget) -> None:
        """Give what ends the run a place beside what is said of it, and what came of it the place of the figures: all
        else stays where it is when the run is over."""
        for button in buttons:
            self._top.addWidget(button)
        self._middle.addWidget(result)

    def present(self, is_on: bool) -> None:
        """The curve and the words alone, or all of it again."""
        for part in (self._row, self._middle, self.curves.tabBar()):
            part.setVisible(not is_on)
        if is_on:
            self.curves.setCurrentIndex(0)

    def turn_to(self, part: QWidget) -> None:
        """The figures, or the result that was handed in, which gets just as much room."""
        if part is self.figures:
            self._middle.setMinimumHeight(self._least)
            self._middle.setMaximumHeight(QWIDGETSIZE_MAX)
        elif self.isVisible():
            self._middle.setFixedHeight(self._middle.height())
        self._middle.setCurrentWidget(part)

    def begin(self, shown: Shown, task: str = "") -> None:
        """Empty, for a run that starts now, with what there is to see of its task, and that by its name."""
        self._shown = shown
        self.curves.show_nothing()
        self.curves.tell(shown.headline)
        self.figures.clear(shown, task)
        for name, view in self.views.items():
            view.setVisible(name in shown.train)
        self.samples.say_nothing(self.tr("Nothing yet"))
        self.samples.show_kind(shown)
        self.samples.clear()
        self._held = ""
        self._compiling_since = None
        self._watch = Watch()
        self._show_worse()
        self.status.setText(self.tr("Waiting for the model …"))

    def go_on_from(self, run: Run, measurements: Mapping[str, Curve], samples: Sequence[Sample], step: int) -> None:
        """What is stored of `run` up to its checkpoint at `step`, from which it goes on."""
        self.begin(shown_of(run), run.task)
        self.curves.show_run(run, measurements, until=step)
        self.figures.show_run(run)
        self._watch = Watch(run.base_validation_loss)
        for sample in samples:
            if sample.step <= step:
                self.samples.take(sample)

    def show_end(self, run: Run, samples: Sequence[Sample]) -> None:
        """What came of the run: the figures and the words of the weights that are kept, not of the last step."""
        self.figures.show_run(run)
        self.samples.show_samples(kept_samples(run, tuple(samples)))
        if run.kept_step == 0:
            self.samples.say_nothing(self.tr("What it began from is kept"))

    def difference_in_words(self) -> str:
        """What is new in what it says; empty where there is nothing to tell."""
        return self.samples.difference_in_words() if "samples" in self._shown.train else ""

    def hold(self, words: str) -> None:
        """Say `words` until there is nothing to say instead, or the run is over."""
        self._held = words
        self._say(words or self.tr("Going on …"))
        self._show_worse()

    def end(self, words: str = "") -> None:
        """The run is over; `words` say how, where no event did."""
        self._held = ""
        self._watch = Watch()
        self._show_worse()
        if words:
            self._say(words)

    def take(self, events: Sequence[Event]) -> None:
        self.curves.take(events)
        self.figures.take(events)
        for event in events:
            self._watch.take(event)
            match event:
                case SampleWritten(sample=sample):
                    self.samples.take(sample)
                case Preparing():
                    if event.stage is Stage.COMPILING and self._compiling_since is None:
                        self._compiling_since = time.monotonic()
                    self._say(self._in_words(event))
                case Waiting():
                    self._say(self._obstacle_in_words(event))
                case Looking(progress=progress):
                    share = 100 * progress.done // max(1, progress.total)
                    self._say(self.tr("Looking at text that it does not learn from … {share} %").format(share=share))
                case StepMeasured():
                    self._note_compiled()
                    self._say(self.tr("Learning"))
                case Finished(reason=reason):
                    self._held = ""
                    self._say(self._end_in_words(reason))
        self._show_worse()

    def _note_compiled(self) -> None:
        """The next run is likely to take as long; one of the same shape takes less."""
        if self._compiling_since is not None:
            self._compiling_seconds = max(1.0, time.monotonic() - self._compiling_since)
            self._compiling_since = None

    def _say(self, words: str) -> None:
        self.status.setText(self._held or words)

    def _show_worse(self) -> None:
        worse = None if self._held else self._watch.worse
        self.status.setVisible(worse is None)  # the line has room for one of them
        self.worse.setVisible(worse is not None)
        self.worse.setText("")
        if worse is not None:
            headline = self._shown.headline
            change = headlines.change(headline, worse.began, worse.now)
            self.worse.setText(headlines.translated(headlines.WORSE, headline).format(change=change))
        self.worse.setAccessibleName(self.worse.text())

    def _in_words(self, preparing: Preparing) -> str:
        words, progress = self._stage_in_words(preparing.stage), preparing.progress
        if progress is None or not progress.total:
            return words
        return self.tr("{stage} {share} %").format(stage=words, share=100 * progress.done // progress.total)

    def _obstacle_in_words(self, waiting: Waiting) -> str:
        if waiting.obstacle is Obstacle.DATABASE:
            return self.tr("Waiting: another program holds the project file. It goes on by itself.")
        if waiting.missing is None:
            return self.tr("Waiting: the disk is full. It goes on by itself when there is room.")
        words = self.tr("Waiting: the disk is full, {size} are missing. It goes on by itself when there is room.")
        return words.format(size=quantities.size(waiting.missing))

    def _stage_in_words(self, stage: Stage) -> str:
        match stage:
            case Stage.WAITING_FOR_PLACE:
                return self.tr("Waiting until it begins where it learns …")
            case Stage.LOADING_MODEL:
                return self.tr("Loading the model …")
            case Stage.ENCODING_TEXT:
                return self.tr("Turning the text into tokens …")
            case Stage.READING_EXAMPLES:
                return self.tr("Reading each example once; then only the head learns …")
            case Stage.MEASURING_BASE:
                return self.tr("Measuring how well the model does before it learns …")
            case Stage.COMPILING:
                words = self.tr("Getting ready, about {time}: the steps are made fast for this computer (compiling) …")
                return words.format(time=quantities.duration(self._compiling_seconds))
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
