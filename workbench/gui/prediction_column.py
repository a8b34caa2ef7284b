"""One side of the comparison on the Predict page: whose words, the words as bars, and the text it writes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from workbench.gui.sentences import sentence
from workbench.gui.word_bars import WordBars
from workbench.records import Prediction


@dataclass(frozen=True)
class Speaker:
    """Something that predicts: a model or a run."""

    reference: str
    title: str


class PredictionColumn(QWidget):
    speaker_chosen = Signal(str)  # by the person
    words_shown = Signal()
    word_chosen = Signal(Prediction)

    def __init__(self, title: str, nobody: str, tone: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nobody = nobody
        caption = QLabel(title)
        self._chooser = QComboBox()
        self._chooser.setAccessibleName(title)
        self._chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._chooser.setMinimumContentsLength(12)
        self._chooser.setPlaceholderText(self.tr("Nothing to choose yet"))
        self._chooser.activated.connect(lambda _: self.speaker_chosen.emit(self.reference))
        caption.setBuddy(self._chooser)
        self.bars = WordBars(self.tr("Next words: {title}").format(title=title), tone)
        self.bars.word_chosen.connect(self.word_chosen)
        self.written = QPlainTextEdit()
        self.written.setReadOnly(True)
        self.written.setAccessibleName(self.tr("Written on: {title}").format(title=title))
        self.written.setPlaceholderText(self.tr("“Write on” lets it go on with the text here."))
        self._copy = QPushButton(self.tr("Copy"))
        self._copy.setProperty("link", True)
        self._copy.setAccessibleName(self.tr("Copy what was written: {title}").format(title=title))
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.written.toPlainText()))
        keep_room = self._copy.sizePolicy()
        keep_room.setRetainSizeWhenHidden(True)
        self._copy.setSizePolicy(keep_room)
        self._copy.hide()
        self.written.textChanged.connect(lambda: self._copy.setVisible(bool(self.written.toPlainText())))
        top = QHBoxLayout()
        top.addWidget(caption)
        top.addWidget(self._chooser, 1)
        between = QHBoxLayout()
        goes_on = QLabel(self.tr("It goes on"))
        goes_on.setProperty("quiet", True)
        between.addWidget(goes_on, 1)
        between.addWidget(self._copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.bars, 5)
        layout.addLayout(between)
        layout.addWidget(self.written, 2)

    @property
    def reference(self) -> str:
        """Whose words are shown; empty while there is nobody to choose."""
        return self._chooser.currentData() or ""

    def show_speakers(self, speakers: Sequence[Speaker]) -> None:
        """Offer `speakers`; the chosen one stays chosen if it is still among them."""
        chosen = self.reference
        self._chooser.clear()
        for speaker in speakers:
            self._chooser.addItem(speaker.title, speaker.reference)
        self._chooser.setCurrentIndex(self._chooser.findData(chosen))
        self._chooser.setEnabled(bool(speakers))
        if not self.reference:
            self.bars.show_message(self._nobody)

    def choose(self, reference: str) -> bool:
        """Choose without signalling, since no person did; whether it is there to be chosen."""
        place = self._chooser.findData(reference)
        if place >= 0:
            self._chooser.setCurrentIndex(place)
        return place >= 0

    def show_words(self, predictions: tuple[Prediction, ...]) -> None:
        self.bars.show_predictions(predictions)
        self.words_shown.emit()

    def show_problem(self, error: Exception) -> None:
        self.bars.show_message(sentence(error))

    def append_written(self, pieces: Sequence[str]) -> None:
        self.written.moveCursor(QTextCursor.MoveOperation.End)
        self.written.insertPlainText("".join(pieces))
        self.written.ensureCursorVisible()
