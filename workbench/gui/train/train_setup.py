"""What a fine-tuning will be, before it starts: preset or own settings, pinned prompts, and whether all is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
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
from workbench.gui.train.preset_cards import PresetCards
from workbench.gui.train.prompt_list import PromptList
from workbench.gui.train.rate_finder import RateFinder
from workbench.gui.train.readiness import Readiness, ReadinessCard
from workbench.gui.train.schedule_preview import SchedulePreview
from workbench.gui.train.settings_form import SettingsForm
from workbench.gui.train.task_choice import TaskChoice
from workbench.gui.words.run_state import unfinished_in_words
from workbench.models.card import FitEstimate
from workbench.values.corpus import Corpus
from workbench.values.fine_tuning import FineTuning
from workbench.values.run import Run


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
        self.form = SettingsForm()
        self.form.settings_changed.connect(self._change)
        self.form.refusal_changed.connect(self._enable)
        self.schedule = SchedulePreview()
        self.rates = RateFinder()
        self.rates.rate_chosen.connect(self._choose_rate)
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
        self.task.chosen.connect(self.task_chosen)
        self.vary = QPushButton(self.tr("Vary settings …"))
        self.vary.setToolTip(self.tr("Several runs that differ in one setting or two, and the best of them marked"))
        self.vary.clicked.connect(self.vary_requested)
        self.watch = QPushButton(self.tr("Watch the run"))
        self.watch.clicked.connect(self.watch_requested)
        self._lay_out()
        self.show_running(False)
        self.presets.show_chosen(self.form.settings())

    @property
    def heading(self) -> str:
        return self._head.title

    def settings(self) -> FineTuning:
        return self.form.settings()

    def show_settings(self, settings: FineTuning) -> None:
        self.form.show_settings(settings)
        self.presets.show_chosen(settings)
        self._enable()

    def show_task(self, tasks: Sequence[str], chosen: str, corpus: Corpus | None = None) -> None:
        """What `corpus` can be learnt as; the settings are those that this has."""
        self.task.show_tasks(tasks, chosen, corpus)
        self.form.show_task(chosen)
        self.presets.show_task(chosen)
        self.prompts.show_task(chosen, corpus)

    def show_origin(self, preset: str, kept_from: str) -> None:
        """Which preset the settings came from, and with what they were last used, where that is something else."""
        self.presets.show_chosen(self.settings(), preset, kept_from)

    def show_choice(self, corpus: str | None, model: str | None) -> None:
        if corpus and model:
            self._head.name(self.tr("Fine-tune {model} on “{corpus}”").format(model=model, corpus=corpus))
        else:
            self._head.name(self.tr("Fine-tune a model on your text"))

    def show_costs(self, costs: dict[str, FitEstimate]) -> None:
        """What each preset costs, by its name."""
        self.presets.show_costs(costs)

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
        if self.form.refusal:  # what is shown is not what would be learnt with
            readiness = replace(readiness, problem=self.form.refusal)
        self.readiness.show_readiness(readiness)
        ready = readiness.is_ready
        for button in (self.start, self.rates.find_button):
            button.setEnabled(ready and not self._is_running)
        for button in (self.queue, self.vary):
            button.setEnabled(ready)

    def _lay_out(self) -> None:
        scrolled = QWidget()
        inside = QVBoxLayout(scrolled)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addWidget(self.unfinished)
        inside.addWidget(self.presets)
        inside.addWidget(self.prompts)
        more = QHBoxLayout()
        more.addWidget(self.advanced)
        more.addStretch()
        more.addWidget(self.vary)
        inside.addLayout(more)
        inside.addWidget(self.form)
        inside.addWidget(self.schedule)
        inside.addWidget(self.rates)
        inside.addStretch()
        area = QScrollArea()
        area.setWidget(scrolled)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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

    def _ask_advanced(self) -> None:
        self.advanced.setChecked(True)

    def _unfold(self, unfolded: bool) -> None:
        self.advanced.setText(("▾ " if unfolded else "▸ ") + self.advanced.accessibleName())
        self.form.setVisible(unfolded)
        self.schedule.setVisible(unfolded)
        self.rates.setVisible(unfolded)

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
