"""All terms of the field: searched, read beside the window, and saved as a page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from workbench.exporting.glossary import write_glossary
from workbench.gui.plain import Label
from workbench.gui.words.sentences import IN_WINDOW, sentence
from workbench.gui.words.terms import full_answer, glossary
from workbench.messages.errors import KnownError
from workbench.messages.terms.glossary import TERMS
from workbench.values.run import Run

SIZE = 720, 460  # fits the smallest laptop


class GlossaryDialog(QDialog):
    """Stays beside the window, which goes on meanwhile."""

    saved = Signal(Path)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Glossary"))
        self.resize(*SIZE)
        self._run: Run | None = None
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search for a word"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.terms = QListWidget()
        self.terms.setAccessibleName(self.tr("Terms"))
        self.terms.currentRowChanged.connect(lambda _: self._show_chosen())
        self.answer = QTextBrowser()
        self.answer.setAccessibleName(self.tr("What it means"))
        self.answer.setOpenLinks(False)
        self.answer.anchorClicked.connect(self._follow)
        self.nothing = Label(self.tr("No term is called so, or says so."))
        self.nothing.setProperty("quiet", True)
        self.trouble = Label()
        self.trouble.setWordWrap(True)
        self.save = QPushButton(self.tr("Save as a page …"))
        self.save.clicked.connect(self.ask_file)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.close)
        for button in (self.save, close):
            button.setAutoDefault(False)  # Enter in the search would press it
        left = QVBoxLayout()
        for part in (self.search, self.terms, self.nothing):
            left.addWidget(part)
        across = QHBoxLayout()
        across.addLayout(left, 2)
        across.addWidget(self.answer, 3)
        below = QHBoxLayout()
        below.addWidget(self.trouble, 1)
        below.addWidget(self.save)
        below.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addLayout(across, 1)
        layout.addLayout(below)
        self._find("")

    @property
    def shown(self) -> str | None:
        """The name of the term that is read."""
        item = self.terms.currentItem()
        return None if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def show_for(self, name: str | None, run: Run | None) -> None:
        """Open, or come forward, at a term; its example is from `run` where there is one."""
        self._run = run
        if name is not None:
            self.search.clear()
            self._choose(name)
        self._show_chosen()
        self.show()
        self.raise_()
        self.activateWindow()
        self.search.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self.isVisible():  # the answer's colours are written in it
            self._show_chosen()

    def ask_file(self) -> None:
        name = f"{self.tr('Glossary')}.html"
        file, _ = QFileDialog.getSaveFileName(self, self.save.text(), name, self.tr("Web page (*.html)"))
        if file:
            self.save_page(Path(file))

    def save_page(self, file: Path) -> None:
        try:
            written = write_glossary(file, IN_WINDOW)
        except KnownError as error:
            self.trouble.setText(sentence(error))
            return
        self.trouble.setText(self.tr("Saved: {name}").format(name=written.name))
        self.saved.emit(written)

    def _find(self, words: str) -> None:
        before = self.shown
        known = glossary()
        self.terms.blockSignals(True)
        self.terms.clear()
        for term in known.search(words) if words.strip() else known.in_order():
            item = QListWidgetItem(known.say(term.title))
            item.setData(Qt.ItemDataRole.UserRole, term.name)
            self.terms.addItem(item)
        self.terms.blockSignals(False)
        self.nothing.setVisible(not self.terms.count())
        if words.strip() or before is None:
            self.terms.setCurrentRow(0)
        else:
            self._choose(before)

    def _choose(self, name: str) -> None:
        for row in range(self.terms.count()):
            if self.terms.item(row).data(Qt.ItemDataRole.UserRole) == name:
                self.terms.setCurrentRow(row)
                self.terms.scrollToItem(self.terms.item(row), QListWidget.ScrollHint.PositionAtCenter)

    def _show_chosen(self) -> None:
        if self.shown is not None:
            self.answer.setHtml(full_answer(self.shown, self._run, self.palette()))

    def _follow(self, link: QUrl) -> None:
        if link.toString() in TERMS:
            self.search.clear()
            self._choose(link.toString())
