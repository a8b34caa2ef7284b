"""What a project without a text says: what to do, and the buttons that do it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.gui.plain import Label


class FirstText(QFrame):
    files_requested = Signal()
    folder_requested = Signal()
    paste_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        title = Label(self.tr("Drop files, folders or archives here"))
        title.setProperty("subheading", True)
        words = Label(
            self.tr(
                "A novel, your letters, minutes, song texts, as text, Word, PDF, e-book, web page or table: fifty pages"
                " are enough to hear a difference."
            )
        )
        words.setWordWrap(True)
        words.setProperty("quiet", True)
        self.files = QPushButton(self.tr("Import files …"))
        self.files.setProperty("primary", True)
        self.files.clicked.connect(self.files_requested)
        folder = QPushButton(self.tr("Import a folder …"))
        folder.clicked.connect(self.folder_requested)
        paste = QPushButton(self.tr("Paste"))
        paste.setToolTip(self.tr("A text or a web address from the clipboard"))
        paste.clicked.connect(self.paste_requested)
        centre = Qt.AlignmentFlag.AlignCenter
        words.setAlignment(centre)
        buttons = QHBoxLayout()
        buttons.addStretch()
        for button in (self.files, folder, paste):
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.addStretch()
        layout.addWidget(title, 0, centre)
        layout.addWidget(words)
        layout.addSpacing(12)
        layout.addLayout(buttons)
        layout.addStretch()
