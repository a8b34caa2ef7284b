"""The runs of a project as a table, newest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from workbench.errors import QT_TRANSLATE_NOOP
from workbench.gui import quantities
from workbench.records import Run, RunStatus

RUN = Qt.ItemDataRole.UserRole
SORT = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex

STATUS = {
    RunStatus.RUNNING: QT_TRANSLATE_NOOP("RunTable", "● running"),
    RunStatus.FINISHED: QT_TRANSLATE_NOOP("RunTable", "✓ finished"),
    RunStatus.STOPPED: QT_TRANSLATE_NOOP("RunTable", "■ stopped, kept"),
    RunStatus.FAILED: QT_TRANSLATE_NOOP("RunTable", "✗ failed"),
    RunStatus.INTERRUPTED: QT_TRANSLATE_NOOP("RunTable", "‖ interrupted"),
}


def status_in_words(status: RunStatus) -> str:
    return QCoreApplication.translate("RunTable", STATUS[status])


@dataclass(frozen=True)
class _Column:
    title: str
    text: Callable[[Run], str]
    order: Callable[[Run], object]
    number: bool = False


class RunTable(QAbstractTableModel):
    """Rows are immutable Run values handed in by the page."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs: tuple[Run, ...] = ()
        self._columns = (
            _Column(self.tr("Name"), lambda run: run.name, lambda run: run.name.casefold()),
            _Column(self.tr("Status"), lambda run: status_in_words(run.status), lambda run: run.status.value),
            _Column(self.tr("Model"), lambda run: run.model, lambda run: run.model.casefold()),
            _Column(self.tr("Text"), lambda run: run.corpus, lambda run: run.corpus.casefold()),
            _Column(self.tr("Steps"), lambda run: QLocale().toString(run.steps), lambda run: run.steps, number=True),
            _Column(self.tr("Validation loss"), _losses, _best, number=True),
            _Column(self.tr("Perplexity"), _perplexities, _best, number=True),
            _Column(self.tr("Speed"), _speed, lambda run: run.tokens_per_second or 0.0, number=True),
            _Column(self.tr("When"), _when, lambda run: run.created.timestamp()),
        )

    def show(self, runs: Sequence[Run]) -> None:
        self.beginResetModel()
        self._runs = tuple(runs)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._runs)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        run, column = self._runs[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return column.text(run)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(column)
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
        if role == Qt.ItemDataRole.ToolTipRole and self._columns[section].text in (_losses, _perplexities):
            return self.tr("Before fine-tuning → best, on the validation text (not trained on); loss in nats per token")
        return None

    @staticmethod
    def _alignment(column: _Column) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignTrailing if column.number else Qt.AlignmentFlag.AlignLeading
        return side | Qt.AlignmentFlag.AlignVCenter


class RunFilter(QSortFilterProxyModel):
    """Sorts by what a column means, and keeps the runs that have every word of a query somewhere."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self.setSortRole(SORT)

    def keep(self, query: str) -> None:
        self.beginFilterChange()
        self._words = tuple(query.casefold().split())
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        run: Run = self.sourceModel().index(row, 0, parent).data(RUN)
        hay = " ".join((run.name, run.model, run.corpus, run.note, status_in_words(run.status))).casefold()
        return all(word in hay for word in self._words)


def _best(run: Run) -> float:
    return float("inf") if run.best_validation_loss is None else run.best_validation_loss


def _losses(run: Run) -> str:
    return quantities.change(quantities.loss(run.base_validation_loss), quantities.loss(run.best_validation_loss))


def _perplexities(run: Run) -> str:
    before, after = run.base_validation_loss, run.best_validation_loss
    return quantities.change(quantities.perplexity(before), quantities.perplexity(after))


def _speed(run: Run) -> str:
    return quantities.speed(run.tokens_per_second)


def _when(run: Run) -> str:
    moment = QDateTime.fromSecsSinceEpoch(int(run.created.timestamp()))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
