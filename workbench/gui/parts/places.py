"""Opening what was saved with the program that the system has for it, or the folder that it lies in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_place(place: Path) -> bool:
    """Whether the system has a program for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))


def show_in_folder(place: Path) -> bool:
    return open_place(place.parent)
