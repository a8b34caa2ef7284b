"""What each class was held to be, as a table of numbers that are shaded by their share of the row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem, QWidget

from workbench.gui.plain import tip
from workbench.gui.theme import shade
from workbench.gui.words import quantities
from workbench.gui.words.counts import Counts
from workbench.values.labelling import LabelEvaluation
from workbench.values.labels import LabelKind

MOST = 20  # classes, the most frequent ones: a table of more says nothing
_NAME = 18  # characters of a name that are seen in a head


class ConfusionTable(QTableWidget):
    """A row for what it is, a column for what was said; the arrow keys go from cell to cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evaluation: LabelEvaluation | None = None
        self.setAccessibleName(self.tr("What each class was held to be"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            header.setHighlightSections(True)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)

    @property
    def is_cut(self) -> bool:
        """Whether there are more classes than it shows."""
        return self._evaluation is not None and len(self._evaluation.confusion) > MOST

    def show_evaluation(self, found: LabelEvaluation) -> None:
        """Nothing of several labels for one text, where one is not said in place of another."""
        self._evaluation = found
        names = self._names(found)
        support = [sum(row) for row in found.confusion]
        shown = sorted(range(len(found.confusion)), key=lambda number: -support[number])[:MOST]
        shown.sort()
        self.clear()
        self.setRowCount(len(shown))
        self.setColumnCount(len(shown))
        for place, number in enumerate(shown):
            for set_head in (self.setVerticalHeaderItem, self.setHorizontalHeaderItem):
                head = QTableWidgetItem(_shortened(names[number]))
                head.setToolTip(tip(names[number]))
                set_head(place, head)
        for row, true in enumerate(shown):
            for column, said in enumerate(shown):
                self.setItem(row, column, self._cell(found, names, true, said))
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and getattr(self, "_evaluation", None) is not None:
            self._shade()

    def _names(self, found: LabelEvaluation) -> list[str]:
        names = [each.label for each in found.classes]
        return names if found.kind is LabelKind.CLASSES else [*names, self.tr("in no span")]

    def _cell(self, found: LabelEvaluation, names: list[str], true: int, said: int) -> QTableWidgetItem:
        count, of = found.confusion[true][said], sum(found.confusion[true])
        share = count / of if of else 0.0
        item = QTableWidgetItem(QLocale().toString(count))
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        item.setData(Qt.ItemDataRole.UserRole, share)
        item.setBackground(QBrush(shade(self.palette(), share)))
        font = item.font()
        font.setBold(true == said)
        item.setFont(font)
        words = Counts.tr("%Ln of {of} that are “{true}” were held to be “{said}” ({share})", "", count
        ).format(
            of=QLocale().toString(of), true=names[true], said=names[said], share=quantities.percent(share)
        )  # fmt: skip
        item.setToolTip(tip(words))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        return item

    def _shade(self) -> None:
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                item = self.item(row, column)
                if item is not None:
                    item.setBackground(QBrush(shade(self.palette(), item.data(Qt.ItemDataRole.UserRole))))

    def _fit(self) -> None:
        """As high as its rows, so that whatever it stands in scrolls."""
        heights = sum(self.rowHeight(row) for row in range(self.rowCount()))
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + heights + 2 * self.frameWidth() + bar)


def _shortened(name: str) -> str:
    return name if len(name) <= _NAME else f"{name[: _NAME - 1]}…"
