"""Matrices that are nearly all zeros, as rows of the columns that are not: products with them, in NumPy alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

_AT_ONCE = 16_384  # numbers that are multiplied before they are added up: what is in between stays near the processor


@dataclass(frozen=True, eq=False)
class SparseRows:
    """The numbers row after row; of each its column. No row is empty, nor any column that `columns` counts."""

    values: np.ndarray  # float32
    places: np.ndarray  # the column of each value
    starts: np.ndarray  # where each row begins
    columns: int

    @classmethod
    def of(cls, rows: Iterable[Sequence[tuple[int, float]]], columns: int) -> SparseRows:
        """Each row as its columns and their numbers."""
        places, values, sizes = [], [], []
        for row in rows:
            sizes.append(len(row))
            for place, value in row:
                places.append(place)
                values.append(value)
        starts = np.cumsum([0, *sizes[:-1]])
        return cls(np.array(values, np.float32), np.array(places, np.int32), starts, columns)

    def __len__(self) -> int:
        return len(self.starts)

    def times(self, matrix: np.ndarray) -> np.ndarray:
        """The product with a matrix that has a row for each column of this one."""
        matrix = matrix.astype(np.float32)
        found = np.empty((len(self), matrix.shape[1]), np.float32)
        for first, last in self._blocks:
            start = self.starts[first]
            end = self.starts[last] if last < len(self) else len(self.values)
            parts = np.take(matrix, self.places[start:end], axis=0)
            parts *= self.values[start:end, None]
            np.add.reduceat(parts, self.starts[first:last] - start, axis=0, out=found[first:last])
        return found.astype(np.float64)

    @cached_property
    def transposed(self) -> SparseRows:
        order = np.argsort(self.places, kind="stable")
        sizes = np.diff(self.starts, append=len(self.values))
        rows = np.repeat(np.arange(len(self), dtype=np.int32), sizes)
        starts = np.searchsorted(self.places[order], np.arange(self.columns))
        return SparseRows(self.values[order], rows[order], starts, len(self))

    @cached_property
    def squares(self) -> np.ndarray:
        """Of each row, the sum of the squared numbers."""
        found: np.ndarray = np.add.reduceat(self.values.astype(np.float64) ** 2, self.starts)
        return found

    @cached_property
    def _blocks(self) -> list[tuple[int, int]]:
        """Rows that are multiplied at once, from the first to before the last."""
        cuts = np.searchsorted(self.starts, np.arange(_AT_ONCE, len(self.values), _AT_ONCE))
        bounds = np.unique([0, *cuts, len(self)])
        return [(int(first), int(last)) for first, last in pairwise(bounds)]
