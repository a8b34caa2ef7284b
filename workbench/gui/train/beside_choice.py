"""What else a run learns at the same time: other texts, or something else of the same one, each with its weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.gui.parts.explanation import WhyButton
from workbench.gui.parts.number_box import NumberBox
from workbench.gui.plain import Label
from workbench.gui.steady import ComboBox
from workbench.gui.words.headlines import input_in_words
from workbench.gui.words.why import Turned, answer
from workbench.messages.why.learning import LEARNING
from workbench.values.run import Input

LEAST, MOST = 0.05, 20.0  # weights beside 1, that of what is chosen above
MOST_INPUTS = 5


class BesideChoice(QWidget):
    """Not for a project that has nothing else that could be learnt."""

    chosen = Signal(tuple)  # of Input

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: tuple[Input, ...] = ()
        self.rows: list[_Row] = []
        self.add = QPushButton(self.tr("+ Learn something else at the same time"))
        self.add.setProperty("link", True)
        self.add.setToolTip(
            self.tr("Tasks that are learnt together share what they learn; each of them gets a part of the steps")
        )
        self.add.clicked.connect(self._add)
        self.first = Label()  # beside which the others stand
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self.first)
        last = QHBoxLayout()
        last.addWidget(self.add)
        last.addStretch(1)
        self._layout.addLayout(last)
        self.hide()

    @property
    def inputs(self) -> tuple[Input, ...]:
        return tuple(row.input for row in self.rows)

    @property
    def is_offered(self) -> bool:
        return bool(self._offered)

    def show_inputs(self, offered: Sequence[Input], first: Input, chosen: Sequence[Input]) -> None:
        """What may be learnt beside `first`, which is chosen above, and what of it is."""
        words = self.tr("Learnt together: {first}, weight 1")
        self.first.setText(words.format(first=input_in_words(first)))
        kept = tuple(each for each in chosen if replace(each, weight=1.0) in offered)
        if (tuple(offered), kept) != (self._offered, self.inputs):  # else what is being typed would be written over
            self._offered = tuple(offered)
            while self.rows:
                self._take_away(self.rows[0])
            for each in kept:
                self._append(each)
        self._enable()

    def _add(self) -> None:
        free = [each for each in self._offered if each not in self._plain]
        if free:
            self._append(free[0]).what.setFocus()
            self._tell()

    def _append(self, each: Input) -> _Row:
        row = _Row(self._offered, each, self)
        row.changed.connect(self._tell)
        row.removed.connect(partial(self._remove, row))
        self._layout.insertWidget(1 + len(self.rows), row)
        self.rows.append(row)
        row.show()
        return row

    def _remove(self, row: _Row) -> None:
        self._take_away(row)
        self.add.setFocus()
        self._tell()

    def _take_away(self, row: _Row) -> None:
        self.rows.remove(row)
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _tell(self) -> None:
        self._enable()
        self.chosen.emit(self.inputs)

    def _enable(self) -> None:
        self.first.setVisible(bool(self.rows))
        self.add.setEnabled(len(self._plain) < min(MOST_INPUTS - 1, len(self._offered)))

    @property
    def _plain(self) -> tuple[Input, ...]:
        return tuple(replace(each, weight=1.0) for each in self.inputs)


class _Row(QWidget):
    changed = Signal()
    removed = Signal()

    def __init__(self, offered: Sequence[Input], chosen: Input, parent: QWidget) -> None:
        super().__init__(parent)
        self.what = ComboBox()
        self.what.setAccessibleName(self.tr("What it learns as well"))
        self.what.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.what.setMinimumContentsLength(14)  # however long the names of texts are
        for each in offered:
            self.what.addItem(input_in_words(each), each)
        self.weight = NumberBox(LEAST, MOST, whole=False)
        self.weight.setAccessibleName(self.tr("Its weight"))
        self.weight.setToolTip(self.tr("How many steps it gets for each one of what is chosen above"))
        with QSignalBlocker(self.what), QSignalBlocker(self.weight):
            self.what.setCurrentIndex(list(offered).index(replace(chosen, weight=1.0)))
            self.weight.setValue(chosen.weight)
        remove = QPushButton(self.tr("Remove"))
        remove.setProperty("link", True)
        remove.clicked.connect(self.removed)
        self.what.activated.connect(self.changed)
        self.weight.changed.connect(self.changed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Label(self.tr("and")))
        layout.addWidget(self.what, 1)
        layout.addWidget(Label(self.tr("weight")))
        layout.addWidget(WhyButton(self.weight.accessibleName(), lambda: self.explain(self.weight)))
        layout.addWidget(self.weight)
        layout.addWidget(remove)

    def explain(self, part: QWidget) -> str:
        """Why its weight would be another."""
        if part is not self.weight and not self.weight.isAncestorOf(part):
            return ""
        return answer(self.weight.accessibleName(), LEARNING["weight"], Turned.NUMBER, self.palette())

    @property
    def input(self) -> Input:
        chosen: Input = self.what.currentData()
        return replace(chosen, weight=self.weight.number())
