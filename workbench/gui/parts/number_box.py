"""A box for one number, from ten-millionths to millions of millions, shown without needless digits."""

from __future__ import annotations

import math

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QWidget  # noqa: TID251 - the one place for them

from workbench.gui.plain import tip
from workbench.gui.words.sentences import sentence
from workbench.messages.errors import KnownError
from workbench.messages.message import Message, message

DECIMALS = 9
_IN_NUMBERS = frozenset("0123456789.,eE+-\u00a0\u202f' ")


class NumberBox(QDoubleSpinBox):
    """Holds a number within a range; the arrows move shares by 0.05 and anything else in step with its size.

    What is typed outside the range stays as it was typed, in red, with the reason in `refusal`; the number remains the
    one before. Qt's own box would cut the digits that go beyond it, and hold a number that nobody typed.
    """

    changed = Signal()  # the number, or whether what is typed is one

    def __init__(
        self, minimum: float, maximum: float, whole: bool, parent: QWidget | None = None, *, zero: str = ""
    ) -> None:
        """`zero` is what the least number is called, where it is no amount."""
        super().__init__(parent)
        self._whole = whole
        self._zero = zero
        self._refused = ""  # what was typed
        self._told = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel, which would then change the number
        self.refusal = ""  # why it cannot be, in a sentence
        self.setDecimals(0 if whole else DECIMALS)
        self.setRange(minimum, maximum)
        self.setKeyboardTracking(False)
        self.valueChanged.connect(lambda _: self.changed.emit())
        self.editingFinished.connect(self._tell)
        if not whole and maximum <= 1:
            self.setSingleStep(0.05)
        else:
            self.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)

    def number(self) -> float:
        return int(self.value()) if self._whole else self.value()

    def setValue(self, value: float) -> None:
        """Show `value` instead of whatever is typed."""
        self._refuse("", None)
        super().setValue(value)
        self._tell()

    def stepBy(self, steps: int) -> None:
        self.interpretText()
        if self._refused:  # from the number that it still has
            self.setValue(self.value())
        super().stepBy(steps)

    # How Qt asks what a text means

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Every number can be typed; whether it is one that can be held is seen when it is finished."""
        if set(text) <= _IN_NUMBERS or text in self._zero:
            return QValidator.State.Acceptable, text, position
        digits = "".join(letter for letter in text if letter.isdigit() or letter in ".,")
        if digits and "".join(letter for letter in text if letter not in digits) == self._zero:
            return QValidator.State.Acceptable, digits, len(digits)  # typed into the words, which it replaces
        return QValidator.State.Invalid, text, position

    def valueFromText(self, text: str) -> float:
        if self._refused and text == self._refused:
            return self.value()
        if not text or text in self._zero:
            self._refuse("", None)
            return self.minimum() if text and text == self._zero else self.value()
        number = self._read(text)
        reason = self._reason(number)
        self._refuse(text if reason else "", reason)
        return self.value() if reason or number is None else number

    def textFromValue(self, value: float) -> str:
        if self._refused:
            return self._refused
        if self._zero and value == self.minimum():
            return self._zero
        return self._written(value)

    # Qt's own events

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
        if self._zero:
            width = max(width, self.fontMetrics().horizontalAdvance(self._zero) + 48)
        return QSize(width, max(hint.height(), 2 * self.fontMetrics().height()))

    def _read(self, text: str) -> float | None:
        """The number that is written, in the way of the person's language or with a plain point; None for no number."""
        for locale in (self.locale(), QLocale.c()):
            number, is_one = locale.toDouble(text.strip())
            if is_one and math.isfinite(number):
                return number
        return None

    def _written(self, number: float) -> str:
        if number == int(number):
            return self.locale().toString(int(number))
        text = self.locale().toString(number, "f", DECIMALS)
        return text.rstrip(self.locale().zeroDigit()).removesuffix(self.locale().decimalPoint())

    def _reason(self, number: float | None) -> Message | None:
        """Why `number` cannot be held; None where it can."""
        if number is None:
            return message("value.number")
        if self._whole and number != int(number):
            return message("value.whole_number")
        if not self.minimum() <= number <= self.maximum():
            low, high = self._written(self.minimum()), self._written(self.maximum())
            return message("value.between", low=low, high=high)
        if not math.isclose(round(number, DECIMALS), number, rel_tol=1e-3):
            return message("value.decimals", count=DECIMALS)
        return None

    def _refuse(self, text: str, reason: Message | None) -> None:
        """Keep `text` as it was typed, for `reason`; or, where there is none, what was typed counts."""
        self._refused = text
        error = KnownError("setting.invalid", name=self.accessibleName(), value=text, reason=reason)
        self.refusal = sentence(error) if reason else ""

    def _tell(self) -> None:
        """Say whether something is refused, where that is news. Not while Qt is about to read the text."""
        if self._told == self.refusal:
            return
        self._told = self.refusal
        edit = self.lineEdit()
        edit.setProperty("tone", "bad" if self.refusal else "")
        edit.style().unpolish(edit)
        edit.style().polish(edit)
        self.setToolTip(tip(self.refusal))
        self.changed.emit()
