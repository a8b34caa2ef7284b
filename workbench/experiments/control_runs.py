"""Runs that are made to compare another one with: each is made once, gone on with where it stopped, and found again.

They are runs of the project like any other. Which they are is kept with the run that they are compared with.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from workbench.experiments.kept import keep, kept
from workbench.ground.generators import with_each
from workbench.ground.names import free_name
from workbench.measuring.bootstrap import Interval
from workbench.messages.message import Message
from workbench.messages.rendering import Language, render
from workbench.project.project import Project
from workbench.services.training import Training
from workbench.services.workbench import Workbench
from workbench.training.events import Event, StepMeasured
from workbench.values.progress import Progress
from workbench.values.run import Run, RunStatus

BITS = "bits_per_byte"  # the figure of which less is better; of the others more is
T = TypeVar("T")


@dataclass(frozen=True)
class Begun:
    """The numbers of the runs that were made so far, by what each is for."""

    runs: dict[str, int]


def control_run(
    services: Workbench, run: Run, finding: str, key: str, new: Callable[[], Training], what: Message, steps: int
) -> Generator[Progress, None, Run]:
    """The one for `key`, as `finding` of `run` has it, trained to its end; where there is none, what `new` begins.

    Closing it keeps what was trained. Raises what training raises.
    """
    project = services.project
    begun = kept(project, run, finding, Begun) or Begun({})
    found = project.runs.find(str(begun.runs.get(key, 0)))
    if found is not None and found.status is RunStatus.FINISHED:
        return found
    newest, is_noted = _newest(project), found is not None

    def told(event: Event) -> Progress:
        nonlocal is_noted
        made = _newest(project)
        if not is_noted and made != newest:
            keep(project, run, finding, Begun({**begun.runs, key: made}))
            is_noted = True
        done = event.step if isinstance(event, StepMeasured) else 0
        return Progress(done, steps if done else 0, what)

    return (yield from with_each(new() if found is None else services.training.resume(str(found.id)), told))


def name_for(project: Project, wanted: Message, language: Language) -> str:
    """One in that language, which no run has."""
    return free_name(render(wanted, language), {other.name for other in project.runs.every()}, " {}")


def told_of(work: Generator[Progress, None, T], what: Message) -> Generator[Progress, None, T]:
    """The same work, whose progress says what it is of."""
    return with_each(work, partial(replace, what=what))


def helped(figure: str, difference: Interval) -> bool | None:
    """Whether the one is better than the other that is taken from it; None where the text cannot tell."""
    return (difference.value < 0) is (figure == BITS) if difference.is_clear else None


def _newest(project: Project) -> int:
    run = project.runs.newest()
    return 0 if run is None else run.id
