"""What the program says of itself, and of the computer that it runs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from workbench import __version__

if TYPE_CHECKING:
    from workbench.project.project import Project


def copy_details(window: QWidget, device: str, project: Project | None) -> None:
    """Put onto the clipboard what a report of a fault needs: no names, paths or texts."""
    from workbench.project.details import NO_PROJECT, as_text, details, project_in_words

    said = f"Qt {qVersion()}, {QGuiApplication.platformName()}, {window.devicePixelRatioF():g} pixels a point"
    found = details(device, NO_PROJECT if project is None else project_in_words(project)) | {"window": said}
    QGuiApplication.clipboard().setText(as_text(found))


def show_about(window: QWidget) -> None:
    words = QCoreApplication.translate(
        "MainWindow", "Nextword Workbench {version}\n\nTransfer learning of language models, on your own computer."
    )
    title = QCoreApplication.translate("MainWindow", "About Nextword Workbench")
    QMessageBox.about(window, title, words.format(version=__version__))
