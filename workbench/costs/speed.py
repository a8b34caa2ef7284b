"""How fast this computer is at what training is made of, found out in a few seconds and remembered from then on."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from itertools import cycle
from typing import Any

import numpy as np

from workbench.costs.computer import memory_file, remember_speed, remembered_speed
from workbench.costs.fit import Speed
from workbench.values.methods import Precision

SIDE = 768  # of the product of matrices
NUMBERS = 2**24  # more than the caches of a processor hold, as a step's are
PARTS = 4  # that they are gone through in, so that one fits between two turns of another program
SECONDS = 0.12  # for each of what is tried, in a round
FASTER, SETTLED, MOST_ROUNDS = 1.03, 4, 30  # rounds go on until so many of them made nothing so many times faster
TIMES = 3  # that a computer is measured, once a start: the first time it may have had much else to do

_known: dict[str, Speed] = {}  # by where it is remembered; one figure for as long as the process lives


def measured_speed() -> Speed:
    """This computer's, as an earlier start measured it; else it takes a few seconds on TensorFlow's own thread."""
    found = known_speed()
    if found is None:
        found = _known[str(memory_file())] = measure()
        remember_speed(found)
    return found


def known_speed() -> Speed | None:
    """This computer's if it was measured, now or in an earlier start; takes no time."""
    key = str(memory_file())
    if key not in _known and (remembered := remembered_speed()):
        _known[key] = remembered[0]
    return _known.get(key)


def measure_again() -> None:
    """Once more for the next start, where this computer was not measured often; what is shown now stays."""
    remembered = remembered_speed()
    if remembered is not None and remembered[1] < TIMES:
        remember_speed(measure())


def measure(pick: Callable[[Sequence[float]], float] = min) -> Speed:
    """Measure anew, for as long as it still turns out to be faster; of the seconds of all calls, those `pick`ed count.

    The median would be how fast the computer is beside all that it does just then.
    """
    import tensorflow as tf

    draw = tf.constant(np.random.default_rng(0).normal(size=(2, SIDE, SIDE)), tf.float32)
    tried = {}
    for precision in (Precision.FLOAT32, Precision.BFLOAT16):
        with suppress(tf.errors.UnimplementedError):
            tried[precision.value] = _Tried(partial(_product, precision), [(draw[0], draw[1])])
    numbers = np.random.default_rng(0).normal(size=(PARTS, NUMBERS // PARTS))
    tried["elements"] = _Tried(_elementwise, [(tf.constant(part, tf.float32),) for part in numbers])
    unchanged = 0
    for _ in range(MOST_ROUNDS):
        faster = [each.once_more() for each in tried.values()]
        unchanged = 0 if max(faster) > FASTER else unchanged + 1
        if unchanged == SETTLED:
            break
    seconds = {name: pick(each.taken) for name, each in tried.items()}
    products = {name: 2 * SIDE**3 / taken for name, taken in seconds.items()}
    elements = NUMBERS // PARTS / seconds["elements"]
    return Speed(products["float32"], products.get("bfloat16", 0.0), elements)


class _Tried:
    """A function that is timed, compiled as a training step is; its `inputs` take turns.

    The fastest call counts: whatever else the computer does only makes one slower, and between its turns there is one
    without.
    """

    def __init__(self, function: Callable[..., Any], inputs: Sequence[tuple[Any, ...]]) -> None:
        import tensorflow as tf

        self.taken: list[float] = []  # seconds, by each call
        self._compiled = tf.function(function, jit_compile=True, autograph=False)
        self._turns = cycle(inputs)
        self._least = len(inputs)
        self._compiled(*inputs[0])

    def once_more(self) -> float:
        """Time it for a while; returns how many times faster than ever a call was."""
        before, calls = min(self.taken, default=float("inf")), len(self.taken)
        begun = time.perf_counter()
        while len(self.taken) < calls + self._least or time.perf_counter() - begun < SECONDS:
            values, start = next(self._turns), time.perf_counter()
            self._compiled(*values)[:1].numpy()
            self.taken.append(time.perf_counter() - start)
        return before / min(self.taken)


def _product(precision: Precision, a: Any, b: Any) -> Any:
    """Of float32 matrices; making them bfloat16 is a part of it, as in a step."""
    import tensorflow as tf

    return tf.raw_ops.BatchMatMulV3(x=tf.cast(a, precision), y=tf.cast(b, precision), Tout=tf.float32)


def _elementwise(x: Any) -> Any:
    import tensorflow as tf

    return tf.exp(x) * x
