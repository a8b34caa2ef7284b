"""Choosing who predicts: a model or a run, with a note about its weights."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from workbench.gui.plain import Label
from workbench.gui.predict.question import Speaker
from workbench.values.model_ref import ModelRef


class SpeakerBox(QWidget):
    chosen = Signal()  # by the person

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._speakers: Sequence[Speaker] = ()
        caption = Label(title)
        self.chooser = QComboBox()
        self.chooser.setAccessibleName(title)
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.chooser.setMinimumContentsLength(10)
        self.chooser.setPlaceholderText(self.tr("Nothing to choose yet"))
        self.chooser.activated.connect(lambda _: self.chosen.emit())
        caption.setBuddy(self.chooser)
        self._note = Label()
        self._note.setProperty("tone", "warn")
        self._note.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(caption)
        layout.addWidget(self.chooser, 1)
        layout.addWidget(self._note)

    @property
    def speaker(self) -> Speaker | None:
        place = self.chooser.currentIndex()
        return self._speakers[place] if 0 <= place < len(self._speakers) else None

    @property
    def ref(self) -> ModelRef | None:
        """Whose words are shown; None while there is nobody to choose."""
        return self.speaker.ref if self.speaker else None

    @property
    def note(self) -> str:
        return self._note.text()

    def show_speakers(self, speakers: Sequence[Speaker]) -> None:
        """Offer `speakers`; the chosen one stays chosen if it is still among them."""
        chosen = self.ref
        self._speakers = tuple(speakers)
        self.chooser.clear()
        for speaker in speakers:
            self.chooser.addItem(speaker.title)
        self.chooser.setCurrentIndex(self._place(chosen))
        self.chooser.setEnabled(bool(speakers))

    def choose(self, ref: ModelRef | None) -> bool:
        """Choose without signalling, since no person did; whether it is there to be chosen."""
        place = self._place(ref)
        if place >= 0:
            self.chooser.setCurrentIndex(place)
        return place >= 0

    def show_note(self, note: str) -> None:
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def _place(self, ref: ModelRef | None) -> int:
        return next((place for place, speaker in enumerate(self._speakers) if speaker.ref == ref), -1)
