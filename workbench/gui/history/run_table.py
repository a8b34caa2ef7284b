"""The runs of a project as a table, newest first, and what of it is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont

from workbench.experiments.comparing import Measure, measured_alike, result_of
from workbench.gui.plain import tip
from workbench.gui.words import quantities
from workbench.gui.words.kept import perplexity_change
from workbench.gui.words.measures import figures_in_words, model, protocol
from workbench.gui.words.terms import with_meaning
from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.tasks.registry import shown_of
from workbench.values.measurement import stored_as
from workbench.values.run import Run, RunStatus

RUN = Qt.ItemDataRole.UserRole
SORT = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex

STATUS = {
    RunStatus.QUEUED: QT_TRANSLATE_NOOP("RunTable", "… waiting"),
    RunStatus.RUNNING: QT_TRANSLATE_NOOP("RunTable", "● running"),
    RunStatus.FINISHED: QT_TRANSLATE_NOOP("RunTable", "✓ finished"),
    RunStatus.STOPPED: QT_TRANSLATE_NOOP("RunTable", "■ stopped, kept"),
    RunStatus.FAILED: QT_TRANSLATE_NOOP("RunTable", "✗ failed"),
    RunStatus.INTERRUPTED: QT_TRANSLATE_NOOP("RunTable", "‖ interrupted"),
}


def status_in_words(status: RunStatus) -> str:
    return QCoreApplication.translate("RunTable", STATUS[status])


@dataclass(frozen=True)
class Column:
    """What a table says of a run, and by what it sorts."""

    title: str
    text: Callable[[Run], str]
    order: Callable[[Run], object]
    number: bool = False
    tip: str = ""  # over its head
    about: Callable[[Run], str] | None = None  # how a run's figure was measured
    among: Callable[[Run], str] | None = None  # equal for runs that it may put in an order


class RunRows(QAbstractTableModel):
    """Rows are immutable Run values handed in by the page."""

    def __init__(self, columns: Sequence[Column] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._runs: tuple[Run, ...] = ()

    @property
    def runs(self) -> tuple[Run, ...]:
        return self._runs

    @property
    def columns(self) -> tuple[Column, ...]:
        return self._columns

    def show(self, runs: Sequence[Run], columns: Sequence[Column] | None = None) -> None:
        """`columns` take the place of those that there were. Rows that stay where they are are not made anew."""
        if columns is None and [run.id for run in runs] == [run.id for run in self._runs]:
            self._show_changed(tuple(runs))
            return
        self.beginResetModel()
        self._runs = tuple(runs)
        if columns is not None:
            self._columns = tuple(columns)
        self.endResetModel()

    def _show_changed(self, runs: tuple[Run, ...]) -> None:
        rows = [row for row, (old, new) in enumerate(zip(self._runs, runs, strict=True)) if old != new]
        self._runs = runs
        for row in rows:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._columns) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._runs)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        run, column = self._runs[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.ToolTipRole if column.about is not None:
                return tip(f"{column.text(run)}\n{column.about(run)}")
            case Qt.ItemDataRole.ToolTipRole:
                return tip(column.text(run))
            case Qt.ItemDataRole.DisplayRole:
                return column.text(run)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(column)
            case Qt.ItemDataRole.FontRole if run.is_winner:
                font = QFont()
                font.setBold(True)
                return font
            case _ if role == RUN:
                return run
            case _ if role == SORT:
                return column.order(run)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(self._columns[section])
        if role == Qt.ItemDataRole.ToolTipRole:
            told = self._columns[section].tip
            return with_meaning(told, self._columns[section].title) if told else None  # else the window answers
        return None

    @staticmethod
    def _alignment(column: Column) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignTrailing if column.number else Qt.AlignmentFlag.AlignLeading
        return side | Qt.AlignmentFlag.AlignVCenter


GROUP, TAGS = 4, 5  # columns that say nothing where nothing was filed
FIGURES = 7  # of tasks that measure more than a loss
LOSS = 8  # which perplexity and bits per byte tell as well, where there is no room for all three
PERPLEXITY, BITS = 9, 10  # of next words alone


class RunTable(RunRows):
    """Every run with what tells it from the others."""

    def __init__(self, parent: QObject | None = None) -> None:
        measured = self.tr("Before fine-tuning → kept, on the validation text (not trained on).")
        alike = self.tr("Sorting keeps together what can be compared: runs on one text, in passages of one length")
        per_token = self.tr("{measured} Of next words per token. {alike}, with one tokenizer.").format(
            measured=measured, alike=alike
        )
        per_byte = self.tr("{measured} For any tokenizer. {alike}.").format(measured=measured, alike=alike)
        columns = (
            name_column(),
            Column(self.tr("Status"), lambda run: status_in_words(run.status), lambda run: run.status.value),
            Column(self.tr("Model"), lambda run: model(run.model), lambda run: model(run.model).casefold()),
            Column(self.tr("Text"), lambda run: run.corpora_in_words, lambda run: run.corpora_in_words.casefold()),
            Column(self.tr("Group"), lambda run: run.group, lambda run: run.group.casefold()),
            Column(self.tr("Tags"), _tags, lambda run: _tags(run).casefold()),
            Column(
                self.tr("Steps"),
                _steps,
                lambda run: run.steps,
                number=True,
                tip=self.tr(
                    "How many were made, and which one's weights are the model of the run; 0: what it began from"
                ),
            ),
            Column(
                self.tr("Told right"),
                _figures,
                _first_figure,
                tip=measured,
                about=protocol,
                among=partial(measured_alike, measure=Measure.LOSS),
            ),
            _measured(self.tr("Loss (nats)"), _losses, "best_validation_loss", Measure.LOSS, per_token),
            _measured(self.tr("Perplexity/token"), perplexity_change, "best_validation_loss", Measure.LOSS, per_token),
            _measured(self.tr("Bits/byte"), _bits, "best_bits_per_byte", Measure.BITS, per_byte),
            Column(self.tr("Speed"), _speed, lambda run: run.tokens_per_second or 0.0, number=True),
            Column(self.tr("When"), _when, lambda run: run.created.timestamp()),
        )
        super().__init__(columns, parent)


def name_column() -> Column:
    """The winner of a sweep has a star."""
    title = QCoreApplication.translate("RunTable", "Name")
    return Column(title, lambda run: ("★ " if run.is_winner else "") + run.name, lambda run: run.name.casefold())


def _measured(title: str, text: Callable[[Run], str], result: str, measure: Measure, tip: str) -> Column:
    """A figure of the validation text, which says of each run how it was measured."""

    def order(run: Run) -> float:
        found = result_of(run, result)
        return float("inf") if found is None else found

    return Column(
        title, text, order, number=True, tip=tip, about=protocol, among=partial(measured_alike, measure=measure)
    )  # fmt: skip


def _figures(run: Run) -> str:
    """With its name, since it is not the same for every task."""
    return quantities.listing(f"{title} {change}" for title, change in figures_in_words(run)[:1])


def _first_figure(run: Run) -> float:
    """The better, the earlier."""
    shown = shown_of(run).figures
    found = run.best_figures.get(stored_as(run.task, shown[0].name)) if shown else None
    return float("inf") if found is None else -found


def _tags(run: Run) -> str:
    return quantities.listing(run.tags)


def _losses(run: Run) -> str:
    return quantities.change(quantities.loss(run.base_validation_loss), quantities.loss(run.best_validation_loss))


def _steps(run: Run) -> str:
    made = QLocale().toString(run.steps)
    if run.kept_step in (None, run.steps):
        return made
    words = QCoreApplication.translate("RunTable", "{made}, kept {kept}")
    return words.format(made=made, kept=QLocale().toString(run.kept_step))


def _bits(run: Run) -> str:
    if run.bytes_per_token is None and run.base_figures:
        return "–"  # what is learnt is not told in bytes
    return quantities.change(quantities.loss(run.base_bits_per_byte), quantities.loss(run.best_bits_per_byte))


def _speed(run: Run) -> str:
    return quantities.speed(run.tokens_per_second)


def _when(run: Run) -> str:
    return quantities.moment(run.created)
