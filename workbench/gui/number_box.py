"""A box for one number, from ten-millionths to millions of millions, shown without needless digits."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QWidget


class NumberBox(QDoubleSpinBox):
    """Holds a number within a range; the arrows move shares by 0.05 and anything else in step with its size."""

    def __init__(self, minimum: float, maximum: float, whole: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = whole
        self.setDecimals(0 if whole else 9)
        self.setRange(minimum, maximum)
        self.setKeyboardTracking(False)
        if not whole and maximum <= 1:
            self.setSingleStep(0.05)
        else:
            self.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)

    def number(self) -> float:
        return int(self.value()) if self._whole else self.value()

    def textFromValue(self, value: float) -> str:
        if self._whole:
            return self.locale().toString(int(value))
        text = self.locale().toString(value, "f", 9)
        return text.rstrip(self.locale().zeroDigit()).removesuffix(self.locale().decimalPoint())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a page must not change a setting that happens to pass under the pointer."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        """Room for a small learning rate as well as for a large number of tokens."""
        hint = super().sizeHint()
        width = max(hint.width(), self.fontMetrics().horizontalAdvance("0.0000005") + 48)
        return QSize(width, max(hint.height(), 2 * self.fontMetrics().height()))
