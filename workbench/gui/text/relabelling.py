"""Other names for the labels of the chosen text, as the Labels leaf asks for them, and having them back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from workbench.gui.context import Context
from workbench.gui.parts.undo_strip import UndoStrip
from workbench.gui.text.corpus_details import CorpusDetails
from workbench.gui.words import quantities
from workbench.values.corpus import Corpus


class Relabelling(QObject):
    relabelled = Signal(object)  # Corpus

    def __init__(
        self, context: Context, details: CorpusDetails, undo: UndoStrip, chosen: Callable[[], Corpus | None]
    ) -> None:
        super().__init__(details)
        self._context = context
        self._strip = undo
        self._chosen = chosen
        details.renaming_requested.connect(self.relabel)
        details.names_read_requested.connect(self.name_as_read)

    def relabel(self, names: Mapping[str, str]) -> None:
        old = self._chosen()
        if old is None or old.contents.labels is None or not names:
            return
        texts, earlier = self._context.services.texts, dict(old.contents.labels.renamed)
        self._start(lambda: texts.relabel(old.name, names), lambda new: self._offer_undo(names, old.name, earlier, new))

    def name_as_read(self) -> None:
        old = self._chosen()
        if old is None or old.contents.labels is None:
            return
        texts, earlier = self._context.services.texts, dict(old.contents.labels.renamed)
        done = self.tr("The labels are called as in the files again.")
        self._start(lambda: texts.set_label_names(old.name, {}), lambda new: self._offer(done, old.name, earlier, new))

    def _offer_undo(self, names: Mapping[str, str], old: str, earlier: Mapping[str, str], new: Corpus) -> None:
        left_out = [name for name, to in names.items() if not to]
        renamed = [f"{name} → {to}" for name, to in names.items() if to]
        if left_out:
            done = self.tr("Left out: {names}.").format(names=quantities.listing(left_out))
        else:
            done = self.tr("Renamed: {names}.").format(names=quantities.listing(renamed))
        self._offer(done, old, earlier, new)

    def _offer(self, done: str, old: str, earlier: Mapping[str, str], new: Corpus) -> None:
        if new.name != old:
            done += " " + self.tr("Runs have learnt from “{old}”, so it stays, and this is “{new}”.").format(
                old=old, new=new.name
            )
        self._strip.offer(done, lambda: self._undo(old, earlier, new.name))

    def _undo(self, old: str, earlier: Mapping[str, str], new: str) -> None:
        texts = self._context.services.texts
        if new == old:
            self._start(lambda: texts.set_label_names(old, earlier), lambda _: None)
            return
        with self._context.telling():
            self._context.tell(self._context.project.corpora.delete(new), self)
            self.relabelled.emit(self._context.project.corpora.named(old))

    def _start(self, work: Callable[[], Corpus], then: Callable[[Corpus], None]) -> None:
        job = self._context.jobs.start_job(self.tr("Renaming labels"), work, lane="files")
        job.failed.connect(self._context.failed)
        job.finished.connect(self.relabelled)
        job.finished.connect(then)
