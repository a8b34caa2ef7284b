"""Train: choose how much to learn, see that all is ready, start, and watch the model learn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.experiments.side_by_side import Beside
from workbench.experiments.sweep import Sweep
from workbench.experiments.turns import TurnEnded
from workbench.experiments.what_now import what_now
from workbench.gui.context import CHOICES, Context
from workbench.gui.faces import Faces
from workbench.gui.jobs import Job
from workbench.gui.train.answering import Answering
from workbench.gui.train.choice import going_on_at
from workbench.gui.train.cluster_setup import ClusterSetup
from workbench.gui.train.extension_setup import ExtensionSetup
from workbench.gui.train.learning import Learning
from workbench.gui.train.model_names import model_name, name_of_base
from workbench.gui.train.next_run import NextRun
from workbench.gui.train.queue_card import QueueCard
from workbench.gui.train.sweep_setup import SweepSetup
from workbench.gui.train.train_live import TrainLive
from workbench.gui.train.train_setup import TrainSetup
from workbench.gui.words.answers import answer_in_words
from workbench.gui.words.counts import Counts
from workbench.gui.words.quantities import size
from workbench.tasks.registry import shown_of, task_for
from workbench.values.changes import Changes
from workbench.values.fine_tuning import FineTuning
from workbench.values.run import Run, RunStatus, task_named, tasks_of


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
        self.learning = Learning(context, self)
        self.learning.recorded.connect(self._tell_of_run)
        self.learning.beside_changed.connect(self._show_beside)
        self.learning.finished.connect(self._end)
        self.learning.ended.connect(self._go_on_without)
        self.answering = Answering(context, self)
        self.answering.answered.connect(lambda run, found: self.live.result.show_answer(run, answer_in_words(found)))
        self._settled = Changes()  # of the sweep that the run which has just ended belongs to
        self.waiting = QueueCard(context)
        self.waiting.started.connect(self._begin_queue)
        self._faces = Faces()
        self.setup = TrainSetup()
        self.setup.queue_requested.connect(self.add_to_queue)
        self.setup.vary_requested.connect(self.vary)
        self.setup.watch_requested.connect(self.watch)
        self.setup.start_requested.connect(self.start_run)
        self.setup.continue_requested.connect(self.go_on)
        self.setup.place_requested.connect(self.place_requested)
        self.setup.cluster_requested.connect(self.set_up_cluster)
        self._faces.addWidget(self.setup)
        self._before_extension: QWidget = self.setup
        self.next_run = NextRun(context, self.setup)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self._faces, 1)
        self._below = QWidget()  # which is hidden where that is not to be seen, whether or not something waits
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.waiting)
        # Below what waits, so that who lets several runs wait finds the button for it where it was.
        below.addWidget(self.setup.readiness)
        self._faces.currentChanged.connect(lambda _: self._show_way_to_start())
        layout.addWidget(self._below)
        context.changed.connect(self._hear)
        context.speed_measured.connect(self._show_costs)

    # The faces that are not seen at first are made when they are first wanted.

    @cached_property
    def live(self) -> TrainLive:
        live = TrainLive()
        live.pause_requested.connect(lambda: self.learning.tell(Job.pause))
        live.resume_requested.connect(lambda: self.learning.tell(Job.resume))
        live.stop_requested.connect(lambda: self.learning.tell(Job.stop))
        live.leave_requested.connect(lambda: self.learning.tell(Job.leave))
        live.try_requested.connect(self.try_requested)
        live.history_requested.connect(self.history_requested)
        live.results_requested.connect(self.results_requested)
        live.another_requested.connect(self.set_up)
        live.go_on_requested.connect(self.go_on_with)
        live.retry_requested.connect(self.repeat)
        live.text_requested.connect(lambda: self.place_requested.emit("text"))
        live.next_requested.connect(self.set_up_next)
        self._faces.addWidget(live)
        return live

    @cached_property
    def sweep(self) -> SweepSetup:
        sweep = SweepSetup()
        sweep.back_requested.connect(self.set_up_next)
        sweep.queue_requested.connect(self.add_sweep)
        sweep.sweep_changed.connect(lambda wanted: self.next_run.show_plan(sweep, wanted))
        self._faces.addWidget(sweep)
        return sweep

    @cached_property
    def extension(self) -> ExtensionSetup:
        extension = ExtensionSetup()
        extension.back_requested.connect(self._close_extension)
        extension.extend_requested.connect(self.extend)
        self._faces.addWidget(extension)
        return extension

    @cached_property
    def cluster(self) -> ClusterSetup:
        cluster = ClusterSetup(self._context)
        cluster.back_requested.connect(self.set_up_next)
        cluster.changed.connect(self.next_run.show)
        self._faces.addWidget(cluster)
        return cluster

    @property
    def is_running(self) -> bool:
        return self.learning.is_running

    @property
    def begins_at(self) -> QWidget:
        """What has the focus of who comes by keys: the way to start."""
        return self.setup.start

    def refresh(self) -> None:
        """Draw the page anew for somebody who comes to it."""
        for _ in self.drawing():
            pass

    def drawing(self) -> Iterator[None]:
        """The same in steps, for who has to answer meanwhile."""
        yield from self._drawing_project()
        yield
        self.setup.show_offers()
        self.next_run.show_unfinished()
        self.waiting.tidy()

    def _show_project(self) -> None:
        """What depends on the project: what is chosen and what it costs. All stays in its place."""
        for _ in self._drawing_project():
            pass

    def _drawing_project(self) -> Iterator[None]:
        yield from self.next_run.drawing()
        self.setup.show_running(self.is_running)
        if "extension" in self.__dict__:
            self.extension.show_running(self.is_running)

    def set_up(self) -> None:
        """Turn to the next run; a running one stays in sight."""
        if not self.is_running:
            self.set_up_next()

    def set_up_next(self) -> None:
        """Turn to the next run, whether or not one is running."""
        self._faces.setCurrentWidget(self.setup)
        self.waiting.unfold.setChecked(True)
        self.refresh()

    def _show_way_to_start(self) -> None:
        self.setup.readiness.setVisible(self._faces.currentWidget() is self.setup)

    def watch(self) -> None:
        self._faces.setCurrentWidget(self.live)

    @property
    def has_run(self) -> bool:
        """Whether the run that learns, or was the last to, is seen."""
        return "live" in self.__dict__ and self._faces.currentWidget() is self.live

    def present(self, is_on: bool) -> None:
        """For an audience: what is learnt, the curve and the words of the run that is seen."""
        self._below.setVisible(not is_on)
        if "live" in self.__dict__:
            self.live.view.present(is_on)
        if is_on:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def present_prompt(self, number: int) -> None:
        """One of the pinned prompts, counted from 0, if there is such a one."""
        if "live" in self.__dict__:
            self.live.view.samples.show_prompt(number)

    def leave(self) -> None:
        """Back from what was opened to set something up."""
        face = self._faces.currentWidget()
        if isinstance(face, (SweepSetup, ClusterSetup)):
            self.set_up_next()
        elif isinstance(face, ExtensionSetup):
            self._close_extension()

    def vary(self) -> None:
        """Set up several runs that differ in one setting or two from the one that is set up."""
        self._faces.setCurrentWidget(self.sweep)
        self.sweep.begin(self.setup.settings(), tasks_of(self.next_run.chosen().inputs))

    def set_up_cluster(self) -> None:
        """Set where runs can learn beside this computer."""
        self._faces.setCurrentWidget(self.cluster)
        self.cluster.begin()

    def add_to_queue(self, settings: FineTuning, prompts: Sequence[str]) -> None:
        """Let a run wait; behind one that is running, it begins by itself."""
        self.next_run.keep_prompts(prompts)
        chosen = self.next_run.chosen()
        self.waiting.add(settings, prompts, chosen.inputs, chosen.teacher, chosen.where)
        if self.is_running:
            self.waiting.begin()

    def add_sweep(self, sweep: Sweep, name: str, keeps_all: bool) -> None:
        """Let the runs of a sweep wait, and begin with them."""
        with self._context.telling():
            if changes := self.next_run.queue_sweep(sweep, name, keeps_all):
                self._context.tell(changes, self)
                self.set_up_next()
                self.waiting.begin()

    def repeat(self, run: Run, otherwise: Mapping[str, Any] | None = None) -> None:
        """Set up a run like `run`: the same text and model, and the settings that were not the model's own; with those
        that are given instead."""
        with self._context.telling():
            self.next_run.set_up_like(run, otherwise)
            self.set_up_next()

    def start_run(self, settings: FineTuning, prompts: Sequence[str]) -> None:
        """Begin a new run of the chosen model on the chosen text."""
        chosen, services = self.next_run.chosen(), self._context.services
        if chosen.corpus and chosen.model and not self.is_running:
            self.next_run.keep_prompts(prompts)
            corpus, name = chosen.corpus.name, model_name(self._context, chosen.model)
            learnt = " + ".join(dict.fromkeys(each.corpus for each in chosen.inputs))
            shown = task_for(chosen.inputs, chosen.texts()).shown
            self.live.begin(learnt, name, shown, task_named(chosen.inputs))
            train = partial(services.training.train, corpus, chosen.model, settings, prompts=prompts, task=chosen.task)
            self._drive(name, partial(train, beside=chosen.beside, teacher=chosen.teacher, where=chosen.where))

    def go_on_with(self, run: Run) -> None:
        """Let a run go on: one that is finished with more steps, of which the person is asked how many."""
        if run.status is not RunStatus.FINISHED:
            self.go_on(run)
            return
        face = self._faces.currentWidget()
        if face is not None and face is not self.extension:
            self._before_extension = face
        self.extension.begin(run)
        self.extension.show_running(self.is_running)
        self._faces.setCurrentWidget(self.extension)

    def go_on(self, run: Run) -> None:
        """Continue `run` from its last checkpoint, with what is stored of it already drawn."""
        checkpoints = self._context.project.checkpoints.of(run)
        services, where = self._context.services, going_on_at(self._context, run)
        step = checkpoints[-1].step if checkpoints else 0
        self._follow(run, step, lambda: services.training.resume(str(run.id), where))

    def extend(self, run: Run, steps: int) -> None:
        """Let a finished run learn for so many more steps."""
        services, where = self._context.services, going_on_at(self._context, run)
        self._follow(run, run.steps, lambda: services.training.extend(str(run.id), steps, where))

    def _begin_queue(self) -> None:
        """A person started the queue, and is shown its first run."""
        self._take_next(is_watched=True)

    def _take_next(self, is_watched: bool = False) -> None:
        """Begin with the run whose turn it is; who is setting up another one meanwhile is not disturbed."""
        queue = self.waiting.queue
        beside = next(iter(queue.others.runs), None)  # it learns already
        run = None if self.is_running else beside or self.waiting.next_run()
        if run is None:
            return
        turn, model = "" if beside else self.waiting.turn_in_words(run), name_of_base(run)
        self.live.begin(run.corpora_in_words, model, shown_of(run), run.task, turn)
        if beside is not None:
            self._show_stored(run, self._context.project.runs.named(str(run.id)).steps)
        title = f"{model} ({turn})" if turn else model
        self._drive(title, lambda: queue.drive(run), run, is_watched=is_watched)

    def _follow(self, run: Run, step: int, work: Callable[[], Any]) -> None:
        """Drive a run that goes on from `step`, behind what is stored of it up to there."""
        if self.is_running:
            words = self.tr("Another run is learning. “{name}” can go on when it has ended.")
            self._context.told.emit(words.format(name=run.name))
            return
        self.live.begin(run.corpora_in_words, name_of_base(run), shown_of(run), run.task)
        self._show_stored(run, step)
        self._drive(name_of_base(run), work, run, step)

    def _show_stored(self, run: Run, step: int) -> None:
        runs = self._context.project.runs
        self.live.view.go_on_from(run, runs.curves(run), runs.samples(run), step)

    def _drive(
        self, model: str, work: Callable[[], Any], run: Run | None = None, step: int = 0, *, is_watched: bool = True
    ) -> None:
        if is_watched:
            self._faces.setCurrentWidget(self.live)
            self.waiting.unfold.setChecked(False)  # the curves need the room
        self.answering.make_way()
        self.learning.begin(self.tr("Fine-tuning {model}").format(model=model), work, self.live, run, step)

    def _show_beside(self, beside: Beside) -> None:
        number, ended = len(beside.runs), beside.ended
        self.waiting.say(Counts.tr("%Ln other runs learn at the same time.", "", number) if number else "")
        changes = Changes.of_waiting(*beside.runs)
        if ended is not None:
            changes |= Changes.of_waiting(ended.run) | ended.changes
            if ended.error is not None:
                self._context.failed.emit(ended.error)
        self._context.tell(changes, self)

    def _end(self, result: Run | TurnEnded) -> None:
        if isinstance(result, TurnEnded):
            freed = size(result.freed_bytes)
            words = self.tr("Freed {disk}: only the best run of the sweep keeps its checkpoints.").format(disk=freed)
            self.waiting.say(words if result.freed_bytes else "")
            self._settled = result.changes
            result = result.run
        if result.status is RunStatus.INTERRUPTED:  # it was left, and the others wait with it
            self.waiting.hold()
        project = self._context.project
        self.live.end(result, samples=project.runs.samples(result), findings=what_now(project, result))
        self._context.announced.emit(self.live.result.words)

    def _go_on_without(self, was_cancelled: bool) -> None:
        """The run that was learning has ended."""
        if was_cancelled:  # what was saved can be continued from there
            self.waiting.hold()
            self.set_up()
        self._tell_of_run()
        self._settled = Changes()
        self._take_next()
        ended = None if was_cancelled or self.is_running else self.learning.own_run()
        if ended is not None:
            self.answering.begin(ended)

    def _tell_of_run(self) -> None:
        """Of the run that is running or was just now; it may have waited for its turn until then."""
        self._refresh_if_shown()
        run = self.learning.own_run()
        self._context.tell(self._settled | (Changes() if run is None else Changes.of_waiting(run)), self)

    def _hear(self, changes: Changes, by: QObject | None) -> None:
        """It has read again what it changed itself."""
        if changes.preferences & CHOICES:
            self._turn_to_choice()
        elif (changes.corpora or changes.runs) and by is not self:
            self._refresh_if_shown()

    def _refresh_if_shown(self) -> None:
        if self.isVisible():
            self._show_project()

    def _show_costs(self) -> None:
        """What is set up stays as it is: somebody may be at it."""
        self.next_run.show_readiness()
        if "sweep" in self.__dict__ and self._faces.currentWidget() is self.sweep:
            self.sweep.ask_again()

    def _turn_to_choice(self) -> None:
        """What was chosen is for the next run: the result of the last one makes way for it."""
        if not self.is_running:
            self._faces.setCurrentWidget(self.setup)
        if self.isVisible():
            self._show_project()
            self.setup.show_offers()

    def _close_extension(self) -> None:
        self._faces.setCurrentWidget(self._before_extension)
