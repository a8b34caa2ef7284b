"""The settings of a run as a table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from workbench.gui.words.knobs import settings_in_words
from workbench.values.run import Run


class SettingsTable(QTableWidget):
    """The settings of a run; those that differ from the defaults are bold and say so."""

    def __init__(self) -> None:
        super().__init__(0, 3)
        self.setAccessibleName(self.tr("Settings of the run"))
        self.setHorizontalHeaderLabels([self.tr("Setting"), self.tr("Value"), ""])
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setShowGrid(False)

    def show_run(self, run: Run) -> None:
        rows = settings_in_words(run.fine_tuning, run.tasks)
        self.setRowCount(len(rows))
        quiet = self.palette().color(QPalette.ColorRole.PlaceholderText)
        for row, (label, value, changed) in enumerate(rows):
            remark = self.tr("changed from the default") if changed else ""
            for column, text in enumerate((label, value, remark)):
                item = QTableWidgetItem(text)
                font = item.font()
                font.setBold(changed and column < 2)
                item.setFont(font)
                if column == 2:
                    item.setForeground(quiet)
                self.setItem(row, column, item)
