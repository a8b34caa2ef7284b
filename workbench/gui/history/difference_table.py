"""Only the settings in which runs differ, a column for each, beside the results; it sorts by any of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.experiments.comparing import (
    NO_SETTINGS,
    Comparable,
    Measure,
    comparable,
    differences,
    measured_alike,
    result_of,
    results_of,
    value_of,
)
from workbench.gui.history.run_filter import RunFilter, RunQuery
from workbench.gui.history.run_table import Column, RunRows, name_column
from workbench.gui.parts.row_view import RowView
from workbench.gui.parts.saving import Rows, SaveButton
from workbench.gui.plain import Label
from workbench.gui.words import measures
from workbench.gui.words.counts import Counts
from workbench.values.run import Run


class DifferenceTable(QWidget):
    run_chosen = Signal(Run)  # by a double click

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = RunRows((name_column(),), self)
        self.shown = RunFilter(self)
        self.shown.setSourceModel(self._rows)
        self.shown.keep(RunQuery(archived=True))
        self.view = RowView(self.shown, self.tr("Settings in which the runs differ, and their results"))
        self.view.setSortingEnabled(True)
        self.view.setAlternatingRowColors(True)
        self.view.doubleClicked.connect(lambda index: self.run_chosen.emit(self.shown.runs()[index.row()]))
        self._words = Label()
        self._words.setProperty("quiet", True)
        self._words.setWordWrap(True)
        self.save = SaveButton(self.tr("Differences"), self.as_text, self.as_rows, self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self._words)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.save, 0, Qt.AlignmentFlag.AlignTrailing)

    @property
    def words(self) -> str:
        return self._words.text()

    def show_runs(self, runs: Sequence[Run]) -> None:
        names = [difference.name for difference in differences(runs)]
        ranking = comparable(runs)
        results = sorted(
            results_of(runs), key=lambda name: name != ranking.result
        )  # what they are ranked by comes first
        columns = (name_column(), *map(_setting, names), *(_result(name, ranking) for name in results))
        self._rows.show(runs, columns)
        # Where none is the best they keep the order in which they came.
        best = -1 if ranking.measure is None else len(names) + 1
        self.view.sortByColumn(best, Qt.SortOrder.AscendingOrder)
        if names:
            self._words.setText(
                Counts.tr(
                    "%Ln settings differ; the others are the same in all of these runs.",
                    "",
                    len(names),
                )
            )
        else:
            self._words.setText(self.tr("All settings are the same; what differs between these runs is chance."))

    def as_rows(self) -> Rows:
        columns = range(self.shown.columnCount())
        head = [self.shown.headerData(column, Qt.Orientation.Horizontal) for column in columns]
        return [
            head,
            *([self.shown.index(row, column).data() for column in columns] for row in range(self.shown.rowCount())),
        ]

    def as_text(self) -> str:
        return "\n".join("\t".join(map(str, row)) for row in self.as_rows())


def _setting(name: str) -> Column:
    return Column(
        measures.setting(name),
        lambda run: measures.setting_value(name, value_of(run, name)),
        lambda run: sortable(value_of(run, name)),
        number=name not in NO_SETTINGS,
    )


def _result(name: str, ranking: Comparable) -> Column:
    order: Callable[[Run], object] = lambda run: sortable(result_of(run, name))  # noqa: E731
    text: Callable[[Run], str] = lambda run: measures.result_value(name, run)  # noqa: E731
    if name not in measures.LOSSES:
        return Column(measures.result(name, ranking.headline), text, order, number=True)
    unit = Measure.BITS if "bits" in name else Measure.LOSS
    return Column(
        measures.result(name, ranking.headline), text, order, number=True, tip=measures.why(ranking),
        about=measures.protocol, among=partial(measured_alike, measure=unit),
    )  # fmt: skip


def sortable(value: object) -> object:
    """Numbers by size, what has no value last, and anything else by its name."""
    if value is None:
        return float("inf")
    return value if isinstance(value, (int, float)) else str(value)
