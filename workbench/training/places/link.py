"""What a place is to whoever drives a run there: a link, over which one thing after another is asked for."""

from __future__ import annotations

import logging
import time
from abc import ABC, abstractmethod
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from workbench.ground.log import LOGGER
from workbench.messages.errors import KnownError
from workbench.messages.message import Message
from workbench.models.language_model import open_architecture
from workbench.prediction.decoders import make_decoder
from workbench.tasks.task import Task
from workbench.training import checkpoint
from workbench.training.events import AtWork, CheckpointSaved, Command, Event, Finished, Preparing, Stage, StopReason
from workbench.training.loop_state import Answer
from workbench.training.places.assignment import ARCHITECTURE
from workbench.training.places.execution import Ask, Go, Told, Weights
from workbench.training.places.keeping import keep_files, keep_only
from workbench.values.fine_tuning import FineTuning

if TYPE_CHECKING:
    import keras

    from workbench.models.language_model import LanguageModel
    from workbench.prediction.decoding import Decoder

SECONDS_BETWEEN_LOOKS = 0.05
SECONDS_FOR_WEIGHTS = 1.0  # that somebody waits who asks a run which learns elsewhere
LookedFor = Told | Weights


class LostError(Exception):
    """The place is gone, with what the run has done since its last checkpoint."""

    def __init__(self, reason: KnownError, why: Message | str, patience: int = 1) -> None:
        """`reason` is what becomes of the run where it is lost more often than `patience` without getting further,
        `why` the part of a sentence that says what happened."""
        super().__init__(str(reason))
        self.reason, self.why, self.patience = reason, why, patience


WORKERS_LOST = 5  # times without getting further, that are not laid at a run's own door


class UnforeseenError(RuntimeError):
    """What nobody foresaw, in the other process."""


class Link(ABC):
    """To one execution of a run somewhere else."""

    seconds_at_once = 0.0  # for which a run goes on there before it tells what has happened

    @abstractmethod
    def send(self, request: Go | Ask) -> None:
        """Raises LostError."""

    @abstractmethod
    def answer(self, seconds: float) -> LookedFor | None:
        """The next answer, in the order of the requests; None where none has come so soon. Raises LostError."""

    @abstractmethod
    def end(self) -> None:
        """Whatever it does, at once."""


class DistantLearning:
    """A run that learns at the other end of a link, with a network here that is filled when somebody asks it."""

    def __init__(self, link: Link, folder: Path, task: Task, settings: FineTuning) -> None:
        self._link = link
        self._folder = folder
        self._settings = settings
        self.task = task
        self._told: Told | None = None  # that came while weights were waited for
        self._has_begun = False
        self._asked = False  # for weights that have not come
        self.step = 0  # that the network here is of

    # Driven

    def events(self) -> Answer[StopReason]:
        """Until it is over. Raises KnownError as the loop does, and LostError."""
        command: Command | None = None
        reason: StopReason | None = None
        try:
            while True:
                self._link.send(Go(command, self._link.seconds_at_once))
                command = None
                while (told := self._next()) is None:
                    waits = AtWork() if self._has_begun else Preparing(Stage.WAITING_FOR_PLACE)
                    command = (yield waits) or command
                self._has_begun = True
                for event in told.events:
                    if isinstance(event, Finished):
                        reason = event.reason
                    command = (yield self._brought_home(event, told.files)) or command
                _raise_error(told)
                if told.is_over:
                    assert reason is not None
                    return reason
                if told.kept is not None:
                    keep_only(self._folder, told.kept)
        finally:
            self._link.end()

    def _next(self) -> Told | None:
        if self._told is None:
            self._take(self._link.answer(SECONDS_BETWEEN_LOOKS))
        told, self._told = self._told, None
        return told

    def _take(self, answer: LookedFor | None) -> None:
        if isinstance(answer, Told):
            self._told = answer
        elif isinstance(answer, Weights):
            self._asked = False
            self.step = answer.step
            for variable, value in zip(self.network.weights, answer.arrays, strict=True):
                variable.assign(value)

    def _brought_home(self, event: Event, files: Mapping[str, np.ndarray]) -> Event:
        if not isinstance(event, CheckpointSaved):
            return event
        if files:
            keep_files(self._folder, files)
        return CheckpointSaved(event.step, checkpoint.checkpoint_folder(self._folder, event.step), event.is_best)

    # Asked, as what learns here is

    @cached_property
    def model(self) -> LanguageModel:
        return open_architecture(self._folder / ARCHITECTURE)

    @cached_property
    def network(self) -> keras.Model:
        return self.task.head(self.model, self._settings)

    @cached_property
    def decoder(self) -> Decoder:
        return make_decoder(self.model)

    @property
    def settings(self) -> FineTuning:
        return self._settings

    def catch_up(self) -> None:
        """Fill the network with what has been learnt; where that does not come soon, it stays as it was."""
        if not self._asked:
            self._link.send(Ask())
            self._asked = True
        end = time.monotonic() + SECONDS_FOR_WEIGHTS
        while self._asked and (left := end - time.monotonic()) > 0:
            self._take(self._link.answer(left))


def _raise_error(told: Told) -> None:
    if told.lost is not None:
        raise LostError(KnownError("place.worker_lost", detail=told.lost), told.lost, WORKERS_LOST)
    if told.error is not None:
        raise KnownError.of(told.error)
    if told.unforeseen is not None:
        line, trace = told.unforeseen
        logging.getLogger(LOGGER).error("A run failed in another process:\n%s", trace)
        raise UnforeseenError(line)
