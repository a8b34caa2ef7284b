"""A look at the part of a text that is not learnt from: measured, told, asked for samples, and kept."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from workbench.messages.errors import KnownError
from workbench.tasks.task import Look
from workbench.tasks.together import PART_LOSS
from workbench.training.events import Command, Event, Looking, SampleWritten, Validated
from workbench.training.loop_state import Answer, Events, LoopState
from workbench.values.measurement import stored_as
from workbench.values.prediction import Sample
from workbench.values.progress import Progress

T = TypeVar("T")

Samples = Callable[[int], Iterable[Sample]]  # what is made of the prompts after a step


@dataclass(frozen=True)
class Measured:
    loss: float  # nats
    figures: dict[str, float]  # what else the task measures, as TASK/FIGURE
    seconds: float


def look(loop: LoopState, samples: Samples) -> Events:
    """Measure where the run is, ask for samples, and save; what could not be done is done when the run goes on."""
    before = loop.state
    measured = yield from measure(loop, partial(Looking, before.step))
    if measured is None:
        yield from loop.save(is_best=False)
        return
    if not math.isfinite(measured.loss):
        raise KnownError("run.diverged", step=before.step)
    is_best = measured.loss < before.best_loss
    # A look that only a stop brought about must not count against the run when it goes on.
    scheduled = before.step % loop.settings.validate_every == 0
    loop.pace.validation = measured.seconds
    loop.change(
        last_loss=measured.loss,
        best_loss=min(measured.loss, before.best_loss),
        best_step=before.step if is_best else before.best_step,
        without_improvement=0 if is_best else before.without_improvement + scheduled,
        seconds=before.seconds + measured.seconds,
        last_look=before.step,
        best_of=better_of(before.best_of, measured, before.step),
    )
    state = loop.state
    yield from loop.tell(Validated(state.step, measured.loss, is_best, state.seconds, measured.figures))
    if not (yield from ask(loop, samples)):  # the look is made again when the run goes on
        loop.state = before
        yield from loop.save(is_best=False)
    elif not (yield from loop.save(is_best=is_best)):
        loop.state = before  # what could not be kept is not the run's model


def better_of(
    before: Mapping[str, tuple[float, int]], measured: Measured, step: int
) -> dict[str, tuple[float, int]]:  # fmt: skip
    """Of each of several things that are learnt at once the lowest loss so far, and its step."""
    ending = f"/{PART_LOSS.name}"
    found = {name.removesuffix(ending): loss for name, loss in measured.figures.items() if name.endswith(ending)}
    return {**before, **{key: (loss, step) for key, loss in found.items() if loss < before.get(key, (math.inf, 0))[0]}}


def ask(loop: LoopState, samples: Samples) -> Answer[bool]:
    """Whether all samples were asked for; a driver that leaves does not wait for more."""
    for sample in samples(loop.state.step):
        yield from loop.tell(SampleWritten(sample))
        if loop.told is Command.LEAVE:
            return False
    return True


def measure(loop: LoopState, tell: Callable[[Progress], Event]) -> Answer[Measured | None]:
    """What is found on the part that is held out; None where the driver would not wait for it."""
    name, looks = loop.learner.task.name, loop.learner.look(loop.dataset)
    found, seconds = Look(Progress(0, 0), math.nan), 0.0
    work = partial(timed, partial(next, looks, None))  # what the driver does between two batches is its own
    # The first one compiles what the others use.
    measured = yield from loop.aside(work, tell(found.progress), lambda: loop.look_is_unwanted)
    while measured is not None:
        newer, taken = measured
        seconds += taken
        if newer is None:
            return Measured(found.loss, {stored_as(name, each): found.figures[each] for each in found.figures}, seconds)
        found = newer
        yield from loop.tell(tell(found.progress))
        measured = None if loop.look_is_unwanted else work()
    return None


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """With the seconds that it took."""
    clock = time.perf_counter()
    return work(), time.perf_counter() - clock
