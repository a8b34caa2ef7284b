"""“Where are my files?”: each place that the program writes to, what is in it, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QPushButton, QVBoxLayout, QWidget

from workbench.ground.places import cache_folder, documents_folder, log_folder, settings_folder
from workbench.gui.parts.places import open_place
from workbench.gui.plain import Label
from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.models.hub.connection import cache_folder as hub_folder

PROJECTS = QT_TRANSLATE_NOOP("Files", "New projects")
SETTINGS = QT_TRANSLATE_NOOP("Files", "Settings")
KNOWN = QT_TRANSLATE_NOOP("Files", "What is known of this computer")
MODELS = QT_TRANSLATE_NOOP("Files", "Models from the Hub")
LOG = QT_TRANSLATE_NOOP("Files", "Log")
REMOVING = QT_TRANSLATE_NOOP(
    "Files",
    "A project is wherever you made it. Removing the program leaves all of these folders; delete them by hand if you want.",  # noqa: E501
)


def places(recent: Sequence[Path]) -> tuple[tuple[str, Path], ...]:
    """What lies there, to be translated, and the folder."""
    folders = dict.fromkeys(folder.parent for folder in recent) or {documents_folder(): None}
    return (
        *((PROJECTS, folder) for folder in folders),
        (MODELS, hub_folder()),
        (SETTINGS, settings_folder()),
        (LOG, log_folder()),
        (KNOWN, cache_folder()),
    )


class FilesDialog(QDialog):
    def __init__(self, recent: Sequence[Path], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Where are my files?"))
        rows = QGridLayout()
        for row, (what, folder) in enumerate(places(recent)):
            name = QCoreApplication.translate("Files", what)
            place = Label(str(folder))
            place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            show = QPushButton(self.tr("Show"))
            show.setAccessibleName(self.tr("Show: {name}").format(name=name))
            show.setEnabled(folder.is_dir())
            show.clicked.connect(lambda _checked=False, folder=folder: open_place(folder))
            for column, widget in enumerate((Label(name), place, show)):
                rows.addWidget(widget, row, column)
        removing = Label(QCoreApplication.translate("Files", REMOVING))
        removing.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(rows)
        layout.addWidget(removing)
        layout.addWidget(buttons)
