"""What one run carries from step to step, what its driver has told it, and why it is over."""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable, Generator
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median
from typing import Any, TypeVar

from workbench.costs.memory import MemoryWatch
from workbench.ground.alongside import alongside
from workbench.messages.errors import KnownError
from workbench.tasks.task import Dataset
from workbench.training import checkpoint
from workbench.training.checkpoint import UNKNOWN, TrainingState, checkpoint_folder
from workbench.training.events import CheckpointSaved, Command, Event, StopReason, Waiting
from workbench.training.learner import Learner
from workbench.training.waiting import SECONDS_BETWEEN_TRIES
from workbench.values.fine_tuning import FineTuning

T = TypeVar("T")

Events = Generator[Event, Command | None, None]
Answer = Generator[Event, Command | None, T]

SMOOTHED_STEPS = 5
DURATIONS = 20  # of the last steps, whose median is the pace


@dataclass
class Pace:
    """How long things take, in seconds, for the time left."""

    tokens_per_step: float  # on the average; steps may differ
    validation: float = 0.0
    of_a_token: deque[float] = field(default_factory=lambda: deque(maxlen=DURATIONS))

    def add(self, seconds: float, tokens: int) -> None:
        """What a step of so many tokens took."""
        self.of_a_token.append(seconds / tokens)

    @property
    def step(self) -> float:
        return self.tokens_per_step * median(self.of_a_token) if self.of_a_token else 0.0

    def left(self, steps: int, validate_every: int) -> float:
        return steps * self.step + math.ceil(steps / validate_every) * self.validation


@dataclass
class LoopState:
    """A run on its way. Whatever it tells goes through `tell`, so that no command is missed."""

    learner: Learner
    dataset: Dataset
    folder: Path
    state: TrainingState
    start: Path | None = None  # the checkpoint that it goes on from
    extended_to: int | None = None  # steps, of a run that goes on beyond its budget
    told: Command | None = None  # what the driver wants, whenever it said so
    is_short_of_memory: bool = False
    pace: Pace = field(init=False)
    watch: MemoryWatch = field(default_factory=MemoryWatch)
    losses: deque[float] = field(default_factory=lambda: deque(maxlen=SMOOTHED_STEPS))
    saved: list[Path] = field(default_factory=list)  # what a run goes on from, the newest last

    def __post_init__(self) -> None:
        self.pace = Pace(self.dataset.tokens_per_step)

    @property
    def settings(self) -> FineTuning:
        return self.learner.settings

    def change(self, **fields: Any) -> None:
        self.state = replace(self.state, **fields)

    # What the driver wants

    def tell(self, event: Event) -> Events:
        """What the driver answers to any event counts, and is not forgotten."""
        self.told = (yield event) or self.told

    @property
    def leaves(self) -> bool:
        """Whether the driver wants it to end here, to go on another time with what it has not done."""
        is_done = self.state.step >= self.state.total_steps and not self.look_is_missing
        return self.told is Command.LEAVE and not is_done

    @property
    def look_is_unwanted(self) -> bool:
        """Whether the driver would not wait for a look: it leaves, or ends a run that has not begun."""
        return self.leaves or (self.told is not None and not self.state.step)

    @property
    def look_is_due(self) -> bool:
        """Whether the step that the run is at ends with a look."""
        state = self.state
        return state.step % self.settings.validate_every == 0 or state.step >= state.total_steps

    @property
    def look_is_missing(self) -> bool:
        """Whether a look is due where the run is, and was not made."""
        return self.look_is_due and self.state.last_look not in (UNKNOWN, self.state.step)

    def looks_now(self) -> bool:
        if self.watch.is_short():
            self.is_short_of_memory = True
        return self.look_is_due or self.told is Command.STOP or self.is_short_of_memory

    @property
    def reason(self) -> StopReason | None:
        """Why the run is over; None while it is not."""
        state, patience = self.state, self.settings.patience
        if self.leaves:
            return StopReason.LEFT
        if self.told is Command.STOP:
            return StopReason.COMMAND
        if self.is_short_of_memory:
            return StopReason.MEMORY
        if state.step >= state.total_steps and not self.look_is_missing:
            return StopReason.BUDGET
        if patience and state.without_improvement >= patience:
            return StopReason.NO_IMPROVEMENT
        return None

    # What takes long

    def aside(self, work: Callable[[], T], event: Event, gives_up: Callable[[], bool]) -> Answer[T | None]:
        """What comes of work that cannot be interrupted; None where the driver would not wait for it."""
        working = alongside(work)
        try:
            while not gives_up():
                next(working)
                yield from self.tell(event)
        except StopIteration as stop:
            result: T = stop.value
            return result
        finally:
            working.close()
        return None

    def written(self, write: Callable[[], object], size: int) -> Answer[bool]:
        """Write `size` bytes, as soon as there is room for them; False where the driver would rather end the run."""
        while True:
            try:
                write()
                return True
            except KnownError as error:
                if not error.passes:
                    raise
                yield from self.tell(Waiting.for_end_of(error, self.folder, size))
            if self.told is not None:
                return False
            time.sleep(SECONDS_BETWEEN_TRIES)

    def save(self, *, is_best: bool) -> Answer[bool]:
        """Keep the run as it is; False where there was no room for it, and the driver would rather end the run."""
        state, network, beside = self.state, self.learner.network, self.learner.beside
        folder = checkpoint_folder(self.folder, state.step)
        optimizer = self.learner.optimizer if state.step else None
        size = checkpoint.size(network, optimizer, beside)
        if not (yield from self.written(lambda: checkpoint.save(folder, network, optimizer, state, beside), size)):
            return False
        # Older ones go only when this one has been recorded, so that there always is one to continue from.
        yield from self.tell(CheckpointSaved(state.step, folder, is_best))
        # The one before this is what a run goes on from should this one be damaged.
        self.saved = [*self.saved[-1:], folder]
        best = {state.best_step, *(step for _, step in state.best_of.values())}
        checkpoint.prune(folder.parent, keep=[*self.saved, *(checkpoint_folder(self.folder, step) for step in best)])
        return True
