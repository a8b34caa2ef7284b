"""Matrix products that give float32, of factors in float32 or, as only XLA has them, in bfloat16."""

from __future__ import annotations

from typing import Any


def dot(a: Any, b: Any, *, transposed: bool = False) -> Any:
    """a · b or a · bᵀ over the last two dimensions, float32. Only XLA has this for bfloat16."""
    import tensorflow as tf

    return tf.raw_ops.BatchMatMulV3(x=a, y=b, Tout=tf.float32, adj_y=transposed)


def dot_of_flipped(a: Any, b: Any) -> Any:
    """aᵀ · b over the last two dimensions, float32."""
    import tensorflow as tf

    if a.dtype == tf.float32:
        return tf.matmul(a, b, transpose_a=True)
    return dot(_flipped(a), b)


def _flipped(tensor: Any) -> Any:
    """The last two dimensions exchanged, and really moved: XLA would take a plain transpose back into the product."""
    import tensorflow as tf

    *lead, rows, columns = tensor.shape
    at = list(range(len(lead)))
    first, second, third = len(lead), len(lead) + 1, len(lead) + 2
    if columns % 2 == 0:
        halves = tf.reshape(tensor, [*lead, rows, columns // 2, 2])
        moved = tf.transpose(halves, [*at, second, third, first])
    else:
        halves = tf.reshape(tensor, [*lead, rows // 2, 2, columns])
        moved = tf.transpose(halves, [*at, third, first, second])
    return tf.reshape(moved, [*lead, columns, rows])
