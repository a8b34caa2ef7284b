"""Letting a finished run go on: how many steps more, and what becomes of its learning rate, before it begins."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.gui.parts.number_box import NumberBox
from workbench.gui.parts.page_head import PageHead
from workbench.gui.plain import Label
from workbench.gui.train.schedule_preview import SchedulePreview
from workbench.gui.words import quantities
from workbench.training.schedule import learning_rate
from workbench.values.run import Run

MOST_STEPS = 10_000_000


class ExtensionSetup(QWidget):
    """Says by how much a run is to go on; the page lets it."""

    extend_requested = Signal(Run, int)  # by so many steps
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: Run | None = None
        self._is_running = False
        what = self.tr("It learns on from where it ended, with the same settings, as part of the same run in History.")
        self._head = PageHead("", what)
        self.more = NumberBox(1, MOST_STEPS, whole=True)
        self.more.setAccessibleName(self.tr("More steps"))
        self.more.changed.connect(self._show)
        label = Label(self.tr("More steps"))
        label.setBuddy(self.more)
        self._total = Label()
        self._total.setProperty("quiet", True)
        self._rate = Label()
        self._rate.setWordWrap(True)
        self.schedule = SchedulePreview()
        self.back = QPushButton(self.tr("Back"))
        self.back.clicked.connect(self.back_requested)
        self.start = QPushButton(self.tr("Go on learning"))
        self.start.setProperty("primary", True)
        self.start.clicked.connect(self._start)
        amount = QHBoxLayout()
        amount.addWidget(label)
        amount.addWidget(self.more)
        amount.addWidget(self._total, 1)
        bottom = QHBoxLayout()
        bottom.addStretch()
        bottom.addWidget(self.back)
        bottom.addWidget(self.start)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._head)
        layout.addLayout(amount)
        layout.addWidget(self._rate)
        layout.addWidget(self.schedule, 1)
        layout.addLayout(bottom)

    @property
    def words(self) -> str:
        return f"{self._total.text()} {self._rate.text()}"

    def begin(self, run: Run) -> None:
        """Offer `run` as many steps as it has made already."""
        self._run = run
        self._head.name(self.tr("Go on with “{name}”").format(name=run.name))
        self.more.setValue(max(1, run.steps))
        self._show()

    def show_running(self, running: bool) -> None:
        """Only one run learns at a time."""
        self._is_running = running
        self._show()

    def _show(self) -> None:
        run = self._run
        if run is None:
            return
        self.start.setEnabled(not self.more.refusal and not self._is_running)
        if self.more.refusal or self._is_running:
            self._rate.setText(self.more.refusal or self.tr("Another run is learning; this one can go on after it."))
            return
        total = run.steps + int(self.more.number())
        locale = QLocale()
        self._total.setText(
            self.tr("after {made}, which makes {total} in all").format(
                made=locale.toString(run.steps), total=locale.toString(total)
            )
        )
        last = learning_rate(run.fine_tuning, run.steps, run.total_steps)
        following = learning_rate(run.fine_tuning, run.steps + 1, total)
        if following > 1.01 * last:
            words = self.tr("The learning rate was {last} at its last step and rises again to {next} at the next one.")
        else:
            words = self.tr("The learning rate was {last} at its last step and is {next} at the next one.")
        self._rate.setText(words.format(last=quantities.decimal(last, 3), next=quantities.decimal(following, 3)))
        self.schedule.show_extension(run, total)

    def _start(self) -> None:
        if self._run is not None:
            self.extend_requested.emit(self._run, int(self.more.number()))
