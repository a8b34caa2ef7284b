"""Many texts labelled in one go: those of a file or of a text of the project, in a table that can be saved as CSV."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.corpora.importing import split_file
from workbench.corpora.labelled import examples
from workbench.corpora.paragraphs import paragraphs_of
from workbench.corpora.texts_to_label import texts_to_label
from workbench.ground.files import write_atomically
from workbench.gui.context import Context
from workbench.gui.jobs import Job
from workbench.gui.parts.finding_view import SplitBox
from workbench.gui.parts.row_view import RowView
from workbench.gui.parts.saving import as_csv
from workbench.gui.plain import Label
from workbench.gui.steady import ComboBox
from workbench.gui.tasks.many_rows import LabelledRows, TaggedRows
from workbench.gui.tasks.question import AskedModel
from workbench.gui.words.counts import Counts
from workbench.gui.words.sentences import sentence
from workbench.values.corpus import Corpus, Split
from workbench.values.labelling import LabelledText, TaggedText
from workbench.values.labels import LabelKind
from workbench.values.model_ref import ModelRef
from workbench.values.progress import Progress

Found = tuple[LabelledText, ...] | tuple[TaggedText, ...]
Tell = Callable[[ModelRef, Sequence[str]], Generator[Progress, None, Found]]


class ManyTexts(QDialog):
    """Asks which texts, labels them in the background, and offers the table."""

    def __init__(self, context: Context, model: AskedModel, part: str = "", parent: QWidget | None = None) -> None:
        """With `part` of what the model has learnt; without one, with the first of its kind."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        labelling = context.services.labelling
        labels = labelling.labels_of(model.ref, part=part)
        is_of_texts = labels.kind is LabelKind.CLASSES
        title = self.tr("Label many texts with “{name}”") if is_of_texts else self.tr("Tag many texts with “{name}”")
        self.setWindowTitle(title.format(name=model.title))
        self._context = context
        self._model = model
        self._job: Job | None = None
        self._file: Path | None = None
        self.corpus = ComboBox()
        self.corpus.setAccessibleName(self.tr("Text of the project"))
        # Of roles somebody must have said as seen from which word; a labelled text has that.
        self._are_roles = labels.kind is LabelKind.ROLES
        for each in context.project.corpora.every():
            if not self._are_roles or (each.contents.labels and each.contents.labels.kind is LabelKind.ROLES):
                self.corpus.addItem(each.name, each.name)
        self.part = SplitBox((Split.TEST, Split.VALIDATION, Split.TRAIN))
        self.of_project = QPushButton(self.tr("Label this text"))
        self.of_project.clicked.connect(self.label_corpus)
        self.of_project.setEnabled(self.corpus.count() > 0)
        self.of_file = QPushButton(self.tr("Label a file …"))
        self.of_file.setToolTip(self.tr("A text in each line, or a table"))
        self.of_file.clicked.connect(self._ask_for_file)
        self.of_file.setVisible(not self._are_roles)
        self._tell: Tell = partial(labelling.classify if is_of_texts else labelling.tag_texts, part=part)
        self._what = part
        self.table: LabelledRows | TaggedRows = (
            LabelledRows(self, several=labels.several) if is_of_texts else TaggedRows(self)
        )
        self.view = RowView(self.table, self.tr("Texts with their labels"))
        self.view.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.view.setAlternatingRowColors(True)
        self.said = Label(self.tr("Choose which texts to label."))
        self.said.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("How far it is"))
        self.bar.setTextVisible(False)
        self.bar.hide()
        self.stop = QPushButton(self.tr("Cancel"))
        self.stop.clicked.connect(lambda: self._job and self._job.cancel())
        self.save = QPushButton(self.tr("Save as CSV …"))
        self.save.clicked.connect(self._ask_where)
        self.save.setEnabled(False)
        self.leave = QPushButton(self.tr("Close"))
        self.leave.clicked.connect(self.close)
        self._lay_out()
        self.resize(720, 480)

    def label_corpus(self) -> None:
        """The examples of a labelled text, the paragraphs of another."""
        with self._context.telling():
            corpus, split = self._context.project.corpora.named(self.corpus.currentData()), self.part.split
            tell, model = self._tell, self._model.ref
            if self._are_roles:
                labelling, part = self._context.services.labelling, self._what
                self._drive(lambda: labelling.tag_corpus(model, corpus.name, split, part))
                return
            self._drive(lambda: labelled_corpus(tell, model, corpus, split))

    def label_file(self, file: Path) -> None:
        tell, model = self._tell, self._model.ref
        self._drive(lambda: labelled_file(tell, model, file))

    def save_to(self, file: Path) -> None:
        write_atomically(file, as_csv(self.table.rows()).encode("utf-8-sig"))  # so that spreadsheets see UTF-8
        self.said.setText(self.tr("Saved: {place}").format(place=file))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._job is not None:
            self._job.cancel()
        super().closeEvent(event)

    def _drive(self, work: object) -> None:
        for button in (self.of_project, self.of_file, self.save):
            button.setEnabled(False)
        self.stop.show()
        self.bar.show()
        self.bar.setRange(0, 0)
        self.said.setText(self.tr("Waiting for the model …"))
        self._job = self._context.jobs.start_job(self.tr("Labelling texts"), work)  # type: ignore[arg-type]
        self._job.newest.connect(self._hear)
        self._job.finished.connect(self._show)
        self._job.failed.connect(self._fail)
        self._job.ended.connect(self._end)

    def _hear(self, progress: Progress) -> None:
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        if progress.total:
            words = Counts.tr("{done} of %Ln texts", "", progress.total)
            self.said.setText(words.format(done=QLocale().toString(progress.done)))

    def _show(self, found: Found) -> None:
        self.table.show(found)  # type: ignore[arg-type]
        self.said.setText(Counts.tr("%Ln texts are labelled.", "", len(found)))

    def _fail(self, error: Exception) -> None:
        self.said.setText(sentence(error))

    def _end(self) -> None:
        if self._job is not None and self._job.is_cancelled:
            self.said.setText(self.tr("Cancelled."))
        self._job = None
        self.stop.hide()
        self.bar.hide()
        self.of_file.setEnabled(True)
        self.of_project.setEnabled(self.corpus.count() > 0)
        self.save.setEnabled(bool(self.table.found))

    def _ask_for_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Texts to label"))
        if chosen:
            self.label_file(Path(chosen))

    def _ask_where(self) -> None:
        kind = self.tr("Table (*.csv)")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save"), self.tr("labels") + ".csv", kind)
        if chosen:
            with self._context.telling():
                self.save_to(Path(chosen))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.corpus, 1)
        top.addWidget(self.part)
        top.addWidget(self.of_project)
        top.addWidget(self.of_file)
        bottom = QHBoxLayout()
        bottom.addWidget(self.said, 1)
        bottom.addWidget(self.bar, 1)
        for button in (self.stop, self.save, self.leave):
            bottom.addWidget(button)
        self.stop.hide()
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        layout.addLayout(bottom)


def labelled_corpus(tell: Tell, model: ModelRef, corpus: Corpus, split: Split) -> Generator[Progress, None, Found]:
    """Raises KnownError: file.missing, corpus.changed, and those of `classify` and `tag_texts`."""
    if corpus.contents.labels is not None:
        texts = [example.text for example in examples(corpus, split)]
    else:
        texts = paragraphs_of(split_file(corpus.folder, split).read_text(encoding="utf-8"))
    return (yield from tell(model, [text for text in texts if text.strip()]))


def labelled_file(tell: Tell, model: ModelRef, file: Path) -> Generator[Progress, None, Found]:
    """Raises KnownError: file.…, and those of `classify` and `tag_texts`."""
    texts = yield from texts_to_label(file)
    return (yield from tell(model, texts))
