"""How a continuation is written: temperature, top-p, words and seed, with the buttons that start and stop it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSlider, QWidget

from workbench.gui.number_box import NumberBox


@dataclass(frozen=True)
class Sampling:
    """How the next token is drawn."""

    words: int
    temperature: float  # 0 takes the most probable token
    top_p: float  # only tokens that together reach this probability
    seed: int


class GenerationBar(QWidget):
    generate_requested = Signal(Sampling)
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.temperature = _Share(
            self.tr("Temperature"), 0.8, 2.0,
            self.tr("Low: the likeliest words only. High: bolder and stranger. 0 always takes the likeliest."),
        )  # fmt: skip
        self.top_p = _Share(
            self.tr("Top-p"), 0.95, 1.0,
            self.tr("Leaves out unlikely words: only those that together reach this probability may be drawn."),
        )  # fmt: skip
        self.words = self._number(self.tr("Words"), 50, 1, 1000)
        self.seed = self._number(self.tr("Seed"), 0, 0, 2**31 - 1)
        self.seed.setToolTip(self.tr("The same seed gives the same text again"))
        self.generate = QPushButton(self.tr("Write on"))
        self.generate.setProperty("primary", True)
        self.generate.setToolTip(self.tr("Both models go on with the text"))
        self.generate.clicked.connect(lambda: self.generate_requested.emit(self.sampling()))
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.clicked.connect(self.stop_requested)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(14)
        layout.addWidget(self.temperature, 0, 0)
        layout.addWidget(self.top_p, 0, 1)
        below = QHBoxLayout()
        below.setSpacing(8)
        for box in (self.words, self.seed):
            label = QLabel(box.accessibleName())
            label.setBuddy(box)
            below.addWidget(label)
            below.addWidget(box)
            below.addSpacing(14)
        below.addStretch()
        below.addWidget(self.stop)
        below.addWidget(self.generate)
        layout.addLayout(below, 1, 0, 1, 2)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(1, 1)
        self.show_writing(False)

    def sampling(self) -> Sampling:
        return Sampling(int(self.words.number()), self.temperature.value(), self.top_p.value(), int(self.seed.number()))

    def show_writing(self, writing: bool) -> None:
        self.generate.setEnabled(not writing)
        self.stop.setEnabled(writing)

    def _number(self, name: str, value: int, low: int, high: int) -> NumberBox:
        box = NumberBox(low, high, whole=True)
        box.setValue(value)
        box.setAccessibleName(name)
        return box


class _Share(QWidget):
    """A slider in hundredths, with its name and value."""

    def __init__(self, name: str, value: float, most: float, explanation: str) -> None:
        super().__init__()
        self._name = name
        self._label = QLabel()
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0 if most > 1 else 1, round(100 * most))
        self._slider.setSingleStep(5)
        self._slider.setAccessibleName(name)
        self._slider.setAccessibleDescription(explanation)
        self._slider.valueChanged.connect(self._show_value)
        self._label.setBuddy(self._slider)
        self.setToolTip(explanation)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._label)
        layout.addWidget(self._slider, 1)
        self._label.setMinimumWidth(self._label.fontMetrics().horizontalAdvance(f"{name} 0.00"))
        self._slider.setValue(round(100 * value))
        self._show_value()

    def value(self) -> float:
        return self._slider.value() / 100

    def set_value(self, value: float) -> None:
        self._slider.setValue(round(100 * value))

    def _show_value(self) -> None:
        self._label.setText(f"{self._name} {QLocale().toString(self.value(), 'f', 2)}")
