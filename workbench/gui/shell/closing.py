"""Asking before a window closes in which a model is learning."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


class ClosingQuestion(QMessageBox):
    def __init__(self, what_becomes_of_it: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(self.tr("Training is running"))
        self.setText(self.tr("The model is still learning."))
        self.setInformativeText(what_becomes_of_it)
        self._close = self.addButton(self.tr("Keep and close"), QMessageBox.ButtonRole.AcceptRole)
        self.setDefaultButton(self.addButton(self.tr("Go on training"), QMessageBox.ButtonRole.RejectRole))

    def is_answered_yes(self) -> bool:
        """Ask; whether the person would rather close than go on training."""
        self.exec()
        return self.clickedButton() is self._close
