"""The tables of many texts that were labelled in one go: a class of each, or the tagged spans in it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from workbench.gui.parts.saving import Rows
from workbench.gui.plain import tip
from workbench.gui.words import quantities
from workbench.measuring.spans import spans
from workbench.values.labelling import LabelledText, TaggedText

Index = QModelIndex | QPersistentModelIndex
T = TypeVar("T", LabelledText, TaggedText)


class ManyRows(QAbstractTableModel, Generic[T]):
    """A text, what it is held to be, and how sure of that the model is."""

    def __init__(self, heads: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = heads
        self.found: tuple[T, ...] = ()

    def show(self, found: Sequence[T]) -> None:
        self.beginResetModel()
        self.found = tuple(found)
        self.endResetModel()

    @abstractmethod
    def rows(self) -> Rows:
        """As they are saved; their titles first."""

    @abstractmethod
    def said(self, row: int) -> str: ...

    @abstractmethod
    def chance(self, row: int) -> float:
        """Of what is said."""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.found)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        text = self.found[index.row()].text
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 2:
            return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self.said(index.row()) if index.column() == 1 else text)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        match index.column():
            case 0:
                return " ".join(text.split())
            case 1:
                return self.said(index.row()) or "–"
        return quantities.percent(self.chance(index.row()))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None


class LabelledRows(ManyRows[LabelledText]):
    def __init__(self, parent: QObject | None = None, *, several: bool = False) -> None:
        super().__init__((), parent)
        self._heads = (self.tr("Text"), self.tr("Label"), self.tr("Chance"))
        self._several = several

    def said(self, row: int) -> str:
        return quantities.listing(self.found[row].said(several=self._several))

    def chance(self, row: int) -> float:
        return self.found[row].labels[0].probability

    def rows(self) -> list[list[object]]:
        """Of each text also the probability of each class."""
        names = sorted({chance.label for each in self.found for chance in each.labels})
        rows: list[list[object]] = [[self.tr("text"), self.tr("label"), *names]]
        for number, each in enumerate(self.found):
            chances = {chance.label: chance.probability for chance in each.labels}
            rows.append([each.text, self.said(number), *(f"{chances[name]:.6f}" for name in names)])
        return rows


class TaggedRows(ManyRows[TaggedText]):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self._heads = (self.tr("Text"), self.tr("Spans"), self.tr("Least chance of a tag"))

    def said(self, row: int) -> str:
        words, predicate = self.found[row].words, self.found[row].predicate
        found = spans([word.tag for word in words])
        told = [f"{span.kind}: {' '.join(each.word for each in words[span.start : span.end])}" for span in found]
        return " · ".join(told if predicate is None else [f"[{words[predicate].word}]", *told])

    def chance(self, row: int) -> float:
        return min((word.probability for word in self.found[row].words), default=0.0)

    def rows(self) -> list[list[object]]:
        """A word in each, with the number of its text; of roles also whether it is the predicate."""
        rows: list[list[object]] = [[self.tr("number"), self.tr("word"), self.tr("tag"), self.tr("probability")]]
        are_roles = any(each.predicate is not None for each in self.found)
        rows[0] += [self.tr("predicate")] if are_roles else []
        for number, each in enumerate(self.found, start=1):
            for place, word in enumerate(each.words):
                own = [int(place == each.predicate)] if are_roles else []
                rows.append([number, word.word, word.tag, f"{word.probability:.6f}", *own])
        return rows
