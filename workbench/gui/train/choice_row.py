"""One thing that is chosen for a run, in a row: what it is called, why it would be another, and what there is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.gui.parts.explanation import WhyButton
from workbench.gui.plain import Label
from workbench.gui.steady import ComboBox
from workbench.gui.words.why import Turned, answer
from workbench.messages.why.learning import LEARNING


class ChoiceRow(QWidget):
    """What else belongs to it stands behind the box, in `row`."""

    chosen = Signal(object)  # by a person

    def __init__(self, caption: str, name: str, why: str, turned: Turned) -> None:
        """`name` is what a screen reader calls the box, `why` its explanation among those of what is learnt."""
        super().__init__()
        self._why, self._turned = why, turned
        self.box = ComboBox()
        self.box.setAccessibleName(name)
        self.box.activated.connect(lambda _: self.chosen.emit(self.box.currentData()))
        words = Label(caption)
        words.setBuddy(self.box)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.addWidget(words)
        self.row.addWidget(WhyButton(name, lambda: self.explain(self.box)))
        self.row.addWidget(self.box)

    def explain(self, part: QWidget) -> str:
        return answer(self.box.accessibleName(), LEARNING[self._why], self._turned, self.palette())

    def keep_width(self, letters: int, beside: QWidget) -> None:
        """Have room for so many letters, however long what is offered is, and `beside` it what leads further."""
        self.box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(letters)
        self.row.setStretchFactor(self.box, 2)
        self.row.addWidget(beside)
        self.row.addStretch(1)

    def show_choices(self, offered: Sequence[tuple[Any, str]], chosen: object) -> None:
        """Each with its words; where `chosen` is none of them, the first is taken."""
        with QSignalBlocker(self.box):
            if [(self.box.itemData(row), self.box.itemText(row)) for row in range(self.box.count())] != list(offered):
                self.box.clear()
                for each, words in offered:
                    self.box.addItem(words, each)
            every = [each for each, _ in offered]
            self.box.setCurrentIndex(every.index(chosen) if chosen in every else 0)
