"""Text: bring in files, see what they became, and choose what the model is to learn from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QItemSelection, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.corpora.importing import repeated
from workbench.corpora.preview import preview
from workbench.corpora.reading.readers import SUFFIXES
from workbench.corpora.reading.web import is_address
from workbench.gui.context import Context
from workbench.gui.faces import Faces
from workbench.gui.parts.offers import Offer, Offers
from workbench.gui.parts.page_head import PageHead
from workbench.gui.parts.row_view import RowView
from workbench.gui.parts.undo_strip import UndoStrip
from workbench.gui.text.corpus_details import CorpusDetails
from workbench.gui.text.corpus_table import CorpusTable
from workbench.gui.text.counting import Counting
from workbench.gui.text.first_text import FirstText
from workbench.gui.text.limits import ask_limits, kept_limits
from workbench.gui.text.reading import Reading
from workbench.gui.text.reading_panel import ReadingPanel
from workbench.gui.text.relabelling import Relabelling
from workbench.gui.text.rereading import Rereading
from workbench.values.changes import Changes
from workbench.values.corpus import Corpus, TokenFigures
from workbench.values.importing import ImportOptions


class TextPage(QWidget):
    place_requested = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.table = CorpusTable(self)
        self.view = RowView(self.table, self.tr("Texts of the project"))
        self.view.setSelectionMode(RowView.SelectionMode.SingleSelection)
        self.view.selectionModel().selectionChanged.connect(self._choose)
        self.details = CorpusDetails()
        self.undo = UndoStrip()
        self.undo.offered.connect(context.undo_offered)
        self.rereading = Rereading(context, self.details, self.chosen)
        self.details.again_requested.connect(self.read_again)
        self.details.reading_made.connect(self._let_read)
        self.relabelling = Relabelling(context, self.details, self.undo, self.chosen)
        self.relabelling.relabelled.connect(self._imported)
        self.details.tokens_requested.connect(self.count_tokens)
        self.counting = Counting(context, self)
        self.counting.counted.connect(self._counted)
        self.import_button = QPushButton(self.tr("Import files …"))
        self.import_button.clicked.connect(self.ask_files)
        self.more_button = QPushButton(self.tr("More"))
        self.more_button.setMenu(self._more_menu())
        self.rename_button = QPushButton(self.tr("Rename …"))
        self.rename_button.clicked.connect(self.ask_name)
        self.delete_button = QPushButton(self.tr("Delete …"))
        self.delete_button.clicked.connect(self.delete)
        self.next_button = QPushButton(self.tr("Next: choose a model"))
        self.next_button.setProperty("primary", True)
        self.next_button.clicked.connect(lambda: self.place_requested.emit("model"))
        self._faces = Faces()
        self.first = FirstText()
        self.first.files_requested.connect(self.ask_files)
        self.first.folder_requested.connect(self.ask_folder)
        self.first.paste_requested.connect(self.paste)
        self._faces.addWidget(self.first)
        self._faces.addWidget(self._full_face())
        what = self.tr("What the model is to learn from: texts, documents, books, pages, tables, and archives of them.")
        layout = QVBoxLayout(self)
        head = PageHead(self.tr("Text"), what)
        head.cover(self.undo)
        layout.addWidget(head)
        layout.addWidget(self._faces, 1)
        Offers(self.view, self._offered)
        context.changed.connect(self._hear)

    def _let_read(self, panel: ReadingPanel) -> None:
        Reading(self.context, panel, self.chosen).changed.connect(self._imported)

    @property
    def begins_at(self) -> QWidget:
        """What has the focus of who comes by keys: the list, or the way to a first text."""
        return self.view if self.table.rowCount() else self.first.files

    def refresh(self) -> None:
        for _ in self.drawing():
            pass

    def drawing(self) -> Iterator[None]:
        """The same in steps, for who has to answer meanwhile."""
        corpora = self.context.project.corpora.every()
        self.table.show(corpora)
        self._faces.setCurrentIndex(1 if corpora else 0)
        yield
        row = self.table.row_of(self.context.corpus)
        if row >= 0:
            self.view.selectRow(row)

    def chosen(self) -> Corpus | None:
        rows = self.view.selectionModel().selectedRows()
        return self.table.corpus(rows[0].row()) if rows else None

    def ask_files(self) -> None:
        files, _ = QFileDialog.getOpenFileNames(self, self.tr("Import text"), str(Path.home()), self._kinds())
        if files:
            self.import_files([Path(file) for file in files])

    def _kinds(self) -> str:
        suffixes = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        return self.tr("Texts, documents and tables") + f" ({suffixes});;" + self.tr("All files") + " (*)"

    def ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Import a folder of text files"), str(Path.home()))
        if folder:
            self.import_files([Path(folder)])

    def import_files(self, files: Sequence[Path]) -> None:
        """Import in the background; what cannot be read is listed with the corpus."""
        texts, options = self.context.services.texts, self._fresh()
        self._import(self.tr("Importing text"), lambda: texts.import_corpus(files, options=options))

    def import_text(self, text: str) -> None:
        """A text that was pasted or dropped, or the page at the web address that it is."""
        services, options = self.context.services, self._fresh()
        if is_address(text.strip()) and len(text.split()) == 1:
            self._import(self.tr("Fetching {address}").format(address=text.strip()[:60]),
                         lambda: services.texts.import_address(text.strip(), options=options))  # fmt: skip
        else:
            self._import(self.tr("Importing text"), lambda: services.texts.import_text(text, options=options))

    def paste(self) -> None:
        self.import_text(QApplication.clipboard().text())

    def ask_address(self) -> None:
        address, accepted = QInputDialog.getText(self, self.tr("From the web"), self.tr("Address of a page or a file:"))
        if accepted and address.strip():
            self.import_text(address if is_address(address.strip()) else f"https://{address.strip()}")

    def ask_more_files(self) -> None:
        """Add files to the chosen text; they go through its recipe."""
        corpus = self.chosen()
        if corpus is not None:
            files, _ = QFileDialog.getOpenFileNames(
                self, self.tr("Add to “{name}”").format(name=corpus.name), str(Path.home()), self._kinds()
            )
            if files:
                self.add_files([Path(file) for file in files])

    def add_files(self, files: Sequence[Path]) -> None:
        corpus = self.chosen()
        if corpus is not None:
            name, texts = corpus.name, self.context.services.texts
            options = replace(repeated(corpus.contents)[1], limits=kept_limits(self.context))
            self._import(
                self.tr("Adding to “{name}”").format(name=name), lambda: texts.extend_corpus(name, files, options)
            )

    def ask_export(self) -> None:
        corpus = self.chosen()
        if corpus is None:
            return
        folder, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the three texts to a new folder"), str(Path.home() / corpus.name)
        )
        if folder:
            name, services = corpus.name, self.context.services
            job = self.context.jobs.start_job(
                self.tr("Saving text"), lambda: services.texts.export_text(name, Path(folder)), lane="files"
            )
            job.finished.connect(
                lambda place: self.context.saved.emit(self.tr("Saved: {place}").format(place=place), place)
            )
            job.failed.connect(self.context.failed)

    def read_again(self) -> None:
        """Make the chosen text anew with the recipe and the readings that are shown."""
        corpus = self.chosen()
        if corpus is None:
            return
        name, texts, options = corpus.name, self.context.services.texts, self.rereading.options(corpus)
        more = self.rereading.more_files(corpus)
        self._import(
            self.tr("Reading “{name}” again").format(name=name), lambda: texts.extend_corpus(name, more, options)
        )

    def _import(self, title: str, work: Callable[[], object]) -> None:
        job = self.context.jobs.start_job(title, work, lane="files")
        job.failed.connect(self.context.failed)
        job.finished.connect(self._imported)

    def _fresh(self) -> ImportOptions:
        return ImportOptions(limits=kept_limits(self.context))

    def count_tokens(self) -> None:
        corpus, model, services = self.chosen(), self.context.model, self.context.services
        if corpus is None:
            return
        if model is None:
            self.details.statistics.tokens.setText(self.tr("Choose a model first: tokens are its own."))
            return
        name = corpus.name
        job = self.context.jobs.start_job(
            self.tr("Counting tokens"), lambda: services.models.count_tokens(name, model), lane="files", key="tokens"
        )
        job.failed.connect(self.context.failed)
        job.finished.connect(self._show_tokens)

    def _show_tokens(self, figures: TokenFigures | None) -> None:
        statistics = self.details.statistics
        if figures is None:
            statistics.tokens.setText(self.tr("The chosen model makes its vocabulary from each text as it trains."))
        else:
            statistics.show_tokens(figures)

    def ask_name(self) -> None:
        """What the chosen text is to be called."""
        corpus = self.chosen()
        if corpus is None:
            return
        name, wanted = QInputDialog.getText(
            self, self.tr("Rename text"), self.tr("New name"), QLineEdit.EchoMode.Normal, corpus.name
        )
        if wanted:
            self.rename(corpus, name)

    def rename(self, corpus: Corpus, name: str) -> None:
        with self.context.telling():
            changes = self.context.project.corpora.rename(corpus.name, name)
            if changes:
                self.context.rename_corpus(corpus.name, " ".join(name.split()))
                self.refresh()
                self.context.tell(changes, self)

    def delete(self) -> None:
        corpus = self.chosen()
        if corpus is None:
            return
        question = QMessageBox(self)
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setIcon(QMessageBox.Icon.Question)
        question.setWindowTitle(self.tr("Delete text"))
        question.setText(self.tr("Delete “{name}” from the project?").format(name=corpus.name))
        question.setInformativeText(self.tr("The files it was imported from stay as they are."))
        delete = question.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        question.setDefaultButton(question.addButton(QMessageBox.StandardButton.Cancel))
        question.exec()
        if question.clickedButton() is delete:
            with self.context.telling():
                self.context.tell(self.context.project.corpora.delete(corpus.name), self)
            self.refresh()

    def _imported(self, corpus: Corpus) -> None:
        self.context.choose_corpus(corpus.name)
        self.refresh()
        self.context.tell(Changes(corpora=frozenset({corpus.name})), self)

    def _counted(self, corpus: Corpus) -> None:
        """Only figures are others; what is being read and typed stays as it is."""
        self.table.put(corpus)
        if self.chosen() == corpus:
            self.details.show_figures(corpus)
        self.context.tell(Changes(corpora=frozenset({corpus.name})), self)

    def _hear(self, changes: Changes, by: QObject | None) -> None:
        """It has read again what it changed itself."""
        if changes.corpora and by is not self and self.isVisible():
            self.refresh()

    def _choose(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        corpus = self.chosen()
        for button in (self.rename_button, self.delete_button):
            button.setEnabled(corpus is not None)
        if corpus is None:
            return
        if corpus.name != self.context.corpus:
            self.undo.hide()
        with self.context.telling():
            self.details.show_corpus(corpus, preview(corpus))
            self.rereading.try_recipe()
        self.counting.look_at(corpus)
        if corpus.name != self.context.corpus:
            self.context.choose_corpus(corpus.name)

    def _offered(self) -> list[Offer]:
        """With the text that is selected."""
        if self.chosen() is None:
            return []
        return [
            Offer(self.next_button, opens=True), Offer(self.more_button), Offer(self.rename_button, key="F2"),
            Offer(self.delete_button, key="Del"),
        ]  # fmt: skip

    def _more_menu(self) -> QMenu:
        menu = QMenu(self)
        for title, do in (
            (self.tr("Import a folder …"), self.ask_folder),
            (self.tr("Paste text or a web address"), self.paste),
            (self.tr("From a web address …"), self.ask_address),
            (self.tr("Add files to this text …"), self.ask_more_files),
            (self.tr("Save this text to a folder …"), self.ask_export),
            (self.tr("Limits of reading …"), lambda: ask_limits(self.context, self)),
        ):
            menu.addAction(title, do)
        return menu

    def _full_face(self) -> QWidget:
        face = QWidget()
        buttons = QHBoxLayout()
        for button in (self.import_button, self.more_button, self.rename_button, self.delete_button):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self.next_button)
        layout = QVBoxLayout(face)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.details, 3)
        layout.addLayout(buttons)
        return face
