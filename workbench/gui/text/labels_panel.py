"""What the texts are labelled with: how often each label is there, a look at examples, and other names for labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workbench.corpora.label_remarks import label_remarks
from workbench.corpora.labelled import examples
from workbench.gui.parts.row_view import RowView
from workbench.gui.plain import Label
from workbench.gui.steady import ComboBox
from workbench.gui.text.label_table import LabelTable
from workbench.gui.words.sentences import told
from workbench.messages.errors import KnownError
from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.values.corpus import Corpus, Split
from workbench.values.importing import LabelsIn, Reading
from workbench.values.labels import OUTSIDE, Example, LabelKind, Labels

_SHOWN = 30  # examples of the chosen labels
_LOOKED_AT = 20_000  # examples, to find these
_CHARACTERS = 400  # of an example
_CHOSEN, _CONTRADICTING, _UNLABELLED = "chosen", "contradicting", "unlabelled"  # which examples

WAYS = {
    LabelsIn.AUTO: QT_TRANSLATE_NOOP("LabelsPanel", "wherever they are found"),
    LabelsIn.NONE: QT_TRANSLATE_NOOP("LabelsPanel", "nowhere: text alone"),
    LabelsIn.COLUMN: QT_TRANSLATE_NOOP("LabelsPanel", "a column of the table"),
    LabelsIn.FOLDERS: QT_TRANSLATE_NOOP("LabelsPanel", "the names of folders"),
    LabelsIn.FILES: QT_TRANSLATE_NOOP("LabelsPanel", "the names of files, a text a line"),
    LabelsIn.FASTTEXT: QT_TRANSLATE_NOOP("LabelsPanel", "“__label__” before each line"),
    LabelsIn.TAGS: QT_TRANSLATE_NOOP("LabelsPanel", "columns: a word, its tag"),
    LabelsIn.ROLES: QT_TRANSLATE_NOOP("LabelsPanel", "columns: words, predicates, roles"),
    LabelsIn.TURNS: QT_TRANSLATE_NOOP("LabelsPanel", "conversations: who says what"),
}


class LabelsPanel(QWidget):
    """Whoever holds it gives labels the names that `renaming_requested` asks for, and reads the files again."""

    renaming_requested = Signal(object)  # dict: a label and its new name, "" to leave it out
    names_read_requested = Signal()  # every label as the files call it
    again_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._corpus: Corpus | None = None
        self.said = Label()
        self.said.setWordWrap(True)
        self.where = ComboBox()
        self.where.setAccessibleName(self.tr("Where the labels are"))
        self.where.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.where.setMinimumContentsLength(12)
        for way, title in WAYS.items():
            self.where.addItem(QCoreApplication.translate("LabelsPanel", title), way)
        self.several = QLineEdit()
        self.several.setAccessibleName(self.tr("What stands between several labels of one text"))
        self.several.setPlaceholderText(self.tr("one label each"))
        self.again = QPushButton(self.tr("Read the files again like this"))
        self.again.clicked.connect(self.again_requested)
        self.where.currentIndexChanged.connect(lambda: self._enable())
        self.several.textChanged.connect(lambda: self._enable())
        self.table = LabelTable(self)
        self.view = RowView(self.table, self.tr("Labels of the text"))
        self.view.setSelectionMode(RowView.SelectionMode.ExtendedSelection)
        self.view.selectionModel().selectionChanged.connect(lambda: self._show_examples())
        self.rename_button = QPushButton(self.tr("Rename …"))
        self.rename_button.clicked.connect(self.rename)
        self.merge_button = QPushButton(self.tr("Merge …"))
        self.merge_button.clicked.connect(self.merge)
        self.leave_out_button = QPushButton(self.tr("Leave out"))
        self.leave_out_button.clicked.connect(self.leave_out)
        self.as_read_button = QPushButton(self.tr("As in the files"))
        self.as_read_button.setToolTip(self.tr("Gives every label the name back that it has in the files"))
        self.as_read_button.clicked.connect(self.names_read_requested)
        self.which = ComboBox()
        self.which.setAccessibleName(self.tr("Which examples are shown"))
        self.which.currentIndexChanged.connect(lambda: self._show_examples())
        self.examples = QPlainTextEdit()
        self.examples.setReadOnly(True)
        self.examples.setTabChangesFocus(True)
        self.examples.setMinimumHeight(60)
        self.examples.setAccessibleName(self.tr("Examples of the chosen labels"))
        self._lay_out()

    def show_corpus(self, corpus: Corpus) -> None:
        self._corpus = corpus
        labels = corpus.contents.labels
        said = "\n".join(map(told, label_remarks(corpus.contents)))
        self.said.setText(said or self.tr("The texts have no labels. Say where they are, where the files have some."))
        asked = _asked(corpus)
        with QSignalBlocker(self.where), QSignalBlocker(self.several):
            self.where.setCurrentIndex(list(WAYS).index(asked.labels))
            self.several.setText(asked.several)
        self.table.show(labels)
        self._right.setVisible(labels is not None)
        self.as_read_button.setEnabled(labels is not None and bool(labels.renamed))
        self._offer_examples(labels)
        if labels is not None:
            self.view.selectRow(0)
        self._show_examples()
        self._enable()

    def readings(self, readings: dict[Path, Reading]) -> dict[Path, Reading]:
        """The same for all files, with what is chosen here."""
        if self._corpus is None or not self._is_changed():
            return readings
        way, several = self.where.currentData(), self.several.text()
        keeps_column = way in (LabelsIn.AUTO, LabelsIn.COLUMN)
        return {
            path: replace(each, labels=way, several=several, label=each.label if keeps_column else "")
            for path, each in readings.items()
        }

    def rename(self) -> None:
        (name,) = self._chosen()
        new, accepted = QInputDialog.getText(
            self, self.tr("Rename label"), self.tr("New name of “{name}”:").format(name=name), text=name
        )
        if accepted and new.strip() and new.strip() != name:
            self.renaming_requested.emit({name: new.strip()})

    def merge(self) -> None:
        names = self._chosen()
        new, accepted = QInputDialog.getText(
            self, self.tr("Merge labels"), self.tr("Name of the {count} together:").format(count=len(names)),
            text=names[0],
        )  # fmt: skip
        if accepted and new.strip():
            self.renaming_requested.emit({name: new.strip() for name in names if name != new.strip()})

    def leave_out(self) -> None:
        self.renaming_requested.emit(dict.fromkeys(self._chosen(), ""))

    def _offer_examples(self, labels: Labels | None) -> None:
        count = QLocale().toString
        with QSignalBlocker(self.which):
            self.which.clear()
            self.which.addItem(self.tr("Examples of the chosen labels"), _CHOSEN)
            if labels is not None and labels.contradicting:
                title = self.tr("With different labels ({count})").format(count=count(labels.contradicting))
                self.which.addItem(title, _CONTRADICTING)
            if labels is not None and labels.unlabelled:
                self.which.addItem(
                    self.tr("Without a label ({count})").format(count=count(labels.unlabelled)), _UNLABELLED
                )

    def _chosen(self) -> list[str]:
        return [self.table.name(index.row()) for index in self.view.selectionModel().selectedRows()]

    def _is_changed(self) -> bool:
        if self._corpus is None:
            return False
        asked = _asked(self._corpus)
        return (self.where.currentData(), self.several.text()) != (asked.labels, asked.several)

    def _enable(self) -> None:
        self.again.setEnabled(self._is_changed())

    def _show_examples(self) -> None:
        chosen = self._chosen() if self._corpus is not None and self._corpus.contents.labels is not None else []
        self.rename_button.setEnabled(len(chosen) == 1)
        self.merge_button.setEnabled(len(chosen) > 1)
        is_spoken = self._corpus is not None and _is_spoken(self._corpus)
        self.leave_out_button.setEnabled(bool(chosen) and not is_spoken)
        try:
            self.examples.setPlainText("\n\n".join(self._examples_of(chosen)))
        except KnownError as error:
            self.examples.setPlainText(told(error.message))

    def _examples_of(self, chosen: Sequence[str]) -> list[str]:
        which = self.which.currentData()
        if self._corpus is None or self._corpus.contents.labels is None:
            return []
        if which == _CONTRADICTING:
            found_twice = self._corpus.contents.labels.contradictions
            return [f"{', '.join(each.labels)} · {each.text}" for each in found_twice]
        found = islice(chain.from_iterable(examples(self._corpus, split) for split in Split), _LOOKED_AT)
        wanted = (each for each in found if (not each.labels if which == _UNLABELLED else _has_any(each, chosen)))
        return [_as_line(each) for each in islice(wanted, _SHOWN)]

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("card", True)
        left = QVBoxLayout(card)
        left.setContentsMargins(18, 16, 18, 16)
        left.setSpacing(10)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(self.tr("Labels are in"), self.where)
        form.addRow(self.tr("Between several labels of one text"), self.several)
        left.addWidget(self.said)
        left.addLayout(form)
        left.addWidget(self.again)
        left.addStretch()
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has the focus, and is brought into sight
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(250)
        area.setWidget(card)
        buttons = QHBoxLayout()
        for button in (self.rename_button, self.merge_button, self.leave_out_button, self.as_read_button):
            buttons.addWidget(button)
        buttons.addStretch()
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.view, 3)
        right.addLayout(buttons)
        right.addWidget(self.which, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self.examples, 2)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(area, 2)
        layout.addWidget(self._right, 3)


def _asked(corpus: Corpus) -> Reading:
    """How its files were read for labels; the same for all where a person has said so here."""
    return next((source.reading for source in corpus.contents.sources), Reading())


def _is_spoken(corpus: Corpus) -> bool:
    return corpus.contents.labels is not None and corpus.contents.labels.kind is LabelKind.TURNS


def _has_any(example: Example, names: Sequence[str]) -> bool:
    if not example.words:
        return any(label in names for label in example.labels)
    return any(tag[2:] in names for tag in example.labels if tag != OUTSIDE)


def _as_line(example: Example) -> str:
    """A text with its labels before it; of words the spans in brackets, with their kinds."""
    if not example.labels:
        return example.text[:_CHARACTERS]
    if example.turns:
        said = zip(example.labels, example.turns, strict=True)
        return "\n".join(f"{role}: {content}" for role, content in said)[:_CHARACTERS]
    if not example.words:
        return f"{', '.join(example.labels)} · {example.text[:_CHARACTERS]}"
    parts: list[str] = []
    for number, (word, tag) in enumerate(zip(example.words, example.labels, strict=True)):
        shown = f"→{word}←" if number == example.predicate else word
        parts.append(f"[{tag[2:]}: {shown}" if tag.startswith("B-") else shown)
        following = example.labels[number + 1] if number + 1 < len(example.labels) else OUTSIDE
        if tag != OUTSIDE and not following.startswith("I-"):
            parts[-1] += "]"
    return " ".join(parts)
