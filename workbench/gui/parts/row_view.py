"""A table of which whole rows are chosen: how the texts and the runs of a project are listed."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

MEASURED_ROWS = 40  # for the widths of the columns: of a thousand, each would be asked for all it shows


class RowView(QTableView):
    """The first column, a name, takes the room that the others leave."""

    def __init__(self, model: QAbstractItemModel, name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the table."""
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(5 * self.fontMetrics().height())  # its heads and a row
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the end of a name is what tells runs apart
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setResizeContentsPrecision(MEASURED_ROWS)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
