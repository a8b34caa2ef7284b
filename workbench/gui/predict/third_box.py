"""A third who predicts beside the two that are compared, where somebody wants one more."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from workbench.gui.predict.model_box import ModelBox
from workbench.gui.tasks.question import AskedModel
from workbench.values.model_ref import Folder, ModelRef, OfRun


class ThirdBox(QWidget):
    chosen = Signal()  # by the person: somebody, or nobody any more

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._models: Sequence[AskedModel] = ()
        self._taken: Collection[ModelRef | None] = ()
        self.box = ModelBox(self.tr("Also"))
        self.box.chosen.connect(self.chosen)
        self.button = QPushButton(self.tr("One more"))
        self.button.setCheckable(True)
        self.button.setToolTip(self.tr("Ask a third beside the two, but in the game and in the blind test"))
        self.button.toggled.connect(self._turn)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.box, 1)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.box.hide()

    @property
    def model(self) -> AskedModel | None:
        """Who is asked beside the two; None where nobody is wanted."""
        return self.box.model if self.button.isChecked() and self.button.isEnabled() else None

    @property
    def is_open(self) -> bool:
        return self.button.isChecked()

    def show_models(self, models: Sequence[AskedModel], taken: Collection[ModelRef | None]) -> None:
        """Offer `models`, of which `taken` are asked already; none where nobody can be asked beside the two."""
        self._models, self._taken = models, taken
        self.box.show_models(models)
        self.button.setEnabled(bool(models))
        if self.is_open and self.box.ref is None:
            self._choose_one()

    def _turn(self, is_wanted: bool) -> None:
        self.button.setText(self.tr("One fewer") if is_wanted else self.tr("One more"))
        self.box.setVisible(is_wanted)
        if is_wanted and (self.box.ref is None or self.box.ref in self._taken):
            self._choose_one()
        self.chosen.emit()

    def _choose_one(self) -> None:
        """Of those who are not asked yet: what is compared most often is a run, then what the person opened."""
        free = [model.ref for model in self._models if model.ref not in self._taken]
        self.box.choose(min(free, key=_how_far, default=None))


def _how_far(ref: ModelRef) -> int:
    return 0 if isinstance(ref, OfRun) else 1 if isinstance(ref, Folder) else 2
