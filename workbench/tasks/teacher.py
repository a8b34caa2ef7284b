"""A network that teaches: what it says of rows of tokens, kept on disk, so that of each row it is asked once."""

from __future__ import annotations

import atexit
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.ground.files import write_atomically
from workbench.messages.errors import disk_error
from workbench.models.compiled import compiled
from workbench.models.language_model import LanguageModel, open_architecture
from workbench.tasks.heads import LABELS
from workbench.tasks.task import Task
from workbench.tasks.together import network_of
from workbench.values.fine_tuning import FineTuning

if TYPE_CHECKING:
    import keras

_MOST_BYTES = 8 << 30  # of a file; what is beyond is asked again each time it is read
_NAME_BYTES = 16  # of a row's hash


@dataclass(frozen=True, eq=False)
class Whose:
    """The network that teaches, by what it can be made of in another process."""

    model: LanguageModel
    network: keras.Model  # the model's own, or that with the heads of a run
    learnt: Task | None = None  # what that run learnt
    settings: FineTuning | None = None  # it learnt with
    part: str = ""  # of several things, the one that it is asked for

    @property
    def answering(self) -> keras.Model:
        return network_of(self.network, self.part) if self.part else self.network


class NetworkTeacher:
    """Whatever comes from it went through the file's numbers, so that a run goes on with the same bits.

    On its way to another process it goes as the files that describe its model, and the weights.
    """

    def __init__(
        self, whose: Whose, task: Task, kept: int, temperature: float, folder: Path, order: Sequence[int] | None = None
    ) -> None:
        """`kept` answers of each place; `folder` is where they are kept, a file for each length of rows. `order` says
        at which place of the network's answers each of the student's is, where that is another."""
        import tensorflow as tf

        self._described = whose, task, kept, temperature, folder, order
        self._kept, self._folder = kept, folder
        self._files: dict[int, _Kept] = {}
        network = whose.answering

        @compiled(network)
        def log_chances(rows: Any) -> Any:
            outputs = network(task.feed(rows), training=False)
            outputs = outputs[LABELS] if isinstance(outputs, dict) else outputs
            outputs = outputs if order is None else tf.gather(outputs, list(order), axis=-1)
            return tf.nn.log_softmax(tf.cast(outputs, tf.float32) / temperature)

        self._log_chances = log_chances

    def __reduce__(self) -> tuple[Callable[..., NetworkTeacher], tuple[Any, ...]]:
        whose, *others = self._described
        architecture = whose.model.architecture
        weights = tuple(np.asarray(each) for each in whose.network.weights)
        return _arrived, (architecture, weights, whose.learnt, whose.settings, whose.part, *others)

    def told(self, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """See `Teacher.told`. Raises KnownError("disk.…")."""
        kept = self._kept_of(rows.shape[1])
        names = [hashlib.blake2b(row.tobytes(), digest_size=_NAME_BYTES).digest() for row in rows]
        records = kept.read(names)
        if len(records) < len(set(names)):
            try:
                records |= kept.add({name: said for name, said in self._ask(rows, names) if name not in records})
            except OSError as error:
                raise disk_error(error, self._folder) from error
        answers = np.stack([records[name]["answers"] for name in names])
        return answers, np.stack([records[name]["chances"] for name in names]).astype(np.float32)

    def _ask(self, rows: np.ndarray, names: Sequence[bytes]) -> Iterator[tuple[bytes, tuple[np.ndarray, np.ndarray]]]:
        """Of all rows, those that are known too: other shapes would be compiled anew."""
        import tensorflow as tf

        chances, answers = map(np.asarray, tf.math.top_k(self._log_chances(tf.constant(rows)), self._kept))
        return zip(names, zip(answers, chances, strict=True), strict=True)

    def _kept_of(self, length: int) -> _Kept:
        if length not in self._files:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._files[length] = _Kept(self._folder / f"{length}.rows")
        return self._files[length]


def _arrived(
    architecture: Mapping[str, bytes], weights: Sequence[np.ndarray], learnt: Task | None,
    settings: FineTuning | None, part: str, task: Task, kept: int, temperature: float, folder: Path,
    order: Sequence[int] | None,
) -> NetworkTeacher:  # fmt: skip
    """Where the run's folder is not seen, its answers are kept in one that goes with the process."""
    with tempfile.TemporaryDirectory(prefix="nextword-teacher-") as described:
        for name, content in architecture.items():
            (Path(described) / name).write_bytes(content)
        model = open_architecture(Path(described))
    network = model.network
    if learnt is not None and settings is not None:
        network = learnt.head(model, settings.within(model.context_length))
    for variable, value in zip(network.weights, weights, strict=True):
        variable.assign(value)
    if not any(each.is_dir() for each in (folder, folder.parent, folder.parent.parent)):
        folder = Path(tempfile.mkdtemp(prefix="nextword-teacher-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return NetworkTeacher(Whose(model, network, learnt, settings, part), task, kept, temperature, folder, order)


class _Kept:
    """Records of one size, one after the other: the hash of a row, the likeliest answers, their probabilities.

    They are written as they come, so that they are there where the process ends, whatever ends it; the size is that of
    the first.
    """

    def __init__(self, file: Path) -> None:
        self._shape_file, self._file = file.with_suffix(".shape"), file
        self._places: dict[bytes, int] = {}
        self._kind: np.dtype[Any] | None = None
        if self._shape_file.is_file() and file.is_file():
            self._kind = _kind(tuple(map(int, self._shape_file.read_text(encoding="ascii").split())))
            self._find()

    def has(self, names: Sequence[bytes]) -> bool:
        return all(name in self._places for name in names)

    def read(self, names: Sequence[bytes]) -> dict[bytes, Any]:
        """Those that are kept, by name."""
        found: dict[bytes, Any] = {}
        if self._kind is not None and self._places:
            with self._file.open("rb") as file:
                for name in names:
                    if name in self._places:
                        file.seek(self._places[name] * self._kind.itemsize)
                        found[name] = np.frombuffer(file.read(self._kind.itemsize), self._kind)[0]
        return found

    def add(self, answers: Mapping[bytes, tuple[np.ndarray, np.ndarray]]) -> dict[bytes, Any]:
        """The records of what is new, also where there is no room for them any more."""
        shape = next(iter(answers.values()))[0].shape
        if self._kind is None:
            write_atomically(self._shape_file, " ".join(map(str, shape)).encode())
            self._kind = _kind(shape)
        found: dict[bytes, Any] = {}
        with self._file.open("ab") as file:
            for name, (likeliest, chances) in answers.items():
                record = np.zeros(1, self._kind)
                record["name"], record["answers"], record["chances"] = np.void(name), likeliest, chances
                found[name] = record[0]
                if (len(self._places) + 1) * self._kind.itemsize <= _MOST_BYTES:
                    file.write(record.tobytes())
                    self._places[name] = len(self._places)
        return found

    def _find(self) -> None:
        """What was kept before; of what was being written when the process ended, nothing."""
        assert self._kind is not None
        size = self._kind.itemsize
        count = self._file.stat().st_size // size
        os.truncate(self._file, count * size)
        with self._file.open("rb") as file:
            for place in range(count):
                file.seek(place * size)
                self._places[file.read(_NAME_BYTES)] = place


def _kind(shape: tuple[int, ...]) -> np.dtype[Any]:
    return np.dtype([("name", f"V{_NAME_BYTES}"), ("answers", "<i4", shape), ("chances", "<f2", shape)])
