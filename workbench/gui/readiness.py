"""The card that says Ready, or exactly what is missing and where to get it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workbench.fine_tuning import FineTuning
from workbench.gui import quantities
from workbench.pretrained.card import Fit, FitEstimate


@dataclass(frozen=True)
class Readiness:
    """What is there to start with. `problem` is a sentence about anything else that is in the way."""

    corpus: str | None
    model: str | None
    estimate: FitEstimate | None = None
    problem: str = ""
    smaller: FineTuning | None = None  # settings that make the same steps in less memory, where that would help

    @property
    def is_ready(self) -> bool:
        fits = self.estimate is None or self.estimate.fit is not Fit.DOES_NOT_FIT
        return bool(self.corpus and self.model and fits and not self.problem)


class ReadinessCard(QFrame):
    place_requested = Signal(str)
    smaller_requested = Signal(FineTuning)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._title = QLabel()
        self._title.setProperty("subheading", True)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._go = QPushButton()
        self._place = ""
        self.use_smaller = QPushButton()
        self._smaller: FineTuning | None = None
        self.use_smaller.clicked.connect(lambda: self.smaller_requested.emit(self._smaller))
        self._go.clicked.connect(lambda: self.place_requested.emit(self._place))
        texts = QVBoxLayout()
        texts.addWidget(self._title)
        texts.addWidget(self._words)
        layout = QHBoxLayout(self)
        layout.addLayout(texts, 1)
        layout.addWidget(self.use_smaller)
        layout.addWidget(self._go)

    @property
    def words(self) -> str:
        return f"{self._title.text()} {self._words.text()}"

    def show_readiness(self, readiness: Readiness) -> None:
        title, words, place, button = self._in_words(readiness)
        self._title.setText(title)
        self._words.setText(words)
        self._place = place
        self._go.setText(button)
        self._go.setVisible(bool(place))
        self._smaller = readiness.smaller
        self.use_smaller.setVisible(readiness.smaller is not None)
        if readiness.smaller is not None:
            self.use_smaller.setText(
                self.tr("Use {count} batches of {size} a step").format(
                    count=readiness.smaller.accumulate, size=readiness.smaller.batch_size
                )
            )
            self.use_smaller.setToolTip(self.tr("The same steps in less memory; they take a little longer"))
        self.setAccessibleName(self.words)

    def _in_words(self, readiness: Readiness) -> tuple[str, str, str, str]:
        missing = self.tr("✗ Not ready yet")
        if not readiness.corpus:
            words = self.tr("There is no text to learn from. Choose or import one.")
            return missing, words, "text", self.tr("Go to Text")
        if not readiness.model:
            return missing, self.tr("No model is chosen to start from."), "model", self.tr("Go to Model")
        if readiness.problem:
            return missing, readiness.problem, "", ""
        if readiness.estimate is None:
            return self.tr("✓ Ready"), "", "", ""
        estimate = readiness.estimate
        cost = self.tr("{count} weights learn, in {memory} of memory. Expected time: {time}.").format(
            count=quantities.count(estimate.learning),
            time=quantities.expected_duration([estimate]),
            memory=quantities.memory(estimate.memory_bytes),
        )
        match estimate.fit:
            case Fit.FITS:
                return self.tr("✓ Ready"), cost, "", ""
            case Fit.TIGHT:
                tight = self.tr("Close other programs first: memory will be tight.")
                return self.tr("! Ready, but tight"), f"{cost} {tight}", "", ""
            case Fit.DOES_NOT_FIT:
                too_big = self.tr("That is more than this computer has. Choose a smaller model, batch or context.")
                return missing, f"{cost} {too_big}", "model", self.tr("Go to Model")
