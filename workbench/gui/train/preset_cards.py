"""Quick, Balanced or Thorough: whole fine-tunings to choose from, each with what it costs; and one's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from workbench.gui.parts.card_button import CardButton
from workbench.gui.plain import Label
from workbench.gui.words import quantities
from workbench.gui.words.counts import Counts
from workbench.gui.words.knobs import label, value_in_words
from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.models.card import FitEstimate
from workbench.values.fine_tuning import FineTuning
from workbench.values.presets import PRESETS, differing, nearest_preset, presets
from workbench.values.run import NEXT_WORD

SHOWN = 2  # settings that are named on the card; all of them are in its tip
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
    """One card per preset, and one for a person's own settings, which says in what they differ."""

    preset_chosen = Signal(FineTuning)
    own_requested = Signal()  # to see every setting

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = FineTuning()
        self._origin = "balanced"
        self._task = NEXT_WORD
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
            card.clicked.connect(lambda _=False, name=name: self._choose(name))
        self.own = _OwnCard()
        self._group.addButton(self.own)
        self.own.clicked.connect(self._ask_for_own)
        self.own.reset.clicked.connect(lambda: self._choose(self._origin))
        layout.addWidget(self.own, 1)

    def card(self, name: str) -> QAbstractButton:
        return self._cards[name]

    def show_task(self, task: str) -> None:
        """What is learnt; settings that it does not have are not among those that differ."""
        if task != self._task:
            self._task = task
            self.show_chosen(self._settings, self._origin, self.own.kept_from)

    def show_chosen(self, settings: FineTuning, origin: str = "", kept_from: str = "") -> None:
        """Mark the preset that `settings` are, or the card of one's own.

        `origin` is the preset that they came from; `kept_from` says in words with what they were last used, where
        that is something else than what is chosen now.
        """
        self._settings = settings
        self._origin = origin if origin in PRESETS else nearest_preset(settings, self._task)
        known = presets(self._task)
        own = differing(settings, known[self._origin], self._task)
        self._group.setExclusive(False)
        for name, card in self._cards.items():
            card.setChecked(not differing(settings, known[name], self._task))
        is_own = not any(card.isChecked() for card in self._cards.values())
        self.own.setChecked(is_own)
        self._group.setExclusive(True)
        title = QCoreApplication.translate("PresetCards", WORDS[self._origin][0])
        self.own.show_settings([in_words(settings, name) for name in own] if is_own else [], title, kept_from)

    def _choose(self, name: str) -> None:
        self.preset_chosen.emit(presets(self._task)[name])

    def _ask_for_own(self) -> None:
        """The card is chosen by changing a setting, not by a click on it."""
        self.show_chosen(self._settings, self._origin, self.own.kept_from)
        self.own_requested.emit()

    def show_costs(self, costs: dict[str, FitEstimate]) -> None:
        """What each preset costs with the chosen text and model; nothing where that is not known."""
        for name, card in self._cards.items():
            cost = costs.get(name)
            card.show_cost(quantities.expected_duration([cost]) if cost else "")


def in_words(settings: FineTuning, name: str) -> str:
    """A setting and its value, such as “learning rate 0.05”."""
    return f"{label(name)} {value_in_words(name, getattr(settings, name))}"


class _Card(CardButton):
    def __init__(self, title: str, words: str) -> None:
        super().__init__()
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)  # all as high as the highest
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._title, self._words = title, words
        self._name = Label(title)
        self._name.setProperty("subheading", True)
        self._mark = Label()
        self._note = note = Label(words)
        note.setWordWrap(True)
        note.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        note.setProperty("quiet", True)
        note.setMinimumWidth(self.fontMetrics().horizontalAdvance("n" * 14))  # else as wide as its longest line
        self._cost = Label()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 12, 14, 12)
        top = QHBoxLayout()
        top.addWidget(self._name, 1)
        top.addWidget(self._mark)
        inside.addLayout(top)
        inside.addWidget(note, 1)
        inside.addWidget(self._cost)
        self.toggled.connect(lambda chosen: self._mark.setText("✓" if chosen else ""))
        self.show_cost("")

    def show_cost(self, cost: str) -> None:
        self._cost.setText(cost)
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(f"{self._words} {cost}".strip())


class _OwnCard(_Card):
    """One's own settings: how many of them differ from which preset, and the way back to it."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("PresetCards", "Your own"), "")
        self.kept_from = ""
        self.reset = QPushButton(self.tr("Reset"))
        self.reset.setProperty("link", True)
        # Its room is kept, so that the cards do not grow when a setting is changed.
        room = self.reset.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(room)
        self._cost.hide()  # in whose place the way back is
        inside = self.layout()
        assert isinstance(inside, QVBoxLayout)
        inside.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeading)
        self.show_settings([], "", "")

    def show_settings(self, own: Sequence[str], preset: str, kept_from: str) -> None:
        """`own` are the settings that differ from `preset`, in words."""
        self.kept_from = kept_from
        self.reset.setVisible(bool(own))
        self.reset.setAccessibleName(self.tr("Reset to {preset}").format(preset=preset))
        self.reset.setToolTip(self.reset.accessibleName())
        settings = quantities.listing(own)
        few = quantities.listing(own[:SHOWN]) + (" …" if len(own) > SHOWN else "")
        if not own:
            words = self.tr("Every setting, under Advanced.")
        elif kept_from:
            words = self.tr("Kept from {before}: {settings}").format(before=kept_from, settings=few)
        else:
            words = Counts.tr("%Ln settings differ from {preset}.", "", len(own))
            words = words.format(preset=preset)
        self._words = f"{words} {settings}".strip()
        self._note.setText(words)
        self.setToolTip(settings)
        self.show_cost("")
