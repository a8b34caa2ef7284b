"""What a fine-tuning will be, before it starts: preset or own settings, pinned prompts, and whether all is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workbench.gui.parts.page_head import PageHead
from workbench.gui.plain import Label
from workbench.gui.steady import keeping_room
from workbench.gui.train.beside_choice import BesideChoice
from workbench.gui.train.place_choice import PlaceChoice
from workbench.gui.train.preset_cards import PresetCards
from workbench.gui.train.prompt_list import PromptList
from workbench.gui.train.rate_finder import RateFinder
from workbench.gui.train.readiness import Readiness, ReadinessCard
from workbench.gui.train.schedule_preview import SchedulePreview
from workbench.gui.train.settings_form import SettingsForm
from workbench.gui.train.task_choice import TaskChoice
from workbench.gui.train.teacher_choice import TeacherChoice
from workbench.gui.train.writing_offer import WritingOffer
from workbench.gui.words.run_state import unfinished_in_words
from workbench.models.card import FitEstimate
from workbench.values.corpus import Corpus
from workbench.values.fine_tuning import FineTuning
from workbench.values.place import Where
from workbench.values.run import NEXT_WORD, Input, Run, task_named, tasks_of


class TrainSetup(QWidget):
    """Says what a person wants to start; the page starts it."""

    start_requested = Signal(FineTuning, tuple)  # settings, pinned prompts
    queue_requested = Signal(FineTuning, tuple)
    vary_requested = Signal()
    watch_requested = Signal()  # the run that is running
    continue_requested = Signal(Run)
    settings_changed = Signal(FineTuning)
    prompts_edited = Signal(tuple)
    task_chosen = Signal(str)
    beside_chosen = Signal(tuple)  # of Input
    teacher_chosen = Signal(object)  # a ModelRef, or None
    place_chosen = Signal(Where)
    cluster_requested = Signal()
    place_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._readiness = Readiness(None, None)
        self._is_running = False
        self._head = PageHead()
        self.unfinished = _UnfinishedCard()
        self.unfinished.continue_requested.connect(self.continue_requested)
        self.presets = PresetCards()
        self.presets.preset_chosen.connect(self._choose)
        self.presets.own_requested.connect(self._ask_advanced)
        self.prompts = PromptList()
        self.prompts.prompts_edited.connect(self.prompts_edited)
        self.advanced = QPushButton()
        self.advanced.setProperty("link", True)
        self.advanced.setAccessibleName(self.tr("Advanced"))
        self.advanced.setAccessibleDescription(self.tr("Show every setting with its explanation"))
        self.advanced.setCheckable(True)
        self._settings = FineTuning()  # until there is a form that has them
        self._tasks = frozenset({NEXT_WORD})
        self._fit: Callable[[FineTuning], FitEstimate] | None = None
        self.place = PlaceChoice()
        self.place.chosen.connect(self.place_chosen)
        self.place.cluster_requested.connect(self.cluster_requested)
        self.schedule = SchedulePreview()
        self.rates = RateFinder()
        self.rates.rate_chosen.connect(self._choose_rate)
        self.rates.grew.connect(self._bring_rates_into_sight)
        self._inside = QVBoxLayout()
        self.advanced.toggled.connect(self._unfold)
        self._unfold(False)
        self.readiness = ReadinessCard()
        self.readiness.place_requested.connect(self.place_requested)
        self.readiness.mended.connect(self._choose)
        self.start = QPushButton(self.tr("Start fine-tuning"))
        self.start.setProperty("primary", True)
        self.start.clicked.connect(self._start)
        self.queue = QPushButton(self.tr("Add to queue"))
        self.queue.setToolTip(self.tr("The run begins when those before it have ended"))
        self.queue.clicked.connect(lambda: self.queue_requested.emit(self.settings(), self.prompts.prompts()))
        self.task = TaskChoice()
        self.task.chosen.connect(self.task_chosen.emit)
        self.beside = BesideChoice()
        self.beside.chosen.connect(self.beside_chosen)
        self.teacher = TeacherChoice()
        self.teacher.chosen.connect(self.teacher_chosen)
        self.writing = WritingOffer()
        self.vary = QPushButton(self.tr("Vary settings …"))
        self.vary.setToolTip(self.tr("Several runs that differ in one setting or two, and the best of them marked"))
        self.vary.clicked.connect(self.vary_requested)
        self.watch = QPushButton(self.tr("Watch the run"))
        self.watch.clicked.connect(self.watch_requested)
        self._lay_out()
        self.show_running(False)
        self.presets.show_chosen(self._settings)

    @cached_property
    def form(self) -> SettingsForm:
        """Every setting; made when it is first unfolded, since it has a hundred parts."""
        form = SettingsForm()
        form.show_tasks(self._tasks)
        form.show_settings(self._settings)
        form.settings_changed.connect(self._change)
        form.refusal_changed.connect(self._enable)
        form.fit = self._fit
        self._inside.insertWidget(self._inside.indexOf(self.place), form)
        form.setVisible(self.advanced.isChecked())
        return form

    @property
    def _has_form(self) -> bool:
        return "form" in self.__dict__

    @property
    def heading(self) -> str:
        return self._head.title

    def settings(self) -> FineTuning:
        return self.form.settings() if self._has_form else self._settings

    def show_settings(self, settings: FineTuning) -> None:
        self._settings = settings
        if self._has_form:
            self.form.show_settings(settings)
        self.presets.show_chosen(settings)
        self._enable()

    def show_task(
        self, tasks: Sequence[str], inputs: Sequence[Input], corpus: Corpus | None = None,
        offered: Sequence[Input] = (), *, is_taught: bool = False,
    ) -> None:  # fmt: skip
        """What `corpus` can be learnt as, and what is `offered` beside; `inputs` are chosen of both, and the settings
        are those that these have."""
        chosen = inputs[0].task
        self.task.show_tasks(tasks, chosen, corpus)
        self._tasks = tasks_of(inputs, is_taught=is_taught)
        self.beside.show_inputs(offered, inputs[0], inputs[1:])
        if self._has_form:
            self.form.show_tasks(self._tasks)
        self.presets.show_task(task_named(inputs))

    def show_offers(self) -> None:
        """Let what there is nothing to choose of go, and what there is come; it moves what lies below."""
        self.beside.setVisible(self.beside.is_offered)
        self.teacher.setVisible(self.teacher.is_offered)

    def show_origin(self, preset: str, kept_from: str) -> None:
        """Which preset the settings came from, and with what they were last used, where that is something else."""
        self.presets.show_chosen(self.settings(), preset, kept_from)

    def show_choice(self, corpus: str | None, model: str | None) -> None:
        if corpus and model:
            self._head.name(self.tr("Fine-tune {model} on “{corpus}”").format(model=model, corpus=corpus))
        else:
            self._head.name(self.tr("Fine-tune a model on your text"))

    def show_costs(self, costs: dict[str, FitEstimate], fit: Callable[[FineTuning], FitEstimate] | None = None) -> None:
        """What each preset costs, by its name, and by `fit` what any settings do."""
        self.presets.show_costs(costs)
        self._fit = fit
        if self._has_form:
            self.form.fit = fit

    def show_schedule(self, settled: FineTuning | None, steps: int = 0) -> None:
        """How the rate of `settled` goes over the steps; nothing while that is not known."""
        self.schedule.show_schedule(settled, steps)

    def show_readiness(self, readiness: Readiness) -> None:
        self._readiness = readiness
        self._enable()

    def show_running(self, running: bool) -> None:
        """While a run is running, the next one can be set up to wait for it."""
        self._is_running = running
        self.watch.setVisible(running)
        self.start.setVisible(not running)
        self.queue.setProperty("primary", running)
        self.queue.style().unpolish(self.queue)
        self.queue.style().polish(self.queue)
        self._enable()

    def _enable(self) -> None:
        readiness = self._readiness
        if self._has_form and self.form.refusal:  # what is shown is not what would be learnt with
            readiness = replace(readiness, problem=self.form.refusal)
        self.readiness.show_readiness(readiness)
        ready = readiness.is_ready
        for button in (self.start, self.rates.find_button):
            button.setEnabled(ready and not self._is_running)
        for button in (self.queue, self.vary):
            button.setEnabled(ready)

    def _lay_out(self) -> None:
        scrolled = QWidget()
        inside = self._inside
        scrolled.setLayout(inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        for part in (self.beside, self.teacher, self.writing, self.unfinished):
            inside.addWidget(part)
        inside.addWidget(self.presets)
        inside.addWidget(self.prompts)
        more = QHBoxLayout()
        more.addWidget(self.advanced)
        more.addStretch()
        more.addWidget(self.vary)
        inside.addLayout(more)
        inside.addWidget(self.place)
        inside.addWidget(self.schedule)
        inside.addWidget(self.rates)
        inside.addStretch()
        area = self._area = QScrollArea()
        area.setWidget(scrolled)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes to the settings, which are brought into sight
        area.setAccessibleName(self.tr("Settings of the fine-tuning"))
        # Outside the scrolled part, so that the way to start is always in sight.
        self.readiness.hold(keeping_room(self.watch), self.queue, keeping_room(self.start))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._head)
        layout.addWidget(self.task)
        layout.addWidget(area, 1)
        layout.addWidget(self.readiness)

    def _choose(self, preset: FineTuning) -> None:
        self.show_settings(preset)
        self.settings_changed.emit(preset)

    def _change(self, settings: FineTuning) -> None:
        self.presets.show_chosen(settings)
        self.settings_changed.emit(settings)

    def _choose_rate(self, rate: float) -> None:
        self._choose(self.settings().with_settings({"learning_rate": rate}))

    def _bring_rates_into_sight(self) -> None:
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.rates))  # once it has its size

    def _ask_advanced(self) -> None:
        self.advanced.setChecked(True)

    def _unfold(self, unfolded: bool) -> None:
        self.advanced.setText(("▾ " if unfolded else "▸ ") + self.advanced.accessibleName())
        if unfolded or self._has_form:
            self.form.setVisible(unfolded)
        self.place.setVisible(unfolded)
        self.schedule.setVisible(unfolded)
        self.rates.setVisible(unfolded)
        if unfolded:  # on a small laptop all of it is below what is seen
            QTimer.singleShot(0, self, self._bring_settings_into_sight)

    def _bring_settings_into_sight(self) -> None:
        """As many as there is room for, below the button that shows and hides them."""
        if self.form.isVisible() and self.form.visibleRegion().boundingRect().height() < self._area.height() // 2:
            here = self.advanced.mapTo(self._area.viewport(), QPoint()).y()
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + here)

    def _start(self) -> None:
        self.start_requested.emit(self.settings(), self.prompts.prompts())


class _UnfinishedCard(QFrame):
    """The newest run that did not end by itself, and the offer to go on with it."""

    continue_requested = Signal(Run)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._run: Run | None = None
        self._words = Label()
        self._words.setWordWrap(True)
        self.go_on = QPushButton(self.tr("Continue this run"))
        self.go_on.clicked.connect(lambda: self._run and self.continue_requested.emit(self._run))
        layout = QHBoxLayout(self)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.go_on)
        self.show_run(None)

    def show_run(self, run: Run | None, saved_step: int | None = None) -> None:
        """`saved_step` is that of its last checkpoint."""
        self._run = run
        self.setVisible(run is not None)
        if run is not None:
            self._words.setText(unfinished_in_words(run, saved_step))
