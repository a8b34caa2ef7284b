"""How a continuation is written: samples, words, seed and shaping, with the buttons that start and stop it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.gui.parts.number_box import NumberBox
from workbench.gui.plain import Label
from workbench.gui.steady import take_turns
from workbench.gui.tasks.next_word.shaping_bar import ShapingBar
from workbench.gui.words.why import Turned, answer
from workbench.messages.why.sampling import SAMPLING
from workbench.services.asking import WRITING
from workbench.values.prediction import Shaping

MOST_SAMPLES = 4  # more are not read side by side


@dataclass(frozen=True)
class Sampling:
    """What is written, and how the next token is drawn. The samples take the seeds from `seed` on."""

    words: int
    seed: int
    samples: int = 1
    shaping: Shaping = WRITING
    to_sentence_end: bool = False


class GenerationBar(QWidget):
    generate_requested = Signal(Sampling)
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shaping = ShapingBar(WRITING, self.tr("As usual"))
        self.samples = self._number(self.tr("Samples"), 1, 1, MOST_SAMPLES)
        self.words = self._number(self.tr("Words"), 50, 1, 1000)
        self.seed = self._number(self.tr("Seed"), 0, 0, 2**31 - 1)
        self.seed.setToolTip(self.tr("The same seed gives the same text again"))
        self.sentence = QCheckBox(self.tr("One sentence"))
        self.sentence.setToolTip(self.tr("Stop at the end of the sentence"))
        self.generate = QPushButton(self.tr("Write on"))
        self.generate.setProperty("primary", True)
        self.generate.setToolTip(self.tr("Both models go on with the text"))
        self.generate.clicked.connect(lambda: self.generate_requested.emit(self.sampling()))
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.clicked.connect(self.stop_requested)
        row = QHBoxLayout()
        row.setSpacing(8)
        for box in (self.samples, self.words, self.seed):
            label = Label(box.accessibleName())
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box)
            row.addSpacing(6)
        row.addStretch()
        self.buttons = QHBoxLayout()  # which stand elsewhere: on a small laptop, the numbers are below what is seen
        self.buttons.addWidget(self.sentence)
        self._trouble = Label()
        self._trouble.setProperty("tone", "bad")
        self._trouble.setWordWrap(True)
        self.buttons.addWidget(self._trouble, 1)
        self.buttons.addWidget(self.stop)
        self.buttons.addWidget(self.generate)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self.shaping)
        self.show_writing(False)

    def explain(self, part: QWidget) -> str:
        """Why one of them would be set otherwise."""
        for name, box in (("samples", self.samples), ("words", self.words), ("seed", self.seed)):
            if box is part or box.isAncestorOf(part):
                return answer(box.accessibleName(), SAMPLING[name], Turned.NUMBER, self.palette())
        if part is self.sentence:
            return answer(part.text(), SAMPLING["sentence"], Turned.SWITCH, self.palette())
        return ""

    def sampling(self) -> Sampling:
        return Sampling(
            int(self.words.number()), int(self.seed.number()), int(self.samples.number()), self.shaping.shaping(),
            self.sentence.isChecked(),
        )  # fmt: skip

    def show_writing(self, writing: bool) -> None:
        self._is_writing = writing
        self._enable()

    def _enable(self) -> None:
        refusals = (box.refusal for box in (self.samples, self.words, self.seed) if box.refusal)
        refusal = next(refusals, "")
        self._trouble.setText(refusal)
        take_turns(self.generate, self.stop, is_under_way=self._is_writing, can_begin=not refusal)

    def _number(self, name: str, value: int, low: int, high: int) -> NumberBox:
        box = NumberBox(low, high, whole=True)
        box.setValue(value)
        box.setAccessibleName(name)
        box.changed.connect(self._enable)
        return box
