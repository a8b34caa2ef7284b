"""Sliders that bend what a model expects: temperature, top-k, top-p and repetition penalty."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from workbench.gui.parts.explanation import WhyButton
from workbench.gui.plain import Label
from workbench.gui.steady import Slider
from workbench.gui.words.why import Turned, answer
from workbench.messages.why.sampling import SAMPLING
from workbench.values.prediction import Shaping

HUNDREDTHS = tuple(number / 100 for number in range(101))
TEMPERATURES = tuple(number / 20 for number in range(41))  # 0 to 2
TOP_PS = HUNDREDTHS[1:]
TOP_KS = (1, 2, 3, 5, 10, 20, 50, 100, 1000, 0)  # 0, the last, leaves all
PENALTIES = tuple(1 + number / 20 for number in range(21))  # 1 to 2


class ShapingBar(QWidget):
    changed = Signal(Shaping)  # by the person, also while a slider is being moved

    def __init__(self, shaping: Shaping, reset: str, parent: QWidget | None = None) -> None:
        """`reset`: what the link that brings back `shaping` is called."""
        super().__init__(parent)
        self._start = shaping
        self.temperature = Dial(
            "temperature", self.tr("Temperature"), TEMPERATURES,
            self.tr("Low: the likeliest words only. High: bolder and stranger. 0 always takes the likeliest."),
        )  # fmt: skip
        self.top_k = Dial(
            "top_k", self.tr("Top-k"), TOP_KS,
            self.tr("Leaves out unlikely words: only so many of the likeliest tokens may be drawn."),
            lambda value: QLocale().toString(int(value)) if value else self.tr("all"),
        )  # fmt: skip
        self.top_p = Dial(
            "top_p", self.tr("Top-p"), TOP_PS,
            self.tr("Leaves out unlikely words: only those that together reach this probability may be drawn."),
        )  # fmt: skip
        self.penalty = Dial(
            "repetition_penalty", self.tr("Repetition penalty"), PENALTIES,
            self.tr("Above 1, what stands in the text already becomes less likely."),
        )  # fmt: skip
        self.reset = QPushButton(reset)
        self.reset.setProperty("link", True)
        self.reset.clicked.connect(self._bring_back)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(18)
        layout.setVerticalSpacing(2)
        self._dials = (self.temperature, self.top_p, self.top_k, self.penalty)
        for number, dial in enumerate(self._dials):
            layout.addWidget(dial, number // 2, number % 2)
            dial.changed.connect(self._tell)
        layout.addWidget(self.reset, 0, 2, 2, 1)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(1, 1)
        self.show_shaping(shaping)

    def explain(self, part: QWidget) -> str:
        """Why the dial of a slider would be turned."""
        dial = next((each for each in self._dials if each is part or each.isAncestorOf(part)), None)
        return "" if dial is None else dial.why()

    def shaping(self) -> Shaping:
        return Shaping(
            self.temperature.value(), int(self.top_k.value()), self.top_p.value(), self.penalty.value()
        )  # fmt: skip

    def show_shaping(self, shaping: Shaping) -> None:
        for dial, value in (
            (self.temperature, shaping.temperature), (self.top_k, shaping.top_k), (self.top_p, shaping.top_p),
            (self.penalty, shaping.repetition_penalty),
        ):  # fmt: skip
            dial.set_value(value)
        self.reset.setEnabled(self.shaping() != self._start)

    def _tell(self) -> None:
        self.reset.setEnabled(self.shaping() != self._start)
        self.changed.emit(self.shaping())

    def _bring_back(self) -> None:
        self.show_shaping(self._start)
        self.changed.emit(self.shaping())


class Dial(QWidget):
    """A slider over a few values, with its name and value beside it."""

    changed = Signal()

    def __init__(
        self, setting: str, name: str, values: Sequence[float], explanation: str,
        written: Callable[[float], str] | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._setting = setting
        self._name = name
        self._values = values
        self._written = written or (lambda value: QLocale().toString(float(value), "f", 2))
        self._label = Label()
        self.slider = Slider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, len(values) - 1)
        self.slider.setPageStep(max(1, len(values) // 10))
        self.slider.setAccessibleName(name)
        self.slider.setAccessibleDescription(explanation)
        self.slider.setMinimumWidth(60)
        self.slider.valueChanged.connect(self._move)
        self._label.setBuddy(self.slider)
        self.setToolTip(explanation)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._label)
        layout.addWidget(WhyButton(name, self.why))
        layout.addWidget(self.slider, 1)
        self._hold_width()
        self._show_value()

    def why(self) -> str:
        return answer(self._name, SAMPLING[self._setting], Turned.NUMBER, self.palette())

    def value(self) -> float:
        return self._values[self.slider.value()]

    def set_value(self, value: float) -> None:
        """Go to the value that is nearest, without telling, since no person moved it."""
        nearest = min(range(len(self._values)), key=lambda place: abs(self._values[place] - value))
        self.slider.blockSignals(True)
        self.slider.setValue(nearest)
        self.slider.blockSignals(False)
        self._show_value()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._hold_width()

    def _hold_width(self) -> None:
        """Room for the longest value, so that the sliders stay where they are while one is moved."""
        metrics = self._label.fontMetrics()
        longest = max(metrics.horizontalAdvance(f"{self._name} {self._written(value)}") for value in self._values)
        self._label.setMinimumWidth(longest + metrics.averageCharWidth())

    def _move(self) -> None:
        self._show_value()
        self.changed.emit()

    def _show_value(self) -> None:
        self._label.setText(f"{self._name} {self._written(self.value())}")
