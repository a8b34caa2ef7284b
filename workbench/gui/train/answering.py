"""What takes some seconds to be found out of a run is found out when it ends, without anybody asking."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from workbench.experiments.answer import Answer, measure_answer, seconds_to_answer
from workbench.gui.context import Context
from workbench.gui.lanes import Kind
from workbench.gui.parts.finding_view import QUICK_SECONDS
from workbench.values.changes import Changes
from workbench.values.run import Run

_KEY = "answer"  # a job's


class Answering(QObject):
    """Measures a run beside what it began from, and keeps what is found where its results are looked at."""

    answered = Signal(Run, object)  # an Answer

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def begin(self, run: Run) -> None:
        """Where it takes but seconds and nothing else is at work."""
        services, jobs = self._context.services, self._context.jobs
        if any(job.kind is Kind.LONG and job.title for job in jobs.running):
            return
        seconds = seconds_to_answer(services, run)
        if seconds is None or seconds > QUICK_SECONDS:
            return
        title = self.tr("Evaluating {name}").format(name=run.name)
        job = jobs.start_job(title, lambda: measure_answer(services, run), key=_KEY)
        job.finished.connect(lambda found: self._tell(run, found))

    def make_way(self) -> None:
        """For a run that begins: what nobody asked for is not waited for."""
        self._context.jobs.cancel(_KEY)

    def _tell(self, run: Run, found: Answer) -> None:
        self.answered.emit(run, found)
        self._context.tell(Changes.of(run), self)
