"""What the Reading leaf asks for: places of the chosen text, their documents, and leaving documents out."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, Signal

from workbench.corpora.leaving_out import Number, number_of
from workbench.corpora.searching import document_of
from workbench.gui.context import Context
from workbench.gui.lanes import Kind
from workbench.gui.text.counting import COUNTING
from workbench.gui.text.reading_panel import ReadingPanel
from workbench.gui.words import quantities
from workbench.gui.words.sentences import sentence
from workbench.values.corpus import Corpus
from workbench.values.search import Line, Place, Query

_KEY = "text.search"  # of a job: what is looked for later makes what was looked for before superfluous


class Reading(QObject):
    changed = Signal(object)  # Corpus: the chosen one without a document, or with it again

    def __init__(self, context: Context, panel: ReadingPanel, chosen: Callable[[], Corpus | None]) -> None:
        super().__init__(panel)
        self._context = context
        self._panel = panel
        self._chosen = chosen
        panel.searched.connect(self.search)
        panel.opened.connect(self.show_document)
        panel.leave_out_requested.connect(self.leave_out)
        panel.take_back_requested.connect(self.take_back)

    def search(self, query: Query) -> None:
        corpus, texts = self._chosen(), self._context.services.texts
        if corpus is None:
            return
        name = corpus.name
        job = self._context.jobs.start_job(
            self.tr("Searching “{name}”").format(name=name), lambda: texts.search(name, query), lane="reading",
            kind=Kind.SHORT, key=_KEY,
        )  # fmt: skip
        job.finished.connect(self._panel.show_found)
        job.failed.connect(lambda error: self._panel.show_problem(sentence(error)))

    def show_document(self, place: Place) -> None:
        corpus = self._chosen()
        if corpus is not None:
            with self._context.telling():
                self._panel.show_document(*document_of(corpus, place))

    def leave_out(self, line: Line) -> None:
        old, texts = self._chosen(), self._context.services.texts
        if old is None:
            return
        name, split, document = old.name, line.place.split, line.place.document
        with self._context.telling():
            number = split, number_of(old, split, document)
            self._start(
                lambda: texts.leave_out(name, [(split, document)]), lambda new: self._offer_undo(name, number, new)
            )

    def take_back(self, numbers: Collection[Number]) -> None:
        old, texts = self._chosen(), self._context.services.texts
        if old is not None:
            name = old.name
            self._start(lambda: texts.take_back(name, numbers), lambda _: self._panel.undo.hide())

    def _offer_undo(self, old: str, number: Number, new: Corpus) -> None:
        done = self.tr("One document is left out.")
        if new.name != old:
            words = self.tr("Runs have learnt from “{old}”, so it stays, and this is “{new}”.")
            done = quantities.in_turn((done, words.format(old=old, new=new.name)))
        self._panel.undo.offer(done, lambda: self._undo(old, number, new.name))

    def _undo(self, old: str, number: Number, new: str) -> None:
        if new == old:
            self.take_back([number])
            return
        with self._context.telling():
            self._context.tell(self._context.project.corpora.delete(new), self)
            self.changed.emit(self._context.project.corpora.named(old))

    def _start(self, work: Callable[[], object], then: Callable[[Corpus], None]) -> None:
        self._context.jobs.cancel(COUNTING)  # of a text that will be another one
        job = self._context.jobs.start_job(self.tr("Writing the text"), work, lane="files", kind=Kind.SHORT)
        job.failed.connect(self._context.failed)
        job.finished.connect(self.changed)
        job.finished.connect(then)
