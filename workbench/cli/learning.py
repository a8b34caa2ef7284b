"""What is told of a run: while it learns, and when it is over."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.cli import headlines
from workbench.cli.documents import finding_json, print_document, run_json
from workbench.cli.terminal import follow_learning, keep, note, rewrite, tell
from workbench.cli.to_type import finding_with_what_to_type, with_what_to_type
from workbench.cli.words import said, say
from workbench.experiments.what_now import what_now
from workbench.messages.errors import KnownError
from workbench.messages.message import Count, Duration, Memory, Message, Span, message
from workbench.models.card import FitEstimate
from workbench.project.project import Project
from workbench.services.training import Training
from workbench.tasks.task import Headline
from workbench.training.events import (
    Arrived,
    CheckpointPassedOver,
    Event,
    Finished,
    MemoryMeasured,
    Obstacle,
    Preparing,
    Stage,
    StepMeasured,
    StopReason,
    TextRemarked,
    Validated,
    Waiting,
    WentOn,
)
from workbench.training.worsening import Watch
from workbench.values.run import Run, RunStatus

STAGES = {
    Stage.LOADING_MODEL: message("stage.loading_model"),
    Stage.WAITING_FOR_PLACE: message("stage.waiting_for_place"),
    Stage.ENCODING_TEXT: message("stage.encoding_text"),
    Stage.READING_EXAMPLES: message("stage.reading_examples"),
    Stage.MEASURING_BASE: message("stage.measuring_base"),
    Stage.COMPILING: message("stage.compiling"),
    Stage.MEASURING_MEMORY: message("stage.measuring_memory"),
}
STATUSES = {
    RunStatus.QUEUED: message("status.queued"),
    RunStatus.RUNNING: message("status.running"),
    RunStatus.FINISHED: message("status.finished"),
    RunStatus.STOPPED: message("status.stopped"),
    RunStatus.FAILED: message("status.failed"),
    RunStatus.INTERRUPTED: message("status.interrupted"),
}


def show_event(event: Event, headline: Headline = Headline.PERPLEXITY) -> None:
    """One changing line for steps, a line that stays for each validation."""
    match event:
        case Preparing(stage):
            rewrite(say("told.stage", stage=STAGES[stage]))
        case StepMeasured():
            rewrite(_step_line(event, headline))
        case Validated(step, loss, is_best):
            keep(headlines.validated(headline, step, loss, is_best=is_best))
        case Waiting():
            rewrite(said(event.reason.message))
        case CheckpointPassedOver(step, used):
            keep(said(KnownError("checkpoint.passed_over", step=step, used=used).message))
        case TextRemarked(remark):
            keep(said(remark))
        case Arrived(otherwise=Message() as otherwise):
            keep(said(otherwise))
        case WentOn():
            keep(said(event.said))
        case MemoryMeasured(step_bytes, held_bytes) if step_bytes:
            note("told.step_memory", memory=Memory(step_bytes + held_bytes))
        case Finished(reason=StopReason.MEMORY):
            keep(with_what_to_type(message("run.out_of_memory")))
        case Finished():
            note("told.finished", seconds=Duration(event.seconds))
        case _:
            pass


class ShownTraining:
    """Shows the events of a run, and says once when it has become worse than what it began from."""

    def __init__(
        self, base: float | None = None, notes: Sequence[Message] = (), headline: Headline = Headline.PERPLEXITY
    ) -> None:
        """`base` is the validation loss of what the run began from, where it goes on; `notes` come before all else."""
        self._watch = Watch(base)
        self._notes = notes
        self._headline = headline
        self._has_warned = False
        self._obstacle: Obstacle | None = None  # that was told of last, and is there still

    def __call__(self, event: Event) -> None:
        for each in self._notes:
            keep(with_what_to_type(message("told.note", what=each)))
        self._notes = ()
        if isinstance(event, Waiting):
            if self._obstacle is not event.obstacle:
                keep(said(event.reason.message))
            self._obstacle = event.obstacle
            return
        self._obstacle = None
        show_event(event, self._headline)
        self._watch.take(event)
        worse = self._watch.worse
        if worse is not None and not self._has_warned:
            keep(headlines.worse(self._headline, worse.step, worse.began, worse.now, on_unseen=worse.on_unseen))
        self._has_warned = worse is not None


def train_to_end(
    project: Project, training: Training, show: ShownTraining, *, as_json: bool, resumed: str | None = None
) -> int:
    """The exit status of a command that makes one run, or goes on with the one that is `resumed`."""
    try:
        run, interrupted = follow_learning(training, show)
    except KnownError as error:
        failed = project.runs.newest() if resumed is None else project.runs.find(resumed)
        if failed is not None and error.code == "run.diverged":
            for finding in what_now(project, failed):
                keep(finding_with_what_to_type(finding, failed.name))
        raise
    findings = what_now(project, run)
    if as_json:
        print_document(run_json(run) | {"what_now": [finding_json(each) for each in findings]})
    else:
        ended = {"status": STATUSES[run.status], "steps": run.steps, "result": result_of(run)}
        tell("told.run_ended", run=run.name, **ended)
        for finding in findings:
            print(finding_with_what_to_type(finding, run.name))
    return 130 if interrupted else 0


def kept_of(run: Run) -> Message:
    """What of a run is its model."""
    if run.kept_step is None:
        return message("told.nothing_kept")
    if run.kept_step:
        return message("told.kept_step", step=run.kept_step)
    return message("told.kept_base_after") if run.steps else message("told.kept_base")


def made_of(run: Run) -> dict[str, object]:
    """The texts and the model that a run is made of, for a line about it; beside the model, who teaches it."""
    taught: object = run.model
    if run.teacher is not None:
        taught = message("told.taught", model=run.model, teacher=run.teacher.name)
    return {"corpus": run.corpora_in_words, "model": taught}


def result_of(run: Run) -> Message:
    before, after = run.base_validation_loss, run.best_validation_loss
    if before is None or after is None:
        return message("told.not_measured")
    return message("told.result", change=headlines.change_of(run, before, after), kept=kept_of(run))


def result_in_words(run: Run) -> str:
    return said(result_of(run))


def expected_duration(estimates: Sequence[FitEstimate]) -> Span | Message:
    """How long what is estimated takes together, as a range; a guess is called one."""
    low, high = map(sum, zip(*(estimate.between for estimate in estimates), strict=True))
    expected = Span(low, high)
    if all(estimate.is_measured for estimate in estimates):
        return expected
    return message("told.guess", expected=expected)


def _step_line(event: StepMeasured, headline: Headline) -> str:
    fields = {
        "step": event.step, "total": event.total_steps, "loss": headlines.of_step(headline, event.loss),
        "speed": Count(round(event.tokens_per_second)),
    }  # fmt: skip
    line = message("told.step", **fields)
    if event.seconds_left is None:
        return said(line)
    return say("told.with_time_left", what=line, left=Duration(event.seconds_left))
