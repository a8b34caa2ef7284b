"""What a curve does, in a sentence: for who does not see it, and for who wants its numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from workbench.messages.message import Message, as_list, message

STILL = 0.01  # of its size: a curve whose values differ by less stays as it is
TURN = 0.05  # of all that a curve moves: by less than this it has not turned
DIGITS = 4  # that mean something

Floats = Sequence[float] | npt.NDArray[np.float64]


def shape(x: Floats, y: Floats) -> Message | None:
    """The way of a curve from its first point to its last, and its lowest and highest where it has turned there.

    `x` and `y` [points] are finite, and in the order of drawing. None where there are no points.
    """
    xs, ys = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    if not len(ys):
        return None
    start, end, first, last = (_told(value) for value in (xs[0], xs[-1], ys[0], ys[-1]))
    if len(ys) == 1:
        return message("curve.point", value=last, at=end)
    low, high = float(ys.min()), float(ys.max())
    moves = high - low
    if moves <= STILL * max(abs(low), abs(high)):
        return message("curve.stays", value=last, start=start, end=end)
    if abs(ys[-1] - ys[0]) <= TURN * moves:
        way = [message("curve.returns", first=first, last=last, start=start, end=end)]
    elif ys[-1] < ys[0]:
        way = [message("curve.falls", first=first, last=last, start=start, end=end)]
    else:
        way = [message("curve.rises", first=first, last=last, start=start, end=end)]
    if min(ys[0], ys[-1]) - low > TURN * moves:
        way.append(message("curve.lowest", value=_told(low), at=_told(xs[ys.argmin()])))
    if high - max(ys[0], ys[-1]) > TURN * moves:
        way.append(message("curve.highest", value=_told(high), at=_told(xs[ys.argmax()])))
    return as_list(way)


def _told(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")
