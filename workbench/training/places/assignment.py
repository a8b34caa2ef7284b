"""A run as a place gets it: whatever decides what it learns, with nothing of the project that it belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from workbench.ground.files import write_atomically
from workbench.tasks.task import Task, Text
from workbench.training.checkpoint import START
from workbench.values.fine_tuning import FineTuning

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel

ARCHITECTURE = "model"  # in a run's folder


@dataclass(frozen=True, eq=False)
class Work:
    """A run that is ready to learn, in the process of whoever wants it."""

    model: LanguageModel  # with the weights to begin with, where there is no `start`
    task: Task
    text: Text
    settings: FineTuning
    folder: Path  # the run's
    prompts: Sequence[str] = ()
    start: Path | None = None  # the checkpoint that it goes on from
    total_steps: int | None = None  # where a run ends that goes on beyond its budget


@dataclass(frozen=True, eq=False)
class Assignment:
    """The same for another process: `model` as the files that describe it and the weights."""

    architecture: Mapping[str, bytes]
    weights: tuple[np.ndarray, ...]  # to begin with; none where there is a `start`
    task: Task
    text: Text
    settings: FineTuning
    prompts: tuple[str, ...]
    start: str | None  # the name of a checkpoint
    total_steps: int | None
    files: Mapping[str, np.ndarray] = field(default_factory=dict)  # of the run's folder, where that is not seen: uint8
    kept: tuple[str, ...] = ()  # the names of the checkpoints that there are

    @classmethod
    def of(cls, work: Work, *, with_files: bool) -> Assignment:
        """`with_files`: the place does not see the run's folder."""
        architecture = work.folder / ARCHITECTURE
        files, start = {}, work.start
        if with_files:
            for each in (*(start.iterdir() if start else ()), work.folder / START):
                if each.is_file():
                    files[each.relative_to(work.folder).as_posix()] = np.fromfile(each, np.uint8)
        return cls(
            {each.name: each.read_bytes() for each in architecture.iterdir() if each.is_file()},
            () if start else tuple(np.asarray(each) for each in work.model.network.weights),
            work.task, work.text, work.settings, tuple(work.prompts),
            start.name if start else None, work.total_steps, files,
            tuple(each.name for each in start.parent.glob("step-*")) if start else (),
        )  # fmt: skip

    def laid_out(self, folder: Path) -> None:
        """Make `folder` the run's, as far as its loop looks there."""
        checkpoints = folder / "checkpoints"
        for name in self.kept:  # a run asks whether its best one is there, and reads none but that it begins with
            (checkpoints / name).mkdir(parents=True, exist_ok=True)
        for name, content in self.files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            write_atomically(folder / name, content.tobytes())
        (folder / ARCHITECTURE).mkdir(parents=True, exist_ok=True)
        for name, description in self.architecture.items():
            write_atomically(folder / ARCHITECTURE / name, description)
