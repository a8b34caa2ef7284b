"""Finding runs: words, and what they are filed under."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.gui.history.run_filter import RunQuery
from workbench.gui.history.run_table import status_in_words
from workbench.gui.plain import tip
from workbench.gui.steady import ComboBox
from workbench.gui.words import measures
from workbench.values.run import Run

COLUMNS = 4  # of filters, so that they fit into a narrow window


class RunSearch(QWidget):
    """A line for words; a button unfolds the filters, of which each offers what there is."""

    query_changed = Signal(RunQuery)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Find runs by name, model, text, tag, group, status or note"))
        self.words.setAccessibleName(self.tr("Find runs"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(lambda _: self._tell())
        self.unfold = QPushButton()
        self.unfold.setCheckable(True)
        self.unfold.setAccessibleName(self.tr("Filters"))
        self.unfold.toggled.connect(lambda _: self._show_state())
        self.status = self._box(self.tr("Status"), self.tr("Filter by status"))
        self.model = self._box(self.tr("Model"), self.tr("Filter by model"))
        self.corpus = self._box(self.tr("Text"), self.tr("Filter by text"))
        self.group = self._box(self.tr("Group"), self.tr("Filter by group"))
        self.tag = self._box(self.tr("Tag"), self.tr("Filter by tag"))
        self._boxes = (self.status, self.model, self.corpus, self.group, self.tag)
        self.archived = QCheckBox(self.tr("Archived too"))
        self.archived.toggled.connect(lambda _: self._tell())
        self.clear_button = QPushButton(self.tr("Clear"))
        self.clear_button.setProperty("link", True)
        self.clear_button.setAccessibleName(self.tr("Clear the filters"))
        self.clear_button.clicked.connect(self.clear)
        self._filters = QWidget()
        filters = QGridLayout(self._filters)
        filters.setContentsMargins(0, 0, 0, 0)
        for place, widget in enumerate((*self._boxes, self.archived, self.clear_button)):
            filters.addWidget(widget, place // COLUMNS, place % COLUMNS)
        self._top = top = QHBoxLayout()
        top.addWidget(self.words, 1)
        top.addWidget(self.unfold)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self._filters)
        self._show_state()

    def take_in(self, widget: QWidget) -> None:
        """Have it at the end of the first line, above the filters."""
        self._top.addWidget(widget)

    def query(self) -> RunQuery:
        return RunQuery(
            words=self.words.text(),
            status=self.status.currentData(),
            model=self.model.currentData() or "",
            corpus=self.corpus.currentData() or "",
            group=self.group.currentData() or "",
            tag=self.tag.currentData() or "",
            archived=self.archived.isChecked(),
        )

    def offer(self, runs: Sequence[Run]) -> None:
        """What can be chosen is what these runs have; what is chosen stays chosen as long as it can be."""
        before = self.query()
        _fill(self.status, {run.status: status_in_words(run.status) for run in runs})
        models = {run.model: measures.model(run.model) for run in runs}
        _fill(self.model, dict(sorted(models.items(), key=lambda each: each[1].casefold())))
        _fill(self.corpus, _by_name(corpus for run in runs for corpus in run.corpora))
        _fill(self.group, _by_name(run.group for run in runs))
        _fill(self.tag, _by_name(tag for run in runs for tag in run.tags))
        if self.query() != before:
            self._tell()

    def clear(self) -> None:
        """Show every run that is not archived."""
        blockers = [QSignalBlocker(part) for part in (*self._boxes, self.words, self.archived)]
        for box in self._boxes:
            box.setCurrentIndex(0)
        self.words.clear()
        self.archived.setChecked(False)
        for blocker in blockers:
            blocker.unblock()
        self._tell()

    def _tell(self) -> None:
        self._show_state()
        self.query_changed.emit(self.query())

    def _show_state(self) -> None:
        """What is chosen is said even while it is folded away."""
        active = sum(box.currentIndex() > 0 for box in self._boxes) + self.archived.isChecked()
        sign = "▾" if self.unfold.isChecked() else "▸"
        text = self.tr("Filters ({count})").format(count=active) if active else self.tr("Filters")
        self.unfold.setText(f"{text} {sign}")
        self._filters.setVisible(self.unfold.isChecked())
        self.clear_button.setEnabled(bool(active or self.words.text()))

    def _box(self, anything: str, name: str) -> ComboBox:
        """Its first entry is what the filter is about, and lets everything pass."""
        box = ComboBox()
        box.setAccessibleName(name)
        box.addItem(anything, None)
        box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        box.currentIndexChanged.connect(lambda _: self._tell())
        return box


def _by_name(values: Iterable[str]) -> dict[str, str]:
    return {value: value for value in sorted(set(values), key=str.casefold) if value}


def _fill(box: ComboBox, offered: dict[str, str]) -> None:
    """Below the first entry, which lets everything pass."""
    chosen = box.currentData()
    if [box.itemData(number) for number in range(1, box.count())] == list(offered):
        return
    with QSignalBlocker(box):
        while box.count() > 1:
            box.removeItem(1)
        for value, text in offered.items():
            box.addItem(text, value)
            box.setItemData(box.count() - 1, tip(text), Qt.ItemDataRole.ToolTipRole)
        box.setCurrentIndex(max(0, box.findData(chosen)) if chosen is not None else 0)
