"""Text: bring in files, see what they became, and choose what the model is to learn from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workbench.corpora.preview import preview
from workbench.gui.context import Context
from workbench.gui.corpus_details import CorpusDetails
from workbench.gui.corpus_table import CorpusTable
from workbench.gui.row_view import RowView
from workbench.records import Corpus


class TextPage(QWidget):
    place_requested = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.table = CorpusTable(self)
        self.view = RowView(self.table, self.tr("Texts of the project"))
        self.view.setSelectionMode(RowView.SelectionMode.SingleSelection)
        self.view.selectionModel().selectionChanged.connect(self._choose)
        self.details = CorpusDetails()
        self.import_button = QPushButton(self.tr("Import files …"))
        self.import_button.clicked.connect(self.ask_files)
        self.folder_button = QPushButton(self.tr("Import a folder …"))
        self.folder_button.clicked.connect(self.ask_folder)
        self.delete_button = QPushButton(self.tr("Delete …"))
        self.delete_button.clicked.connect(self.delete)
        self.next_button = QPushButton(self.tr("Next: choose a model"))
        self.next_button.setProperty("primary", True)
        self.next_button.clicked.connect(lambda: self.place_requested.emit("model"))
        self._faces = QStackedWidget()
        self._faces.addWidget(self._empty_face())
        self._faces.addWidget(self._full_face())
        heading = QLabel(self.tr("Text"))
        heading.setProperty("heading", True)
        what = QLabel(self.tr("What the model is to learn from: plain text files (.txt, .md), as many as you like."))
        what.setProperty("quiet", True)
        layout = QVBoxLayout(self)
        layout.addWidget(heading)
        layout.addWidget(what)
        layout.addSpacing(8)
        layout.addWidget(self._faces, 1)
        self.refresh()

    def refresh(self) -> None:
        corpora = self._context.project.corpora()
        self.table.show(corpora)
        self._faces.setCurrentIndex(1 if corpora else 0)
        row = self.table.row_of(self._context.corpus)
        if row >= 0:
            self.view.selectRow(row)

    def chosen(self) -> Corpus | None:
        rows = self.view.selectionModel().selectedRows()
        return self.table.corpus(rows[0].row()) if rows else None

    def ask_files(self) -> None:
        kinds = self.tr("Text files (*.txt *.text *.md);;All files (*)")
        files, _ = QFileDialog.getOpenFileNames(self, self.tr("Import text"), str(Path.home()), kinds)
        if files:
            self.import_files([Path(file) for file in files])

    def ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Import a folder of text files"), str(Path.home()))
        if folder:
            self.import_files([Path(folder)])

    def import_files(self, files: Sequence[Path]) -> None:
        """Import in the background; what cannot be read is listed with the corpus."""
        services = self._context.services
        job = self._context.jobs.start(self.tr("Importing text"), lambda: services.import_corpus(files), lane="files")
        job.failed.connect(self._context.failed)
        job.finished.connect(self._imported)

    def delete(self) -> None:
        corpus = self.chosen()
        if corpus is None:
            return
        question = QMessageBox(self)
        question.setIcon(QMessageBox.Icon.Question)
        question.setWindowTitle(self.tr("Delete text"))
        question.setText(self.tr("Delete “{name}” from the project?").format(name=corpus.name))
        question.setInformativeText(self.tr("The files it was imported from stay as they are."))
        delete = question.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        question.setDefaultButton(question.addButton(QMessageBox.StandardButton.Cancel))
        question.exec()
        if question.clickedButton() is delete:
            with self._context.telling():
                self._context.project.delete_corpus(corpus.name)
            self.refresh()
            self._context.corpora_changed.emit()

    def _imported(self, corpus: Corpus) -> None:
        self._context.choose_corpus(corpus.name)
        self.refresh()
        self._context.corpora_changed.emit()

    def _choose(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        corpus = self.chosen()
        self.delete_button.setEnabled(corpus is not None)
        if corpus is None:
            return
        with self._context.telling():
            self.details.show_corpus(corpus, preview(corpus))
        if corpus.name != self._context.corpus:
            self._context.choose_corpus(corpus.name)

    def _full_face(self) -> QWidget:
        face = QWidget()
        buttons = QHBoxLayout()
        for button in (self.import_button, self.folder_button, self.delete_button):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self.next_button)
        layout = QVBoxLayout(face)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.details, 3)
        layout.addLayout(buttons)
        return face

    def _empty_face(self) -> QWidget:
        """What to do, and the buttons that do it."""
        card = QFrame()
        card.setProperty("card", True)
        title = QLabel(self.tr("Drop text files or folders here"))
        title.setProperty("subheading", True)
        words = QLabel(
            self.tr("A novel, your letters, minutes, song texts: fifty pages are enough to hear a difference.")
        )
        words.setWordWrap(True)
        words.setProperty("quiet", True)
        self.first_import = QPushButton(self.tr("Import files …"))
        self.first_import.setProperty("primary", True)
        self.first_import.clicked.connect(self.ask_files)
        folder = QPushButton(self.tr("Import a folder …"))
        folder.clicked.connect(self.ask_folder)
        centre = Qt.AlignmentFlag.AlignCenter
        words.setAlignment(centre)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.first_import)
        buttons.addWidget(folder)
        buttons.addStretch()
        layout = QVBoxLayout(card)
        layout.addStretch()
        layout.addWidget(title, 0, centre)
        layout.addWidget(words)
        layout.addSpacing(12)
        layout.addLayout(buttons)
        layout.addStretch()
        return card
