"""Which of the things that a run learnt at once is meant, of those that are of one kind."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from workbench.gui.steady import ComboBox
from workbench.gui.words.headlines import part_in_words
from workbench.values.run import Input, Run


class PartBox(ComboBox):
    """Not to be seen where there is nothing to choose."""

    def __init__(self, tasks: Sequence[str], parent: QWidget | None = None) -> None:
        """`tasks` are those that are of the kind."""
        super().__init__(parent)
        self._tasks = tuple(tasks)
        self.setAccessibleName(self.tr("What of it is measured"))
        self.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)
        self.hide()

    def show_run(self, run: Run | None) -> None:
        """The parts of `run`, none of what is no run; the one that was chosen stays so where it has it, too."""
        chosen = self.part
        known = [] if run is None else list(zip(run.keys, run.inputs, strict=True))
        found = [(key, each) for key, each in known if each.task in self._tasks] or known[:1]
        with QSignalBlocker(self):
            self.clear()
            for key, each in found:
                self.addItem(part_in_words(each), (key if len(known) > 1 else "", each))
            keys = [self.itemData(row)[0] for row in range(self.count())]
            self.setCurrentIndex(keys.index(chosen) if chosen in keys else 0)
        self.setVisible(self.count() > 1)

    @property
    def part(self) -> str:
        """Its name; empty of a run that learnt one thing."""
        data = self.currentData()
        return "" if data is None else str(data[0])

    @property
    def input(self) -> Input:
        data = self.currentData()
        found: Input = Input("") if data is None else data[1]
        return found
