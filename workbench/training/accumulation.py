"""The means over a batch too large for the memory, from one micro-batch after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from workbench.tasks.task import Batch

Measure = Callable[[Batch, Any], list[Any]]  # of a micro-batch and its number, counted from 0


def means(measure: Measure, batch: Batch, parts: int, zeros: Callable[[], Sequence[Any]]) -> list[Any]:
    """What `measure` gives, as the means over as many equal `parts` of the batch; `zeros` are of the same shapes."""
    import tensorflow as tf

    if parts == 1:
        return measure(batch, 0)
    micro = tf.nest.map_structure(lambda whole: tf.reshape(whole, [parts, -1, *whole.shape[1:]]), batch)

    def add(index: Any, *sums: Any) -> Any:
        found = measure(tf.nest.map_structure(lambda part: part[index], micro), index)
        return [index + 1, *(total + new for total, new in zip(sums, found, strict=True))]

    # A loop rather than its unrolled steps, so that memory holds one micro-batch only.
    sums = tf.while_loop(lambda index, *_: index < parts, add, [tf.constant(0), *zeros()])
    return [total / parts for total in sums[1:]]
