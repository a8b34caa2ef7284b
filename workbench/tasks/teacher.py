"""A network that teaches: what it says of rows of tokens, kept on disk, so that of each row it is asked once."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.tasks.heads import LABELS
from workbench.tasks.task import Task

if TYPE_CHECKING:
    import keras

_MOST_BYTES = 8 << 30  # that are kept; what is beyond is asked again each time it is read
_NAME_BYTES = 16  # of a row's hash


class NetworkTeacher:
    """Whatever comes from it went through the file's numbers, so that a run goes on with the same bits.

    A run that stops keeps what was said until then: `flush` it before its checkpoint.
    """

    def __init__(self, network: keras.Model, task: Task, kept: int, temperature: float, folder: Path) -> None:
        """`kept` answers of each place; `folder` is where they are kept, a file for each length of rows."""
        import tensorflow as tf

        self._kept, self._folder = kept, folder
        self._files: dict[int, _File] = {}
        network.trainable = False

        @tf.function(jit_compile=True, autograph=False)
        def log_chances(rows: Any) -> Any:
            outputs = network(task.feed(rows), training=False)
            outputs = outputs[LABELS] if isinstance(outputs, dict) else outputs
            return tf.nn.log_softmax(tf.cast(outputs, tf.float32) / temperature)

        self._log_chances = log_chances

    def told(self, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """See `Teacher.told`."""
        import tensorflow as tf

        file = self._file(rows)
        names = [hashlib.blake2b(np.ascontiguousarray(row), digest_size=_NAME_BYTES).digest() for row in rows]
        if not all(name in file.places for name in names):
            # All rows, those that are known as well: other shapes would be compiled anew.
            chances, answers = tf.math.top_k(self._log_chances(tf.constant(rows)), self._kept)
            file.add(names, np.asarray(answers), np.asarray(chances))
        return file.read(names)

    def flush(self) -> None:
        for file in self._files.values():
            file.flush()

    def _file(self, rows: np.ndarray) -> _File:
        length = rows.shape[1]
        if length not in self._files:
            self._files[length] = _File(self._folder / f"{length}-{self._kept}", self._kept)
        return self._files[length]
