"""Making a run again exactly, in the background, and telling whether its numbers are the same."""

from __future__ import annotations

from PySide6.QtCore import QObject

from workbench.experiments.repeating import Repetition, repeat
from workbench.gui.context import Context
from workbench.gui.jobs import Job
from workbench.gui.words import quantities
from workbench.gui.words.quantities import plain
from workbench.gui.words.sentences import IN_WINDOW, told
from workbench.values.changes import Changes
from workbench.values.run import Run


class Repeater(QObject):
    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def start_repetition(self, run: Run) -> Job:
        services = self._context.services
        title = self.tr("Repeating “{name}”").format(name=run.name)
        known = {each.id for each in self._context.project.runs.every()}
        job = self._context.jobs.start_job(title, lambda: repeat(services, run.name, IN_WINDOW))
        job.failed.connect(self._context.failed)
        job.finished.connect(self._tell)
        job.ended.connect(lambda: self._tell_of_new(known))
        return job

    def _tell_of_new(self, known: set[int]) -> None:
        """Also where it was cancelled, or failed."""
        made = [run for run in self._context.project.runs.every() if run.id not in known]
        self._context.tell(Changes.of(*made), self)

    def _tell(self, found: Repetition) -> None:
        if found.is_same:
            sentence = self.tr("The same numbers: all {count} of “{name}” came out again, equal to the last digit.")
            self._context.told.emit(sentence.format(count=found.compared, name=found.original.name))
            return
        sentence = self.tr("The numbers of “{name}” came out otherwise from step {step} on, by {largest} at most.")
        reasons = self.tr("What is not as it was then: {reasons}.").format(
            reasons=quantities.clauses(map(told, found.reasons)) or self.tr("nothing that was noted")
        )
        words = sentence.format(name=found.original.name, step=found.first_difference, largest=plain(found.largest, 2))
        self._context.told.emit(quantities.in_turn((words, reasons)))
