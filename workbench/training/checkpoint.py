"""A saved state of a run: weights, optimizer and progress in one folder that is either whole or absent."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.ground.files import new_folder, usual_rights, write_atomically
from workbench.messages.errors import KnownError, disk_error

if TYPE_CHECKING:
    import keras

UNKNOWN = -1
START = "start.safetensors"
WEIGHTS, OPTIMIZER, STATE = "weights.safetensors", "optimizer.safetensors", "state.json"


@dataclass(frozen=True)
class TrainingState:
    """Everything that a run must remember beside its weights; losses in nats per token."""

    step: int
    total_steps: int
    base_loss: float
    best_loss: float
    best_step: int
    last_loss: float
    without_improvement: int  # validations since the best one
    seconds: float
    seed: int = 0  # for a person who looks inside; a run's own is in its settings
    first_end: int = 0  # the steps that were planned before it went on beyond its end; 0: it did not
    last_look: int = UNKNOWN  # the step of the last look at the validation text, if that is known
    # Of a run that learns several things at once: of each the lowest loss, and the step that it was at.
    best_of: Mapping[str, tuple[float, int]] = field(default_factory=dict)


def save(
    folder: Path,
    network: keras.Model,
    optimizer: keras.optimizers.Optimizer | None,
    state: TrainingState,
    beside: Sequence[keras.Variable] = (),
) -> None:
    """Write the checkpoint under a temporary name, then rename it; `beside` is what else going on needs.

    Before the first step there is no `optimizer` to keep, nor anything beside it: all of that comes from the seed.
    Raises KnownError("disk.full" or "disk.failed").
    """
    if folder.exists():  # a step that was repeated after resuming
        shutil.rmtree(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with new_folder(folder) as draft:
        parts = {WEIGHTS: network.weights}
        if optimizer is not None:
            parts[OPTIMIZER] = [*optimizer.variables, *beside]
        fields = dataclasses.asdict(state)
        hashes = {STATE: _sha256_of(fields)}
        for name, variables in parts.items():
            _write(draft / name, [(variable.path, variable) for variable in variables])
            hashes[name] = _sha256(draft / name)
        content = {**fields, "sha256": hashes}
        (draft / STATE).write_text(json.dumps(content, indent=2), encoding="utf-8")


def size(
    network: keras.Model, optimizer: keras.optimizers.Optimizer | None, beside: Sequence[keras.Variable] = ()
) -> int:
    """Bytes that `save` will write, but for some hundreds."""
    return bytes_of([*network.weights, *(optimizer.variables if optimizer is not None else ()), *beside])


def bytes_of(variables: Sequence[keras.Variable]) -> int:
    return sum(int(np.prod(variable.shape)) * np.dtype(variable.dtype).itemsize for variable in variables)


def load_weights(folder: Path, network: keras.Model) -> None:
    """Fill `network` from the checkpoint. Raises KnownError("checkpoint.damaged") where it is not what was saved."""
    _check(folder, WEIGHTS)
    _read(folder / WEIGHTS, network.weights)


def load(
    folder: Path,
    network: keras.Model,
    optimizer: keras.optimizers.Optimizer,
    beside: Sequence[keras.Variable] = (),
) -> TrainingState:
    """Fill network, optimizer and what was saved `beside` them; returns the rest.

    Raises KnownError("checkpoint.damaged").
    """
    state = read_state(folder)
    load_weights(folder, network)
    if state.step:  # before, the optimizer is as empty as it was
        _check(folder, OPTIMIZER)
        _read(folder / OPTIMIZER, [*optimizer.variables, *beside])
    return state


def saved_arrays(folder: Path, name: str, wanted: Callable[[str], object]) -> dict[str, np.ndarray]:
    """What WEIGHTS or OPTIMIZER has under the paths that are `wanted`, by path.

    Raises KnownError("checkpoint.damaged") where the file is not what was saved.
    """
    from safetensors import SafetensorError, safe_open

    _check(folder, name)
    try:
        with safe_open(folder / name, framework="numpy") as opened:
            paths = {key.partition("/")[2]: key for key in opened.keys()}  # noqa: SIM118
            return {path: opened.get_tensor(key) for path, key in paths.items() if wanted(path)}
    except (SafetensorError, OSError) as error:
        raise KnownError("checkpoint.damaged", folder=folder) from error


def read_state(folder: Path) -> TrainingState:
    """How far the run had come. Raises KnownError("checkpoint.damaged") where that is not what was saved."""
    fields = _content(folder)
    hashes = fields.pop("sha256")
    is_known = hashes.keys() <= {STATE, WEIGHTS, OPTIMIZER}
    if not is_known or hashes.get(STATE, _sha256_of(fields)) != _sha256_of(fields):  # older versions kept none of it
        raise KnownError("checkpoint.damaged", folder=folder)
    try:
        return TrainingState(**fields)
    except TypeError as error:
        raise KnownError("checkpoint.damaged", folder=folder) from error


def save_start(run_folder: Path, variables: Sequence[keras.Variable]) -> list[np.ndarray]:
    """Keep where `variables` began, for the run and its continuations. Raises KnownError("disk.…")."""
    from safetensors.numpy import save

    values = [np.asarray(variable) for variable in variables]
    run_folder.mkdir(parents=True, exist_ok=True)
    write_atomically(run_folder / START, save({f"{number:04d}": value for number, value in enumerate(values)}))
    return values


def load_start(run_folder: Path) -> list[np.ndarray]:
    """What `save_start` kept. Raises KnownError("checkpoint.damaged")."""
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    try:
        return [value for _, value in sorted(load_file(run_folder / START).items())]
    except (SafetensorError, OSError) as error:
        raise KnownError("checkpoint.damaged", folder=run_folder) from error


def prune(folder: Path, keep: Sequence[Path]) -> None:
    """Delete the checkpoints in `folder` that are not in `keep`; renamed first, so that none is ever half there."""
    for old in folder.glob("step-*"):
        if old not in keep:
            trash = old.rename(old.with_name(f".{old.name}.trash"))
            shutil.rmtree(trash, ignore_errors=True)


def is_intact(folder: Path) -> bool:
    """Whether everything that was saved is there unchanged."""
    try:
        state = read_state(folder)
        for name in (WEIGHTS, OPTIMIZER) if state.step else (WEIGHTS,):
            _check(folder, name)
    except KnownError:
        return False
    return True


def checkpoint_folder(run_folder: Path, step: int) -> Path:
    return run_folder / "checkpoints" / f"step-{step:08d}"


def _write(file: Path, values: Sequence[tuple[str, Any]]) -> None:
    from safetensors import SafetensorError
    from safetensors.numpy import save_file

    # The number keeps the order; the path is for a person who looks inside (Keras may name a layer anew each time).
    arrays = {f"{number:04d}/{path}": np.atleast_1d(np.asarray(v)) for number, (path, v) in enumerate(values)}
    try:
        with usual_rights(file):
            save_file(arrays, file)
    except SafetensorError as error:
        # The library hides the errno in its text.
        full = any(f"os error {number}" in str(error) for number in (27, 28, 122))
        if full:
            raise KnownError("disk.full", path=file.parent.parent) from error
        raise KnownError("disk.failed", path=file.parent.parent, detail=error) from error
    except OSError as error:
        raise disk_error(error, file.parent.parent) from error


def _read(file: Path, variables: Sequence[Any]) -> None:
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    try:
        arrays = load_file(file)
        for key, variable in zip(sorted(arrays), variables, strict=True):
            variable.assign(arrays[key].reshape(variable.shape))
    except (SafetensorError, OSError, ValueError) as error:
        raise KnownError("checkpoint.damaged", folder=file.parent) from error


def _content(folder: Path) -> dict[str, Any]:
    """What is in the file of the state: its fields, and the hash of each part."""
    try:
        content: dict[str, Any] = json.loads((folder / STATE).read_text(encoding="utf-8"))
        if isinstance(content["sha256"], dict):
            return content
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KnownError("checkpoint.damaged", folder=folder) from error
    raise KnownError("checkpoint.damaged", folder=folder)


def _check(folder: Path, name: str) -> None:
    """Compare the file with the hash that was stored beside it."""
    expected = _content(folder)["sha256"].get(name)
    if not (folder / name).is_file() or _sha256(folder / name) != expected:
        raise KnownError("checkpoint.damaged", folder=folder)


def _sha256_of(fields: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
