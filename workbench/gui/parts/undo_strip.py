"""What was just done, in a line, with a button that takes it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from workbench.gui.parts.elided import ElidedLabel


class UndoStrip(QFrame):
    """Hidden until something is offered; the last thing that was done is the one that is offered."""

    offered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("banner", "info")
        self._undo: Callable[[], object] = lambda: None
        self._words = ElidedLabel(lines=2)
        self.button = QPushButton(self.tr("Undo"))
        self.button.clicked.connect(self._act)
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 6, 0)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.button)
        layout.addWidget(self.close_button)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def offer(self, done: str, undo: Callable[[], object]) -> None:
        self._words.setText(done)
        self._words.setAccessibleName(done)
        self._undo = undo
        self.show()
        self.offered.emit()

    def _act(self) -> None:
        self.hide()
        self._undo()
