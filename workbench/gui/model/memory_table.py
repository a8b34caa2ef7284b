"""What training a model takes, for each method and batch in memory, for each method in time: the part of a card that
unfolds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from workbench.gui.plain import Label
from workbench.gui.words import quantities
from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.models.card import Fit, MemoryNeed
from workbench.values.methods import Method

METHODS = {
    Method.FULL: QT_TRANSLATE_NOOP("MemoryTable", "All weights learn"),
    Method.LAST_LAYERS: QT_TRANSLATE_NOOP("MemoryTable", "The last layers learn"),
    Method.LORA: QT_TRANSLATE_NOOP("MemoryTable", "Small additions learn (LoRA)"),
}
MARKS = {Fit.FITS: ("✓", "good"), Fit.TIGHT: ("!", "warn"), Fit.DOES_NOT_FIT: ("✗", "bad")}
_TIMED = 8  # a batch


class MemoryTable(QWidget):
    """Methods down, batches across; a mark says whether it fits, beside the number that says how much it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)

    def show_needs(self, needs: Sequence[MemoryNeed], *, with_times: bool) -> None:
        """Times are those of the batch in the middle, of which the others' hardly differ."""
        while item := self._grid.takeAt(0):
            label = item.widget()
            if label is not None:
                label.hide()  # deleted only when the event loop comes round, and painted until then
                label.deleteLater()
        batches = sorted({need.batch_size for need in needs})
        methods = list(dict.fromkeys(need.method for need in needs))
        self._place(self.tr("Memory to train"), 0, 0, "quiet")
        for column, batch in enumerate(batches, start=1):
            self._place(self.tr("batch {size}").format(size=batch), 0, column, "quiet", right=True)
        times = {need.method: need.seconds_per_1000_tokens for need in needs if need.batch_size == _TIMED}
        if with_times:
            self._place(self.tr("1,000 tokens"), 0, len(batches) + 1, "quiet", right=True)
        said = []
        for row, method in enumerate(methods, start=1):
            name = QCoreApplication.translate("MemoryTable", METHODS[method])
            self._place(name, row, 0)
            for column, batch in enumerate(batches, start=1):
                need = next(need for need in needs if (need.method, need.batch_size) == (method, batch))
                mark, tone = MARKS[need.fit]
                size = quantities.gigabytes(need.memory_bytes)
                self._place(f"{size} {mark}", row, column, tone, right=True)
                said.append(self.tr("{method}, batch {size}: {memory}").format(method=name, size=batch, memory=size))
            if with_times:
                time = quantities.short_time(times[method])
                self._place(time, row, len(batches) + 1, right=True)
                said.append(self.tr("{method}, 1,000 tokens: {time}").format(method=name, time=time))
        self._grid.setColumnStretch(len(batches) + 2, 1)
        self.setAccessibleName(self.tr("Memory to train"))
        self.setAccessibleDescription(quantities.clauses(said))

    def _place(self, text: str, row: int, column: int, tone: str = "", *, right: bool = False) -> None:
        label = Label(text)
        if tone == "quiet":
            label.setProperty("quiet", True)
        elif tone:
            label.setProperty("tone", tone)
        side = Qt.AlignmentFlag.AlignTrailing if right else Qt.AlignmentFlag.AlignLeading
        self._grid.addWidget(label, row, column, side)
