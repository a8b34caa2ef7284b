"""Making a run again with the same settings, and telling whether its numbers are the same, or what differs."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from workbench.corpora.importing import content_hash
from workbench.ground.names import free_name
from workbench.messages.errors import KnownError
from workbench.messages.message import Message, message
from workbench.messages.rendering import ENGLISH, Language, render
from workbench.project.project import Project
from workbench.project.provenance import differences
from workbench.services.training import Training
from workbench.services.workbench import Workbench
from workbench.training.events import Command, Event, StepMeasured
from workbench.values.run import Run, RunStatus

COMPARED = ("loss", "gradient_norm", "validation_loss")


@dataclass(frozen=True)
class Repetition:
    """What came of making `original` again as `run`; losses in nats per token."""

    original: Run
    run: Run
    compared: int  # numbers that both have
    first_difference: int | None  # the step
    largest: float  # difference between two numbers
    reasons: tuple[Message, ...]  # what is not as it was then

    @property
    def is_same(self) -> bool:
        """Whether every number is the same to its last bit."""
        return self.compared > 0 and self.first_difference is None


def repeat(services: Workbench, run: str, language: Language = ENGLISH) -> Generator[Event, Command | None, Repetition]:
    """Train a new run as `run` was trained, as far as that went, and compare the two step by step; its name is one in
    `language`.

    Raises KnownError: run.nothing_to_repeat for one that made no step, teacher.gone, teacher.changed, and what
    training raises.
    """
    original = services.project.runs.named(run)
    if not original.steps:
        raise KnownError("run.nothing_to_repeat", name=original.name)
    if original.teacher is not None:
        services.teaching.check_is_there(original)
    taken = {each.name for each in services.project.runs.every()}
    training = services.training.train(
        original.corpus,
        services.project.runs.base_of(original),
        original.fine_tuning,
        free_name(render(message("name.again", run=original.name), language), taken, " {}"),
        prompts=services.project.runs.prompts(original),
        task=original.inputs[0].task,
        beside=original.inputs[1:],
        teacher=None if original.teacher is None else original.teacher.ref,
        where=original.where,
    )
    ends = [*(extension.step for extension in original.extensions), original.steps]
    again = yield from _until(ends[0], training)
    for extension, end in zip(original.extensions, ends[1:], strict=True):
        if again.status is not RunStatus.FINISHED:  # the driver stopped it
            break
        again = yield from _until(end, services.training.extend(str(again.id), extension.total_steps - again.steps))
    return compare(services.project, original, again)


def _until(step: int, training: Training) -> Training:
    """Train to the step at which the original came to its end, or was stopped."""
    command: Command | None = None
    while True:
        try:
            event = training.send(command)
        except StopIteration as stop:
            run: Run = stop.value
            return run
        try:
            command = yield event
        except GeneratorExit:
            training.close()
            raise
        if isinstance(event, StepMeasured) and step <= event.step < event.total_steps:
            command = Command.STOP


def compare(project: Project, original: Run, again: Run) -> Repetition:
    """Step by step, to the last bit."""
    then, now = _numbers(project, original), _numbers(project, again)
    common = [place for place in then if place in now]
    apart = [
        (step, abs(then[step, name] - now[step, name])) for step, name in common if then[step, name] != now[step, name]
    ]
    return Repetition(
        original,
        project.runs.named(again.name),
        compared=len(common),
        first_difference=min((step for step, _ in apart), default=None),
        largest=max((difference for _, difference in apart), default=0.0),
        reasons=_reasons(project, original, again) if apart else (),
    )


def _numbers(project: Project, run: Run) -> dict[tuple[int, str], float]:
    """By step and name."""
    return {(each.step, each.name): each.value for each in project.runs.measurements(run) if each.name in COMPARED}


def _reasons(project: Project, original: Run, again: Run) -> tuple[Message, ...]:
    found = []
    if original.model_sha256 != again.model_sha256:
        found.append(message("otherwise.model"))
    corpus = project.corpora.named(original.corpus)
    if content_hash(corpus.folder) != corpus.contents.sha256:
        found.append(message("otherwise.files"))
    if original.fine_tuning.minutes is not None:
        found.append(message("otherwise.minutes"))
    before, after = original.provenance, project.runs.named(again.name).provenance
    if before is None or after is None:
        found.append(message("otherwise.not_noted"))
    else:
        found += differences(before, after)
    return tuple(found)
