"""Checkpoints that come from another computer: whole or not at all, and no more of them than the run needs."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

import numpy as np

from workbench.ground.files import new_folder, write_atomically
from workbench.messages.errors import KnownError
from workbench.training.checkpoint import START, is_intact, prune

CHECKPOINTS = "checkpoints"


def keep_files(folder: Path, files: Mapping[str, np.ndarray]) -> None:
    """Write what came of one checkpoint into the run's `folder`.

    Raises KnownError: checkpoint.damaged where it is not what was saved there, disk.full or disk.failed.
    """
    checkpoints: dict[str, dict[str, np.ndarray]] = {}
    for name, content in files.items():
        match PurePosixPath(name).parts:
            case (single,) if single == START:
                write_atomically(folder / START, content.tobytes())
            case (first, checkpoint, file) if first == CHECKPOINTS and checkpoint.startswith("step-"):
                checkpoints.setdefault(checkpoint, {})[file] = content
            case _:  # nothing else lies in a run's folder that learning makes
                raise KnownError("checkpoint.damaged", folder=folder)
    for checkpoint, contents in checkpoints.items():
        target = folder / CHECKPOINTS / checkpoint
        if target.exists():  # a step that was repeated after resuming
            shutil.rmtree(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        with new_folder(target) as draft:
            for file, content in contents.items():
                (draft / file).write_bytes(content.tobytes())
            if not is_intact(draft):
                raise KnownError("checkpoint.damaged", folder=target)


def keep_only(folder: Path, kept: Sequence[str]) -> None:
    """Delete the checkpoints that the run does not need any more; `kept` are names."""
    prune(folder / CHECKPOINTS, [folder / CHECKPOINTS / name for name in kept])
