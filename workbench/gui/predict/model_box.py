"""Choosing who predicts: a model or a run, with a note about its weights."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from workbench.gui.parts.elided import ElidedLabel
from workbench.gui.plain import Label
from workbench.gui.steady import ComboBox
from workbench.gui.tasks.question import AskedModel
from workbench.values.model_ref import ModelRef


class ModelBox(QWidget):
    chosen = Signal()  # by the person

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._models: Sequence[AskedModel] = ()
        caption = Label(title)
        self.chooser = ComboBox()
        self.chooser.setAccessibleName(title)
        self.chooser.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.chooser.setMinimumContentsLength(10)
        self.chooser.setPlaceholderText(self.tr("Nothing to choose yet"))
        self.chooser.activated.connect(lambda _: self.chosen.emit())
        caption.setBuddy(self.chooser)
        self._note = ElidedLabel()  # with a line of its own: it comes and grows while a model learns
        self._note.setProperty("tone", "warn")
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(0)
        layout.addWidget(caption, 0, 0)
        layout.addWidget(self.chooser, 0, 1)
        layout.addWidget(self._note, 1, 0, 1, 2)
        layout.setColumnStretch(1, 1)

    @property
    def model(self) -> AskedModel | None:
        place = self.chooser.currentIndex()
        return self._models[place] if 0 <= place < len(self._models) else None

    @property
    def ref(self) -> ModelRef | None:
        """Whose words are shown; None while there is nobody to choose."""
        return self.model.ref if self.model else None

    @property
    def note(self) -> str:
        return self._note.text()

    def show_models(self, models: Sequence[AskedModel]) -> None:
        """Offer `models`; the chosen one stays chosen if it is still among them."""
        chosen = self.ref
        self._models = tuple(models)
        self.chooser.clear()
        for model in models:
            self.chooser.addItem(model.title)
        self.chooser.setCurrentIndex(self._place(chosen))
        self.chooser.setEnabled(bool(models))

    def choose(self, ref: ModelRef | None) -> bool:
        """Choose without signalling, since no person did; whether it is there to be chosen."""
        place = self._place(ref)
        if place >= 0:
            self.chooser.setCurrentIndex(place)
        return place >= 0

    def show_note(self, note: str) -> None:
        self._note.setText(note)

    def _place(self, ref: ModelRef | None) -> int:
        return next((place for place, model in enumerate(self._models) if model.ref == ref), -1)
