"""A network that teaches: what it says of rows of tokens, kept on disk, so that of each row it is asked once."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.ground.files import write_atomically
from workbench.messages.errors import disk_error
from workbench.models.compiled import compiled
from workbench.tasks.heads import LABELS
from workbench.tasks.task import Task

if TYPE_CHECKING:
    import keras

_MOST_BYTES = 8 << 30  # of a file; what is beyond is asked again each time it is read
_NAME_BYTES = 16  # of a row's hash


class NetworkTeacher:
    """Whatever comes from it went through the file's numbers, so that a run goes on with the same bits."""

    def __init__(
        self, network: keras.Model, task: Task, kept: int, temperature: float, folder: Path,
        order: Sequence[int] | None = None,
    ) -> None:  # fmt: skip
        """`kept` answers of each place; `folder` is where they are kept, a file for each length of rows. `order` says
        at which place of the network's answers each of the student's is, where that is another."""
        import tensorflow as tf

        self._kept, self._folder = kept, folder
        self._files: dict[int, _Kept] = {}

        @compiled(network)
        def log_chances(rows: Any) -> Any:
            outputs = network(task.feed(rows), training=False)
            outputs = outputs[LABELS] if isinstance(outputs, dict) else outputs
            outputs = outputs if order is None else tf.gather(outputs, list(order), axis=-1)
            return tf.nn.log_softmax(tf.cast(outputs, tf.float32) / temperature)

        self._log_chances = log_chances

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
