"""What is behind a plot: its numbers in a table that can be copied, and what its lines do in words."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QPushButton, QTableView, QVBoxLayout, QWidget

from workbench.gui.plain import Label
from workbench.gui.plots.growing_curve import Floats
from workbench.gui.words import quantities
from workbench.gui.words.sentences import told
from workbench.measuring.curve_shape import shape
from workbench.messages.message import in_turn, message

DIGITS = 6  # of a value
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, eq=False)
class Column:
    """One line of a plot. `stands` is whether it tells something of its own, and not what another tells smoothed."""

    title: str
    x: Floats
    y: Floats
    stands: bool = True


def in_words(x_label: str, y_label: str, columns: Sequence[Column]) -> str:
    """What each line does; empty where there are no points."""
    found = [(each.title, shape(each.x, each.y)) for each in columns if each.stands]
    said = [
        message("curve.of", name=title, shape=way) if title else message("curve.only", shape=way)
        for title, way in found
        if way is not None
    ]
    return told(message("curve.plot", up=y_label, across=x_label, lines=in_turn(said))) if said else ""


class TableButton(QPushButton):
    """Shows the table of a plot, or the plot again."""

    def __init__(self, plot: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Table"))
        self.setProperty("link", True)
        self.setCheckable(True)
        self.name(plot)

    def name(self, plot: str) -> None:
        self.setAccessibleName(self.tr("Table: {plot}").format(plot=plot))


class PlotTable(QWidget):
    """Stands in the plot's place."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CurveTable(self)
        self.view = _Copied()
        self.view.setModel(self.model)
        self.view.setAccessibleName(name)
        self._words = Label()
        self._words.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._words)
        layout.addWidget(self.view, 1)

    @property
    def words(self) -> str:
        return self._words.text()

    def show_columns(self, x_label: str, y_label: str, columns: Sequence[Column]) -> None:
        self._words.setText(in_words(x_label, y_label, columns))
        self.view.setAccessibleDescription(self._words.text())
        self.model.show_columns(x_label, y_label, columns)


class CurveTable(QAbstractTableModel):
    """A row for each place on the horizontal axis, a column for each line; empty where a line has no point there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles: tuple[str, ...] = ("",)
        self._x: Floats = np.empty(0)
        self._values: Floats = np.empty((0, 0))  # [lines, places]

    def show_columns(self, x_label: str, y_label: str, columns: Sequence[Column]) -> None:
        """Of lines that grow the rows that there are stay, chosen as they are."""
        titles = (x_label, *(each.title or y_label for each in columns))
        x = np.unique(np.concatenate([each.x for each in columns])) if columns else np.empty(0)
        values = np.full((len(columns), len(x)), np.nan)
        for line, each in zip(values, columns, strict=True):
            line[np.searchsorted(x, each.x)] = each.y
        before = len(self._x)
        if titles == self._titles and len(x) >= before and np.array_equal(x[:before], self._x):
            if len(x) > before:
                self.beginInsertRows(QModelIndex(), before, len(x) - 1)
            self._x, self._values = x, values
            if len(x) > before:
                self.endInsertRows()
            if before:
                self.dataChanged.emit(self.index(0, 0), self.index(before - 1, len(columns)))
            return
        self.beginResetModel()
        self._titles, self._x, self._values = titles, x, values
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._x)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if not index.column():
            return quantities.plain(float(self._x[index.row()]), DIGITS)
        value = float(self._values[index.column() - 1, index.row()])
        return "" if np.isnan(value) else quantities.plain(value, DIGITS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return None

    def as_text(self, rows: Sequence[int]) -> str:
        """For a spreadsheet: tabs between the columns, which have their titles; numbers with a point."""
        written = StringIO()
        table = csv.writer(written, delimiter="\t", lineterminator="\n")
        table.writerow(self._titles)
        for row in rows:
            values = (self._x[row], *self._values[:, row])
            table.writerow(["" if np.isnan(value) else f"{value:.{DIGITS}g}" for value in values])
        return written.getvalue()


class _Copied(QTableView):
    """Ctrl+C copies the rows that are chosen, or all where none is."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setResizeContentsPrecision(0)  # by the rows that are seen
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        model = self.model()
        if event.matches(QKeySequence.StandardKey.Copy) and isinstance(model, CurveTable):
            rows = sorted(index.row() for index in self.selectionModel().selectedRows())
            QGuiApplication.clipboard().setText(model.as_text(rows or range(model.rowCount())))
        elif event.key() == Qt.Key.Key_T and not event.modifiers():
            event.ignore()  # the plot's, which shows its curves again; Qt would look for a row that begins with it
        else:
            super().keyPressEvent(event)
