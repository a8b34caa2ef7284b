"""A small table that is read and not chosen from; its rows are as high as their words need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem, QWidget


class FigureTable(QTableWidget):
    """As high as its rows, so that whatever it stands in scrolls, and not the table."""

    def __init__(
        self, name: str, titles: Sequence[str], wide: int, words: Sequence[int] = (0,), parent: QWidget | None = None
    ) -> None:
        """`wide` is the column that takes the room that the others leave; it and those of `words` hold no numbers."""
        super().__init__(0, len(titles), parent)
        self._wide = wide
        self._words = (*words, wide)
        self._titles = tuple(titles)
        self._shown: Sequence[Sequence[str]] = ()
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(titles))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.sectionResized.connect(lambda: self._fit())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()  # words wrap otherwise now

    def show_titles(self, titles: Sequence[str]) -> None:
        """Other columns than before."""
        self._titles = tuple(titles)
        self.setColumnCount(len(titles))
        self.setHorizontalHeaderLabels(list(titles))

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        self._shown = rows
        self.setRowCount(len(rows))
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                side = Qt.AlignmentFlag.AlignLeading if column in self._words else Qt.AlignmentFlag.AlignTrailing
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(row, column, item)
        self._fit()

    def rows(self) -> list[Sequence[str]]:
        """What it shows, its titles first."""
        return [self._titles, *self._shown]

    def _fit(self) -> None:
        self.resizeRowsToContents()
        heights = sum(self.rowHeight(row) for row in range(self.rowCount()))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + heights + 2 * self.frameWidth() + 2)
