"""The card that says Ready, Ready but, or exactly what is missing and where to get it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.costs.advice import Advice
from workbench.gui.parts.lines import lines_of
from workbench.gui.plain import Label, tip
from workbench.gui.words import quantities
from workbench.gui.words.advice_words import mend_in_words
from workbench.gui.words.sentences import told
from workbench.models.card import Fit, FitEstimate
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import ModelRef

LINES = 3  # of words that are seen at once: the card keeps its size, whatever it says


@dataclass(frozen=True)
class Readiness:
    """What is there to start with. `problem` is a sentence about anything else that is in the way."""

    corpus: str | None
    model: ModelRef | None
    estimate: FitEstimate | None = None
    problem: str = ""
    smaller: FineTuning | None = None  # settings that make the same steps in less memory, where that would help
    advice: tuple[Advice, ...] = ()  # what should be known before it starts, the gravest first

    @property
    def is_ready(self) -> bool:
        fits = self.estimate is None or self.estimate.fit is not Fit.DOES_NOT_FIT
        return bool(self.corpus and self.model and fits and not self.problem)


class ReadinessCard(QFrame):
    place_requested = Signal(str)
    mended = Signal(FineTuning)  # settings with which there is less to say

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._title = Label()
        self._title.setProperty("subheading", True)
        self._words = Label()
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.go = QPushButton()
        self._place = ""
        self.mend = QPushButton()
        self._mended: FineTuning | None = None
        self.mend.clicked.connect(lambda: self._mended and self.mended.emit(self._mended))
        self.go.clicked.connect(lambda: self.place_requested.emit(self._place))
        scrolled = lines_of(self._words, LINES, self.tr("What there is to say before the start"))
        self._top = QHBoxLayout()
        self._top.setSpacing(12)
        self._top.addWidget(self._title, 1)
        below = QHBoxLayout()
        below.addWidget(scrolled, 1)
        for button in (self.mend, self.go):
            below.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        layout.addLayout(self._top)
        layout.addLayout(below)

    def hold(self, *buttons: QPushButton) -> None:
        """Give the buttons that start a place beside what is said of it."""
        for button in buttons:
            self._top.addWidget(button)

    @property
    def words(self) -> str:
        return f"{self._title.text()} {self._words.text()}"

    def show_readiness(self, readiness: Readiness) -> None:
        title, words, place, button = self._in_words(readiness)
        self._title.setText(title)
        self._words.setText(words)
        self._words.setToolTip(tip(words))
        self._place = place
        self.go.setText(button)
        self.go.setVisible(bool(place))
        self._offer_mending(readiness)
        self.setAccessibleName(self.words)

    def _offer_mending(self, readiness: Readiness) -> None:
        """What mends by a click the memory or the first thing that there is to say; nothing beside another button."""
        smaller = readiness.smaller
        mendable = next((each for each in readiness.advice if each.mended is not None), None)
        offered = mendable if readiness.is_ready and not self._place else None
        self._mended = smaller or (offered.mended if offered else None)
        self.mend.setVisible(self._mended is not None)
        if smaller is not None:
            words = self.tr("Use {count} batches of {size} a step")
            self.mend.setText(words.format(count=smaller.accumulate, size=smaller.batch_size))
            self.mend.setToolTip(self.tr("The same steps in less memory; they take a little longer"))
        elif offered is not None:
            self.mend.setText(mend_in_words(offered))
            self.mend.setToolTip("")

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
            case Fit.DOES_NOT_FIT:
                too_big = self.tr("That is more than this computer has. Choose a smaller model, batch or context.")
                return missing, f"{cost} {too_big}", "model", self.tr("Go to Model")
            case Fit.TIGHT:
                tight = [self.tr("Close other programs first: memory will be tight.")]
            case Fit.FITS:
                tight = []
        known = [*tight, *(told(each.said) for each in readiness.advice)]
        if not known:
            return self.tr("✓ Ready"), cost, "", ""
        # Another language needs another model; nothing else is mended elsewhere.
        foreign = any(each.said.code == "advice.language" for each in readiness.advice)
        place, button = ("model", self.tr("Go to Model")) if foreign else ("", "")
        return self.tr("! Ready, but …"), " ".join((*known, cost)), place, button
