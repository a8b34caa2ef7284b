"""The tags of the words of the text that is typed; of roles, as seen from the word that is chosen as the predicate."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from workbench.gui.context import Context
from workbench.gui.lanes import Kind
from workbench.gui.parts.part_box import PartBox
from workbench.gui.parts.saving import Rows, SaveButton
from workbench.gui.plain import Label
from workbench.gui.tasks.many_texts import ManyTexts
from workbench.gui.tasks.question import Question
from workbench.gui.tasks.tags.tagged_text import TaggedText
from workbench.gui.tasks.view import PredictView
from workbench.gui.words.sentences import sentence
from workbench.measuring.spans import kinds_of
from workbench.messages.errors import KnownError
from workbench.prediction.label_words import word_places
from workbench.services.label_examples import same_part
from workbench.values.labelling import TaggedWord
from workbench.values.labels import LabelKind, LabelSet
from workbench.values.model_ref import ModelRef, OfRun

PAUSE_MS = 150  # after the last key


class TagView(PredictView):
    follows_learning = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._predicate: int | None = None
        self.part = PartBox(("tags",))
        self.part.setAccessibleName(self.tr("Which of its tags are told"))
        self._asked: tuple[str, int | None] = ("", None)  # the text and its predicate that the answers are to
        self.base = TaggedText(self.tr("The text with its tags, before"))
        self.tuned = TaggedText(self.tr("The text with its tags, after"))
        self.tuned.word_chosen.connect(self._choose_predicate)
        self._base_title, self._tuned_title = Label(), Label(self.tr("After"))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.part.currentIndexChanged.connect(self._pause.start)
        self._found: tuple[TaggedWord, ...] = ()
        self.save = SaveButton(self.tr("Tags"), self.as_text, self.as_rows, self.tuned)
        self._base_side = _titled(self._base_title, self.base)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self._base_side)
        split.addWidget(_titled(self._tuned_title, self.tuned))
        self.many = QPushButton(self.tr("Tag many texts …"))
        self.many.setToolTip(self.tr("A file or a text of the project, in one go, into a table"))
        self.many.clicked.connect(self._tag_many)
        below = QHBoxLayout()
        below.addWidget(self.many)
        below.addStretch()
        below.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.part, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(split, 1)
        layout.addLayout(below)

    def ask(self, question: Question) -> None:
        if self._question is not None and question.text != self._question.text:
            self._predicate = None
        if self._question is None or question.tuned != self._question.tuned:
            self.part.show_run(self._context.project.runs.of(question.tuned.ref) if question.tuned else None)
        self._question = question
        self._pause.start()

    def as_rows(self) -> Rows:
        return [
            (self.tr("word"), self.tr("tag"), self.tr("probability")),
            *((each.word, each.tag, each.probability) for each in self._found),
        ]

    def as_text(self) -> str:
        return "\n".join(f"{each.word}\t{each.tag}" for each in self._found)

    def _ask(self) -> None:
        question = self._question
        if question is None or not self.isVisible():  # another view may be asked meanwhile, under the same keys
            return
        part, before = self.part.part, self._before(question)
        self._base_side.setVisible(before is not None)
        if before is not None:
            self._base_title.setText(before[1])
        labels = None if question.tuned is None else self._labels_of(question.tuned.ref, part)
        self.many.setEnabled(labels is not None)
        if question.tuned is None or labels is None:
            self.tuned.clear(self.tr("No run yet. Let a model learn tags, and they appear here."))
            return
        sides = ((before[0], before[2], self.base, "predict.base"),) if before else ()
        for ref, of_it, text, key in (*sides, (question.tuned.ref, part, self.tuned, "predict.tuned")):
            text.show_kinds(kinds_of(labels.names))
            self._ask_side(ref, of_it, labels, text, key)

    def _ask_side(self, ref: ModelRef, part: str, labels: LabelSet, shown: TaggedText, key: str) -> None:
        assert self._question is not None
        text = self._question.text
        if not text.strip():
            shown.clear(self.tr("The text appears here with its tags as you type."))
            self._context.jobs.cancel(key)
            return
        if labels.kind is LabelKind.ROLES and not self._has_predicate(text):
            shown.show_plain(text, self.tr("Click the word, such as a verb, whose roles you want to see."))
            self._context.jobs.cancel(key)
            return
        self._asked = text, self._predicate
        work = partial(self._context.services.labelling.tag, ref, text, self._predicate, part)
        job = self._context.jobs.start_job(self.tr("Tagging"), work, kind=Kind.SHORT, key=key)
        is_base = shown is self.base
        job.finished.connect(self._show_base if is_base else self._show_tuned)
        job.failed.connect(self._fail_base if is_base else self._fail_tuned)
        job.failed.connect(self._context.failed)

    def _before(self, question: Question) -> tuple[ModelRef, str, str] | None:
        """Another run of tags, or the step 0 of the run where it was kept; None where nothing could tag then.

        Who is asked, how that is called, and which part of what it has learnt.
        """
        run = None if question.tuned is None else self._context.project.runs.of(question.tuned.ref)
        if question.base is not None and self._labels_of(question.base.ref) is not None:
            like = same_part(run, self.part.part, self._context.project.runs.of(question.base.ref))
            return question.base.ref, question.base.title, like
        if run is not None and any(each.step == 0 for each in self._context.project.checkpoints.of(run)):
            words = self.tr("Before it learnt: its step 0, with a head that knows nothing yet")
            return OfRun(run.id, 0), words, self.part.part
        return None

    def _labels_of(self, ref: ModelRef, part: str = "") -> LabelSet | None:
        try:
            found = self._context.services.labelling.labels_of(ref, of_words=True, part=part)
        except KnownError:
            return None
        return None if found.kind is LabelKind.CLASSES else found

    def _tag_many(self) -> None:
        if self._question is not None and self._question.tuned is not None:
            ManyTexts(self._context, self._question.tuned, self.part.part, self.window()).open()

    def _has_predicate(self, text: str) -> bool:
        return self._predicate is not None and self._predicate < len(word_places(text))

    def _choose_predicate(self, number: int) -> None:
        tuned = self._question.tuned if self._question else None
        labels = None if tuned is None else self._labels_of(tuned.ref, self.part.part)
        if labels is not None and labels.kind is LabelKind.ROLES and number != self._predicate:
            self._predicate = number
            self._ask()

    def _show_base(self, found: tuple[TaggedWord, ...]) -> None:
        self.base.show_tags(self._asked[0], found, self._asked[1])

    def _show_tuned(self, found: tuple[TaggedWord, ...]) -> None:
        self._found = found
        self.tuned.show_tags(self._asked[0], found, self._asked[1])

    def _fail_base(self, error: Exception) -> None:
        self.base.clear(sentence(error))

    def _fail_tuned(self, error: Exception) -> None:
        self.tuned.clear(sentence(error))


def _titled(title: Label, body: QWidget) -> QWidget:
    title.setProperty("quiet", True)
    title.setWordWrap(True)
    side = QWidget()
    layout = QVBoxLayout(side)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    layout.addWidget(title)
    layout.addWidget(body, 1)
    return side
