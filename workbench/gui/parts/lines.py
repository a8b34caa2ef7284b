"""A sentence of any length in a place of one height, in which it is scrolled."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from workbench.gui.plain import Label


def lines_of(label: Label, lines: int, name: str) -> QScrollArea:
    """`label` in the room of so many lines; `name` is what a screen reader calls the place."""
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
    label.setAutoFillBackground(False)
    area = QScrollArea()
    area.setWidget(label)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFixedHeight(lines * label.fontMetrics().lineSpacing() + 4)
    area.setAccessibleName(name)
    area.setProperty("clear", True)
    area.viewport().setAutoFillBackground(False)
    return area
