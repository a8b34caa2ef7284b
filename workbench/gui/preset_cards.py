"""Quick, Balanced or Thorough: whole fine-tunings to choose from, each with what it costs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workbench.errors import QT_TRANSLATE_NOOP
from workbench.fine_tuning import PRESETS, FineTuning
from workbench.gui import quantities
from workbench.gui.theme import colour
from workbench.pretrained.card import FitEstimate

WORDS = {
    "quick": (
        QT_TRANSLATE_NOOP("PresetCards", "Quick"),
        QT_TRANSLATE_NOOP("PresetCards", "A first impression: it picks up the tone."),
    ),
    "balanced": (
        QT_TRANSLATE_NOOP("PresetCards", "Balanced"),
        QT_TRANSLATE_NOOP("PresetCards", "A clear change for a short wait. A good start."),
    ),
    "thorough": (
        QT_TRANSLATE_NOOP("PresetCards", "Thorough"),
        QT_TRANSLATE_NOOP("PresetCards", "As much as the text can teach, without learning it by heart."),
    ),
}


class PresetCards(QWidget):
    """One card per preset; none is chosen while the settings are a person's own."""

    preset_chosen = Signal(FineTuning)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._cards: dict[str, _Card] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for name in PRESETS:
            title, words = (QCoreApplication.translate("PresetCards", text) for text in WORDS[name])
            card = _Card(title, words)
            self._cards[name] = card
            self._group.addButton(card)
            layout.addWidget(card, 1)
            card.clicked.connect(lambda _=False, name=name: self.preset_chosen.emit(PRESETS[name]))

    def card(self, name: str) -> QAbstractButton:
        return self._cards[name]

    def show_chosen(self, settings: FineTuning) -> None:
        """Mark the preset that `settings` are, if they are one."""
        self._group.setExclusive(False)
        for name, card in self._cards.items():
            card.setChecked(PRESETS[name] == settings)
        self._group.setExclusive(True)

    def show_costs(self, costs: dict[str, FitEstimate]) -> None:
        """What each preset costs with the chosen text and model; nothing where that is not known."""
        for name, card in self._cards.items():
            cost = costs.get(name)
            card.show_cost(quantities.expected_duration([cost]) if cost else "")


class _Card(QPushButton):
    """A card that is one button; its texts are labels, since a button's own text does not wrap."""

    def __init__(self, title: str, words: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self._title, self._words = title, words
        self._name = QLabel(title)
        self._name.setProperty("subheading", True)
        self._mark = QLabel()
        note = QLabel(words)
        note.setWordWrap(True)
        note.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        note.setProperty("quiet", True)
        note.setMinimumWidth(14 * self.fontMetrics().averageCharWidth())  # else as wide as its longest line
        self._cost = QLabel()
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(14, 12, 14, 12)
        top = QHBoxLayout()
        top.addWidget(self._name, 1)
        top.addWidget(self._mark)
        self._inside.addLayout(top)
        self._inside.addWidget(note, 1)
        self._inside.addWidget(self._cost)
        for label in (self._name, self._mark, note, self._cost):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.toggled.connect(lambda chosen: self._mark.setText("✓" if chosen else ""))
        self.show_cost("")

    def show_cost(self, cost: str) -> None:
        self._cost.setText(cost)
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(f"{self._words} {cost}".strip())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A frame around the labels; the chosen one has a thicker frame as well as its mark."""
        under_pointer = self.underMouse() and self.isEnabled()
        ground = "selected" if self.isChecked() else "hover" if under_pointer else "base"
        marked = self.isChecked() or self.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colour(self.palette(), ground))
        painter.setPen(QPen(colour(self.palette(), "accent" if marked else "line"), 2 if marked else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(colour(self.palette(), "accent"), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(5, 5, -5, -5), 5, 5)
        painter.end()

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._inside.minimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._inside.heightForWidth(width)
