"""How fast this computer is at what training is made of, found out in about a second, once in a process."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

import numpy as np

from workbench.fine_tuning import Precision
from workbench.pretrained.fit import Speed

SIDE = 768  # of the product of matrices
NUMBERS = 2**24  # more than the caches of a processor hold, as a step's are
SECONDS = 0.25  # for each of what is tried, at least three times


@lru_cache(maxsize=1)
def measured_speed() -> Speed:
    """This computer's; takes about a second the first time and belongs on the thread that owns TensorFlow."""
    return measure()


def known_speed() -> Speed | None:
    """This computer's if it was measured; takes no time."""
    return measured_speed() if measured_speed.cache_info().currsize else None


def measure() -> Speed:
    """Measure anew."""
    import tensorflow as tf

    draw = tf.constant(np.random.default_rng(0).normal(size=(2, SIDE, SIDE)), tf.float32)
    products = {}
    for precision in (Precision.FLOAT32, Precision.BFLOAT16):
        try:
            seconds = _seconds(partial(_product, precision), draw[0], draw[1])
        except tf.errors.UnimplementedError:
            continue
        products[precision] = 2 * SIDE**3 / seconds
    numbers = tf.constant(np.random.default_rng(0).normal(size=NUMBERS), tf.float32)
    elements = NUMBERS / _seconds(_elementwise, numbers)
    return Speed(products[Precision.FLOAT32], products.get(Precision.BFLOAT16, 0.0), elements)


def _product(precision: Precision, a: Any, b: Any) -> Any:
    """Of float32 matrices; making them bfloat16 is a part of it, as in a step."""
    import tensorflow as tf

    return tf.raw_ops.BatchMatMulV3(x=tf.cast(a, precision), y=tf.cast(b, precision), Tout=tf.float32)


def _elementwise(x: Any) -> Any:
    import tensorflow as tf

    return tf.exp(x) * x


def _seconds(function: Callable[..., Any], *values: Any) -> float:
    """The mean of several calls, compiled as a training step is: what else the computer does meanwhile counts."""
    import tensorflow as tf

    compiled = tf.function(function, jit_compile=True, autograph=False)
    compiled(*values)
    calls, start = 0, time.perf_counter()
    while calls < 3 or time.perf_counter() - start < SECONDS:
        compiled(*values)[:1].numpy()
        calls += 1
    return (time.perf_counter() - start) / calls
