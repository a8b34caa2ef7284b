"""History: every run of the project, and everything about the ones that are selected."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtWidgets import (
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workbench.gui.context import Context
from workbench.gui.export_menu import Exporter
from workbench.gui.repeating import Repeater
from workbench.gui.row_view import RowView
from workbench.gui.run_details import RunDetails
from workbench.gui.run_table import RUN, RunFilter, RunTable
from workbench.records import Run


class HistoryPage(QWidget):
    """Draws the project's runs; what is done to a run is done in the project, and the page is drawn again."""

    use_requested = Signal(Run)  # in Predict
    repeat_requested = Signal(Run)  # its settings, in Train
    continue_requested = Signal(Run)
    place_requested = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self.table = RunTable(self)
        self.shown = RunFilter(self)
        self.shown.setSourceModel(self.table)
        self.view = RowView(self.shown, self.tr("Runs of the project"))
        self.view.setSelectionMode(RowView.SelectionMode.ExtendedSelection)
        self.view.setSortingEnabled(True)
        self.view.sortByColumn(self.shown.columnCount() - 1, Qt.SortOrder.DescendingOrder)
        self.view.setAlternatingRowColors(True)
        self.view.selectionModel().selectionChanged.connect(lambda: self._show_selected())
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find runs by name, model, text, status or note"))
        self.search.setAccessibleName(self.tr("Find runs"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.shown.keep)
        self.details = RunDetails()
        self.details.use_requested.connect(self.use_requested)
        self.details.repeat_requested.connect(self.repeat_requested)
        self.details.continue_requested.connect(self.continue_requested)
        self.exporter = Exporter(context, self)
        self.details.export_requested.connect(self.exporter.ask)
        self.repeater = Repeater(context, self)
        self.details.check_requested.connect(self.repeater.start)
        self.details.report_requested.connect(self.exporter.ask_report)
        self.details.rename_requested.connect(self.rename)
        self.details.delete_requested.connect(self.delete)
        self.details.note_edited.connect(self.save_note)
        self._lay_out()
        context.runs_changed.connect(self._refresh_if_shown)

    def refresh(self) -> None:
        """Read the runs anew and keep what was selected as far as it is still there."""
        selected = {run.id for run in self.selected()}
        runs = self._context.project.runs()
        self.table.show(runs)
        self._places.setCurrentIndex(1 if runs else 0)
        self._select(selected & {run.id for run in runs} or {run.id for run in runs[:1]})

    def show_run(self, run: Run) -> None:
        """Select `run`, whatever was searched for."""
        self.search.clear()
        self.refresh()
        self._select({run.id})

    def selected(self) -> list[Run]:
        return [index.data(RUN) for index in self.view.selectionModel().selectedRows()]

    def rename(self, run: Run) -> None:
        name, wanted = QInputDialog.getText(
            self, self.tr("Rename run"), self.tr("New name"), QLineEdit.EchoMode.Normal, run.name
        )
        if wanted and name.strip() and name.strip() != run.name:
            with self._context.telling():
                self._context.project.rename_run(run, name.strip())
            self._changed()

    def save_note(self, run: Run, note: str) -> None:
        with self._context.telling():
            self._context.project.annotate_run(run, note)
        self._changed()

    def delete(self, run: Run) -> None:
        question = QMessageBox(self)
        question.setIcon(QMessageBox.Icon.Question)
        question.setWindowTitle(self.tr("Delete run"))
        question.setText(self.tr("Delete “{name}”?").format(name=run.name))
        question.setInformativeText(
            self.tr("Its curves, samples and checkpoints are deleted from the disk as well. This cannot be undone.")
        )
        delete = question.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        question.setDefaultButton(question.addButton(QMessageBox.StandardButton.Cancel))
        question.exec()
        if question.clickedButton() is delete:
            with self._context.telling():
                self._context.project.delete_run(run)
            self._changed()

    def _refresh_if_shown(self) -> None:
        if self.isVisible():
            self.refresh()

    def _changed(self) -> None:
        self._context.runs_changed.emit()

    def _show_selected(self) -> None:
        runs = self.selected()
        project = self._context.project
        if len(runs) == 1:
            run = runs[0]
            usable = bool(project.checkpoints(run))
            self.details.show_run(run, project.measurements(run), project.samples(run), usable)
        elif runs:
            self.details.show_several([(run, project.measurements(run)) for run in runs])
        self.details.setVisible(bool(runs))

    def _select(self, ids: set[int]) -> None:
        selection = QItemSelection()
        for row in range(self.shown.rowCount()):
            index = self.shown.index(row, 0)
            if index.data(RUN).id in ids:
                selection.select(index, index)
        chosen = self.view.selectionModel()
        chosen.select(selection, chosen.SelectionFlag.ClearAndSelect | chosen.SelectionFlag.Rows)

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("History"))
        heading.setProperty("heading", True)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.view)
        split.addWidget(self.details)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        full = QWidget()
        inside = QVBoxLayout(full)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.search)
        inside.addWidget(split, 1)
        self._places = QStackedWidget()
        self._places.addWidget(self._empty())
        self._places.addWidget(full)
        layout = QVBoxLayout(self)
        layout.addWidget(heading)
        layout.addWidget(self._places, 1)

    def _empty(self) -> QWidget:
        empty = QWidget()
        words = QLabel(self.tr("No run yet. Every fine-tuning is kept here with its settings, curves and notes."))
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setProperty("subheading", True)
        go = QPushButton(self.tr("Go to Train"))
        go.clicked.connect(lambda: self.place_requested.emit("train"))
        layout = QVBoxLayout(empty)
        layout.addStretch()
        layout.addWidget(words)
        layout.addWidget(go, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch()
        return empty
