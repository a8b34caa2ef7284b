"""Counting in the background what is not known of the chosen text since documents were left out of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from workbench.gui.context import Context
from workbench.values.corpus import Corpus

COUNTING = "text.counting"  # the key of the job


class Counting(QObject):
    counted = Signal(object)  # Corpus

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._sha256 = ""  # of the text that is being counted

    def look_at(self, corpus: Corpus) -> None:
        """Begin where it is not counted; whoever cancelled that has it begin again by choosing the text once more."""
        is_running = any(job.key == COUNTING and not job.is_cancelled for job in self._context.jobs.running)
        if corpus.contents.is_counted or self._context.project.is_view:
            return
        if is_running and self._sha256 == corpus.contents.sha256:
            return
        self._sha256 = corpus.contents.sha256
        name, texts = corpus.name, self._context.services.texts
        job = self._context.jobs.start_job(
            self.tr("Counting the text anew"), lambda: texts.count_anew(name), lane="files", key=COUNTING
        )
        job.finished.connect(self.counted)
        job.failed.connect(self._context.failed)
