"""Making a run again with the same settings, and telling whether its numbers are the same, or what differs."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np

from workbench.corpora.importing import content_hash
from workbench.errors import KnownError
from workbench.names import free_name
from workbench.project import Project
from workbench.provenance import differences
from workbench.records import Run
from workbench.services import Services
from workbench.training.events import Command, Event, StepMeasured

COMPARED = ("loss", "gradient_norm", "validation_loss")


@dataclass(frozen=True)
class Repetition:
    """What came of making `original` again as `run`; losses in nats per token."""

    original: Run
    run: Run
    compared: int  # numbers that both have
    first_difference: int | None  # the step
    largest: float  # difference between two numbers
    reasons: tuple[str, ...]  # what is not as it was then

    @property
    def is_same(self) -> bool:
        """Whether every number is the same to its last bit."""
        return self.compared > 0 and self.first_difference is None


def repeat(services: Services, run: str) -> Generator[Event, Command | None, Repetition]:
    """Train a new run as `run` was trained, as far as that went, and compare the two step by step.

    Raises KnownError("run.nothing_to_repeat") for one that made no step, and what training raises.
    """
    original = services.project.run(run)
    if not original.steps:
        raise KnownError("run.nothing_to_repeat", name=original.name)
    taken = {each.name for each in services.project.runs()}
    training = services.train(
        original.corpus,
        original.model,
        original.fine_tuning,
        free_name(f"{original.name} again", taken, " {}"),
        prompts=services.project.prompts(original),
    )
    command: Command | None = None
    while True:
        try:
            event = training.send(command)
        except StopIteration as stop:
            return compare(services.project, original, stop.value)
        try:
            command = yield event
        except GeneratorExit:
            training.close()
            raise
        if isinstance(event, StepMeasured) and original.steps <= event.step < event.total_steps:
            command = Command.STOP  # where the original was stopped as well


def compare(project: Project, original: Run, again: Run) -> Repetition:
    """Step by step, to the last bit."""
    then, now = project.measurements(original), project.measurements(again)
    compared, first, largest = 0, None, 0.0
    for name in COMPARED:
        if name not in then or name not in now:
            continue
        steps, one, other = np.intersect1d(then[name].steps, now[name].steps, return_indices=True)
        apart = np.abs(then[name].values[one] - now[name].values[other])
        compared += len(steps)
        if apart.any():
            step = int(steps[np.flatnonzero(apart)[0]])
            first, largest = min(step, step if first is None else first), max(largest, float(apart.max()))
    reasons = () if first is None else _reasons(project, original, again)
    return Repetition(original, project.run(again.name), compared, first, largest, reasons)


def _reasons(project: Project, original: Run, again: Run) -> tuple[str, ...]:
    found = []
    if original.model_sha256 != again.model_sha256:
        found.append("the model that it began from was changed")
    corpus = project.corpus(original.corpus)
    if content_hash(corpus.folder) != corpus.contents.sha256:
        found.append("the files of the text were changed")
    if original.fine_tuning.minutes is not None:
        found.append("how many steps a budget in minutes is depends on how fast the computer was just then")
    before, after = original.provenance, project.run(again.name).provenance
    if before is None or after is None:
        found.append("an older version of this program made it, which did not note its versions and computer")
    else:
        found += differences(before, after)
    return tuple(found)
