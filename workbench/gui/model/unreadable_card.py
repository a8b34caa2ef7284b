"""A folder that was to be a model, as a card that says why it cannot be opened."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.gui.plain import Label
from workbench.gui.words.sentences import told
from workbench.models.card import UnreadableModel


class UnreadableCard(QFrame):
    def __init__(self, model: UnreadableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.setProperty("card", True)
        self.setAccessibleName(model.name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        name = Label(model.name)
        name.setProperty("subheading", True)
        mark = Label(self.tr("✗ Cannot be opened"))
        mark.setProperty("tone", "bad")
        self.reason = Label(told(model.reason))
        self.reason.setProperty("quiet", True)
        self.reason.setWordWrap(True)
        self.setAccessibleDescription(self.reason.text())
        top = QHBoxLayout()
        top.addWidget(name)
        top.addStretch()
        top.addWidget(mark)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.reason)
