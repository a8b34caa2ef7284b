"""A network that teaches: what it says of rows of tokens, kept on disk, so that of each row it is asked once."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

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

        @tf.function(jit_compile=True, autograph=False)
        def log_chances(rows: Any) -> Any:
            outputs = network(task.feed(rows), training=False)
            outputs = outputs[LABELS] if isinstance(outputs, dict) else outputs
            outputs = outputs if order is None else tf.gather(outputs, list(order), axis=-1)
            return tf.nn.log_softmax(tf.cast(outputs, tf.float32) / temperature)

        self._log_chances = log_chances

    def told(self, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """See `Teacher.told`."""
        kept = self._kept_of(rows.shape[1])
        names = [hashlib.blake2b(row.tobytes(), digest_size=_NAME_BYTES).digest() for row in rows]
        new = {} if kept.has(names) else self._asked(kept, rows, names)
        records = [new[name] if name in new else kept.read(name) for name in names]
        answers = np.stack([record["answers"] for record in records])
        return answers, np.stack([record["chances"] for record in records]).astype(np.float32)

    def _asked(self, kept: _Kept, rows: np.ndarray, names: list[bytes]) -> dict[bytes, Any]:
        """Of those rows that nothing is kept of, by name. All are asked: other shapes would be compiled anew."""
        import tensorflow as tf

        chances, answers = map(np.asarray, tf.math.top_k(self._log_chances(tf.constant(rows)), self._kept))
        found: dict[bytes, Any] = {}
        for name, own_answers, own_chances in zip(names, answers, chances, strict=True):
            if name not in found and not kept.has([name]):
                found[name] = kept.add(name, own_answers, own_chances)
        return found

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
        self._shape_file, self._file = file.with_suffix(".shape"), file.open("a+b", buffering=0)
        self._places: dict[bytes, int] = {}
        self._kind: np.dtype[Any] | None = None
        if self._shape_file.is_file():
            self._kind = _kind(tuple(map(int, self._shape_file.read_text(encoding="ascii").split())))
            self._find()

    def has(self, names: list[bytes]) -> bool:
        return all(name in self._places for name in names)

    def read(self, name: bytes) -> Any:
        assert self._kind is not None
        self._file.seek(self._places[name] * self._kind.itemsize)
        return np.frombuffer(self._file.read(self._kind.itemsize), self._kind)[0]

    def add(self, name: bytes, answers: np.ndarray, chances: np.ndarray) -> Any:
        """The record, also where there is no room for it any more."""
        if self._kind is None:
            self._shape_file.write_text(" ".join(map(str, answers.shape)), encoding="ascii")
            self._kind = _kind(answers.shape)
        record = np.zeros(1, self._kind)
        record["name"], record["answers"], record["chances"] = np.void(name), answers, chances
        if (len(self._places) + 1) * self._kind.itemsize <= _MOST_BYTES:
            self._file.write(record.tobytes())
            self._places[name] = len(self._places)
        return record[0]

    def _find(self) -> None:
        """What was kept before; of what was being written when the process ended, nothing."""
        assert self._kind is not None
        size, count = self._kind.itemsize, os.fstat(self._file.fileno()).st_size // self._kind.itemsize
        self._file.truncate(count * size)
        for place in range(count):
            self._file.seek(place * size)
            self._places[self._file.read(_NAME_BYTES)] = place


def _kind(shape: tuple[int, ...]) -> np.dtype[Any]:
    return np.dtype([("name", f"V{_NAME_BYTES}"), ("answers", "<i4", shape), ("chances", "<f2", shape)])
