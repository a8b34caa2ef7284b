"""A run from its start to its result, with the buttons that pause and stop it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workbench.gui import quantities
from workbench.gui.kept import kept_in_words, perplexity_change
from workbench.gui.measures import protocol
from workbench.gui.run_view import RunView
from workbench.records import Run, RunStatus, Sample
from workbench.training.events import Event


class TrainLive(QWidget):
    """Says what a person wants to happen to the run; the page does it."""

    pause_requested = Signal()
    resume_requested = Signal()
    stop_requested = Signal()
    try_requested = Signal(Run)
    history_requested = Signal(Run)
    results_requested = Signal(Run)
    another_requested = Signal()
    next_requested = Signal()  # to set up the next run while this one is running

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paused = False
        self._heading = QLabel()
        self._heading.setProperty("heading", True)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setWordWrap(True)
        self.pause = QPushButton()
        self.pause.clicked.connect(self._pause_or_resume)
        self.stop = QPushButton(self.tr("Stop and keep"))
        self.stop.setToolTip(self.tr("Ends after this step; everything learnt so far is kept"))
        self.stop.clicked.connect(self._stop)
        self.next = QPushButton(self.tr("Set up the next run"))
        self.next.setToolTip(self.tr("It waits in the queue until this one has ended"))
        self.next.clicked.connect(self.next_requested)
        self.result = ResultCard()
        self.result.try_requested.connect(self.try_requested)
        self.result.history_requested.connect(self.history_requested)
        self.result.results_requested.connect(self.results_requested)
        self.result.another_requested.connect(self.another_requested)
        self.view = RunView()
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self.next)
        top.addWidget(self.pause)
        top.addWidget(self.stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.result)
        layout.addWidget(self.view, 1)

    def begin(self, corpus: str, model: str) -> None:
        self._heading.setText(self.tr("{model} learns “{corpus}”").format(model=model, corpus=corpus))
        self.view.begin()
        self.result.hide()
        self._show_paused(False)
        for button in (self.next, self.pause, self.stop):
            button.show()
            button.setEnabled(True)

    def take(self, events: Sequence[Event]) -> None:
        self.view.take(events)

    def end(self, run: Run | None, problem: str = "", samples: Sequence[Sample] = ()) -> None:
        """The run ended as `run` says, with its `samples`; `problem` is the sentence about what went wrong."""
        for button in (self.next, self.pause, self.stop):
            button.hide()
        if problem:
            self.view.status.setText(self.tr("Ended by a problem"))
        if run is not None:
            self.view.show_end(run, samples)
        self.result.show_result(run, problem, self.view.samples.difference_in_words())

    def _pause_or_resume(self) -> None:
        self._show_paused(not self._paused)
        (self.pause_requested if self._paused else self.resume_requested).emit()

    def _show_paused(self, paused: bool) -> None:
        self._paused = paused
        self.pause.setText(self.tr("Resume") if paused else self.tr("Pause"))
        if paused:
            self.view.status.setText(self.tr("Paused; predictions and everything else go on working"))
        else:
            self.view.status.setText(self.tr("Going on …"))

    def _stop(self) -> None:
        for button in (self.pause, self.stop):
            button.setEnabled(False)
        self.view.status.setText(self.tr("Stopping after this step …"))
        self.stop_requested.emit()


class ResultCard(QFrame):
    """What came of a run, in a sentence or two, and where to go from there."""

    try_requested = Signal(Run)
    history_requested = Signal(Run)
    results_requested = Signal(Run)
    another_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._run: Run | None = None
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self.try_it = QPushButton(self.tr("Try it"))
        self.try_it.setProperty("primary", True)
        self.try_it.clicked.connect(lambda: self._run and self.try_requested.emit(self._run))
        self.see = QPushButton(self.tr("See it in History"))
        self.see.clicked.connect(lambda: self._run and self.history_requested.emit(self._run))
        self.results = QPushButton(self.tr("Results"))
        self.results.setToolTip(self.tr("How well it does, what pretraining was worth to it, and what it learnt"))
        self.results.clicked.connect(lambda: self._run and self.results_requested.emit(self._run))
        self.another = QPushButton(self.tr("Another run"))
        self.another.clicked.connect(self.another_requested)
        layout = QHBoxLayout(self)
        layout.addWidget(self._words, 1)
        for button in (self.another, self.see, self.results, self.try_it):
            layout.addWidget(button)

    @property
    def words(self) -> str:
        return self._words.text()

    def show_result(self, run: Run | None, problem: str, difference: str) -> None:
        self._run = run
        kept = run is not None and run.kept_step is not None
        self.try_it.setVisible(kept)
        self.results.setVisible(kept)
        self.see.setVisible(run is not None)
        self._words.setText(problem or (self._in_words(run, difference) if run else ""))
        self._words.setAccessibleName(self._words.text())
        self._words.setToolTip(protocol(run) if run else "")
        self.show()
        (self.try_it if kept else self.another).setFocus()  # the buttons of the running run have gone

    def _in_words(self, run: Run, difference: str) -> str:
        if run.base_validation_loss is None or run.best_validation_loss is None:
            return self.tr("The run ended before it was measured.")
        if run.got_better:
            result = self.tr("Perplexity {change} a token on text it had not seen.").format(
                change=perplexity_change(run)
            )
        else:
            before = quantities.perplexity(run.base_validation_loss)
            words = self.tr(
                "It did not get better on text it had not seen (perplexity {before} a token before it learnt)."
            )
            result, difference = words.format(before=before), ""
        result = f"{result} {kept_in_words(run)}".strip()
        if run.status is RunStatus.STOPPED:
            result = self.tr("{result} Stopped at step {step} and kept.").format(result=result, step=run.steps)
        return f"{result} {difference}".strip()
