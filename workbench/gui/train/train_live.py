"""A run from its start to its result, with the buttons that pause and stop it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.costs.finding import Finding
from workbench.gui.parts.lines import lines_of
from workbench.gui.parts.next_act import NextAct
from workbench.gui.parts.page_head import PageHead
from workbench.gui.plain import Label, tip
from workbench.gui.train.run_view import RunView
from workbench.gui.words import headlines
from workbench.gui.words.advice_words import findings_in_words
from workbench.gui.words.kept import kept_in_words
from workbench.gui.words.measures import figures_sentence, protocol
from workbench.gui.words.quantities import in_turn
from workbench.gui.words.run_state import go_on_in_words
from workbench.tasks.registry import shown_of
from workbench.tasks.task import Shown
from workbench.training.events import Event, Looking
from workbench.values.prediction import Sample
from workbench.values.progress import Progress
from workbench.values.run import Run, RunStatus

LINES = 3  # of what came of it, that are seen at once


class TrainLive(QWidget):
    """Says what a person wants to happen to the run; the page does it."""

    pause_requested = Signal()
    resume_requested = Signal()
    stop_requested = Signal()
    leave_requested = Signal()  # it was stopped already: without the last measurement, which is made when it goes on
    try_requested = Signal(Run)
    history_requested = Signal(Run)
    results_requested = Signal(Run)
    another_requested = Signal()
    go_on_requested = Signal(Run)  # a run that is over: with the rest of its steps, or with more
    retry_requested = Signal(Run, object)  # another one like it, with these settings by their names
    text_requested = Signal()  # to bring in more
    next_requested = Signal()  # to set up the next run while this one is running

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paused = False
        self._is_stopping = self._is_left = False
        self._focus_went_to: QWidget | None = None  # from a button that was pressed and can be used no more
        self._head = PageHead()
        self.pause = QPushButton()
        self.pause.clicked.connect(self._ask_pause_or_resume)
        self.stop = QPushButton()
        self.stop.clicked.connect(self._ask_stop_or_leave)
        self.next = QPushButton(self.tr("Set up the next run"))
        self.next.setToolTip(self.tr("It waits in the queue until this one has ended"))
        self.next.clicked.connect(self.next_requested)
        self.result = ResultCard()
        self.result.try_requested.connect(self.try_requested)
        self.result.history_requested.connect(self.history_requested)
        self.result.results_requested.connect(self.results_requested)
        self.result.another_requested.connect(self.another_requested)
        self.result.go_on_requested.connect(self.go_on_requested)
        self.result.next_act.retry_requested.connect(self.retry_requested)
        self.result.next_act.text_requested.connect(self.text_requested)
        self.view = RunView()
        self.view.take_in((self.next, self.pause, self.stop), self.result)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._head)
        layout.addWidget(self.view, 1)

    def begin(self, corpus: str, model: str, shown: Shown, task: str = "", turn: str = "") -> None:
        """`shown` is what there is to see of the task of that name; `turn` says which run of several it is."""
        words = self.tr("{model} learns “{corpus}”").format(model=model, corpus=corpus)
        self._head.name(f"{words} · {turn}" if turn else words)
        self.view.begin(shown, task)
        self.view.turn_to(self.view.figures)
        self._paused = self._is_stopping = self._is_left = False
        self.stop.setText(self.tr("Stop and keep"))
        self.stop.setToolTip(self.tr("Ends after this step; everything learnt so far is kept"))
        self.pause.setText(self.tr("Pause"))
        for button in (self.next, self.pause, self.stop):
            button.show()
            button.setEnabled(True)

    @property
    def heading(self) -> str:
        return self._head.title

    def take(self, events: Sequence[Event]) -> None:
        self.view.take(events)
        looking = next((event for event in reversed(events) if isinstance(event, Looking)), None)
        if self._is_stopping and looking is not None:
            self._show_last_look(looking.progress)

    def end(
        self, run: Run | None, problem: str = "", samples: Sequence[Sample] = (), findings: Sequence[Finding] = ()
    ) -> None:
        """The run ended as `run` says, with its `samples`; `problem` is the sentence about what went wrong, `findings`
        what came of it."""
        buttons = (self.next, self.pause, self.stop)
        had_focus = self.window().focusWidget() in (*buttons, self._focus_went_to)
        self._focus_went_to = None
        for button in buttons:
            button.hide()
        self.view.end(self.tr("Ended by a problem") if problem else "")
        if run is not None:
            self.view.show_end(run, samples)
        self.result.show_result(run, problem, self.view.difference_in_words(), findings)
        self.view.turn_to(self.result)
        if had_focus and self.isVisible():  # else somebody types or clicks elsewhere
            self.result.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_paused(self, paused: bool) -> None:
        self._paused = paused
        self.pause.setText(self.tr("Resume") if paused else self.tr("Pause"))
        self.view.figures.show_paused(paused)
        self.view.hold(self.tr("Paused; predictions and everything else go on working") if paused else "")

    def show_stopping(self) -> None:
        self._is_stopping = True
        buttons = (self.pause, self.stop)
        had_focus = self.window().focusWidget() in buttons
        for button in buttons:
            button.setEnabled(False)
        self._focus_went_to = self.window().focusWidget() if had_focus else None
        self.view.hold(self.tr("Stopping after this step …"))

    def _show_last_look(self, progress: Progress) -> None:
        """It learns no more; how well it does now is worth waiting for, but need not be waited for."""
        share = 100 * progress.done // max(1, progress.total)
        self.view.hold(self.tr("Stopped; measuring what it came to … {share} %").format(share=share))
        self.stop.setText(self.tr("Do not measure"))
        self.stop.setToolTip(self.tr("All that was learnt is kept; it is measured when the run goes on"))
        self.stop.setEnabled(not self._is_left)

    def _ask_stop_or_leave(self) -> None:
        if self._is_stopping:
            self._is_left = True
            self.stop.setEnabled(False)
            self.leave_requested.emit()
        else:
            self.stop_requested.emit()

    def _ask_pause_or_resume(self) -> None:
        (self.resume_requested if self._paused else self.pause_requested).emit()


class ResultCard(QFrame):
    """What came of a run, in a sentence or two, and where to go from there."""

    try_requested = Signal(Run)
    history_requested = Signal(Run)
    results_requested = Signal(Run)
    another_requested = Signal()
    go_on_requested = Signal(Run)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._run: Run | None = None
        self._words = Label()
        self._words.setWordWrap(True)
        self.try_it = QPushButton(self.tr("Try it"))
        self.try_it.clicked.connect(lambda: self._run and self.try_requested.emit(self._run))
        self.see = QPushButton(self.tr("See it in History"))
        self.see.clicked.connect(lambda: self._run and self.history_requested.emit(self._run))
        self.results = QPushButton(self.tr("Results"))
        self.results.setToolTip(self.tr("How well it does, what pretraining was worth to it, and what it learnt"))
        self.results.clicked.connect(lambda: self._run and self.results_requested.emit(self._run))
        self.another = QPushButton(self.tr("Another run"))
        self.another.clicked.connect(self.another_requested)
        self.go_on = QPushButton()
        self.go_on.clicked.connect(lambda: self._run and self.go_on_requested.emit(self._run))
        self.next_act = NextAct(self.try_it, self.go_on)
        buttons = QHBoxLayout()
        buttons.addStretch()
        for button in (self.another, self.see, self.results, self.go_on, self.try_it, self.next_act):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 6)
        layout.setSpacing(4)
        layout.addWidget(lines_of(self._words, LINES, self.tr("What came of the run")))
        layout.addLayout(buttons)

    @property
    def first(self) -> QPushButton:
        """The button for what is most likely wanted next."""
        return self.next_act.button or (self.another if self.try_it.isHidden() else self.try_it)

    @property
    def words(self) -> str:
        return self._words.text()

    def show_result(self, run: Run | None, problem: str, difference: str, findings: Sequence[Finding] = ()) -> None:
        self._run = run
        kept = run is not None and run.kept_step is not None
        shown = shown_of(run) if run is not None else Shown()
        self.try_it.setVisible(kept and bool(shown.predict))
        self.results.setVisible(kept and bool(shown.results))
        self.see.setVisible(run is not None)
        self.go_on.setVisible(kept)
        self.go_on.setText(go_on_in_words(run) if run else "")
        self.next_act.offer(run, findings)
        result = problem or (self._in_words(run, difference) if run else "")
        self._words.setText(in_turn((result, findings_in_words(findings))))
        self._words.setAccessibleName(self._words.text())
        self._words.setToolTip(tip(protocol(run)) if run else "")

    def show_answer(self, run: Run, answer: str) -> None:
        """What was found out of it after it had ended, if it is still the one that is shown."""
        if self._run is not None and self._run.id == run.id:
            self._words.setText(in_turn((self._words.text(), answer)))
            self._words.setAccessibleName(self._words.text())

    def _in_words(self, run: Run, difference: str) -> str:
        if run.base_validation_loss is None or run.best_validation_loss is None:
            return self.tr("The run ended before it was measured.")
        headline, was_left = headlines.headline_of(run), run.status is RunStatus.INTERRUPTED
        if was_left and run.final_validation_loss == run.base_validation_loss:  # its only look was at the beginning
            words = self.tr("Left at step {step}, from where it can go on; what it learnt was not measured yet.")
            return words.format(step=run.steps)
        if run.got_better:
            words = headlines.translated(headlines.BETTER, headline)
            result = in_turn((words.format(change=headlines.change_of(run)), figures_sentence(run)))
        else:
            words = headlines.translated(headlines.NOT_BETTER, headline)
            result, difference = words.format(before=headlines.FIGURES[headline](run.base_validation_loss)), ""
        result = in_turn((result, kept_in_words(run)))
        if run.status is RunStatus.STOPPED:
            result = self.tr("{result} Stopped at step {step} and kept.").format(result=result, step=run.steps)
        if was_left:
            words = self.tr("{result} Left at step {step}, from where it can go on; that step was not measured yet.")
            result = words.format(result=result, step=run.steps)
        return in_turn((result, difference))
