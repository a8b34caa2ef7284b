"""What was just done, in a line, with a button that takes it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QWidget
from shiboken6 import isValid

from workbench.gui.parts.elided import ElidedLabel


class UndoStrip(QFrame):
    """Hidden until something is offered; the last thing that was done is the one that is offered."""

    offered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("banner", "info")
        self._undo: Callable[[], object] = lambda: None
        self._before: QWidget | None = None  # what had the focus when it came
        self._words = ElidedLabel(lines=2)
        self.button = QPushButton(self.tr("Undo"))
        self.button.clicked.connect(self._act)
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.clicked.connect(self.dismiss)
        for button in (self.button, self.close_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # it goes when it is clicked, and the focus would, too
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
        self._before = QApplication.focusWidget()
        self.show()
        self.offered.emit()

    def dismiss(self) -> None:
        """Go; who came to it by keys goes on where they were."""
        focused, before = QApplication.focusWidget(), self._before
        is_here = focused is not None and self.isAncestorOf(focused)
        if is_here and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _act(self) -> None:
        self.dismiss()
        self._undo()
