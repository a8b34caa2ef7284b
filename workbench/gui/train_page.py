"""Train: choose how much to learn, see that all is ready, start, and watch the model learn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from workbench.corpora.preview import preview
from workbench.corpora.words import beginning
from workbench.errors import KnownError
from workbench.experiments.queue import TurnEnded
from workbench.experiments.sweep import Sweep, plan, queue_sweep
from workbench.fine_tuning import PRESETS, FineTuning, smaller_batch
from workbench.gui.context import Context
from workbench.gui.jobs import Job
from workbench.gui.quantities import size
from workbench.gui.queue_card import QueueCard
from workbench.gui.readiness import Readiness
from workbench.gui.sentences import sentence
from workbench.gui.sweep_setup import SweepSetup
from workbench.gui.train_live import TrainLive
from workbench.gui.train_setup import TrainSetup
from workbench.pretrained.card import Fit
from workbench.records import Run, RunStatus, Split
from workbench.training.events import CheckpointPassedOver, CheckpointSaved, Command, Event

PROMPTS, SETTINGS = "train.prompts", "train.settings"  # preferences of the project


class TrainPage(QWidget):
    """Setting up and watching are two faces of one page; a run goes on whichever page is looked at."""

    try_requested = Signal(Run)
    history_requested = Signal(Run)
    results_requested = Signal(Run)
    place_requested = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self._job: Job | None = None
        self._ramp: Job | None = None
        self._turn: Run | None = None  # the run of the queue that is running
        self._told_of_run = False
        self.waiting = QueueCard(context)
        self.waiting.started.connect(self._take_next)
        self.setup = TrainSetup()
        self.setup.queue_requested.connect(self.add_to_queue)
        self.setup.vary_requested.connect(self.vary)
        self.setup.watch_requested.connect(self.watch)
        self.setup.start_requested.connect(self.start)
        self.setup.continue_requested.connect(self.go_on)
        self.setup.settings_changed.connect(self._remember_settings)
        self.setup.prompts_edited.connect(lambda prompts: context.project.set_preference(PROMPTS, prompts))
        self.setup.place_requested.connect(self.place_requested)
        self.setup.rates.find_requested.connect(self.find_rate)
        self.setup.rates.stop_requested.connect(lambda: self._ramp and self._ramp.cancel())
        self.live = TrainLive()
        self.live.pause_requested.connect(lambda: self._job and self._job.pause())
        self.live.resume_requested.connect(lambda: self._job and self._job.resume())
        self.live.stop_requested.connect(self.stop)
        self.live.try_requested.connect(self.try_requested)
        self.live.history_requested.connect(self.history_requested)
        self.live.results_requested.connect(self.results_requested)
        self.live.another_requested.connect(self.set_up)
        self.live.next_requested.connect(self.set_up_next)
        self.sweep = SweepSetup()
        self.sweep.back_requested.connect(self.set_up_next)
        self.sweep.sweep_changed.connect(self._show_plan)
        self.sweep.queue_requested.connect(self.add_sweep)
        self._faces = QStackedWidget()
        for face in (self.setup, self.live, self.sweep):
            self._faces.addWidget(face)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(self._faces, 1)
        layout.addWidget(self.waiting)
        for changed in (context.choice_changed, context.corpora_changed, context.runs_changed):
            changed.connect(self._refresh_if_shown)
        context.speed_measured.connect(self._show_costs)

    @property
    def is_running(self) -> bool:
        return self._job is not None

    def refresh(self) -> None:
        """Draw anew what depends on the project: what is chosen, what it costs, and which run can go on."""
        project = self._context.project
        self.setup.show_settings(FineTuning.from_json(project.preference(SETTINGS, {})).renewed)
        prompts = project.preference(PROMPTS)
        self.setup.prompts.show_prompts([self._first_words()] if prompts is None else prompts)
        newest = project.newest_run()
        unfinished = newest is not None and newest.status in (RunStatus.INTERRUPTED, RunStatus.STOPPED)
        self.setup.unfinished.show_run(newest if unfinished else None)
        self.setup.show_running(self.is_running)
        self._show_readiness()

    def set_up(self) -> None:
        """Turn to the next run; a running one stays in sight."""
        if not self.is_running:
            self.set_up_next()

    def set_up_next(self) -> None:
        """Turn to the next run, whether or not one is running."""
        self._faces.setCurrentWidget(self.setup)
        self.waiting.unfold.setChecked(True)
        self.refresh()

    def watch(self) -> None:
        self._faces.setCurrentWidget(self.live)

    def vary(self) -> None:
        """Set up several runs that differ in one setting or two from the one that is set up."""
        self._faces.setCurrentWidget(self.sweep)
        self.sweep.begin(self.setup.settings())

    def add_to_queue(self, settings: FineTuning, prompts: Sequence[str]) -> None:
        """Let a run wait; behind one that is running, it begins by itself."""
        self._context.project.set_preference(PROMPTS, prompts)
        self.waiting.add(settings, prompts)
        if self.is_running:
            self.waiting.begin()

    def add_sweep(self, sweep: Sweep, name: str, keeps_all: bool) -> None:
        """Let the runs of a sweep wait, and begin with them."""
        corpus, model, services = self._context.corpus, self._context.model, self._context.services
        if not (corpus and model):
            return
        with self._context.telling():
            queue_sweep(services, corpus, model, sweep, name or None, self.setup.prompts.prompts(), keeps_all=keeps_all)
            self._context.runs_changed.emit()
            self.set_up_next()
            self.waiting.begin()

    def repeat(self, run: Run) -> None:
        """Set up a run like `run`: the same text, model and settings."""
        self._context.project.set_preference(SETTINGS, run.fine_tuning.to_json())
        self._context.choose_corpus(run.corpus)
        self._context.choose_model(run.model)
        self.set_up()

    def start(self, settings: FineTuning, prompts: Sequence[str]) -> None:
        """Begin a new run of the chosen model on the chosen text."""
        corpus, model, services = self._context.corpus, self._context.model, self._context.services
        if corpus and model and not self.is_running:
            self._context.project.set_preference(PROMPTS, prompts)
            self.live.begin(corpus, self._model_name(model))
            self._drive(model, lambda: services.train(corpus, model, settings, prompts=prompts))

    def go_on(self, run: Run) -> None:
        """Continue `run` from its last checkpoint, with what is stored of it already drawn."""
        if self.is_running:
            return
        project, services = self._context.project, self._context.services
        checkpoints = project.checkpoints(run)
        step = checkpoints[-1].step if checkpoints else 0
        self.live.begin(run.corpus, self._model_name(run.model))
        self.live.view.go_on_from(run, project.measurements(run), project.samples(run), step)
        self._drive(run.model, lambda: services.resume(str(run.id)))

    def find_rate(self) -> None:
        """Try learning rates on a copy of the chosen model."""
        corpus, model, services = self._context.corpus, self._context.model, self._context.services
        if not (corpus and model):
            return
        settings, rates = self.setup.settings(), self.setup.rates
        rates.begin()
        self._ramp = self._context.jobs.start(
            self.tr("Trying learning rates"), lambda: services.find_learning_rate(corpus, model, settings)
        )
        self._ramp.events.connect(rates.take)
        self._ramp.finished.connect(rates.end)
        self._ramp.failed.connect(self._context.failed)
        self._ramp.ended.connect(self._forget_ramp)

    def stop(self) -> None:
        """End the run after its present step and keep everything."""
        if self._job:
            self._job.send(Command.STOP)

    def _take_next(self) -> None:
        """Begin with the run whose turn it is; who is setting up another one is not disturbed."""
        run = None if self.is_running else self.waiting.next_run()
        if run is None:
            return
        queue, face = self.waiting.queue, self._faces.currentWidget()
        self.live.begin(run.corpus, self._model_name(run.model))
        self._drive(run.model, lambda: queue.take_turn(run), turn=run)
        if face is self.sweep:
            self._faces.setCurrentWidget(face)

    def _drive(self, model: str, work: Callable[[], Any], turn: Run | None = None) -> None:
        self._faces.setCurrentWidget(self.live)
        self.waiting.unfold.setChecked(False)  # the curves need the room
        self._told_of_run = False
        self._turn = turn
        self._job = self._context.jobs.start(self.tr("Fine-tuning {model}").format(model=self._model_name(model)), work)
        self._job.events.connect(self._take)
        self._job.finished.connect(self._end)
        self._job.failed.connect(self._fail)
        self._job.ended.connect(self._forget_job)

    def _take(self, events: Sequence[Event]) -> None:
        self.live.take(events)
        for event in events:
            if isinstance(event, CheckpointPassedOver):
                passed = KnownError("checkpoint.passed_over", step=event.step, used=event.used)
                self._context.failed.emit(passed)
        if not self._told_of_run or any(isinstance(event, CheckpointSaved) for event in events):
            self._told_of_run = True
            self._context.runs_changed.emit()

    def _end(self, result: Run | TurnEnded) -> None:
        if isinstance(result, TurnEnded):
            freed = size(result.freed_bytes)
            words = self.tr("Freed {disk}: only the best run of the sweep keeps its checkpoints.").format(disk=freed)
            self.waiting.say(words if result.freed_bytes else "")
            result = result.run
        self.live.end(result, samples=self._context.project.samples(result))

    def _fail(self, error: Exception) -> None:
        project = self._context.project
        run = project.find_run(str(self._turn.id)) if self._turn else project.newest_run()
        failed = run if run is not None and run.status is RunStatus.FAILED else None
        self.live.end(failed, sentence(error), project.samples(failed) if failed else ())
        self._context.failed.emit(error)

    def _forget_ramp(self) -> None:
        self._ramp = None
        rates = self.setup.rates
        if rates.stop_button.isVisibleTo(rates):  # stopped or failed, and not to be seen half done
            rates.end(None)

    def _forget_job(self) -> None:
        cancelled = self._job is not None and self._job.is_cancelled
        self._job = None
        if cancelled:  # what was saved can be continued from there
            self.waiting.hold()
            self.set_up()
        self._context.runs_changed.emit()
        self._take_next()

    def _refresh_if_shown(self) -> None:
        if self.isVisible():
            self.refresh()

    def _show_costs(self) -> None:
        """What is set up stays as it is: somebody may be at it."""
        self._show_readiness()
        if self._faces.currentWidget() is self.sweep:
            self.sweep.ask_again()

    def _remember_settings(self, settings: FineTuning) -> None:
        self._context.project.set_preference(SETTINGS, settings.to_json())
        self._show_readiness()

    def _show_readiness(self) -> None:
        corpus, model, services = self._context.corpus, self._context.model, self._context.services
        self.setup.show_choice(corpus, self._model_name(model) if model else None)
        if not (corpus and model):
            self.setup.show_costs({})
            self.setup.show_schedule(None)
            self.setup.show_readiness(Readiness(corpus, model))
            return
        try:
            self.setup.show_costs({name: services.fit(model, corpus, preset) for name, preset in PRESETS.items()})
            settings = self.setup.settings()
            estimate = services.fit(model, corpus, settings)
            self.setup.show_schedule(services.settled(model, settings), estimate.steps)
            smaller = None if estimate.fit is Fit.FITS else smaller_batch(settings)
            self.setup.show_readiness(Readiness(corpus, model, estimate, smaller=smaller))
        except KnownError as error:
            self.setup.show_costs({})
            self.setup.show_schedule(None)
            self.setup.show_readiness(Readiness(corpus, model, problem=sentence(error)))

    def _show_plan(self, sweep: Sweep) -> None:
        corpus, model = self._context.corpus, self._context.model
        if corpus and model:
            try:
                self.sweep.show_plan(plan(self._context.services, corpus, model, sweep))
            except KnownError as error:
                self.sweep.show_problem(sentence(error))

    def _first_words(self) -> str:
        """How the text goes on that is never trained on: a prompt to begin with, until a person has their own."""
        if self._context.corpus is None:
            return ""
        with self._context.telling():
            corpus = self._context.project.corpus(self._context.corpus)
            return beginning(preview(corpus, characters=200).text[Split.VALIDATION], 3)
        return ""

    def _model_name(self, reference: str) -> str:
        """The name on the model's card; a model that is gone, or a run, is called by its reference."""
        return next((card.name for card in self._context.services.models() if card.reference == reference), reference)
