"""Points that keep arriving, in NumPy buffers that double when full: appending costs the same at any length."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


class GrowingCurve:
    """The finite points of one curve, in the order they came; a value that is not finite is left out."""

    def __init__(self) -> None:
        self._points = np.empty((2, 64))
        self._length = 0

    def __len__(self) -> int:
        return self._length

    @property
    def x(self) -> Floats:
        """A view, valid until the next `extend`."""
        return self._points[0, : self._length]

    @property
    def y(self) -> Floats:
        """A view, valid until the next `extend`."""
        return self._points[1, : self._length]

    @property
    def is_whole(self) -> bool:
        """Whether its x look like steps or words, of which there are no parts; of very many some are looked at."""
        return bool((self.x[:: max(1, self._length // 64)] % 1 == 0).all())

    def extend(self, x: Sequence[float] | Floats, y: Sequence[float] | Floats) -> None:
        points = np.array([x, y], dtype=np.float64)
        points = points[:, np.isfinite(points).all(axis=0)]
        length = self._length + points.shape[1]
        if length > self._points.shape[1]:
            grown = np.empty((2, max(length, 2 * self._points.shape[1])))
            grown[:, : self._length] = self._points[:, : self._length]
            self._points = grown
        self._points[:, self._length : length] = points
        self._length = length

    def drawable(self, *logarithmic: bool) -> tuple[Floats, Floats]:
        """The points that have a place: no axis that is `logarithmic`, of x and of y, has one for 0 or less."""
        seen = np.ones(self._length, dtype=bool)
        for points, log in zip((self.x, self.y), logarithmic, strict=True):
            if log:
                seen &= points > 0
        return (self.x, self.y) if seen.all() else (self.x[seen], self.y[seen])

    def clear(self) -> None:
        self._length = 0


class Smoother:
    """An exponential moving average that starts without a bias towards zero (Kingma & Ba, Adam, 2015, section 3)."""

    def __init__(self, memory: float = 0.9) -> None:
        self._memory = memory
        self._sum = 0.0
        self._weight = 0.0

    def extend(self, values: Sequence[float] | Floats) -> list[float]:
        """The averages after each of `values`; one that is not finite is passed on and forgotten."""
        return [self._next(float(value)) for value in values]

    def _next(self, value: float) -> float:
        if not np.isfinite(value):
            return value
        self._sum = self._memory * self._sum + (1 - self._memory) * value
        self._weight = self._memory * self._weight + (1 - self._memory)
        return self._sum / self._weight
