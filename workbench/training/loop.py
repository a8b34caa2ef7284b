"""Fine-tuning as a generator of events; it knows nothing of threads, windows or databases.

Pausing is not asking for the next event. `send(Command.STOP)` ends the run with a last validation and checkpoint;
`close()` leaves it where its last checkpoint is.
"""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from workbench.corpora.encoding import EncodedCorpus
from workbench.errors import KnownError
from workbench.fine_tuning import FineTuning, smaller_batch
from workbench.records import Sample
from workbench.training import checkpoint, memory
from workbench.training.batches import VALIDATION_TOKENS, planned_steps
from workbench.training.checkpoint import TrainingState, checkpoint_folder, load_start, save_start
from workbench.training.events import (
    CheckpointSaved,
    Command,
    Event,
    Finished,
    MemoryMeasured,
    Preparing,
    SampleWritten,
    Stage,
    StepMeasured,
    StopReason,
    Validated,
)
from workbench.training.learner import Learner

CALIBRATION_STEPS = 4  # after these a budget in minutes becomes one in steps
EXPLODED = 2.0  # times the loss of guessing blindly or of the base model, whichever is worse
SMOOTHED_STEPS = 5


@dataclass(frozen=True)
class _Pace:
    """How long things take, in seconds, for the time left."""

    step: float
    validation: float

    def left(self, steps: int, validate_every: int) -> float:
        return steps * self.step + math.ceil(steps / validate_every) * self.validation


def fine_tune(
    learner: Learner,
    corpus: EncodedCorpus,
    folder: Path,
    *,
    samples: Callable[[int], Iterable[Sample]] | None = None,
    start: Path | None = None,
) -> Generator[Event, Command | None, Finished]:
    """Train the learner's model in place and write checkpoints into `folder`; `start` is the one to continue from.

    `samples` asks the model between two steps, at each validation. Returns its last event.
    The same arguments give the same losses and weights bit for bit on the same machine, whether or not the run was
    stopped and continued in between. Raises KnownError: corpus.too_short, run.too_large,
    run.diverged, disk.full, checkpoint.damaged.
    """
    settings, network = learner.settings, learner.model.network
    watch = memory.MemoryWatch()
    train, validation = corpus.train, corpus.validation
    if len(train) <= settings.context_length:
        raise KnownError("corpus.too_short", name="This text", needed=settings.context_length + 1, tokens=len(train))
    if len(validation) < 2:
        raise KnownError("corpus.too_short", name="This text", needed=10 * settings.context_length, tokens=len(train))
    stopping = False

    if start is None:
        stopping |= (yield Preparing(Stage.MEASURING_BASE)) is Command.STOP
        clock = time.perf_counter()
        base = learner.scorer.score(validation, VALIDATION_TOKENS).loss
        seconds = time.perf_counter() - clock
        state = TrainingState(
            step=0,
            total_steps=planned_steps(settings, len(train)),
            base_loss=base,
            best_loss=base,
            best_step=0,
            last_loss=base,
            without_improvement=0,
            seconds=seconds,
            seed=settings.seed,
        )
        stopping |= (yield Validated(0, base, is_best=False, seconds=seconds)) is Command.STOP
        for sample in samples(0) if samples else ():
            stopping |= (yield SampleWritten(sample)) is Command.STOP

    stopping |= (yield Preparing(Stage.COMPILING)) is Command.STOP
    taken = learner.dry_step()
    stopping |= (yield MemoryMeasured(taken, learner.held_bytes)) is Command.STOP
    if memory.available_bytes() - taken < watch.reserve:
        raise too_large(settings)
    if start is not None:
        state = checkpoint.load(start, network, learner.optimizer)
    if settings.pull:
        learner.pull_to(load_start(folder) if start else save_start(folder, learner.variables))

    pace = _Pace(step=0.0, validation=0.0)
    durations: deque[float] = deque(maxlen=20)
    losses: deque[float] = deque(maxlen=SMOOTHED_STEPS)
    worst = EXPLODED * max(state.base_loss, math.log(learner.model.tokenizer.vocabulary))
    short_of_memory = False
    best_folder = checkpoint_folder(folder, state.best_step) if state.best_step else None
    before = start
    while True:
        reason = StopReason.MEMORY if short_of_memory else _reason_to_stop(state, settings, stopping)
        if reason is not None:
            finished = Finished(
                state.step, reason, state.base_loss, state.best_loss, state.last_loss, round(state.seconds, 3)
            )
            yield finished
            return finished

        clock = time.perf_counter()
        step = state.step + 1
        loss, norm, rate = learner.learn(train, step, state.total_steps)
        losses.append(loss)
        if not (math.isfinite(loss) and math.isfinite(norm)) or median(losses) > worst:
            raise KnownError("run.diverged", step=step)
        duration = time.perf_counter() - clock
        state = replace(state, step=step, seconds=state.seconds + duration)
        durations.append(duration)
        pace = replace(pace, step=median(durations))
        if settings.minutes is not None and step == CALIBRATION_STEPS:
            state = replace(state, total_steps=_steps_in_time(settings, pace, state))
        event = StepMeasured(
            step=step,
            total_steps=state.total_steps,
            loss=loss,
            learning_rate=rate,
            gradient_norm=norm,
            tokens_per_second=settings.tokens_per_step / duration,
            seconds=state.seconds,
            seconds_left=pace.left(state.total_steps - step, settings.validate_every),
        )
        stopping |= (yield event) is Command.STOP

        short_of_memory = watch.is_short()
        if step % settings.validate_every == 0 or step >= state.total_steps or stopping or short_of_memory:
            clock = time.perf_counter()
            loss = learner.scorer.score(validation, VALIDATION_TOKENS).loss
            if not math.isfinite(loss):
                raise KnownError("run.diverged", step=step)
            is_best = loss < state.best_loss
            # A look that only a stop brought about must not count against the run when it goes on.
            scheduled = step % settings.validate_every == 0
            state = replace(
                state,
                last_loss=loss,
                best_loss=min(loss, state.best_loss),
                best_step=step if is_best else state.best_step,
                without_improvement=0 if is_best else state.without_improvement + scheduled,
            )
            duration = time.perf_counter() - clock
            pace = replace(pace, validation=duration)
            state = replace(state, seconds=state.seconds + duration)
            stopping |= (yield Validated(step, loss, is_best, state.seconds)) is Command.STOP
            for sample in samples(step) if samples else ():
                stopping |= (yield SampleWritten(sample)) is Command.STOP
            saved = checkpoint_folder(folder, step)
            checkpoint.save(saved, network, learner.optimizer, state)
            best_folder = saved if is_best else best_folder
            # Older ones go only when this one has been recorded, so that there always is one to continue from.
            stopping |= (yield CheckpointSaved(step, saved, is_best)) is Command.STOP
            # The one before this is what a run goes on from should this one be damaged.
            checkpoint.prune(saved.parent, keep=[path for path in (saved, before, best_folder) if path])
            before = saved


def too_large(settings: FineTuning) -> KnownError:
    """What to say where a step takes more memory than there is, with the smaller batch that makes the same step."""
    smaller = smaller_batch(settings)
    remedy = "Choose a smaller model or a shorter context length"
    if smaller is not None:
        remedy = (
            f"Set the batch size to {smaller.batch_size} and accumulate to {smaller.accumulate}, which is the same step"
        )
    return KnownError("run.too_large", free=f"{memory.available_bytes() / 1e9:.1f} GB", remedy=remedy)


def _steps_in_time(settings: FineTuning, pace: _Pace, state: TrainingState) -> int:
    assert settings.minutes is not None
    seconds = 60 * settings.minutes - state.seconds
    # One validation costs about what the base's did, which is all that is known so far.
    validation = pace.validation or 4 * pace.step
    steps = seconds / (pace.step + validation / settings.validate_every)
    return max(state.step + 1, state.step + int(steps))


def _reason_to_stop(state: TrainingState, settings: FineTuning, stopping: bool) -> StopReason | None:
    if stopping:
        return StopReason.COMMAND
    if state.step >= state.total_steps:
        return StopReason.BUDGET
    if settings.patience and state.without_improvement >= settings.patience:
        return StopReason.NO_IMPROVEMENT
    return None
