"""Fine-tuning as a generator of events; it knows nothing of threads, windows or databases.

Pausing is not asking for the next event. `send(Command.STOP)` ends the run with a last validation and checkpoint,
`send(Command.LEAVE)` with a checkpoint alone; `close()` leaves it where its last checkpoint is.
"""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from statistics import median
from typing import TypeVar

from workbench.corpora.encoding import EncodedCorpus
from workbench.costs import memory
from workbench.ground.alongside import alongside
from workbench.messages.errors import KnownError
from workbench.messages.message import Memory, message
from workbench.tasks.task import Dataset, Look
from workbench.training import checkpoint
from workbench.training.checkpoint import UNKNOWN, TrainingState, checkpoint_folder, load_start, save_start
from workbench.training.events import (
    CheckpointSaved,
    Command,
    Event,
    Finished,
    Looking,
    MemoryMeasured,
    Preparing,
    SampleWritten,
    Stage,
    StepMeasured,
    StopReason,
    Validated,
    Waiting,
)
from workbench.training.learner import Learner
from workbench.training.schedule import CALIBRATION_STEPS, planned_steps
from workbench.training.waiting import SECONDS_BETWEEN_TRIES
from workbench.values.fine_tuning import FineTuning, smaller_batch
from workbench.values.prediction import Sample
from workbench.values.progress import Progress

EXPLODED = 2.0  # times the loss of guessing blindly or of the base model, whichever is worse
SMOOTHED_STEPS = 5

T = TypeVar("T")

Samples = Callable[[int], Iterable[Sample]]
Events = Generator[Event, Command | None, None]
Measured = tuple[float, dict[str, float], float]  # the loss, the task's other figures, and how many seconds it took


def fine_tune(
    learner: Learner,
    corpus: EncodedCorpus,
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
    loop = _Loop(learner, learner.dataset(corpus), folder, samples or (lambda step: ()), start, total_steps)
    return (yield from loop.run())


@dataclass(frozen=True)
class _Pace:
    """How long things take, in seconds, for the time left."""

    step: float = 0.0
    validation: float = 0.0

    def left(self, steps: int, validate_every: int) -> float:
        return steps * self.step + math.ceil(steps / validate_every) * self.validation


class _Loop:
    """One call of `fine_tune`: the state that it carries from step to step."""

    def __init__(
        self, learner: Learner, dataset: Dataset, folder: Path, samples: Samples, start: Path | None,
        total_steps: int | None,
    ) -> None:  # fmt: skip
        self._learner = learner
        self._settings = settings = learner.settings
        self._dataset = dataset
        self._folder = folder
        self._samples = samples
        self._start = start
        self._total_steps = total_steps
        self._state = TrainingState(
            step=0,
            total_steps=planned_steps(settings, dataset.steps_per_epoch) if start is None else 0,
            base_loss=math.nan,
            best_loss=math.nan,
            best_step=0,
            last_loss=math.nan,
            without_improvement=0,
            seconds=0.0,
            seed=settings.seed,
        )
        self._told: Command | None = None  # what the driver wants, whenever it said so
        self._short_of_memory = False
        self._pace = _Pace()
        self._watch = memory.MemoryWatch()
        self._durations: deque[float] = deque(maxlen=20)
        self._losses: deque[float] = deque(maxlen=SMOOTHED_STEPS)
        self._saved: list[Path] = [] if start is None else [start]  # what a run goes on from, the newest last

    def run(self) -> Generator[Event, Command | None, Finished]:
        if self._start is None:
            yield from self._begin()
        else:
            self._pick_up(self._start)
        if self._reason() is None:
            yield from self._make_ready()
            if self._reason() is None and self._look_is_missing:
                yield from self._look()
        while (reason := self._reason()) is None:
            yield from self._step()
            if self._leaves:
                yield from self._save(is_best=False)
            elif self._looks_now():
                yield from self._look()
        state = self._state
        finished = Finished(
            state.step, reason, state.base_loss, state.best_loss, state.best_step, state.last_loss,
            round(state.seconds, 3),
        )  # fmt: skip
        yield finished
        return finished

    def _tell(self, event: Event) -> Events:
        """What the driver answers to any event counts, and is not forgotten."""
        self._told = (yield event) or self._told

    # Before the first step

    def _begin(self) -> Events:
        """Measure what the run begins from and keep it: until something better was learnt it is the run's model."""
        yield from self._tell(Preparing(Stage.MEASURING_BASE))
        measured = yield from self._score(partial(Preparing, Stage.MEASURING_BASE))
        if measured is None:
            return
        loss, figures, seconds = measured
        self._state = replace(self._state, base_loss=loss, best_loss=loss, last_loss=loss, seconds=seconds, last_look=0)
        yield from self._tell(Validated(0, loss, is_best=True, seconds=seconds, figures=figures))
        yield from self._sample()
        if not self._leaves:  # else it begins anew next time
            yield from self._save(is_best=True)

    def _pick_up(self, start: Path) -> None:
        state = checkpoint.read_state(start)
        if not checkpoint_folder(self._folder, state.best_step).is_dir():
            # An older version kept nothing of the beginning, or what was best is gone: this is the best there is.
            state = replace(state, best_loss=state.last_loss, best_step=state.step)
        if self._total_steps is not None and state.total_steps < self._total_steps:
            first_end = state.first_end or state.total_steps
            state = replace(state, total_steps=self._total_steps, without_improvement=0, first_end=first_end)
        self._state = state

    def _make_ready(self) -> Events:
        """Compile, see that a step fits into the memory, and fill in what the run goes on from."""
        learner = self._learner
        compiling = Preparing(Stage.COMPILING)
        yield from self._tell(compiling)
        taken = yield from self._aside(learner.dry_step, compiling, lambda: self._told is not None)
        if taken is None:
            return
        yield from self._tell(MemoryMeasured(taken, learner.held_bytes))
        if memory.available_bytes() - taken < self._watch.reserve:
            raise too_large(self._settings)
        if self._start is not None:
            checkpoint.load(self._start, learner.network, learner.optimizer, learner.beside)
            if not self._state.step:
                learner.begin()
        if self._settings.pull:
            if self._start is None or not self._state.step:
                size = checkpoint.bytes_of(learner.variables)
                if not (yield from self._written(partial(save_start, self._folder, learner.variables), size)):
                    return
            learner.anchor_to(load_start(self._folder))

    def _aside(
        self, work: Callable[[], T], event: Event, gives_up: Callable[[], bool]
    ) -> Generator[Event, Command | None, T | None]:
        """What comes of work that cannot be interrupted; None where the driver would not wait for it."""
        working = alongside(work)
        try:
            while not gives_up():
                next(working)
                yield from self._tell(event)
        except StopIteration as stop:
            result: T = stop.value
            return result
        finally:
            working.close()
        return None

    # A step, and what follows on it

    def _step(self) -> Events:
        clock = time.perf_counter()
        state, step = self._state, self._state.step + 1
        loss, norm, rate = self._learner.learn(self._dataset, step, state.total_steps, state.first_end)
        self._losses.append(loss)
        if not (math.isfinite(loss) and math.isfinite(norm)) or median(self._losses) > self._worst:
            raise KnownError("run.diverged", step=step)
        duration = time.perf_counter() - clock
        self._durations.append(duration)
        self._pace = replace(self._pace, step=median(self._durations))
        state = replace(state, step=step, seconds=state.seconds + duration)
        if self._settings.minutes is not None and step == CALIBRATION_STEPS and self._total_steps is None:
            state = replace(state, total_steps=_steps_in_time(self._settings, self._pace, state))
        self._state = state
        yield from self._tell(
            StepMeasured(
                step=step,
                total_steps=state.total_steps,
                loss=loss,
                learning_rate=rate,
                gradient_norm=norm,
                tokens_per_second=self._settings.tokens_per_step / duration,
                seconds=state.seconds,
                seconds_left=self._pace.left(state.total_steps - step, self._settings.validate_every),
            )
        )

    @property
    def _worst(self) -> float:
        """A loss from which no run comes back."""
        return EXPLODED * max(self._state.base_loss, self._learner.floor)

    def _looks_now(self) -> bool:
        if self._watch.is_short():
            self._short_of_memory = True
        return self._look_is_due or self._told is Command.STOP or self._short_of_memory

    def _look(self) -> Events:
        """Measure on the text that is not learnt from, ask for samples, and save."""
        state = before = self._state
        measured = yield from self._score(partial(Looking, state.step))
        if measured is None:
            yield from self._save(is_best=False)
            return
        loss, figures, seconds = measured
        if not math.isfinite(loss):
            raise KnownError("run.diverged", step=state.step)
        is_best = loss < state.best_loss
        # A look that only a stop brought about must not count against the run when it goes on.
        scheduled = state.step % self._settings.validate_every == 0
        self._pace = replace(self._pace, validation=seconds)
        self._state = state = replace(
            state,
            last_loss=loss,
            best_loss=min(loss, state.best_loss),
            best_step=state.step if is_best else state.best_step,
            without_improvement=0 if is_best else state.without_improvement + scheduled,
            seconds=state.seconds + seconds,
            last_look=state.step,
        )
        yield from self._tell(Validated(state.step, loss, is_best, state.seconds, figures))
        if not (yield from self._sample()):  # the look is made again when the run goes on
            self._state = before
            yield from self._save(is_best=False)
        elif not (yield from self._save(is_best=is_best)):
            self._state = before  # what could not be kept is not the run's model

    def _sample(self) -> Generator[Event, Command | None, bool]:
        """Whether all of them were asked for; a driver that leaves does not wait for more."""
        for sample in self._samples(self._state.step):
            yield from self._tell(SampleWritten(sample))
            if self._told is Command.LEAVE:
                return False
        return True

    @property
    def _leaves(self) -> bool:
        """Whether the driver wants it to end here, to go on another time with what it has not done."""
        is_done = self._state.step >= self._state.total_steps and not self._look_is_missing
        return self._told is Command.LEAVE and not is_done

    @property
    def _look_is_due(self) -> bool:
        state = self._state
        return state.step % self._settings.validate_every == 0 or state.step >= state.total_steps

    @property
    def _look_is_missing(self) -> bool:
        """Whether a look is due where the run is, and was not made."""
        return self._look_is_due and self._state.last_look not in (UNKNOWN, self._state.step)

    def _save(self, *, is_best: bool) -> Generator[Event, Command | None, bool]:
        """Keep the run as it is; False where there was no room for it, and the driver would rather end the run."""
        state, learner = self._state, self._learner
        saved = checkpoint_folder(self._folder, state.step)
        optimizer = learner.optimizer if state.step else None
        save = partial(checkpoint.save, saved, learner.network, optimizer, state, learner.beside)
        if not (yield from self._written(save, checkpoint.size(learner.network, optimizer, learner.beside))):
            return False
        # Older ones go only when this one has been recorded, so that there always is one to continue from.
        yield from self._tell(CheckpointSaved(state.step, saved, is_best))
        # The one before this is what a run goes on from should this one be damaged.
        self._saved = [*self._saved[-1:], saved]
        checkpoint.prune(saved.parent, keep=[*self._saved, checkpoint_folder(self._folder, state.best_step)])
        return True

    def _written(self, write: Callable[[], object], size: int) -> Generator[Event, Command | None, bool]:
        """Write `size` bytes, as soon as there is room for them; False where the driver would rather end the run."""
        while True:
            try:
                write()
                return True
            except KnownError as error:
                if not error.passes:
                    raise
                yield from self._tell(Waiting.for_end_of(error, self._folder, size))
            if self._told is not None:
                return False
            time.sleep(SECONDS_BETWEEN_TRIES)

    def _score(self, tell: Callable[[Progress], Event]) -> Generator[Event, Command | None, Measured | None]:
        """What is found on the part that is held out; None where the driver would not wait for it."""
        name, looks = self._learner.task.name, self._learner.look(self._dataset)
        found, seconds = Look(Progress(0, 0), math.nan), 0.0
        timed = partial(_timed, partial(next, looks, None))  # what the driver does between two batches is its own
        # The first one compiles what the others use.
        measured = yield from self._aside(timed, tell(found.progress), lambda: self._is_unwanted)
        while measured is not None:
            look, taken = measured
            seconds += taken
            if look is None:
                return found.loss, {f"{name}/{figure}": value for figure, value in found.figures.items()}, seconds
            found = look
            yield from self._tell(tell(found.progress))
            measured = None if self._is_unwanted else timed()
        return None

    @property
    def _is_unwanted(self) -> bool:
        """Whether the driver would not wait for a look: it leaves, or ends a run that has not begun."""
        return self._leaves or (self._told is not None and not self._state.step)

    def _reason(self) -> StopReason | None:
        """Why the run is over; None while it is not."""
        state, settings = self._state, self._settings
        if self._leaves:
            return StopReason.LEFT
        if self._told is Command.STOP:
            return StopReason.COMMAND
        if self._short_of_memory:
            return StopReason.MEMORY
        if state.step >= state.total_steps and not self._look_is_missing:
            return StopReason.BUDGET
        if settings.patience and state.without_improvement >= settings.patience:
            return StopReason.NO_IMPROVEMENT
        return None


def too_large(settings: FineTuning) -> KnownError:
    """What to say where a step takes more memory than there is, with the smaller batch that makes the same step."""
    smaller = smaller_batch(settings)
    remedy = message("remedy.smaller_model")
    if smaller is not None:
        remedy = message("remedy.smaller_batch", batch=smaller.batch_size, accumulate=smaller.accumulate)
    return KnownError("run.too_large", free=Memory(memory.available_bytes()), remedy=remedy)


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    clock = time.perf_counter()
    return work(), time.perf_counter() - clock


def _steps_in_time(settings: FineTuning, pace: _Pace, state: TrainingState) -> int:
    assert settings.minutes is not None
    seconds = 60 * settings.minutes - state.seconds
    # One validation costs about what the base's did, which is all that is known so far.
    validation = pace.validation or 4 * pace.step
    steps = seconds / (pace.step + validation / settings.validate_every)
    return max(state.step + 1, state.step + int(steps))
