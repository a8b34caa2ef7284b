"""The labels of a text as a table: how many texts, or spans, of each there are in every part."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt

from workbench.corpora.label_remarks import totals
from workbench.corpora.relabelling import names_of
from workbench.gui.words.quantities import percent
from workbench.values.corpus import Split
from workbench.values.labels import LabelKind, Labels

Index = QModelIndex | QPersistentModelIndex


class LabelTable(QAbstractTableModel):
    def __init__(self, parent: object = None) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self._labels: Labels | None = None
        self._names: tuple[str, ...] = ()
        self._totals: dict[str, int] = {}

    def show(self, labels: Labels | None) -> None:
        self.beginResetModel()
        self._labels = labels
        self._names = () if labels is None else names_of(labels)
        self._totals = {} if labels is None else totals(labels)
        self.endResetModel()

    def name(self, row: int) -> str:
        return self._names[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._names)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            kind = LabelKind.CLASSES if self._labels is None else self._labels.kind
            if kind is LabelKind.TURNS:
                counts = (self.tr("Training (turns)"), self.tr("Validation (turns)"), self.tr("Test (turns)"))
            elif kind.is_of_words:
                counts = (self.tr("Training (spans)"), self.tr("Validation (spans)"), self.tr("Test (spans)"))
            else:
                counts = (self.tr("Training (texts)"), self.tr("Validation (texts)"), self.tr("Test (texts)"))
            return (self.tr("Label"), self.tr("Share"), *counts)[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(self._names[index.row()], index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, name: str, column: int) -> str:
        assert self._labels is not None
        if column == 0:
            return name
        if column == 1:
            return percent(self._totals.get(name, 0) / max(1, sum(self._totals.values())), 0)
        split = tuple(Split)[column - 2]
        return QLocale().toString(self._labels.counts.get(split, {}).get(name, 0))
