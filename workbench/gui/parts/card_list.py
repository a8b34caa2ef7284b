"""Cards under each other, as many as there are, in a place that scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget


class CardList(QScrollArea):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its cards have the focus, and are brought into sight
        self._cards: list[QWidget] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.addLayout(self._list)
        column.addStretch()
        self.setWidgetResizable(True)
        self.setWidget(inside)

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """These, instead of those there were; some may be the same."""
        if list(cards) == self._cards:
            return
        kept = set(cards)
        for card in self._cards:
            self._list.removeWidget(card)
            if card not in kept:
                card.hide()  # it is deleted only when the event loop comes round, and would be painted until then
                card.deleteLater()
        self._cards = []
        self.add_cards(cards)

    def add_cards(self, cards: Sequence[QWidget]) -> None:
        """These, below those that are there."""
        self._cards += cards
        for card in cards:
            self._list.addWidget(card)

    def go_to(self, card: QWidget) -> None:
        card.setFocus()
        self.bring_into_view(card)

    def bring_into_view(self, card: QWidget) -> None:
        """Without the focus, which stays where somebody has it."""
        # A card that was just added has its place only when the event loop has come round.
        QTimer.singleShot(0, card, partial(self._bring_into_view, card))

    def go_to_top(self) -> None:
        self.verticalScrollBar().setValue(0)

    def _bring_into_view(self, card: QWidget) -> None:
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # one layout's asks for the next one's
        self.ensureWidgetVisible(card)
