"""A text that a teacher with other tokens is to write: begun, followed and taken to learn from."""

from __future__ import annotations

import time
from functools import partial

from PySide6.QtCore import QObject

from workbench.experiments.written_text import write_text
from workbench.gui.context import Context
from workbench.gui.jobs import Job
from workbench.gui.train.model_names import model_name
from workbench.gui.train.writing_offer import WritingOffer
from workbench.gui.words.sentences import IN_WINDOW
from workbench.values.changes import Changes
from workbench.values.corpus import Corpus
from workbench.values.model_ref import ModelRef
from workbench.values.progress import Progress


class TeacherWriting(QObject):
    """Shows in `offer` how far it is with the teacher and the text that are chosen; a text at a time."""

    def __init__(self, context: Context, offer: WritingOffer) -> None:
        super().__init__(offer)
        self._context = context
        self._offer = offer
        self._chosen: tuple[ModelRef, str] | None = None  # who would write now, and for which text
        self._of: tuple[ModelRef, str] | None = None  # the same of what is being written, or was written last
        self._job: Job | None = None
        self._began: tuple[float, int] | None = None  # the first word that was told of: when, and which
        self._written = ""
        offer.wanted.connect(self.start)
        offer.cancelled.connect(lambda: self._job and self._job.cancel())
        offer.taken.connect(context.choose_corpus)

    def show(self, teacher: ModelRef | None, corpus: str) -> None:
        """`teacher` is one with other tokens; None where there is none."""
        before, self._chosen = self._chosen, None if teacher is None else (teacher, corpus)
        self._offer.setVisible(teacher is not None)
        if teacher is None:
            return
        name = model_name(self._context, teacher)
        self._offer.show_teacher(name, corpus, self._context.services.models.find(teacher).parameters)
        if self._chosen != before or not self._is_shown:
            self._show_state()

    def start(self, words: int) -> None:
        if self._chosen is None or self._job is not None:
            return
        self._of, self._written, self._began = self._chosen, "", None
        teacher, corpus = self._chosen
        title = self.tr("Writing a text with {model}").format(model=model_name(self._context, teacher))
        work = partial(write_text, self._context.services, teacher, corpus, words, language=IN_WINDOW)
        self._job = self._context.jobs.start_job(title, work)
        self._job.newest.connect(self._hear)
        self._job.finished.connect(self._finish)
        self._job.failed.connect(self._context.failed)
        self._job.ended.connect(self._end)
        self._offer.show_progress(0, 0, None)

    @property
    def _is_shown(self) -> bool:
        return self._chosen is not None and self._chosen == self._of

    def _show_state(self) -> None:
        if self._job is not None:  # one at a time, whoever is chosen meanwhile
            self._offer.show_progress(0, 0, None)
        elif self._is_shown and self._written:
            self._offer.show_written(self._written)
        else:
            self._offer.show_ready()

    def _hear(self, told: Progress) -> None:
        now = time.monotonic()
        if self._began is None:
            self._began = now, told.done
        since, first = self._began
        made = told.done - first
        left = (now - since) / made * (told.total - told.done) if made else None
        self._offer.show_progress(told.done, told.total, left)

    def _finish(self, corpus: Corpus) -> None:
        self._written = corpus.name
        self._context.tell(Changes(corpora=frozenset({corpus.name})))
        self._context.told.emit(self.tr("“{name}” was written.").format(name=corpus.name))

    def _end(self) -> None:
        self._job = None
        self._show_state()
