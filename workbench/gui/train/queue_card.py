"""The runs that wait for their turn: a short list under the Train page, in an order that can be changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from workbench.experiments.queue import Queue, Removed
from workbench.gui.context import Context
from workbench.gui.parts.elided import ElidedLabel
from workbench.gui.parts.offers import Offer, Offers
from workbench.gui.parts.undo_strip import UndoStrip
from workbench.gui.plain import Label, tip
from workbench.gui.steady import keeping_room
from workbench.gui.train.model_names import name_of_base
from workbench.gui.words import measures
from workbench.gui.words.counts import Counts
from workbench.gui.words.headlines import title_of
from workbench.gui.words.knobs import label, value_in_words
from workbench.values.changes import Changes
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Method
from workbench.values.model_ref import ModelRef
from workbench.values.place import HERE, Where
from workbench.values.run import NEXT_WORD, Input, Run

ROWS = 3  # that are seen at once
LEAST_TARGET = 24  # pixels, of what is to be clicked
Index = QModelIndex | QPersistentModelIndex


class WaitingRuns(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs: tuple[Run, ...] = ()
        self._rows: tuple[str, ...] = ()  # asked for at each painting, so found once

    @property
    def runs(self) -> tuple[Run, ...]:
        return self._runs

    def show(self, runs: Sequence[Run]) -> None:
        rows = tuple(self._words(number, run) for number, run in enumerate(runs, start=1))
        self.beginResetModel()
        self._runs, self._rows = tuple(runs), rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._runs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        words = self._rows[index.row()]
        return words if role == Qt.ItemDataRole.DisplayRole else tip(words)

    def _words(self, place: int, run: Run) -> str:
        unit, amount = run.fine_tuning.budget
        budget = f"{label(unit)} {value_in_words(unit, amount)}"
        # A run that nobody has named is called after its text and its model.
        made_of = (each for each in (*run.corpora, name_of_base(run)) if each not in run.name)
        learns = [] if run.task == NEXT_WORD else [title_of(run)]
        if (method := run.fine_tuning.method) is not Method.FULL:
            learns.append(value_in_words("method", method))
        if run.teacher is not None:
            learns.append(self.tr("taught by “{name}”").format(name=measures.model(run.teacher.name)))
        parts = " · ".join((run.name, *made_of, *learns, budget))
        return self.tr("{place}. {run}").format(place=place, run=parts)


class QueueCard(QFrame):
    """Keeps the queue in order and says when the next turn may begin; hidden while nothing waits."""

    started = Signal()  # the next run may begin

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._context = context
        self.queue = Queue(context.services)
        self.is_going = False  # whether the next run begins as soon as the last one has ended
        self._turns = 0  # that were taken since it began to go
        self._title = Label()
        self._title.setProperty("subheading", True)
        self._remark = ElidedLabel()
        self._remark.setProperty("quiet", True)
        self.unfold = QPushButton()
        self.unfold.setProperty("link", True)
        self.unfold.setMinimumWidth(LEAST_TARGET)
        self.unfold.setCheckable(True)
        self.unfold.setChecked(True)
        self.unfold.setAccessibleName(self.tr("Show the runs that wait"))
        self.unfold.toggled.connect(lambda _: self._show_rows())
        self.start = QPushButton()
        self.start.clicked.connect(self._start_or_hold)
        self.clear = self._button(self.tr("Empty"), self.tr("Take all runs out of the queue"), self._clear)
        self.earlier = self._button("↑", self.tr("Make the selected run earlier"), lambda: self._move(1))
        self.later = self._button("↓", self.tr("Make the selected run later"), lambda: self._move(-1))
        self.remove = self._button(self.tr("Remove"), self.tr("Take the selected run out of the queue"), self._remove)
        self.model = WaitingRuns(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Runs that wait for their turn"))
        self.view.setUniformItemSizes(True)
        self.view.setSpacing(2)
        self.view.selectionModel().selectionChanged.connect(lambda: self._enable())
        self.undo = UndoStrip()
        Offers(self.view, self._offered)
        self._lay_out()
        context.changed.connect(self._hear)
        self.refresh()

    @property
    def words(self) -> str:
        return f"{self._title.text()} {self._remark.text()}".strip()

    def add(
        self,
        settings: FineTuning,
        prompts: Sequence[str],
        inputs: Sequence[Input],
        teacher: ModelRef | None = None,
        where: Where = HERE,
    ) -> None:
        """Let a run of the chosen model on the chosen text wait; the first of its inputs is of that text."""
        corpus, model = self._context.corpus, self._context.model
        if corpus and model:
            with self._context.telling():
                first, *beside = inputs
                run = self.queue.add(
                    corpus,
                    model,
                    settings,
                    prompts=prompts,
                    task=first.task,
                    beside=beside,
                    teacher=teacher,
                    where=where,
                )
                self._context.tell(Changes.of_waiting(run), self)

    def next_run(self) -> Run | None:
        """Whose turn it is, if the queue is to go on; where nothing waits any more it stops going on."""
        waiting = self.queue.waiting()
        self.is_going = self.is_going and bool(waiting)
        if not self.is_going:
            self._turns = 0
            return None
        self._turns += 1
        return waiting[0]

    def turn_in_words(self, run: Run) -> str:
        """Which of how many turns is that of `run`, the next one, such as “2 of 3, Learning rate 0.001”."""
        total = self._turns + len(self.queue.waiting()) - 1
        name = run.name.removeprefix(f"{run.group}: ") if run.group else run.name
        words = self.tr("{turn} of {total}, {name}")
        return words.format(turn=self._turns, total=total, name=name) if total > 1 else ""

    def begin(self) -> None:
        """Let the runs take their turns, the first as soon as none is running."""
        self.is_going = self.queue.others.admits = True
        self.refresh()
        self.started.emit()

    def hold(self) -> None:
        """The run that is running goes on, but none begins after it."""
        self.is_going = self.queue.others.admits = False
        self.refresh()

    def say(self, remark: str) -> None:
        """In a line of its own, such as how much disk was freed."""
        self._remark.setText(remark)
        self.refresh()

    def refresh(self) -> None:
        chosen = self._selected()
        waiting = self.queue.waiting()
        if waiting != self.model.runs:
            self.model.show(waiting)
            if chosen is not None:
                self._select(chosen)
        count = len(waiting)
        title = Counts.tr("%Ln runs wait", "", count)
        self._title.setText(title if count else self.tr("Nothing waits any more"))
        self.start.setText(self.tr("Hold the queue") if self.is_going else self.tr("Start the queue"))
        self._show_rows()
        for button in (self.start, self.clear, self.unfold):
            button.setVisible(bool(count))
        # It goes only when nobody is at the page, see `tidy`: what stands above it would move under the pointer.
        if count:
            self.show()
        self._enable()

    def tidy(self) -> None:
        """Make room where nothing waits any more and nothing is said of what is gone."""
        self.setVisible(bool(self.model.runs or self.undo.isVisibleTo(self) or self._remark.text()))
        self._rows.setVisible(self.unfold.isChecked() and bool(self.model.runs))

    def _show_rows(self) -> None:
        self.unfold.setText("▾" if self.unfold.isChecked() else "▸")
        if self.model.runs or not self.unfold.isChecked():
            self._rows.setVisible(self.unfold.isChecked())

    def _start_or_hold(self) -> None:
        if self.is_going:
            self.hold()
        else:
            self.begin()

    def _move(self, places: int) -> None:
        run = self._selected()
        if run is not None:
            with self._context.telling():
                self._context.tell(self.queue.move(run, places), self)

    def _remove(self) -> None:
        run = self._selected()
        if run is not None:
            self._take_out([run], self.tr("Took “{name}” out of the queue.").format(name=run.name))

    def _clear(self) -> None:
        runs = self.model.runs
        self._take_out(runs, Counts.tr("Took %Ln runs out of the queue.", "", len(runs)))

    def _take_out(self, runs: Sequence[Run], done: str) -> None:
        with self._context.telling():
            removed = self.queue.remove(runs)
            self.undo.offer(done, lambda: self._put_back(removed))
            self._context.tell(Changes.of_waiting(*(each.run for each in removed)), self)

    def _put_back(self, removed: Sequence[Removed]) -> None:
        with self._context.telling():
            self._context.tell(self.queue.put_back(removed), self)

    def _hear(self, changes: Changes) -> None:
        if changes.queue or changes.runs & {run.id for run in self.model.runs}:
            self.refresh()

    def _selected(self) -> Run | None:
        rows = self.view.selectionModel().selectedIndexes()
        return self.model.runs[rows[0].row()] if rows else None

    def _select(self, run: Run) -> None:
        for row, waiting in enumerate(self.model.runs):
            if waiting.id == run.id:
                flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.view.selectionModel().setCurrentIndex(self.model.index(row), flag)

    def _enable(self) -> None:
        run, runs = self._selected(), self.model.runs
        self.earlier.setEnabled(run is not None and run.id != runs[0].id)
        self.later.setEnabled(run is not None and run.id != runs[-1].id)
        self.remove.setEnabled(run is not None)

    def _offered(self) -> list[Offer]:
        if self._selected() is None:
            return []
        return [
            Offer(self.earlier, key="Alt+Up"), Offer(self.later, key="Alt+Down"), Offer(self.remove, key="Del")
        ]  # fmt: skip

    def _button(self, text: str, name: str, do: object) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(do)
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for button in (self.unfold, self.clear, self.start):
            keeping_room(button)
        top.addWidget(self.unfold)
        top.addWidget(self._title)
        top.addSpacing(8)
        top.addWidget(self._remark, 1)
        top.addWidget(self.undo, 2)
        top.addWidget(self.clear)
        top.addWidget(self.start)
        self._rows = QWidget()
        rows = QHBoxLayout(self._rows)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.view, 1)
        for button in (self.earlier, self.later, self.remove):
            rows.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 6)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self._rows)
        self.view.setFixedHeight(ROWS * (self.fontMetrics().height() + 5) + 8)  # however many wait
        top.setSpacing(8)
        self.hide()
