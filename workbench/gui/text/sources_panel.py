"""The files of a text: how each was read, why some were passed over, and other ways to read them, previewed live."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.corpora.reading.decoding import ENCODINGS
from workbench.corpora.remarks import guess_sentence, left_out_of, source_name
from workbench.corpora.trial import Trial
from workbench.gui.parts.finding_view import set_tone
from workbench.gui.parts.row_view import RowView
from workbench.gui.plain import Label
from workbench.gui.steady import ComboBox
from workbench.gui.text.source_table import SourceTable
from workbench.gui.words.sentences import sentence, told
from workbench.values.corpus import CorpusContents, SkippedFile, SourceFile
from workbench.values.import_report import Guess, Sureness
from workbench.values.importing import WHOLE_ROWS, LabelsIn, Reading

_PREVIEWED = 6_000  # characters
_LOCKED = ("file.needs_password", "file.wrong_password")


class SourcesPanel(QWidget):
    """Whoever holds it runs the trial that `reading_changed` asks for and reads the files again."""

    reading_changed = Signal(object, object)  # path, Reading
    again_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.readings: dict[Path, Reading] = {}  # what the person changed since the text was imported
        self.table = SourceTable(self)
        self.view = RowView(self.table, self.tr("Files of the text"))
        self.view.setWordWrap(False)
        self.view.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.view.setSelectionMode(RowView.SelectionMode.SingleSelection)
        self.view.selectionModel().selectionChanged.connect(lambda: self._show_file())
        self.reason = Label()
        self.reason.setWordWrap(True)
        self.folder = QPushButton(self.tr("Open its folder"))
        self.folder.clicked.connect(self.open_folder)
        self.encoding = _choice(self.tr("Encoding of the file"))
        self.column = _choice(self.tr("Column with the text"))
        self.label = _choice(self.tr("Column with labels"))
        for box in (self.encoding, self.column, self.label):
            box.activated.connect(self._choose)
            line = box.lineEdit()
            assert line is not None
            line.editingFinished.connect(self._choose)
        self.labels = Label()
        self.labels.setWordWrap(True)
        self.labels.setProperty("quiet", True)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(self.tr("Password of the file"))
        self.password.editingFinished.connect(self._choose)
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName(self.tr("Beginning of the file as it is read"))
        self.again = QPushButton(self.tr("Read the files again like this"))
        self.again.clicked.connect(self.again_requested)
        self.preview.setMinimumHeight(60)
        self._lay_out()
        self._show_file()

    def show_contents(self, contents: CorpusContents) -> None:
        self.readings = {}
        self.again.setEnabled(False)
        self.table.show(contents)
        if self.table.rowCount():
            self.view.selectRow(0)
        self._show_file()

    def show_trial(self, path: Path, trial: Trial) -> None:
        """How the beginning of a file reads with the choices that are shown."""
        file = self._file()
        if file is None or file.path != path or not trial.files:
            return
        tried = trial.files[0]
        if tried.error is not None:
            self.preview.setPlainText(sentence(tried.error))
            return
        self.preview.setPlainText(tried.raw.replace("\f", "\n")[:_PREVIEWED])
        if tried.facts.columns:
            self._offer_columns(tried.facts.columns, tried.facts.column, tried.facts.label)

    def ask_preview(self) -> None:
        """Ask for a preview of the file that is shown."""
        file = self._file()
        if isinstance(file, SourceFile):
            self.reading_changed.emit(file.path, self.readings.get(file.path, file.reading))

    def open_folder(self) -> None:
        file = self._file()
        if file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.path.parent)))

    def _file(self) -> SkippedFile | SourceFile | None:
        rows = self.view.selectionModel().selectedRows()
        return self.table.file(rows[0].row()) if rows else None

    def _show_file(self) -> None:
        file = self._file()
        is_read = isinstance(file, SourceFile)
        is_locked = isinstance(file, SkippedFile) and file.code in _LOCKED
        self.folder.setEnabled(file is not None)
        self.reason.setText(_remarks(file))
        set_tone(self.reason, "warn" if _is_to_be_looked_at(file) else "")
        self.reason.setVisible(bool(self.reason.text()))
        self._form.setRowVisible(self.password, is_locked)
        self._form.setRowVisible(self.encoding, isinstance(file, SourceFile) and bool(file.encoding))
        self._form.setRowVisible(self.column, isinstance(file, SourceFile) and bool(file.columns))
        self._form.setRowVisible(self.label, isinstance(file, SourceFile) and bool(file.columns))
        self.labels.hide()
        self.preview.setVisible(is_read or is_locked)
        self.preview.clear()
        if file is None:
            return
        reading = self.readings.get(file.path, file.reading if isinstance(file, SourceFile) else Reading())
        with QSignalBlocker(self.password):
            self.password.setText(reading.password)
        if isinstance(file, SourceFile):
            with QSignalBlocker(self.encoding):
                self.encoding.clear()
                self.encoding.addItems(list(dict.fromkeys([file.encoding, *ENCODINGS])))
                self.encoding.setEditText(reading.encoding or file.encoding)
            self._offer_columns(file.columns, reading.column or file.column, reading.label or file.label)
            self._show_labels(file)
            self.reading_changed.emit(file.path, reading)

    def _offer_columns(self, columns: tuple[str, ...], text: str, label: str) -> None:
        for box, chosen in ((self.column, text), (self.label, label)):
            with QSignalBlocker(box):
                box.clear()
                box.addItems(["", *columns] if box is self.label else [*columns, self.tr("Whole rows")])
                box.setEditText(self.tr("Whole rows") if chosen == WHOLE_ROWS else chosen)

    def _show_labels(self, file: SourceFile) -> None:
        self.labels.setText(
            self.tr("Labels: {labels}").format(labels="  ".join(f"{label} {count}" for label, count in file.labels))
        )
        self.labels.setVisible(bool(file.labels))

    def _choose(self) -> None:
        """Remember what was chosen for the file and ask for a preview of it."""
        file = self._file()
        if file is None:
            return
        old = self.readings.get(file.path, file.reading if isinstance(file, SourceFile) else Reading())
        if isinstance(file, SourceFile):
            label = _changed(self.label.currentText(), file.label, file.reading.label)
            is_none = bool(file.label) and not self.label.currentText().strip()
            is_chosen = bool(label) and label != old.label
            new = replace(
                old,
                encoding=_changed(self.encoding.currentText(), file.encoding, file.reading.encoding),
                column=_changed(self._chosen_column(), file.column, file.reading.column),
                label=label,
                labels=LabelsIn.NONE if is_none else LabelsIn.AUTO if is_chosen else old.labels,
            )
        else:
            new = Reading(password=self.password.text())
        if new != old:
            self.readings[file.path] = new
            self.again.setEnabled(True)
            self.reading_changed.emit(file.path, new)

    def _chosen_column(self) -> str:
        text = self.column.currentText()
        return WHOLE_ROWS if text.strip() == self.tr("Whole rows") else text

    def _lay_out(self) -> None:
        self._form = QFormLayout()
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for title, field in (
            (self.tr("Encoding"), self.encoding),
            (self.tr("Text column"), self.column),
            (self.tr("Label column"), self.label),
            (self.tr("Password"), self.password),
        ):
            self._form.addRow(title, field)
        right = QVBoxLayout()
        right.addWidget(self.reason)
        right.addLayout(self._form)
        right.addWidget(self.labels)
        right.addWidget(self.preview, 1)
        right.addStretch()
        buttons = QHBoxLayout()
        buttons.addWidget(self.folder)
        buttons.addStretch()
        buttons.addWidget(self.again)
        right.addLayout(buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(self.view, 2)
        layout.addLayout(right, 3)


def _is_to_be_looked_at(file: SkippedFile | SourceFile | None) -> bool:
    """Whether more is to be said of a file than what is left out on purpose."""
    if not isinstance(file, SourceFile):
        return file is not None
    return bool(file.report.gaps or file.replaced or _doubts(file))


def _doubts(file: SourceFile) -> list[Guess]:
    return [guess for guess in file.report.guesses if guess.sure is Sureness.UNSURE]


def _remarks(file: SkippedFile | SourceFile | None) -> str:
    """Why it was passed over, or what of it was left out and guessed."""
    if isinstance(file, SkippedFile):
        return told(file.reason)
    if file is None:
        return ""
    said = (*left_out_of(file), *(guess_sentence([source_name(file)], guess) for guess in _doubts(file)))
    return "\n".join(map(told, said))


def _choice(name: str) -> ComboBox:
    box = ComboBox()
    box.setEditable(True)
    box.setInsertPolicy(ComboBox.InsertPolicy.NoInsert)
    box.setMinimumContentsLength(12)
    box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setAccessibleName(name)
    return box


def _changed(chosen: str, found: str, asked: str) -> str:
    """What is asked for: where it is what was found anyway, no more than was `asked` for when it was found."""
    text = chosen.strip()
    return asked if text == found else text
