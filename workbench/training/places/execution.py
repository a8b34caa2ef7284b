"""A run that learns in this process for another one, which asks for one thing after the other that it tells."""

from __future__ import annotations

import time
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from workbench.messages.errors import KnownError
from workbench.messages.message import Message
from workbench.models.language_model import device, open_architecture
from workbench.training.checkpoint import START
from workbench.training.events import Arrived, CheckpointSaved, Command, Event
from workbench.training.learner import Learner
from workbench.training.loop import fine_tune
from workbench.training.places.assignment import ARCHITECTURE, Assignment
from workbench.training.places.several import LeadingLearner, dismiss, follow
from workbench.training.surroundings import hardware, versions
from workbench.training.workers import WorkerLostError, Workers


@dataclass(frozen=True)
class Go:
    """Go on with the run, with what its driver has said to what it told last."""

    command: Command | None = None
    seconds: float = 0.0  # for which it may go on before it tells what has happened


@dataclass(frozen=True)
class Ask:
    """What the network knows just now."""


@dataclass(frozen=True, eq=False)
class Told:
    """What has happened since it was told to go on. A checkpoint is the last of it: nothing goes on until it is kept.

    Where the two processes do not see the same folder, `files` are those of a checkpoint, by their names in the run's
    folder, and `kept` are the checkpoints that the run needs yet.
    """

    events: tuple[Event, ...]
    is_over: bool = False
    error: Message | None = None  # why, where it failed
    unforeseen: tuple[str, str] | None = None  # where nobody foresaw that: in a line, and as Python says it
    lost: str | None = None  # why, where another of its workers is gone
    files: Mapping[str, np.ndarray] = field(default_factory=dict)
    kept: tuple[str, ...] | None = None


@dataclass(frozen=True, eq=False)
class Weights:
    """Those of the network after `step`."""

    step: int
    arrays: tuple[np.ndarray, ...]


class Execution:
    def __init__(
        self, assignment: Assignment, folder: Path, *, sends_files: bool, workers: Workers | None = None
    ) -> None:
        """`folder` is the run's, as `assignment` lays it out where only this process sees it (`sends_files`).

        Of several `workers`, this one leads.
        """
        self._sends_files = sends_files
        self._folder = folder
        if sends_files:
            assignment.laid_out(folder)
        self._workers = workers
        self._learner = _learner(assignment, folder, workers)
        self._checkpoints = folder / "checkpoints"
        self._loop = fine_tune(
            self._learner,
            assignment.text,
            folder,
            samples=assignment.task.probe(self._learner, assignment.prompts),
            start=None if assignment.start is None else self._checkpoints / assignment.start,
            total_steps=assignment.total_steps,
        )
        self._has_begun = False
        self._step = 0

    def go_on(self, go: Go) -> Told:
        events: list[Event] = []
        command, end = go.command, time.monotonic() + go.seconds
        while True:
            try:
                # A generator takes no message before its first event.
                event = self._loop.send(command) if self._has_begun else next(self._loop)
            except StopIteration:
                dismiss(self._workers)
                return Told(tuple(events), is_over=True)
            except Exception as error:
                dismiss(self._workers)
                return failed(error, tuple(events))
            if not self._has_begun:
                events.append(Arrived(versions(), hardware(device())))
            self._has_begun, command = True, None
            self._step = getattr(event, "step", self._step)
            events.append(event)
            if isinstance(event, CheckpointSaved) or time.monotonic() >= end:
                return self._told(tuple(events))

    def weights(self) -> Weights:
        return Weights(self._step, tuple(np.asarray(each) for each in self._learner.network.weights))

    def _told(self, events: tuple[Event, ...]) -> Told:
        if not self._sends_files:
            return Told(events)
        files: list[Path] = []
        if isinstance(saved := events[-1], CheckpointSaved):
            files = [*saved.folder.iterdir(), *(each for each in [self._folder / START] if each.is_file())]
        named = {each.relative_to(self._folder).as_posix(): np.fromfile(each, np.uint8) for each in files}
        return Told(events, files=named, kept=tuple(each.name for each in self._checkpoints.glob("step-*")))


def follow_in(assignment: Assignment, folder: Path, workers: Workers) -> None:
    """Help to make the steps of a run that another worker drives, until it is over. Raises WorkerLostError."""
    learner = _learner(assignment, folder, workers)
    follow(learner, learner.dataset(assignment.text), workers)


def failed(error: Exception, events: tuple[Event, ...] = ()) -> Told:
    if isinstance(error, WorkerLostError):
        return Told(events, is_over=True, lost=str(error))
    if isinstance(error, KnownError):
        return Told(events, is_over=True, error=error.message)
    trace = "".join(traceback.format_exception(error))
    return Told(events, is_over=True, unforeseen=(f"{type(error).__name__}: {error}", trace))


def _learner(assignment: Assignment, folder: Path, workers: Workers | None) -> Learner:
    model = open_architecture(folder / ARCHITECTURE)
    if assignment.start is None:
        for variable, value in zip(model.network.weights, assignment.weights, strict=True):
            variable.assign(value)
    made = LeadingLearner if workers is not None and workers.leads else Learner
    return made(model, assignment.settings, assignment.task, workers)
