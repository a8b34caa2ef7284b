"""How fast this computer is at what training is made of, found out in about a second and remembered from then on."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import cycle
from typing import Any

import numpy as np

from workbench.fine_tuning import Precision
from workbench.pretrained.fit import Speed
from workbench.training.computer import memory_file, remember_speed, remembered_speed

SIDE = 768  # of the product of matrices
NUMBERS = 2**24  # more than the caches of a processor hold, as a step's are
PARTS = 4  # that they are gone through in, so that one fits between two turns of another program
SECONDS = 0.4  # for each of what is tried, at least three times
TIMES = 3  # that a computer is measured, once a start: the first time it may have had much else to do

_known: dict[str, Speed] = {}  # by where it is remembered; one figure for as long as the process lives


def measured_speed() -> Speed:
    """This computer's, as an earlier start measured it; else it takes about a second on TensorFlow's own thread."""
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


def measure() -> Speed:
    """Measure anew."""
    import tensorflow as tf

    draw = tf.constant(np.random.default_rng(0).normal(size=(2, SIDE, SIDE)), tf.float32)
    products = {}
    for precision in (Precision.FLOAT32, Precision.BFLOAT16):
        try:
            seconds = _seconds(partial(_product, precision), [(draw[0], draw[1])])
        except tf.errors.UnimplementedError:
            continue
        products[precision] = 2 * SIDE**3 / seconds
    numbers = np.random.default_rng(0).normal(size=(PARTS, NUMBERS // PARTS))
    parts = [(tf.constant(part, tf.float32),) for part in numbers]
    elements = NUMBERS // PARTS / _seconds(_elementwise, parts)
    return Speed(products[Precision.FLOAT32], products.get(Precision.BFLOAT16, 0.0), elements)


def _product(precision: Precision, a: Any, b: Any) -> Any:
    """Of float32 matrices; making them bfloat16 is a part of it, as in a step."""
    import tensorflow as tf

    return tf.raw_ops.BatchMatMulV3(x=tf.cast(a, precision), y=tf.cast(b, precision), Tout=tf.float32)


def _elementwise(x: Any) -> Any:
    import tensorflow as tf

    return tf.exp(x) * x


def _seconds(function: Callable[..., Any], inputs: Sequence[tuple[Any, ...]]) -> float:
    """Of the fastest of many short calls, compiled as a training step is; `inputs` take turns.

    Whatever else the computer does meanwhile only makes a call slower, and between its turns there is one without.
    """
    import tensorflow as tf

    compiled = tf.function(function, jit_compile=True, autograph=False)
    compiled(*inputs[0])
    taken: list[float] = []
    begun, turns = time.perf_counter(), cycle(inputs)
    while len(taken) < max(3, len(inputs)) or time.perf_counter() - begun < SECONDS:
        values, start = next(turns), time.perf_counter()
        compiled(*values)[:1].numpy()
        taken.append(time.perf_counter() - start)
    return min(taken)
