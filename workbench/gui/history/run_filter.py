"""Which runs of the table are shown, and in which order."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QObject,
    QSortFilterProxyModel,
)

from workbench.gui.history.run_table import RUN, SORT, Index, RunRows, status_in_words
from workbench.gui.words.measures import model
from workbench.values.run import Run, RunStatus


@dataclass(frozen=True)
class RunQuery:
    """Which runs to show; an empty text or None lets all pass."""

    words: str = ""  # every one of them somewhere in the name, model, text, note, tags, group or status
    status: RunStatus | None = None
    model: str = ""
    corpus: str = ""
    group: str = ""
    tag: str = ""
    archived: bool = False  # those too

    def takes(self, run: Run) -> bool:
        if run.is_archived and not self.archived:
            return False
        if self.status not in (None, run.status) or (self.tag and self.tag not in run.tags):
            return False
        wanted = ((self.model, (run.model,)), (self.corpus, run.corpora), (self.group, (run.group,)))
        if any(filed and filed not in found for filed, found in wanted):
            return False
        if not self.words:
            return True
        said = (run.name, run.model, model(run.model), *run.corpora, run.note, run.group, *run.tags)
        hay = " ".join((*said, status_in_words(run.status))).casefold()
        return all(word in hay for word in self.words.casefold().split())


class RunFilter(QSortFilterProxyModel):
    """Sorts by what a column means, and keeps the runs that a query takes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._query = RunQuery()
        self.setSortRole(SORT)

    def keep(self, query: RunQuery) -> None:
        self.beginFilterChange()
        self._query = query
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def runs(self) -> list[Run]:
        """Those that are shown, in their order."""
        return [self.index(row, 0).data(RUN) for row in range(self.rowCount())]

    def lessThan(self, left: Index, right: Index) -> bool:
        source = self.sourceModel()
        assert isinstance(source, RunRows)
        among = source.columns[left.column()].among
        if among is not None:
            one, other = among(source.runs[left.row()]), among(source.runs[right.row()])
            if one != other:
                return one < other
        return super().lessThan(left, right)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        source = self.sourceModel()
        assert isinstance(source, RunRows)
        return self._query.takes(source.runs[row])
