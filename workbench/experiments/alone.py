"""Does learning together help? Each thing that a run learnt at once, learnt alone from as many of its own examples.

The runs that learn alone are runs of the project like any other, so that one which was interrupted goes on where it
stopped. What came of it is kept with the run that learnt all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import partial

from workbench.experiments import against_base
from workbench.experiments.control_runs import BITS, control_run, helped, name_for, told_of
from workbench.experiments.kept import keep, kept
from workbench.experiments.label_comparison import Other, beside
from workbench.measuring.bootstrap import Interval
from workbench.messages.errors import KnownError
from workbench.messages.message import Message, message
from workbench.messages.rendering import ENGLISH, Language
from workbench.project.project import Project
from workbench.services.training import Training
from workbench.services.workbench import Workbench
from workbench.tasks.registry import find_task
from workbench.values.corpus import Split
from workbench.values.labels import LabelKind
from workbench.values.measurement import TRAINING_LOSS, stored_as
from workbench.values.model_ref import OfRun
from workbench.values.progress import Progress
from workbench.values.run import Input, Run, RunStatus

FINDING, BEGUN = "alone", "alone_runs"


@dataclass(frozen=True)
class Gain:
    """What learning it together with others was worth for one of the inputs of a run."""

    key: str
    input: Input
    run: int  # the number of the one that learnt it alone
    steps: int  # that each of the two made of it
    figure: str  # in which they are compared: accuracy, f1, or bits_per_byte, of which less is better
    together: float
    alone: float
    difference: Interval  # together less alone, on the same examples of the validation part

    @property
    def has_helped(self) -> bool | None:
        """None where the text cannot tell."""
        return helped(self.figure, self.difference)


@dataclass(frozen=True)
class Gains:
    of: tuple[Gain, ...]


def known(project: Project, run: Run) -> Gains | None:
    """What was found out before, and still holds."""
    return kept(project, run, FINDING, Gains)


def without_steps(run: Run, gains: Sequence[Gain]) -> tuple[Input, ...]:
    """The inputs of a short run of which none of its steps was, so that there is nothing to compare."""
    compared = {gain.key for gain in gains}
    return tuple(each for key, each in zip(run.keys, run.inputs, strict=True) if key not in compared)


def learn_alone(
    services: Workbench, name: str, language: Language = ENGLISH
) -> Generator[Progress, None, tuple[Gain, ...]]:
    """Train each of the inputs of a run alone, or those that are missing where that was begun, and compare.

    New runs get names in `language`. Closing it keeps what was trained. Raises KnownError("together.learnt_one"), and
    those of training and measuring.
    """
    run, found = services.project.runs.named(name), []
    for key, each in zip(run.keys, run.inputs, strict=True):
        alone = yield from train_alone(services, run, key, language)
        if alone is None:
            continue
        comparing = told_of(_compared(services, run, alone, key, each), _what(run, key))
        figure, together, apart, difference = yield from comparing
        found.append(Gain(key, each, alone.id, alone.steps, figure, together, apart, difference))
    keep(services.project, run, FINDING, Gains(tuple(found)))
    return tuple(found)


def train_alone(
    services: Workbench, run: Run, key: str, language: Language = ENGLISH
) -> Generator[Progress, None, Run | None]:
    """The run that learns the input `key` of `run` alone, as many of its own steps; None where it had no step.

    Raises as `learn_alone`.
    """
    if len(run.inputs) < 2:
        raise KnownError("together.learnt_one", name=run.name)
    if run.status is not RunStatus.FINISHED:
        raise KnownError("together.unfinished", name=run.name)
    made = Counter(measurement.name for measurement in services.project.runs.measurements(run))
    steps = made[stored_as(key, TRAINING_LOSS)]
    if not steps:
        return None
    new = partial(_new, services, run, run.input_of(key), steps, language)
    return (yield from control_run(services, run, BEGUN, key, new, _what(run, key), steps))


def _what(run: Run, key: str) -> Message:
    number = run.keys.index(key) + 1
    return message("progress.alone", number=number, all=len(run.inputs), corpus=run.input_of(key).corpus)


def _new(services: Workbench, run: Run, each: Input, steps: int, language: Language) -> Training:
    """As many steps on it as the run has made, with all else as there; looks come at the same of its own steps."""
    project, settings = services.project, run.fine_tuning
    looks = max(1, round(settings.validate_every * steps / max(1, run.steps)))
    alike = settings.with_settings({"steps": steps, "validate_every": looks, "patience": 0})
    name = name_for(project, message("name.alone", run=run.name, corpus=each.corpus), language)
    return services.training.train(
        each.corpus, project.runs.base_of(run), alike, name, project.runs.prompts(run), task=each.task
    )


def _compared(
    services: Workbench, run: Run, alone: Run, key: str, each: Input
) -> Generator[Progress, None, tuple[str, float, float, Interval]]:
    """The figure, of both, and the difference on the validation part of the text."""
    both, one = OfRun(run.id), OfRun(alone.id)
    if not find_task(each.task).shown.labels:
        found = yield from against_base.compare(services, both, each.corpus, Split.VALIDATION, base=one)
        return BITS, found.after.bits_per_byte, found.before.bits_per_byte, found.bits_per_byte
    together = yield from services.labelling.measure(both, each.corpus, part=key)
    apart = yield from services.labelling.measure(one, each.corpus)
    paired = beside(Other.RUN, apart, together)
    if together.evaluation.kind is LabelKind.CLASSES:
        return "accuracy", together.evaluation.accuracy, paired.figure, paired.difference
    return "f1", together.evaluation.micro_f1, paired.figure, paired.difference
