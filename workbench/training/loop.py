"""Fine-tuning as a generator of events; it knows nothing of threads, windows or databases.

Pausing is not asking for the next event. `send(Command.STOP)` ends the run with a last validation and checkpoint,
`send(Command.LEAVE)` with a checkpoint alone; `close()` leaves it where its last checkpoint is.
"""

from __future__ import annotations

import math
import time
from collections.abc import Generator, Sequence
from pathlib import Path
from statistics import median

from workbench.messages.errors import KnownError
from workbench.tasks.task import Dataset, Text
from workbench.training.checkpoint import TrainingState
from workbench.training.events import Command, Event, Finished, StepMeasured
from workbench.training.learner import Learner
from workbench.training.looking import Samples, look
from workbench.training.loop_state import Events, LoopState
from workbench.training.preparation import prepare
from workbench.training.schedule import CALIBRATION_STEPS, planned_steps

EXPLODED = 2.0  # times the usual loss
FAR = 4.0  # nats above it, at least: where few things are told apart, a sound batch may be twice as bad


def fine_tune(
    learner: Learner,
    corpus: Text,
    folder: Path,
    *,
    samples: Samples | None = None,
    start: Path | None = None,
    total_steps: int | None = None,
) -> Generator[Event, Command | None, Finished]:
    """Train the learner's model in place and write checkpoints into `folder`; `start` is the one to continue from.

    `samples` asks the model between two steps, at each validation. `total_steps` is where a run ends that goes on
    beyond its budget. Returns its last event.
    The same arguments give the same losses and weights bit for bit on the same machine, whether or not the run was
    stopped and continued in between. Raises KnownError: corpus.too_short, run.too_large,
    run.diverged, disk.full, checkpoint.damaged.
    """
    loop = _set_out(learner, corpus, folder, start, total_steps)
    samples = samples or (lambda step: ())
    yield from prepare(loop, samples)
    if loop.reason is None and loop.look_is_missing:
        yield from look(loop, samples)
    while (reason := loop.reason) is None:
        yield from _step(loop)
        if loop.leaves:
            yield from loop.save(is_best=False)
        elif loop.looks_now():
            yield from look(loop, samples)
    state = loop.state
    finished = Finished(
        state.step, reason, state.base_loss, state.best_loss, state.best_step, state.last_loss, round(state.seconds, 3)
    )
    yield finished
    return finished


def _set_out(learner: Learner, corpus: Text, folder: Path, start: Path | None, total_steps: int | None) -> LoopState:
    dataset = learner.dataset(corpus)
    state = TrainingState(
        step=0,
        total_steps=_planned(learner, dataset) if start is None else 0,
        base_loss=math.nan,
        best_loss=math.nan,
        best_step=0,
        last_loss=math.nan,
        without_improvement=0,
        seconds=0.0,
        seed=learner.settings.seed,
    )
    saved = [] if start is None else [start]
    return LoopState(learner, dataset, folder, state, start, total_steps, saved=saved)


def _planned(learner: Learner, dataset: Dataset) -> int:
    return planned_steps(learner.settings, dataset.steps_per_epoch, dataset.tokens_per_step)


def has_exploded(losses: Sequence[float], usual: float) -> bool:
    """Whether the last losses (nats) are of a height from which no run comes back.

    `usual` is the loss of guessing blindly or of the base model, whichever is worse.
    """
    return not math.isfinite(losses[-1]) or median(losses) > max(EXPLODED * usual, usual + FAR)


def _step(loop: LoopState) -> Events:
    """Learn from one batch. Raises KnownError("run.diverged")."""
    clock = time.perf_counter()
    learner, state, settings, step = loop.learner, loop.state, loop.settings, loop.state.step + 1
    loss, norm, rate = learner.learn(loop.dataset, step, state.total_steps, state.first_end)
    loop.losses.append(loss)
    if not math.isfinite(norm) or has_exploded(loop.losses, max(state.base_loss, learner.floor)):
        raise KnownError("run.diverged", step=step)
    duration = time.perf_counter() - clock
    tokens = learner.tokens_of(loop.dataset, step)
    loop.pace.add(duration, tokens)
    loop.change(step=step, seconds=state.seconds + duration)
    if settings.minutes is not None and step == CALIBRATION_STEPS and loop.extended_to is None:
        loop.change(total_steps=_steps_in_time(loop, settings.minutes))
    state = loop.state
    yield from loop.tell(
        StepMeasured(
            step=step,
            total_steps=state.total_steps,
            loss=loss,
            learning_rate=rate,
            gradient_norm=norm,
            tokens_per_second=tokens / duration,
            seconds=state.seconds,
            seconds_left=loop.pace.left(state.total_steps - step, settings.validate_every),
            part=learner.part_at(loop.dataset, step),
        )
    )


def _steps_in_time(loop: LoopState, minutes: float) -> int:
    """How many steps fit into a budget of minutes, by the pace so far."""
    state, pace = loop.state, loop.pace
    seconds = 60 * minutes - state.seconds
    # One validation costs about what the base's did, which is all that is known so far.
    validation = pace.validation or 4 * pace.step
    steps = seconds / (pace.step + validation / loop.settings.validate_every)
    return max(state.step + 1, state.step + int(steps))
