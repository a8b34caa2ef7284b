"""Making the runs that wait, one after the other, and telling of each."""

from __future__ import annotations

from workbench.cli import headlines
from workbench.cli.comparison import print_table
from workbench.cli.documents import print_document
from workbench.cli.experiment_documents import comparison_json
from workbench.cli.learning import ShownTraining
from workbench.cli.terminal import end_progress, follow_learning, keep, note, rewrite
from workbench.cli.words import say
from workbench.experiments.queue import Queue
from workbench.experiments.side_by_side import EventOf
from workbench.experiments.turns import QueueEvent, TurnBegan, TurnEnded
from workbench.messages.errors import message_of
from workbench.messages.message import Size, message
from workbench.models.card import Fit
from workbench.project.project import Project
from workbench.tasks.registry import headline_of
from workbench.training.events import Arrived, StepMeasured, Validated, WentOn
from workbench.values.run import RunStatus

FITS = {
    Fit.FITS: message("fit.fits"),
    Fit.TIGHT: message("fit.tight"),
    Fit.DOES_NOT_FIT: message("fit.does_not_fit"),
}


class _ShownQueue:
    def __init__(self) -> None:
        self.failed = 0
        self._show_training = ShownTraining()

    def __call__(self, event: QueueEvent | EventOf) -> None:
        if isinstance(event, TurnBegan):
            note("told.turn", run=event.run.name)
            self._show_training = ShownTraining(headline=headline_of([event.run]))
        elif isinstance(event, TurnEnded):
            end_progress()
            self.failed += event.run.status is RunStatus.FAILED
            if event.error is not None:
                note("told.turn_failed", run=event.run.name, error=message_of(event.error))
            if event.freed_bytes:
                note("told.pruned", size=Size(event.freed_bytes))
        elif isinstance(event, EventOf):
            self._show_one_of_several(event)
        else:
            self._show_training(event)

    def _show_one_of_several(self, told: EventOf) -> None:
        """In a line that begins with its name."""
        name, event = told.run.name, told.event
        if isinstance(event, StepMeasured):
            rewrite(
                say("told.of_run", run=name, what=message("told.step_of", step=event.step, total=event.total_steps))
            )
        elif isinstance(event, Validated):
            headline = headline_of([told.run])
            what = headlines.validated(headline, event.step, event.loss, is_best=event.is_best)
            keep(say("told.of_run", run=name, what=what))
        elif isinstance(event, WentOn):
            keep(say("told.of_run", run=name, what=event.said))
        elif isinstance(event, Arrived) and event.otherwise is not None:
            keep(say("told.of_run", run=name, what=event.otherwise))


def run_queue(project: Project, queue: Queue, sweep_id: int | None = None, *, as_json: bool) -> int:
    """The exit status: 130 where it was interrupted, 1 where a run failed."""
    show = _ShownQueue()
    ended, interrupted = follow_learning(queue.run(sweep_id), show)
    made = [project.runs.named(str(run.id)) for run in ended]
    if as_json:
        print_document(comparison_json(made))
    elif ended:
        print_table(made)
    if interrupted:
        return 130
    return 1 if show.failed else 0
