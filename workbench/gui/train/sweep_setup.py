"""Setting up a sweep: what is varied, how many runs that makes, and what each of them costs, before any begins."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.experiments.sweep import MOST_RUNS, NO_WINNER, PlannedRun, Sweep
from workbench.gui.parts.number_box import NumberBox
from workbench.gui.parts.page_head import PageHead
from workbench.gui.parts.row_view import RowView
from workbench.gui.plain import Label
from workbench.gui.steady import ComboBox
from workbench.gui.train.varied_row import VariedRow
from workbench.gui.words import knobs, quantities
from workbench.gui.words.counts import Counts
from workbench.gui.words.sentences import sentence
from workbench.gui.words.why import Turned, answer
from workbench.messages.errors import KnownError
from workbench.messages.why.sweeping import SWEEPING
from workbench.models.card import Fit
from workbench.values.fine_tuning import FineTuning
from workbench.values.run import NEXT_WORD

Index = QModelIndex | QPersistentModelIndex
DRAWS = 8


class PlanTable(QAbstractTableModel):
    """A row for each run that would be made."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._heads = (self.tr("Run"), self.tr("Steps"), self.tr("Time"), self.tr("Memory"), self.tr("Fits"))

    def show(self, planned: Sequence[PlannedRun], settings: Sequence[str]) -> None:
        self.beginResetModel()
        fits = {Fit.FITS: self.tr("✓ fits"), Fit.TIGHT: self.tr("! tight"), Fit.DOES_NOT_FIT: self.tr("✗ does not fit")}
        self._rows = tuple(
            (
                quantities.listing(knobs.setting_in_words(name, getattr(run.fine_tuning, name)) for name in settings),
                str(run.estimate.steps),
                quantities.expected_duration([run.estimate]),
                quantities.memory(run.estimate.memory_bytes),
                fits[run.estimate.fit],
            )
            for run in planned
        )
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return self._rows[index.row()][index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None


class SweepSetup(QWidget):
    """Says which sweep a person has in mind; the page finds out what it costs and lets its runs wait."""

    sweep_changed = Signal(Sweep)
    queue_requested = Signal(Sweep, str, bool)  # name, and whether all checkpoints are kept
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base = FineTuning()
        self._sweep: Sweep | None = None
        self.first, self.second = VariedRow(False), VariedRow(True)
        self.way = ComboBox()
        self.way.setAccessibleName(self.tr("Which combinations are tried"))
        self.way.addItem(self.tr("every combination"), False)
        self.way.addItem(self.tr("random draws"), True)
        self.draws = NumberBox(1, MOST_RUNS, whole=True)
        self.draws.setAccessibleName(self.tr("Number of draws"))
        self.draws.setValue(DRAWS)
        self.seed = NumberBox(0, 2**31 - 1, whole=True)
        self.seed.setAccessibleName(self.tr("Seed of the draws"))
        self.seed.setToolTip(self.tr("The same seed draws the same values"))
        self.budget = ComboBox()
        self.budget.setAccessibleName(self.tr("Budget"))
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of the sweep"))
        self.name.setPlaceholderText(self.tr("Name, such as “learning rates” (may be left out)"))
        self.keeps_all = QCheckBox(self.tr("Keep the checkpoints of all runs"))
        self.keeps_all.setToolTip(self.tr("Else only the best run keeps its own, and the disk space is freed"))
        self._words = Label()
        self._words.setProperty("subheading", True)
        self._words.setWordWrap(True)
        self.table = PlanTable(self)
        self._view = RowView(self.table, self.tr("Runs that would be made"))
        self._view.setSelectionMode(RowView.SelectionMode.NoSelection)
        self.back = QPushButton(self.tr("Back"))
        self.back.clicked.connect(self.back_requested)
        self.start = QPushButton(self.tr("Start the sweep"))
        self.start.setProperty("primary", True)
        self.start.clicked.connect(self._start)
        self._lay_out()
        for row in (self.first, self.second):
            row.changed.connect(self._change)
        for box in (self.way, self.budget):
            box.currentIndexChanged.connect(lambda _: self._change())
        for number in (self.draws, self.seed):
            number.changed.connect(self._change)

    @property
    def words(self) -> str:
        return self._words.text()

    def explain(self, part: QWidget) -> str:
        """Why a part of it would be another."""
        rows = (self.first, self.second)
        parts = (
            ("range", Turned.NUMBER, [box for row in rows for box in (row.low, row.high)]),
            ("count", Turned.NUMBER, [row.count for row in rows]),
            ("scale", Turned.CHOICE, [row.scale for row in rows]),
            ("combinations", Turned.CHOICE, [self.way]),
            ("draws", Turned.NUMBER, [self.draws]),
            ("seed", Turned.NUMBER, [self.seed]),
            ("budget", Turned.CHOICE, [self.budget]),
            ("keeps_all", Turned.SWITCH, [self.keeps_all]),
        )
        for name, turned, boxes in parts:
            for box in boxes:
                if box is part or box.isAncestorOf(part):
                    title = self.keeps_all.text() if box is self.keeps_all else box.accessibleName()
                    return answer(title, SWEEPING[name], turned, self.palette())
        return ""

    def begin(self, base: FineTuning, tasks: frozenset[str] = frozenset({NEXT_WORD})) -> None:
        """Runs like `base` but for what is varied: one that the tasks have, first the rate."""
        self._base = base
        unit, amount = base.budget
        budget = f"{knobs.label(unit)} {knobs.value_in_words(unit, amount)}"
        chosen = max(0, self.budget.currentIndex())
        self.budget.blockSignals(True)
        self.budget.clear()
        self.budget.addItem(self.tr("{budget} each").format(budget=budget), False)
        self.budget.addItem(self.tr("{budget} in all").format(budget=budget), True)
        self.budget.setCurrentIndex(chosen)
        self.budget.blockSignals(False)
        for row, setting in ((self.first, "learning_rate"), (self.second, None)):
            row.blockSignals(True)
            row.begin(base, setting, tasks)
            row.blockSignals(False)
        self._change()

    def show_plan(self, planned: Sequence[PlannedRun]) -> None:
        assert self._sweep is not None
        self.table.show(planned, [each.setting for each in self._sweep.varied])
        misfits = sum(run.estimate.fit is Fit.DOES_NOT_FIT for run in planned)
        time = quantities.expected_duration(run.estimate for run in planned)
        words = Counts.tr("%Ln runs, {time} together", "", len(planned))
        words = words.format(time=time)
        if not self._sweep.has_winner:
            no_winner = QCoreApplication.translate("Sweep", NO_WINNER)
            words = self.tr("{words}. {more}").format(words=words, more=no_winner)
        if misfits:
            words = Counts.tr("✗ %Ln of these runs need more memory than there is", "", misfits)
        self._words.setText(words)
        self.start.setEnabled(not misfits)

    def show_problem(self, problem: str) -> None:
        self.table.show((), ())
        self._words.setText(problem)
        self.start.setEnabled(False)

    def ask_again(self) -> None:
        """Let the plan be shown anew, since what it costs is known better."""
        if self._sweep is not None:
            self.sweep_changed.emit(self._sweep)

    def _change(self) -> None:
        drawn = bool(self.way.currentData())
        for widget in self._of_draws:
            widget.setVisible(drawn)
        refusals = [
            self.first.refusal,
            self.second.refusal,
            *((self.draws.refusal, self.seed.refusal) if drawn else ()),
        ]
        if any(refusals):
            self._sweep = None
            self.show_problem(next(filter(None, refusals)))
            return
        try:
            varied = tuple(found for row in (self.first, self.second) if (found := row.varied()) is not None)
            self._sweep = Sweep(
                self._base, varied, int(self.draws.number()) if drawn else 0, int(self.seed.number()),
                is_shared=bool(self.budget.currentData()),
            )  # fmt: skip
        except KnownError as error:
            self._sweep = None
            self.show_problem(sentence(error))
            return
        self.sweep_changed.emit(self._sweep)

    def _start(self) -> None:
        if self._sweep is not None:
            self.queue_requested.emit(self._sweep, self.name.text().strip(), self.keeps_all.isChecked())

    def _lay_out(self) -> None:
        explanation = Label(
            self.tr(
                "Several runs, alike but for one setting or two. They wait in the queue and are made one after another;"
                " the one that does best on unseen text is marked with a star."
            )
        )
        explanation.setWordWrap(True)
        explanation.setProperty("quiet", True)
        seed = Label(self.tr("seed"))
        self._of_draws = (self.draws, seed, self.seed)
        ways = QHBoxLayout()
        for widget in (Label(self.tr("Try")), self.way, *self._of_draws):
            ways.addWidget(widget)
        ways.addStretch()
        ways.addWidget(self.budget)
        what = QFrame()
        what.setProperty("card", True)
        inside = QVBoxLayout(what)
        for row, text in ((self.first, self.tr("Vary")), (self.second, self.tr("and"))):
            line = QHBoxLayout()
            line.addWidget(_Caption(text, self.tr("Vary"), row.setting), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(row, 1)
            inside.addLayout(line)
        inside.addLayout(ways)
        kept = QHBoxLayout()
        kept.addWidget(self.name, 1)
        kept.addWidget(self.keeps_all)
        inside.addLayout(kept)
        bottom = QHBoxLayout()
        bottom.addWidget(self._words, 1)
        bottom.addWidget(self.back)
        bottom.addWidget(self.start)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(PageHead(self.tr("Vary settings")))
        layout.addWidget(explanation)
        layout.addWidget(what)
        layout.addWidget(self._view, 1)
        layout.addLayout(bottom)


class _Caption(Label):
    """As high as the box beside it, and as wide as `widest`."""

    def __init__(self, text: str, widest: str, beside: QWidget) -> None:
        super().__init__(text)
        self._widest, self._beside = widest, beside

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._widest), self._beside.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
