"""Whose answer a view shows that has room for one at a time: of those after, before, and the third beside them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from workbench.gui.steady import ComboBox
from workbench.gui.tasks.question import AskedModel, Question

AFTER, BEFORE, ALSO = "after", "before", "also"


class SideBox(ComboBox):
    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.addItem(self.tr("After fine-tuning"), AFTER)
        self.addItem(self.tr("Before"), BEFORE)

    def offer_third(self, is_asked: bool) -> None:
        """Have the third among those to choose from, as long as one is asked; it stands last."""
        place = self.findData(ALSO)
        if is_asked and place < 0:
            self.addItem(self.tr("Also"), ALSO)
        elif not is_asked and place >= 0:
            if self.currentIndex() == place:
                self.setCurrentIndex(self.findData(AFTER))
            self.removeItem(place)

    def asked(self, question: Question) -> AskedModel | None:
        """Whose answer is shown; the other one's of the two where there is only that."""
        if self.currentData() == ALSO:
            return question.third
        if self.currentData() == BEFORE:
            return question.base or question.tuned
        return question.tuned or question.base
