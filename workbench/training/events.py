"""What a training loop tells while it runs, and what it can be told. All values are frozen and picklable."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from workbench.messages.errors import KnownError
from workbench.messages.message import Message, Size, message
from workbench.values.prediction import Sample
from workbench.values.progress import Progress


class Command(StrEnum):
    """What the driver of a loop may send into it."""

    STOP = "stop"  # end after this step with a last validation, keeping everything
    LEAVE = "leave"  # end after this step, to go on from just there later as if nothing had happened


class Stage(StrEnum):
    """What happens before the first step."""

    LOADING_MODEL = "loading_model"
    ENCODING_TEXT = "encoding_text"
    WAITING_FOR_PLACE = "waiting_for_place"  # elsewhere: until there is room, and it has begun
    READING_EXAMPLES = "reading_examples"  # once, by a network that rests while its head learns
    MEASURING_BASE = "measuring_base"  # the validation loss before any training
    COMPILING = "compiling"
    MEASURING_MEMORY = "measuring_memory"  # in a process apart, where it might not fit


class StopReason(StrEnum):
    BUDGET = "budget"
    NO_IMPROVEMENT = "no_improvement"  # early stopping
    COMMAND = "command"
    LEFT = "left"  # to go on another time
    MEMORY = "memory"  # the computer was about to run out of it


@dataclass(frozen=True)
class Preparing:
    stage: Stage
    progress: Progress | None = None  # of the stage, where that is known


class Obstacle(StrEnum):
    """What a run waits for, to go on by itself when it is over."""

    DATABASE = "database"  # another program holds it
    DISK = "disk"  # it is full


@dataclass(frozen=True)
class Waiting:
    """The run stands still; told again and again until it does not."""

    obstacle: Obstacle
    folder: Path
    missing: int | None = None  # bytes, where that is known

    @classmethod
    def for_end_of(cls, error: KnownError, folder: Path, needed: int = 0) -> Waiting:
        """`error` is one that passes; `needed` bytes are to be written in `folder`."""
        if error.code == "project.busy":
            return cls(Obstacle.DATABASE, folder)
        missing = needed - shutil.disk_usage(folder).free
        return cls(Obstacle.DISK, folder, missing if missing > 0 else None)

    @property
    def reason(self) -> KnownError:
        if self.obstacle is Obstacle.DATABASE:
            return KnownError("run.waits_for_database", folder=self.folder)
        if self.missing is None:
            return KnownError("run.waits_for_room", folder=self.folder)
        return KnownError("run.waits_for_bytes", folder=self.folder, missing=Size(self.missing))


@dataclass(frozen=True)
class CheckpointPassedOver:
    """The checkpoint of `step` is damaged; the run goes on from that of `used`, or anew where that is 0."""

    step: int
    used: int


@dataclass(frozen=True)
class TextRemarked:
    """What of a text is not read as the run learns it, and how much of it."""

    remark: Message


@dataclass(frozen=True)
class MemoryMeasured:
    """What a step of full size takes at its height, tried before the first."""

    step_bytes: int
    held_bytes: int  # between steps: weights and optimizer


@dataclass(frozen=True)
class Arrived:
    """It learns elsewhere, with these `versions` on that `hardware`; `otherwise` says where it began on other."""

    versions: Mapping[str, str]
    hardware: Mapping[str, str]
    otherwise: Message | None = None


@dataclass(frozen=True)
class AtWork:
    """Nothing new from a place that learns by itself; told again and again, so that its driver can do other things."""


@dataclass(frozen=True)
class WentOn:
    """The place is gone where the run learnt, for that `reason`; it goes on from the checkpoint of `step`, or anew."""

    reason: Message | str
    step: int

    @property
    def said(self) -> Message:
        if not self.step:
            return message("place.began_anew", reason=self.reason)
        return message("place.went_on", reason=self.reason, step=self.step)


@dataclass(frozen=True)
class StepMeasured:
    """One step of learning: `step` of `total_steps`, counted from 1."""

    step: int
    total_steps: int
    loss: float  # nats per token, on the step's batch, before the step
    learning_rate: float
    gradient_norm: float  # before clipping
    tokens_per_second: float
    seconds: float  # of the run so far
    seconds_left: float | None  # estimated; of training and validating; None until a step's time is known
    part: str = ""  # which of several things it learnt from; empty where it learns one alone


@dataclass(frozen=True)
class Looking:
    """It measures how well it predicts the validation text after `step`; told after each batch of that."""

    step: int
    progress: Progress


@dataclass(frozen=True)
class Validated:
    """Mean loss on the validation text, in nats per token; step 0 is the base model."""

    step: int
    loss: float
    is_best: bool
    seconds: float
    figures: Mapping[str, float] = field(default_factory=dict)  # what else a task measures, as TASK/FIGURE


@dataclass(frozen=True)
class SampleWritten:
    sample: Sample


@dataclass(frozen=True)
class CheckpointSaved:
    """`is_best`: it is the run's model until a better one is saved; the first is what the run began from (step 0)."""

    step: int
    folder: Path
    is_best: bool


@dataclass(frozen=True)
class Finished:
    """Losses in nats per token; `best_loss` is that of the checkpoint of `best_step`, which is the run's model."""

    step: int
    reason: StopReason
    base_loss: float
    best_loss: float
    best_step: int  # 0: what it began from
    final_loss: float
    seconds: float


Event = (
    Preparing
    | Waiting
    | CheckpointPassedOver
    | TextRemarked
    | MemoryMeasured
    | Arrived
    | AtWork
    | WentOn
    | StepMeasured
    | Looking
    | Validated
    | SampleWritten
    | CheckpointSaved
    | Finished
)
