"""The corpora of a project as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt

from workbench.gui.words import quantities
from workbench.values.corpus import Corpus

Index = QModelIndex | QPersistentModelIndex
NAME, WORDS, CHARACTERS, FILES, CREATED = range(5)


class CorpusTable(QAbstractTableModel):
    """Immutable Corpus values, newest first, handed in by the Text page."""

    def __init__(self, parent: object = None) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self._corpora: tuple[Corpus, ...] = ()

    def show(self, corpora: Sequence[Corpus]) -> None:
        self.beginResetModel()
        self._corpora = tuple(corpora)
        self.endResetModel()

    def put(self, corpus: Corpus) -> None:
        """In the place of what was known of it before."""
        row = self.row_of(corpus.name)
        if row >= 0:
            self._corpora = (*self._corpora[:row], corpus, *self._corpora[row + 1 :])
            self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def corpus(self, row: int) -> Corpus:
        return self._corpora[row]

    def row_of(self, name: str | None) -> int:
        """The row of the corpus of that name; -1 where there is none."""
        return next((row for row, corpus in enumerate(self._corpora) if corpus.name == name), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._corpora)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            titles = (self.tr("Name"), self.tr("Words"), self.tr("Characters"), self.tr("Files"), self.tr("Imported"))
            return titles[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(self._corpora[index.row()], index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in (WORDS, CHARACTERS, FILES):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, corpus: Corpus, column: int) -> str:
        locale, statistics = QLocale(), corpus.contents.statistics
        if column == NAME:
            return corpus.name
        if column == CREATED:
            return quantities.moment(corpus.created)
        number = {
            WORDS: statistics.words,
            CHARACTERS: statistics.characters,
            FILES: len(corpus.contents.sources),
        }[column]
        return locale.toString(number)
