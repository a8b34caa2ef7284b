"""The form for every knob of a fine-tuning, made from the dataclass itself: a new knob needs no line here."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from typing import Any, cast

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from workbench.costs.what_if import what_if
from workbench.gui.parts.explanation import WhyButton
from workbench.gui.parts.number_box import NumberBox
from workbench.gui.plain import Label
from workbench.gui.steady import ComboBox
from workbench.gui.words import knobs
from workbench.gui.words.why import Turned, answer, costs_here
from workbench.messages.errors import KnownError
from workbench.messages.why.fine_tuning import FINE_TUNING
from workbench.models.card import FitEstimate
from workbench.values.fine_tuning import BUDGETS, KNOBS, FineTuning, is_whole
from workbench.values.methods import TASKS_OF
from workbench.values.run import NEXT_WORD


class SettingsForm(QWidget):
    """Shows a FineTuning and lets a person change it; every change is a new, valid FineTuning."""

    settings_changed = Signal(FineTuning)
    refusal_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = FineTuning()
        self._tasks = frozenset({NEXT_WORD})
        self.fit: Callable[[FineTuning], FitEstimate] | None = None  # what settings would take, where that is known
        self._editors: dict[str, _Editor] = {}
        self._cells: dict[str, QWidget] = {}
        self._headings = {name: self._heading(text) for name, text in knobs.headings().items()}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(14)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._add("budget", _Budget(), self.tr("Length"), self.tr("When the run ends at the latest"))
        for name, spec in KNOBS.items():
            if name in BUDGETS:
                continue
            editor: _Number | _Choice | _Flag
            if isinstance(spec.default, bool):
                editor = _Flag(name)
            else:
                editor = _Choice(name) if isinstance(spec.default, StrEnum) else _Number(name)
            self._add(name, editor, knobs.label(name), knobs.explanation(name))
        self._offer_choices()
        self._arrange()
        self.show_settings(self._settings)

    def settings(self) -> FineTuning:
        return self._settings

    def show_settings(self, settings: FineTuning) -> None:
        """Show `settings`; nothing is signalled, since nobody changed anything here."""
        self._settings = settings
        for name, editor in self._editors.items():
            editor.blockSignals(True)
            editor.show_value(settings.budget if name == "budget" else getattr(settings, name))
            editor.blockSignals(False)
        self._enable()

    def show_tasks(self, tasks: frozenset[str]) -> None:
        """What is learnt: a setting that it does not have is not shown."""
        if tasks != self._tasks:
            self._tasks = tasks
            self._offer_choices()
            self._arrange()
            self._enable()

    def _offer_choices(self) -> None:
        for editor in self._editors.values():
            if isinstance(editor, _Choice):
                editor.show_tasks(self._tasks)

    @property
    def refusal(self) -> str:
        """Why something that is typed cannot be; empty while everything that is shown counts."""
        shown = (editor for name, editor in self._editors.items() if self._has(name))
        return next(filter(None, map(_refusal, shown)), "")

    def editor(self, name: str) -> QWidget:
        """The control of a knob, or of the "budget"."""
        return self._editors[name]

    def explain(self, part: QWidget) -> str:
        """Why the setting of an editor, or of what is in it, would be another."""
        at: QWidget | None = part
        while at is not None and at is not self:
            name = next((name for name, cell in self._cells.items() if at is cell), None)
            if name is not None:
                return self.explanation_of(name)
            at = at.parentWidget()
        return ""

    def explanation_of(self, name: str) -> str:
        """As rich text; with what other values would cost here where that is known."""
        name = self._settings.budget[0] if name == "budget" else name
        default = KNOBS[name].default
        turned = Turned.SWITCH if isinstance(default, bool) else Turned.CHOICE if isinstance(default, StrEnum) else None
        here: list[str] = []
        if self.fit is not None:
            with suppress(KnownError):  # what is set up cannot be; the page says so
                here = costs_here(name, what_if(name, self._settings, self._tasks, self.fit))
        return answer(knobs.label(name), FINE_TUNING[name], turned or Turned.NUMBER, self.palette(), here)

    def _add(self, name: str, editor: _Editor, label: str, explanation: str) -> None:
        default = FineTuning().budget if name == "budget" else KNOBS[name].default
        in_words = editor.in_words(default)
        title = Label(label)
        title.setBuddy(editor)
        note = Label(self.tr("{explanation}. Default: {value}").format(explanation=explanation, value=in_words))
        note.setWordWrap(True)
        note.setMinimumWidth(self.fontMetrics().horizontalAdvance("n" * 20))  # else as wide as its longest line
        note.setProperty("quiet", True)
        editor.setAccessibleName(label)
        editor.setAccessibleDescription(note.text())
        explained = note.text()
        for box in [editor] if isinstance(editor, NumberBox) else editor.findChildren(NumberBox):
            box.changed.connect(lambda: self._show_refusal(name, note, explained))
        editor.value_changed.connect(lambda value, name=name: self._change(name, value))

        top = QHBoxLayout()
        top.addWidget(title)
        top.addWidget(WhyButton(label, lambda: self.explanation_of(name)))
        top.addStretch(1)
        top.addWidget(editor)
        cell = QWidget(self)
        inside = QVBoxLayout(cell)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2)
        inside.addLayout(top)
        inside.addWidget(note)
        inside.addStretch()
        self._editors[name] = editor
        self._cells[name] = cell

    def _arrange(self) -> None:
        """Under their headings, in two columns."""
        layout = self.layout()
        assert isinstance(layout, QGridLayout)
        for title in self._headings.values():
            layout.removeWidget(title)
        place, heading = 0, ""  # of the next cell, and what is to stand above it
        for name, cell in self._cells.items():
            heading = name if name in self._headings else heading
            layout.removeWidget(cell)
            if self._has(name):
                if heading:
                    place += place % 2
                    layout.addWidget(self._headings[heading], place // 2, 0, 1, 2)
                    place, heading = place + 2, ""
                layout.addWidget(cell, place // 2, place % 2)
                place += 1
            cell.setVisible(self._has(name))
        for name, title in self._headings.items():
            title.setVisible(self._is_headed(name))

    def _is_headed(self, heading: str) -> bool:
        """Whether anything is shown under a heading."""
        names, starts = list(self._cells), list(self._headings)
        after = starts[starts.index(heading) + 1 :]
        end = names.index(after[0]) if after else len(names)
        return any(self._has(name) for name in names[names.index(heading) : end])

    def _heading(self, text: str) -> Label:
        heading = Label(text, self)
        heading.setProperty("subheading", True)
        return heading

    def _has(self, name: str) -> bool:
        """Whether what is learnt has such a setting at all."""
        return name not in TASKS_OF or not self._tasks.isdisjoint(TASKS_OF[name])

    def _change(self, name: str, value: object) -> None:
        if name == "budget":
            assert isinstance(value, tuple)
            name, value = value
        self._settings = self._settings.with_settings({name: value})
        self._enable()
        self.settings_changed.emit(self._settings)

    def _show_refusal(self, name: str, note: Label, explanation: str) -> None:
        """In the place of the explanation, so that nothing moves."""
        refusal = _refusal(self._editors[name])
        note.setText(refusal or explanation)
        note.setProperty("tone", "bad" if refusal else "")
        note.style().unpolish(note)
        note.style().polish(note)
        self.refusal_changed.emit()

    def _enable(self) -> None:
        """A setting that the method does not ask for is greyed out."""
        for name, editor in self._editors.items():
            editor.setEnabled(name == "budget" or self._settings.applies(name, self._tasks))


class _Number(NumberBox):
    value_changed = Signal(object)

    def __init__(self, name: str) -> None:
        spec = KNOBS[name]
        super().__init__(
            spec.metadata["minimum"], spec.metadata["maximum"], whole=is_whole(spec),
            zero=knobs.zero_in_words(name),
        )  # fmt: skip
        self._name = name
        self.valueChanged.connect(lambda _: self.value_changed.emit(self.number()))

    def show_value(self, value: Any) -> None:
        self.setValue(value)

    def in_words(self, value: Any) -> str:
        return knobs.value_in_words(self._name, value)


class _Flag(QCheckBox):
    value_changed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.toggled.connect(lambda value: self.value_changed.emit(value))

    def show_value(self, value: Any) -> None:
        self.setChecked(value)

    def in_words(self, value: Any) -> str:
        return knobs.value_in_words(self._name, value)


class _Choice(ComboBox):
    value_changed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        self._tasks = frozenset[str]()
        self._offer(KNOBS[name].default)
        self.currentIndexChanged.connect(lambda _: self.value_changed.emit(self.currentData()))

    def show_tasks(self, tasks: frozenset[str]) -> None:
        """What they cannot do is not offered; what is chosen stays, and is refused where it is to be learnt."""
        self._tasks = tasks
        self._offer(self.currentData())

    def show_value(self, value: Any) -> None:
        if self.findData(value) < 0:
            self._offer(value)
        self.setCurrentIndex(self.findData(value))

    def _offer(self, chosen: Any) -> None:
        offered, default = knobs.choices(self._name, self._tasks), cast("StrEnum", KNOBS[self._name].default)
        chosen = type(default)(chosen)  # a box gives back mere text
        with QSignalBlocker(self):
            self.clear()
            for choice in [*offered, *([] if chosen in offered else [chosen])]:
                self.addItem(knobs.value_in_words(self._name, choice), choice)
            self.setCurrentIndex(self.findData(chosen))

    def in_words(self, value: Any) -> str:
        return knobs.value_in_words(self._name, value)


class _Budget(QWidget):
    """An amount and its unit: steps, epochs, minutes or tokens."""

    value_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._amounts = {unit: _Number(unit) for unit in BUDGETS}
        self._units = ComboBox()
        for unit, amount in self._amounts.items():
            self._units.addItem(knobs.label(unit), unit)
            self._units.setItemData(self._units.count() - 1, knobs.explanation(unit), Qt.ItemDataRole.ToolTipRole)
            amount.setAccessibleName(knobs.label(unit))
            amount.setValue({"steps": 150, "epochs": 1, "minutes": 3, "tokens": 300_000}[unit])
            amount.value_changed.connect(lambda _: self._tell())
            self._layout.addWidget(amount)
        self._units.setAccessibleName(self.tr("Unit of the length"))
        self._layout.addWidget(self._units)
        self._units.currentIndexChanged.connect(lambda _: self._choose_unit())
        self._choose_unit()

    def show_value(self, value: Any) -> None:
        unit, amount = value
        for part in (self._units, self._amounts[unit]):
            part.blockSignals(True)
        self._amounts[unit].setValue(amount)
        self._units.setCurrentIndex(self._units.findData(unit))
        for part in (self._units, self._amounts[unit]):
            part.blockSignals(False)
        self._show_amount()

    def in_words(self, value: Any) -> str:
        unit, amount = value
        return f"{knobs.value_in_words(unit, amount)} {knobs.label(unit).lower()}"

    def _choose_unit(self) -> None:
        self._show_amount()
        self._tell()

    def _show_amount(self) -> None:
        for unit, amount in self._amounts.items():
            amount.setVisible(unit == self._units.currentData())

    def _tell(self) -> None:
        unit = self._units.currentData()
        self.value_changed.emit((unit, self._amounts[unit].number()))


_Editor = _Number | _Flag | _Choice | _Budget


def _refusal(editor: _Editor) -> str:
    """Of the box that is shown, where there are several."""
    boxes = [editor] if isinstance(editor, NumberBox) else editor.findChildren(NumberBox)
    return next((box.refusal for box in boxes if box.refusal and not box.isHidden()), "")
