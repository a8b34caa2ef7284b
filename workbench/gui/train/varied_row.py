"""One setting of a sweep and what it is tried with: choices that are ticked, listed values, or a range."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workbench.experiments.sweep import VARIABLE, Scale, Varied
from workbench.gui.parts.number_box import NumberBox
from workbench.gui.plain import Label
from workbench.gui.steady import ComboBox
from workbench.gui.words import knobs, quantities
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.fine_tuning import KNOBS, FineTuning, is_whole
from workbench.values.methods import TASKS_OF
from workbench.values.run import NEXT_WORD

COUNT = 4  # values of a range


class VariedRow(QWidget):
    changed = Signal()

    def __init__(self, can_be_none: bool, parent: QWidget | None = None) -> None:
        """`can_be_none`: the row may vary nothing."""
        super().__init__(parent)
        self.setting = ComboBox()
        self.setting.setAccessibleName(self.tr("Setting to vary"))
        self._can_be_none = can_be_none
        self._offer(frozenset({NEXT_WORD}))
        self.setting.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.way = ComboBox()
        self.way.setAccessibleName(self.tr("How its values are given"))
        self.way.addItem(self.tr("values"), False)
        self.way.addItem(self.tr("range"), True)
        self.values = QLineEdit()
        self.values.setAccessibleName(self.tr("Values to try, separated by commas"))
        self.values.setPlaceholderText(self.tr("values, separated by commas"))
        self.choices = QPushButton()
        self.choices.setAccessibleName(self.tr("Choices to try"))
        self._menu = QMenu(self)
        self.choices.setMenu(self._menu)
        self.low = self._number(self.tr("from"))
        self.high = self._number(self.tr("to"))
        self.count = NumberBox(2, 100, whole=True)
        self.count.setAccessibleName(self.tr("Number of values"))
        self.count.setValue(COUNT)
        self.count.setFixedWidth(8 * self.fontMetrics().averageCharWidth())
        self.scale = ComboBox()
        self.scale.setAccessibleName(self.tr("Scale of the range"))
        self.scale.setToolTip(self.tr("Each value as many times the one before (log), or as much more (linear)"))
        self.scale.addItem(self.tr("log"), Scale.LOG)
        self.scale.addItem(self.tr("linear"), Scale.LINEAR)
        self._ways = QStackedWidget()
        for page in (self.values, self._range(), self.choices):
            self._ways.addWidget(page)
        which = QHBoxLayout()
        which.addWidget(self.setting)
        which.addWidget(self.way)
        which.addStretch()
        # Below each other, since beside each other they do not fit into a narrow window.
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(which)
        layout.addWidget(self._ways)
        self._base = FineTuning()
        self._tasks = frozenset({NEXT_WORD})
        self.setting.currentIndexChanged.connect(lambda _: self._begin())
        self.way.currentIndexChanged.connect(lambda _: self._show_way())
        self.values.textChanged.connect(lambda _: self.changed.emit())
        for box in (self.low, self.high, self.count):
            box.changed.connect(self.changed)
        self.scale.currentIndexChanged.connect(lambda _: self.changed.emit())
        self._begin()

    def begin(self, base: FineTuning, setting: str | None, tasks: frozenset[str] = frozenset({NEXT_WORD})) -> None:
        """Vary `setting`, or another one that the task has, around what it is in `base`."""
        self._base, self._tasks = base, tasks
        with QSignalBlocker(self.setting):
            self._offer(tasks)
            self.setting.setCurrentIndex(max(0, self.setting.findData(setting)))
        self._begin()

    def _offer(self, tasks: frozenset[str]) -> None:
        """The settings that can be varied."""
        self.setting.clear()
        if self._can_be_none:
            self.setting.addItem(self.tr("nothing else"), None)
        for name in VARIABLE:
            if name not in TASKS_OF or not tasks.isdisjoint(TASKS_OF[name]):
                self.setting.addItem(knobs.label(name), name)

    @property
    def refusal(self) -> str:
        """Why a number of the range cannot be; empty where it can, or where no range is asked for."""
        if self.setting.currentData() is None or self._ways.currentIndex() != 1:
            return ""
        return next((box.refusal for box in (self.low, self.high, self.count) if box.refusal), "")

    def varied(self) -> Varied | None:
        """None where nothing is varied. Raises KnownError: setting.invalid."""
        name = self.setting.currentData()
        if name is None:
            return None
        if self._has_choices(name):
            ticked = tuple(action.data() for action in self._menu.actions() if action.isChecked())
        elif self.way.currentData():
            scale = Scale(self.scale.currentData())
            return Varied(name, (), self.low.number(), self.high.number(), scale, int(self.count.number()))
        else:
            ticked = tuple(text.strip() for text in self.values.text().split(",") if text.strip())
        if not ticked:
            raise KnownError("setting.invalid", name=knobs.label(name), value="–", reason=message("value.give_values"))
        return Varied(name, ticked)

    def _begin(self) -> None:
        """Offer values around the one that the setting has."""
        name = self.setting.currentData()
        self.way.setVisible(name is not None and not self._has_choices(name))
        self._ways.setVisible(name is not None)
        if name is None:
            self.changed.emit()
            return
        value, spec = getattr(self._base, name), KNOBS[name].metadata
        blockers = [QSignalBlocker(part) for part in (self.values, self.low, self.high, self.scale, self.way)]
        if self._has_choices(name):
            self._offer_choices(name)
        else:
            low, high = _around(name, value)
            for box, end in ((self.low, low), (self.high, high)):
                box.setRange(spec["minimum"], spec["maximum"])
                box.setValue(end)
            scale = Scale.LOG if low > 0 and high / low >= 10 else Scale.LINEAR
            self.values.setText(", ".join(map(str, Varied(name, (), low, high, scale, 3).grid())))
            self.scale.setCurrentIndex(self.scale.findData(scale))
            self.way.setCurrentIndex(1 if name == "learning_rate" else 0)
        for blocker in blockers:
            blocker.unblock()
        self._show_way()

    def _show_way(self) -> None:
        name = self.setting.currentData()
        self._ways.setCurrentIndex(2 if name is not None and self._has_choices(name) else int(self.way.currentData()))
        self.changed.emit()

    def _offer_choices(self, name: str) -> None:
        self._menu.clear()
        default = KNOBS[name].default
        for value in [False, True] if isinstance(default, bool) else knobs.choices(name, self._tasks):
            action = QAction(knobs.value_in_words(name, value), self._menu, checkable=True, checked=True)
            action.setData(value)
            action.toggled.connect(lambda _: self._tell_choices())
            self._menu.addAction(action)
        self._name_choices()

    def _tell_choices(self) -> None:
        self._name_choices()
        self.changed.emit()

    def _name_choices(self) -> None:
        ticked = [action.text() for action in self._menu.actions() if action.isChecked()]
        few = quantities.listing(ticked) if len(ticked) < 3 else self.tr("{count} choices").format(count=len(ticked))
        none = self.tr("none")
        self.choices.setText(f"{few or none} ▾")

    @staticmethod
    def _has_choices(name: str) -> bool:
        return isinstance(KNOBS[name].default, (bool, StrEnum))

    def _number(self, name: str) -> NumberBox:
        box = NumberBox(0, 1, whole=False)
        box.setAccessibleName(name)
        box.setFixedWidth(15 * self.fontMetrics().averageCharWidth())
        return box

    def _range(self) -> QWidget:
        page = QWidget()
        layout = QHBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (
            Label(self.tr("from")), self.low, Label(self.tr("to")), self.high, self.count,
            Label(self.tr("values")), self.scale,
        ):  # fmt: skip
            layout.addWidget(widget)
        layout.addStretch()
        return page


def _around(name: str, value: Any) -> tuple[float, float]:
    """A range worth trying: two magnitudes for a learning rate, else from half to twice the value."""
    if name == "learning_rate":
        return (value / 10, value * 10) if value else (1e-4, 1e-2)
    spec = KNOBS[name].metadata
    low, high = spec["minimum"], spec["maximum"]
    if not value:
        return (low, min(high, 2.0 if is_whole(KNOBS[name]) else 0.2))
    return max(low, value / 2), min(high, value * 2)
